"""Compares what the oracle says with what Telegram and the case system saw. Every difference is a fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.crash.instance import Words
from bench.crash.journal import History, steps
from bench.crash.oracle import Replayed, replay
from bench.crash.surroundings import Surroundings
from bench.crash.witness import Post, Sent, Witness
from bot.cases.model import WriteKind
from bot.cases.overlay import absence_id
from bot.channels.outgoing import Lease, Outgoing
from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.payload import edited_message
from bot.sandbox.zgw import Zgw, roots
from bot.scenes import Scenes
from bot.state.session import Place
from bot.store.records import LinkState
from bot.views import Views


@dataclass
class Verdict:
    """What was counted and what was broken, by promise."""

    counts: Counter[str] = field(default_factory=Counter)
    broken: dict[str, list[str]] = field(default_factory=dict)

    def fault(self, promise: str, text: str) -> None:
        """A promise was not kept."""
        self.broken.setdefault(promise, []).append(text)

    def add(self, other: Verdict) -> None:
        """Take another town's verdict in."""
        for name, count in other.counts.items():
            if name.startswith("most "):
                self.counts[name] = max(self.counts[name], count)
            else:
                self.counts[name] += count
        for promise, texts in other.broken.items():
            self.broken.setdefault(promise, []).extend(texts)


LOST = "no acknowledged update is lost"
TWICE = "every update leads to exactly one turn"
ORDER = "one person's updates are taken in the order in which they were stored"
SEQUENTIAL = "every turn is what the pure engine decides alone, in the stored order"
WRITES = "every promised write stands in the case system exactly once"
WINDOW = "a message comes twice only where a kill hit between Telegram's carrying it out and our recording it"
ONE = "at most one message comes twice per person and such kill"
EDITS = "a repeated edit is refused as not modified, nothing else is refused"
SCREEN = "every phone ends on the screen where its session stands"
AGES = ("As of", "📨 Sent at")
PROMISES = (LOST, TWICE, ORDER, SEQUENTIAL, WRITES, WINDOW, ONE, EDITS, SCREEN)


async def judge(around: Surroundings, words: Words, ended: Mapping[str, str], verdict: Verdict) -> Verdict:
    """Replay a town's whole history, and compare everything."""
    history, replayed = await replay(around, steps(around.server.folder))
    cases = {one.id: one.case_uuid for one in await around.town.persons.all()}
    check_updates(around.post, history, verdict)
    check_replay(replayed, verdict)
    check_messages(around.witness, history, ended, verdict)
    check_writes(around.zgw, replayed, cases, verdict)
    await check_screens(around, words, replayed.places, verdict)
    return verdict


def check_updates(post: Post, history: History, verdict: Verdict) -> None:
    """Acknowledged, stored, taken: each once and in order."""
    arrived = {event: link for link in history.links.values() for event in link.arrived}
    for update in post.acknowledged:
        if f"tg:{update}" not in arrived:
            verdict.fault(LOST, f"update {update} was acknowledged and is nowhere")
    for name, link in history.links.items():
        taken = [turn.event for turn in link.turns]
        verdict.counts["events"] += len(link.arrived)
        verdict.counts["turns"] += len(taken)
        verdict.counts["dead letters"] += len(link.buried)
        late = [event for event in link.arrived if event.startswith("late:")]
        verdict.counts["screens drawn again for a sender that woke late"] += len(late)
        for fault in link.faults:
            verdict.fault(TWICE, f"link {name[:6]}…: {fault}")
        for event in link.waiting:
            verdict.fault(LOST, f"link {name[:6]}…: {event} was never taken")
        for event in link.buried:
            verdict.fault(TWICE, f"link {name[:6]}…: {event} became a dead letter")
        expected = [event for event in link.arrived if event in set(taken)]
        if taken != expected:
            verdict.fault(ORDER, f"link {name[:6]}…: taken in another order than stored, or twice")
        for kind in set(post.offered.values()):
            ids = [
                int(e[3:])
                for e in link.arrived
                if e.startswith("tg:") and post.offered.get(int(e[3:])) == kind
            ]
            if ids != sorted(ids):
                verdict.fault(ORDER, f"link {name[:6]}…: {kind}s are stored in another order than sent")
    verdict.counts["updates acknowledged"] += len(post.acknowledged)


def check_replay(replayed: Replayed, verdict: Verdict) -> None:
    """Every turn decided again."""
    for text in replayed.faults:
        verdict.fault(SEQUENTIAL, text)
    verdict.counts["turns decided again"] += replayed.turns
    for kind, count in replayed.kinds.items():
        verdict.counts[f"events of kind {kind}"] += count


