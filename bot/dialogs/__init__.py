"""All dialogs. To add one: a file here, its name in this tuple, one .ftl file per language in `content/`."""

from __future__ import annotations

from bot.dialogs.appointments import APPOINTMENTS
from bot.dialogs.consent import CONSENT
from bot.dialogs.help import HELP
from bot.dialogs.home import HOME
from bot.dialogs.language import LANGUAGE
from bot.dialogs.lessons import LESSONS
from bot.dialogs.linking import LINKING
from bot.dialogs.news import NEWS
from bot.dialogs.people import PEOPLE
from bot.dialogs.plan import PLAN
from bot.dialogs.privacy import PRIVACY
from bot.dialogs.push import PUSH
from bot.dialogs.reading import READING
from bot.dialogs.reminders import REMINDERS
from bot.dialogs.start import START
from bot.dialogs.tasks import TASKS
from bot.state.declare import Dialog

DIALOGS: tuple[Dialog, ...] = (
    HOME,
    START,
    READING,
    LINKING,
    CONSENT,
    HELP,
    PLAN,
    LESSONS,
    TASKS,
    APPOINTMENTS,
    PEOPLE,
    NEWS,
    LANGUAGE,
    REMINDERS,
    PRIVACY,
    PUSH,
)
