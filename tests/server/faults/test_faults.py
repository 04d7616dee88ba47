"""Faults: they end where they happen, are logged once a kind with their traceback, and counted every time."""

import asyncio
import logging
from collections import Counter

import pytest

from server.faults.faults import LATELY_S, Faults, Part


class _Watched:
    """Faults on a clock that a test moves, and what was counted."""

    def __init__(self) -> None:
        self.now_s = 1_000.0
        self.counted: Counter[tuple[Part, str]] = Counter()
        self.faults = Faults(now_s=lambda: self.now_s, count=self._count)

    def _count(self, part: Part, error: str) -> None:
        self.counted[part, error] += 1


def _divides(by: int) -> float:
    return 1 / by


def test_an_error_ends_where_it_happens_and_is_counted() -> None:
    """What comes behind the context goes on, and can ask whether it failed."""
    watched = _Watched()
    with watched.faults.contained(Part.KEEPER) as fine:
        _divides(1)
    with watched.faults.contained(Part.KEEPER) as failing:
        _divides(0)
    assert (fine.failed, failing.failed) == (False, True)
    assert watched.counted == {(Part.KEEPER, "ZeroDivisionError"): 1}


def test_the_same_fault_is_logged_once_with_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    """Another part, another class or another line is another kind."""
    watched = _Watched()
    for _ in range(100):
        with watched.faults.contained(Part.KEEPER):
            _divides(0)
    with watched.faults.contained(Part.ARRIVALS):
        _divides(0)
    with watched.faults.contained(Part.KEEPER):
        raise KeyError("x")
    with watched.faults.contained(Part.KEEPER):
        raise ZeroDivisionError
    assert watched.counted[Part.KEEPER, "ZeroDivisionError"] == 101
    assert [(record.levelno, record.args) for record in caplog.records] == [
        (logging.ERROR, (part,)) for part in (Part.KEEPER, Part.ARRIVALS, Part.KEEPER, Part.KEEPER)
    ]
    assert "return 1 / by" in caplog.text


@pytest.mark.parametrize("ending", [asyncio.CancelledError, KeyboardInterrupt, SystemExit])
def test_what_ends_the_program_passes(ending: type[BaseException]) -> None:
    """It is no fault."""
    watched = _Watched()
    with pytest.raises(ending), watched.faults.contained(Part.KEEPER):
        raise ending
    assert not watched.counted


def test_a_part_is_in_trouble_until_it_has_been_well_for_a_while() -> None:
    """One that fails again and again does not look sound in between."""
    watched = _Watched()
    assert watched.faults.in_trouble() == ()
    for part in (Part.KEEPER, Part.ARRIVALS):
        with watched.faults.contained(part):
            _divides(0)
    assert watched.faults.in_trouble() == (Part.ARRIVALS, Part.KEEPER)
    watched.now_s += LATELY_S / 2
    with watched.faults.contained(Part.KEEPER):
        _divides(0)
    watched.now_s += LATELY_S / 2
    assert watched.faults.in_trouble() == (Part.KEEPER,)
    watched.now_s += LATELY_S
    assert watched.faults.in_trouble() == ()
