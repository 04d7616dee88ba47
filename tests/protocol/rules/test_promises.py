"""Promises are kept, moved or broken in the open; each warns before its time, then alarms (A13, A14)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed
from protocol.facts.promises import PromiseBroken, PromiseKept, PromiseMoved
from protocol.model.text import Text
from protocol.rules.promises import Alarm, alarm, next_promise, open_promises
from tests.protocol.make import minute
from tests.protocol.rules.make import melding, promised

WHY = Text("nog geen eenheid vrij")
MS = timedelta(milliseconds=1)


def test_what_presses_most_stands_first() -> None:
    """A14: by its time; of two at the same moment the first made."""
    incident = melding(promised(minute(50)), promised(minute(40)), promised(minute(40)))
    assert [each.id for each in open_promises(incident)] == [2, 3, 1]


@pytest.mark.parametrize(
    ("settled", "still_open"),
    [
        (PromiseKept(incident=1, promise=1), [2]),
        (PromiseBroken(incident=1, promise=1, why=WHY), [2]),
        (PromiseMoved(incident=1, promise=1, due=minute(90), why=WHY), [2, 3]),
    ],
    ids=["kept", "broken", "moved"],
)
def test_what_is_settled_is_not_owed(settled: Fact, still_open: list[int]) -> None:
    """A13: a moved one is owed anew, under its new number."""
    incident = melding(promised(minute(40)), promised(minute(50)), settled)
    assert [each.id for each in open_promises(incident)] == still_open


@pytest.mark.parametrize(
    ("left", "loud"),
    [
        (timedelta(seconds=300) + MS, Alarm.QUIET),
        (timedelta(seconds=300), Alarm.SOON),
        (MS, Alarm.SOON),
        (timedelta(0), Alarm.BREACHED),
        (timedelta(days=-1), Alarm.BREACHED),
    ],
)
def test_it_warns_before_its_time_and_alarms_from_then_on(left: timedelta, loud: Alarm) -> None:
    """A14: to the millisecond."""
    (promise,) = melding(promised(minute(40))).promises
    assert alarm(promise, minute(40) - left, warn_before_s=300) is loud


def test_a_settled_promise_is_quiet() -> None:
    """A14: also long after its time."""
    promise = melding(promised(minute(40)), PromiseKept(incident=1, promise=1)).promises[0]
    assert alarm(promise, minute(400), warn_before_s=300) is Alarm.QUIET


@given(*[st.integers(-100_000, 100_000)] * 2, st.integers(0, 4_000))
def test_an_open_promise_only_gets_louder(one_s: int, other_s: int, warn_before_s: int) -> None:
    """A14: time alone settles nothing."""
    (promise,) = melding(promised(minute(40))).promises
    now, then = (minute(40) + timedelta(seconds=each) for each in sorted((one_s, other_s)))
    assert alarm(promise, now, warn_before_s=warn_before_s) <= alarm(
        promise, then, warn_before_s=warn_before_s
    )


def test_the_board_counts_down_to_the_most_pressing_one() -> None:
    """A14: to none when nothing is owed, and to none once closed: then it is a thing of the reports."""
    incident = melding(promised(minute(50)), promised(minute(40)))
    assert next_promise(incident) == incident.promises[1]
    assert next_promise(melding()) is None
    closed = IncidentClosed(incident=1, reason=Text("klaar"))
    assert next_promise(melding(promised(minute(50)), closed)) is None
