"""The indicators: how it goes, as numbers; each a pure function over cases and named as what it counts.

Nothing here reads a clock or a file. A share is from 0 to 1, and None when there is nothing to share.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from protocol.model.terms import ClockStart
from server.archive.case import GIVEN, IMPOSSIBLE, OWED, Case

SHIFT = timedelta(hours=8)
WEEK = timedelta(days=7)


def clock_start(case: Case, start: ClockStart) -> datetime | None:
    """From when the target counts (A55): the opening, or the first unit that got it; None before that."""
    return case.opened if start is ClockStart.OPENED else case.assigned


def on_spot(case: Case, *, target: timedelta, start: ClockStart, now: datetime) -> str:
    """How the arrival stands (A55): within, late, waiting_late, under_way, status_missing or nobody_sent.

    A case that was closed after a unit was sent, without anybody saying that they were there, misses a
    status: nobody knows whether it was late. While open and over the target it is waiting_late.
    """
    if case.assigned is None and case.arrived is None and not case.open:
        return "nobody_sent"
    began = clock_start(case, start)
    if case.arrived is not None:
        # Who arrived without being assigned has no other beginning than the opening.
        return "within" if case.arrived - (began or case.opened) <= target else "late"
    if not case.open:
        return "status_missing"
    return "under_way" if began is None or now - began <= target else "waiting_late"


def on_spot_counts(
    cases: Iterable[Case], *, priority: int, target: timedelta, start: ClockStart, now: datetime
) -> dict[str, int]:
    """How often each of the six, over the cases of one priority (A55)."""
    counts = Counter(
        on_spot(case, target=target, start=start, now=now) for case in cases if case.priority == priority
    )
    names = ("within", "late", "waiting_late", "status_missing", "under_way", "nobody_sent")
    return {name: counts[name] for name in names}


def share_within(counts: dict[str, int]) -> float | None:
    """The share on the spot within the target (A55), of those of whom it is known."""
    return share(counts["within"], counts["within"] + counts["late"] + counts["waiting_late"])


def first_reaction_s(cases: Iterable[Case]) -> tuple[float, ...]:
    """Seconds from the opening to the first reaction (A3), shortest first; what has none is left out."""
    return tuple(sorted((c.reacted - c.opened).total_seconds() for c in cases if c.reacted is not None))


def none_yet(cases: Iterable[Case]) -> int:
    """Cases that still wait for a reaction (A3)."""
    return sum(case.open and case.reacted is None for case in cases)


def percentile(values: Sequence[float], percent: float) -> float | None:
    """The smallest of the sorted values that at least `percent` % of them do not exceed; None for none."""
    return values[max(0, math.ceil(percent / 100 * len(values)) - 1)] if values else None


def promise_counts(cases: Collection[Case], now: datetime) -> dict[str, int]:
    """How promises ended (A13, A14); breached ones are open and past their time."""
    return {
        "kept": sum(case.kept for case in cases),
        "moved": sum(case.moved for case in cases),
        "broken": sum(case.broken for case in cases),
        "open": sum(len(case.dues) for case in cases),
        "breached": sum(due <= now for case in cases for due in case.dues),
    }


def feedback_counts(cases: Collection[Case]) -> dict[str, int]:
    """How it stands with the word to the melder (A20, A22)."""
    counts = Counter(case.feedback for case in cases)
    return {"given": counts[GIVEN], "impossible": counts[IMPOSSIBLE], "owed": counts[OWED]}


def share_of_feedback(counts: dict[str, int]) -> float | None:
    """The share of melders that heard (A20), of all to whom word was due."""
    return share(counts["given"], sum(counts.values()))


def emergency_counts(closings: Collection[Collection[str]]) -> dict[str, object]:
    """Closings that passed over the guard (A41-A44): how many, of how many, and over what."""
    passed = Counter(key for keys in closings for key in keys)
    return {
        "closings": sum(bool(keys) for keys in closings),
        "of": len(closings),
        "passed": dict(sorted(passed.items())),
    }


def choice_counts(cases: Iterable[Case]) -> dict[str, object]:
    """Who went beside who was nearest (B6): how often another went, how much longer it took, and why.

    `extra_s` is over those that passed somebody over; `reasons` counts each reason that was given, and
    `explained` all of them. A choice without a street map counts too, but not in `by_road`.
    """
    choices = [choice for case in cases for choice in case.choices]
    passed_over = [choice for choice in choices if choice.nearest]
    extra = sorted(choice.extra_s for choice in passed_over)
    reasons = Counter(choice.reason for choice in passed_over if choice.reason is not None)
    return {
        "of": len(choices),
        "nearest": len(choices) - len(passed_over),
        "passed_over": len(passed_over),
        "extra_s": {"p50": percentile(extra, 50), "p90": percentile(extra, 90), "total": sum(extra)},
        "explained": reasons.total(),
        "reasons": dict(sorted(reasons.items())),
        "by_road": sum(choice.by_road for choice in choices),
    }


def contact_counts(cases: Collection[Case]) -> dict[str, object]:
    """Direct contact of melder and officer (A46, A52): how often, how soon, and whether before arrival."""
    took_s = sorted((c.direct - c.opened).total_seconds() for c in cases if c.direct is not None)
    early = sum(c.direct is not None and (c.arrived is None or c.direct < c.arrived) for c in cases)
    return {
        "of": len(cases),
        "opened": sum(case.contact is not None for case in cases),
        "direct": len(took_s),
        "before_arrival": early,
        "p50_s": percentile(took_s, 50),
        "p90_s": percentile(took_s, 90),
    }


def card_counts(cases: Collection[Case]) -> dict[str, object]:
    """Information that came in as cards (A40, A53, A96): how much of it in time, and how much was taken."""
    pushed, in_time = sum(case.cards for case in cases), sum(case.cards_in_time for case in cases)
    return {
        "pushed": pushed,
        "in_time": in_time,
        "taken": sum(case.cards_taken for case in cases),
        "share_in_time": share(in_time, pushed),
    }


def share(part: int, whole: int) -> float | None:
    """A part of a whole, to four digits; None of nothing."""
    return round(part / whole, 4) if whole else None
