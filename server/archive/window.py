"""The indicators of a stretch of time, gathered from the archive into the shape that documents show."""

import json
import sqlite3
from datetime import datetime, timedelta
from typing import Any

from protocol.model.moment import to_ms
from protocol.model.priority import Priority
from protocol.model.terms import Terms
from server.archive import indicators
from server.archive.case import Case, from_json
from server.archive.indicators import SHIFT, WEEK

FALLBACK_TARGET = timedelta(minutes=15)
"""For priority 1 where the site sets no target."""


def indicators_of(connection: sqlite3.Connection, *, now: datetime, terms: Terms) -> dict[str, Any]:
    """The document `indicators`. Raises sqlite3.Error."""
    target = terms.target(Priority.P1) or FALLBACK_TARGET
    return {
        "now": now.isoformat(),
        "clock_start": terms.clock_start.key,
        "target_min": int(target / timedelta(minutes=1)),
        "shift": _window(connection, SHIFT, now, target, terms),
        "week": _window(connection, WEEK, now, target, terms),
    }


def _window(
    connection: sqlite3.Connection, length: timedelta, now: datetime, target: timedelta, terms: Terms
) -> dict[str, Any]:
    since = now - length
    cases = cases_opened(connection, since)
    closings = [
        json.loads(passed)
        for (passed,) in connection.execute("SELECT passed FROM closing WHERE at_ms >= ?", (to_ms(since),))
    ]
    arrivals = indicators.on_spot_counts(cases, priority=1, target=target, start=terms.clock_start, now=now)
    waits = indicators.first_reaction_s(cases)
    feedback = indicators.feedback_counts(cases)
    return {
        "from": since.isoformat(),
        "hours": int(length / timedelta(hours=1)),
        "opened": len(cases),
        "closed": len(closings),
        "on_spot": {**arrivals, "share": indicators.share_within(arrivals)},
        "first_reaction": {
            "count": len(waits),
            "none_yet": indicators.none_yet(cases),
            "p50_s": indicators.percentile(waits, 50),
            "p90_s": indicators.percentile(waits, 90),
        },
        "promises": indicators.promise_counts(cases, now),
        "feedback": {**feedback, "share": indicators.share_of_feedback(feedback)},
        "emergency": indicators.emergency_counts(closings),
        "choices": indicators.choice_counts(cases),
        "contact": indicators.contact_counts(cases),
        "cards": indicators.card_counts(cases),
        "central_s": sum(case.central_s for case in cases),
    }


def cases_opened(connection: sqlite3.Connection, since: datetime) -> list[Case]:
    """Every case that was opened since then. Raises sqlite3.Error."""
    rows = connection.execute("SELECT body FROM incident WHERE opened_ms >= ?", (to_ms(since),))
    return [from_json(body) for (body,) in rows]


def cases_owed(connection: sqlite3.Connection) -> list[Case]:
    """Every case of which the melder is owed word (A20, A22), longest first. Raises sqlite3.Error."""
    rows = connection.execute("SELECT body FROM incident WHERE feedback = 'owed'")
    cases = [from_json(body) for (body,) in rows]
    return sorted(cases, key=lambda case: (case.closed or case.opened, case.number))
