"""How the board looks."""

from datetime import timedelta

import pytest

from console.board.columns import columns
from console.board.order import listed
from console.board.view import BoardView, draw_board
from console.paint.row import Row, width_of
from console.paint.tone import Ground, Tone
from protocol.facts.dispatch import ArrivalExpected
from protocol.facts.timeline import EntryAdded
from protocol.facts.units import UnitAssigned, UnitStatusSet
from protocol.model.text import Text
from protocol.model.unit_status import UnitStatus
from tests.console.rig import Rig, place


def rows_of(rig: Rig, *, width: int = 80, **view: object) -> list[Row]:
    """The board's incidents as rows, title and column names left out."""
    shown = BoardView(incidents=listed(rig.board), units=rig.board.units, now=rig.now, **view)  # type: ignore[arg-type]
    return draw_board(shown, rig.texts.say, width=width, height=20, top=0)[2:]


@pytest.mark.parametrize("width", range(60, 241, 7))
@pytest.mark.parametrize("highest", [9, 99_999])
def test_columns_fill_the_width(width: int, highest: int) -> None:
    """The columns and the blanks between them take the whole width and never more."""
    plan = columns(width, highest=highest)
    blanks = 1 + 1 + 1 + 2 + 1 + 1 + 1
    used = plan.number + plan.age + 2 + 1 + plan.press + plan.what + plan.where + plan.units + blanks
    assert width == used + (plan.last + 1 if plan.last else 0)


def test_a_row_says_everything() -> None:
    """Number, age, priority, phase, what, where, units and the last word stand in one row."""
    rig = Rig()
    rig.sign_on("12.03", "12.04")
    rig.open(417, "ruzie", place("Markt 1"))
    rig.happen(UnitAssigned(incident=417, unit=1))
    rig.happen(EntryAdded(incident=417, text=Text("twee personen")), by="anna")
    rig.later(5 * 60)
    (row,) = rows_of(rig)
    assert row.text[:21] == " 417    5m ●2 I ◆5m  "
    assert "Markt 1" in row.text
    assert "12.03" in row.text
    assert "anna: twee p" in row.text


def test_every_row_is_as_wide_as_the_panel() -> None:
    """Wide characters and long words neither shift the columns nor run over the edge."""
    rig = Rig()
    rig.open(1, "火事 東京駅前 very long indeed", place("Straße 日本語日本語日本語日本語"))
    rig.open(2, "x" * 200, place("y" * 200))
    assert {120} == {width_of(row.spans) for row in rows_of(rig, width=120)}


def test_what_people_wrote_is_harmless() -> None:
    """Control characters of a stranger do not reach the terminal."""
    rig = Rig()
    rig.open(1, "a\x1b[2Jb", place("c\u202ed"))
    (row,) = rows_of(rig)
    assert row.text.isprintable()
    assert "\u202e" not in row.text


def test_unseen_priority_one_is_marked_by_sign_and_tone() -> None:
    """A new priority 1 has a sign of its own besides its colour."""
    rig = Rig()
    rig.open(1, priority=1)
    (seen,) = rows_of(rig)
    (unseen,) = rows_of(rig, unseen=frozenset({1}))
    assert (seen.text[0], unseen.text[0]) == (" ", "!")
    assert {tone for _, tone in unseen.spans} == {Tone.P1_NEW}


def test_priorities_differ_without_colour() -> None:
    """Each priority has its own sign."""
    rig = Rig()
    for number in range(1, 6):
        rig.open(number, priority=number)
    assert [row.text[11:13] for row in rows_of(rig)] == ["▲1", "●2", "■3", "□4", "·5"]


def test_an_urgent_incident_without_units_draws_the_eye() -> None:
    """No unit on a priority 1 or 2 is shown as a warning; on a lower one quietly."""
    rig = Rig()
    rig.open(1, priority=1)
    rig.open(2, priority=4)
    urgent, calm = rows_of(rig)
    assert ("--", Tone.WARN) in [(text.strip(), tone) for text, tone in urgent.spans]
    assert ("·", Tone.DIM) in [(text.strip(), tone) for text, tone in calm.spans]


def test_units_that_do_not_fit_are_counted() -> None:
    """The call signs that have no room are a number, so that nobody thinks they are not there."""
    rig = Rig()
    rig.sign_on("12.01", "12.02", "12.03", "12.04")
    rig.open(1)
    for unit in range(1, 5):
        rig.happen(UnitAssigned(incident=1, unit=unit))
        rig.happen(UnitStatusSet(unit=unit, status=UnitStatus.EN_ROUTE))
    (row,) = rows_of(rig)
    assert "12.01 +3" in row.text


def test_the_selection_has_a_ground() -> None:
    """The selected row is marked, stronger where the keys are."""
    rig = Rig()
    rig.open(1)
    rig.open(2)
    grounds = [row.ground for row in rows_of(rig, selected=2)]
    assert grounds == [Ground.NORMAL, Ground.CHOSEN]
    assert Ground.CURSOR is rows_of(rig, selected=2, focused=True)[1].ground


def test_the_first_arrival_counts_down() -> None:
    """Overdue warns, missing the site's time is marked, and the time goes when one is there."""
    rig = Rig()
    rig.sign_on("12.03", "12.04")
    rig.open(417, "ruzie", place("Markt 1"), priority=1)
    rig.happen(UnitAssigned(incident=417, unit=1))
    rig.happen(ArrivalExpected(unit=1, incident=417, at=rig.now + timedelta(seconds=215)))
    (row,) = rows_of(rig)
    assert "12.03 3:40 " in row.text
    rig.happen(UnitAssigned(incident=417, unit=2))
    rig.happen(ArrivalExpected(unit=2, incident=417, at=rig.now + timedelta(seconds=65)))
    (row,) = rows_of(rig, width=120)
    assert "12.03 12.04 1:10" in row.text
    rig.later(80)
    (row,) = rows_of(rig, width=120)
    assert (" +0:10", Tone.WARN) in row.spans
    rig.happen(ArrivalExpected(unit=1, incident=417, at=rig.now + timedelta(minutes=40)))
    rig.happen(ArrivalExpected(unit=2, incident=417, at=rig.now + timedelta(minutes=30)))
    (row,) = rows_of(rig, width=120)
    assert (" 30:00!", Tone.BAD) in row.spans
    rig.happen(UnitStatusSet(unit=2, status=UnitStatus.ON_SCENE))
    (row,) = rows_of(rig, width=120)
    assert ":" not in row.text.partition("12.03")[2]


def test_who_seems_to_be_there_has_a_mark() -> None:
    """So that the board shows whose status is missing (A55)."""
    rig = Rig()
    rig.sign_on("12.03")
    rig.open(417, "ruzie", place("Markt 1"))
    rig.happen(UnitAssigned(incident=417, unit=1))
    (row,) = rows_of(rig, seeming=frozenset({1}))
    assert "12.03?" in row.text
