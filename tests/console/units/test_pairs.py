"""Split pairs in the unit list (A92)."""

from console.texts.texts import Texts
from console.units.standing import standings
from console.units.view import UnitsView, draw_units
from console.units.work_in_hand import crew, in_full
from protocol.facts.pairs import PairSplit, PairSpoken
from protocol.facts.units import UnitSignedOff
from protocol.model.text import Name, Text
from tests.console.rig import Rig, point

SAY = Texts("nl", strict=True).say


def split() -> Rig:
    """12.03 and its other half 12.13, forty metres apart."""
    rig = Rig()
    rig.sign_on("12.03")
    rig.happen(PairSplit(unit=1, other=2, call_sign=Name("12.13")), by="12.03")
    rig.happen(PairSpoken(unit=1, text=Text("ik ga linksom")), by="12.03")
    rig.move((1, point()), (2, point(0, 40)))
    return rig


def listed(rig: Rig, width: int) -> list[str]:
    """The panel as text, 12.03 selected."""
    every = standings(rig.board.units.values(), rig.store.fixes, target=None, incident=None, now=rig.now)
    view = UnitsView(standings=every, now=rig.now, selected=1)
    return [row.text for row in draw_units(view, SAY, width=width, height=12, top=0)]


def test_a_half_has_a_mark_of_its_own() -> None:
    """Readable without colour; a whole pair and a solo keep theirs."""
    rig = split()
    assert {crew(unit) for unit in rig.board.units.values()} == {"▪⇄"}


def test_each_half_names_the_other_and_how_far_it_is() -> None:
    """In the list where there is room for it."""
    rows = listed(split(), 110)
    assert any(row.strip().startswith("12.03") and "⇄ 12.13 40m" in row for row in rows)
    assert any(row.strip().startswith("12.13") and "⇄ 12.03 40m" in row for row in rows)


def test_the_selected_half_is_told_with_its_last_words() -> None:
    """At the foot of the list, first of all, so that a narrow panel shows it too."""
    foot = listed(split(), 60)[-1]
    assert foot.startswith(" 12.03 ⇄ 12.13, 40m uiteen 12.03 „ik ga linksom”")


def test_an_unknown_other_half_is_left_out() -> None:
    """Its unit may have left the board before the news of that came."""
    rig = split()
    rig.happen(UnitSignedOff(unit=2))
    assert "⇄ 12.13" not in "".join(listed(rig, 110))
    assert "⇄" not in "".join(text for text, _ in in_full(rig.board.units[1], SAY))
