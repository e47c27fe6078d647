"""The example town: two municipalities, their people, schools and staff, for demo, tests and benchmark."""

from bot.sandbox.town.crowd import Crowd, fill
from bot.sandbox.town.population import Colleague, Group, Person, School, Town, fixed_uuid
from bot.sandbox.town.seed import seed
from bot.sandbox.town.tenancy import MUNICIPALITIES, case_system, tenant_file, tenant_of, tenant_text
from bot.sandbox.town.timetable import lesson_uuid

__all__ = [
    "MUNICIPALITIES",
    "Colleague",
    "Crowd",
    "Group",
    "Person",
    "School",
    "Town",
    "case_system",
    "fill",
    "fixed_uuid",
    "lesson_uuid",
    "seed",
    "tenant_file",
    "tenant_of",
    "tenant_text",
]
