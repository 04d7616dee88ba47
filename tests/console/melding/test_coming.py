"""Who is on the way to the selected melding."""

from datetime import UTC, timedelta

from console.melding.coming import coming_rows
from console.melding.labelled import Setting
from protocol.facts.dispatch import ArrivalExpected
from protocol.facts.units import UnitAssigned, UnitStatusSet
from protocol.model.terms import Terms
from protocol.model.unit_status import UnitStatus
from tests.console.rig import Rig


def driving() -> Rig:
    """One expected in time, one too late, one of which nobody knows, one that is there."""
    rig = Rig()
    rig.sign_on("12.01", "12.02", "12.03", "12.04")
    rig.open(417, priority=1)
    for unit in (1, 2, 3, 4):
        rig.happen(UnitAssigned(incident=417, unit=unit))
    for unit, minutes in ((1, 4), (2, 20)):
        rig.happen(ArrivalExpected(unit=unit, incident=417, at=rig.now + timedelta(minutes=minutes)))
    return rig


def rows(rig: Rig, seeming: frozenset[int] = frozenset()) -> list[str]:
    """The rows as text."""
    setting = Setting(
        incident=rig.board.incidents[417], now=rig.now, zone=UTC, terms=Terms(), say=rig.texts.say, width=80
    )
    found = coming_rows(setting, rig.board.units, seeming=seeming, confirm="6")
    return [row.text for row in found]


def test_the_time_left_the_clock_and_the_target() -> None:
    """To the second, with the site's time beside it when that will be missed (A55)."""
    first, second, third, _ = rows(driving())
    assert "12.01     4:00  03:04" in first
    assert "15 min" not in first
    assert "12.02    20:00  03:20  ✖ 15 min wordt niet gehaald" in second
    assert "aankomst onbekend" in third


def test_who_is_there_is_no_longer_coming() -> None:
    """Only those who drive are listed."""
    rig = driving()
    rig.happen(UnitStatusSet(unit=4, status=UnitStatus.ON_SCENE))
    assert not any("12.04" in row for row in rows(rig))
    rig.open(500)
    assert len(rows(rig)) == 3


def test_who_seems_to_be_there_is_asked_for() -> None:
    """With the key that says so."""
    assert rows(driving(), frozenset({1}))[0].endswith("6 ter plaatse?")
