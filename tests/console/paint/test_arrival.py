"""How long until somebody is there."""

from datetime import timedelta

import pytest

from console.paint.arrival import arrival, arrival_tone, misses_target
from console.paint.tone import Tone
from protocol.facts.units import UnitAssigned, UnitStatusSet
from protocol.model.terms import Terms
from protocol.model.unit_status import UnitStatus
from tests.console.rig import START, Rig


@pytest.mark.parametrize(
    ("seconds", "coarse", "fine"),
    [
        (220, "3:40", "3:40"),
        (221, "3:50", "3:41"),
        (5, "0:10", "0:05"),
        (0, "0:00", "0:00"),
        (-5, "0:00", "+0:05"),
        (-65, "+1:00", "+1:05"),
        (6_060, "1:41", "1:41"),
    ],
)
def test_minutes_and_seconds(seconds: int, coarse: str, fine: str) -> None:
    """Never sooner than it is, `+` when overdue; from a hundred minutes on hours and minutes."""
    due = START + timedelta(seconds=seconds)
    assert (arrival(due, START), arrival(due, START, step_s=1)) == (coarse, fine)


def test_overdue_warns_and_too_late_is_bad() -> None:
    """Each with its own tone."""
    soon, past = START + timedelta(seconds=1), START - timedelta(seconds=1)
    assert arrival_tone(soon, START) is Tone.DRIVING
    assert arrival_tone(past, START) is Tone.WARN
    assert arrival_tone(soon, START, too_late=True) is Tone.BAD


def test_the_target_counts_from_the_opening_until_somebody_is_there() -> None:
    """A second unit that comes later misses nothing (A55)."""
    rig = Rig()
    rig.sign_on("12.01")
    rig.open(417, priority=1)
    at = rig.now + timedelta(minutes=16)
    terms = Terms(targets_min=(15,))
    assert misses_target(rig.board.incidents[417], at, terms)
    assert not misses_target(rig.board.incidents[417], rig.now + timedelta(minutes=15), terms)
    assert not misses_target(rig.board.incidents[417], at, Terms(targets_min=()))
    rig.happen(UnitAssigned(incident=417, unit=1))
    rig.happen(UnitStatusSet(unit=1, status=UnitStatus.ON_SCENE))
    assert not misses_target(rig.board.incidents[417], at, terms)