def check_messages(
    witness: Witness, history: History, ended: Mapping[str, str], verdict: Verdict
) -> list[Sent]:
    """Messages that the store does not know of: only a kill in the send window may leave one.

    `ended` says how each process ended: "killed", "frozen" or "stopped".
    """
    known = {message for link in history.links.values() for message in link.recorded}
    unknown = [sent for sent in witness.sent if sent.message not in known]
    for sent in unknown:
        if ended.get(sent.caller) not in {"killed", "frozen"}:
            verdict.fault(WINDOW, f"message {sent.message} of {sent.caller} was sent and not recorded")
    per_person = Counter((sent.caller, sent.chat) for sent in unknown)
    for (caller, _), count in per_person.items():
        if count > 1:
            verdict.fault(ONE, f"{count} messages for one person from {caller}")
    per_kill = Counter(sent.caller for sent in unknown)
    verdict.counts["messages sent"] += len(witness.sent)
    verdict.counts["messages shown twice"] += len(unknown)
    verdict.counts["kills in the send window"] += len(per_kill)
    verdict.counts["most messages shown twice by one kill"] = max(per_kill.values(), default=0)
    verdict.counts["edits"] += witness.edits["changed"]
    verdict.counts["edits refused as not modified"] += witness.edits["not modified"]
    for words, count in witness.refusals.items():
        # A tap whose update had to wait may be answered too late; its screen comes all the same.
        if "blocked by the user" not in words and not words.startswith("answerCallbackQuery"):
            verdict.fault(EDITS, f"{count} × {words}")
    return unknown


def check_writes(zgw: Zgw, replayed: Replayed, cases: Mapping[str, str], verdict: Verdict) -> None:
    """Count what stands in the case system against what was promised; `cases` are persons' case UUIDs."""
    tasks: dict[str, list[WriteKind]] = {}
    absences: dict[tuple[str, str], list[WriteKind]] = {}
    questions: set[str] = set()
    for person, write in replayed.writes:
        verdict.counts[f"writes of kind {write.kind}"] += 1
        if write.kind in {WriteKind.TASK_DONE, WriteKind.TASK_UNDONE}:
            tasks.setdefault(write.item, []).append(write.kind)
        elif write.kind in {WriteKind.ABSENCE, WriteKind.ABSENCE_WITHDRAWN}:
            absences.setdefault((cases[person], write.item), []).append(write.kind)
        else:
            questions.add(write.id)
    indexes = {row["uuid"]: row["_records"][-1]["index"] for row in zgw.register.rows(roots.OBJECTS)}
    for task, kinds in tasks.items():
        wanted = 1 + _changes(kinds, WriteKind.TASK_UNDONE)
        if indexes.get(task) != wanted:
            verdict.fault(WRITES, f"a task has {indexes.get(task)} records instead of {wanted}")
    for (case, lesson), kinds in absences.items():
        wanted = _changes(kinds, WriteKind.ABSENCE_WITHDRAWN)
        found = indexes.get(absence_id(case, lesson), 0)
        if found != wanted:
            verdict.fault(WRITES, f"an absence has {found} records instead of {wanted}")
    _check_questions(zgw, questions, verdict)
    verdict.counts["writes"] += len(replayed.writes)


def _changes(kinds: list[WriteKind], before: WriteKind) -> int:
    """How many of these change something, if each of two kinds undoes the other."""
    count = 0
    for kind in kinds:
        count += kind is not before
        before = kind
    return count


def _check_questions(zgw: Zgw, questions: set[str], verdict: Verdict) -> None:
    contacts = zgw.klantcontacten()
    parts = Counter((c["metadata"]["berichtId"], c["metadata"].get("deel")) for c in contacts)
    for (message, part), count in parts.items():
        if count > 1 or message not in questions:
            verdict.fault(WRITES, f"question {message} part {part} stands there {count} times")
    for missing in questions - {message for message, _ in parts}:
        verdict.fault(WRITES, f"question {missing} never arrived")
    tasks = Counter(
        row["aanleidinggevendKlantcontact"]["uuid"] for row in zgw.register.rows(roots.INTERNETAKEN)
    )
    for count in tasks.values():
        if count > 1:
            verdict.fault(WRITES, f"a question has {count} internal tasks")
    if len(tasks) != len(questions):
        verdict.fault(WRITES, f"{len(questions)} questions have {len(tasks)} internal tasks")


async def check_screens(
    around: Surroundings, words: Words, places: Mapping[str, Place], verdict: Verdict
) -> None:
    """Render where each session stands, and look whether the phone shows just that."""
    town = around.town
    views, scenes = Views(words.engine, words.catalogues, around.clock), Scenes(town, around.clock)
    callbacks = Callbacks(town.callback_key, around.tenant.id)
    for phone in around.telegram.phones.values():
        link = await town.links.for_chat(phone.person.id)
        if link.state is LinkState.BLOCKED:
            continue
        fields = await town.room.db(town.room.db.redis.hgetall(town.links.key(link.id)))
        screen = int(fields.get("screen") or 0)
        shown = phone.chat(around.bot).messages.get(screen)
        lease = Lease(around.tenant.id, link.id, link.chat, "screen", "screen", 0, "")
        view = await views.entry(scenes, Outgoing(lease, places.get(link.id), None, screen))
        assert view is not None
        wanted = edited_message(link.chat, screen, view, callbacks, link.id)
        rows = [list(map(dict, row)) for row in shown.rows] if shown else []
        buttons = wanted.get("reply_markup", {}).get("inline_keyboard", [])
        verdict.counts["screens compared"] += 1
        if shown is None or _ageless(shown.text) != _ageless(wanted["text"]) or rows != buttons:
            text = shown.text if shown else "no message"
            verdict.fault(SCREEN, f"{phone.name} shows {text!r} instead of {wanted['text']!r}")


def _ageless(text: str) -> str:
    """Without the lines that say how old something is: those are not worth an edit of an open screen."""
    return "\n".join(line for line in text.splitlines() if not line.startswith(AGES))
