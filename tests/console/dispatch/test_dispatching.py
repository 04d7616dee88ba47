"""What a key is to the parts of dispatch."""

from console.actions.action import Where
from console.desk.desk import Desk
from protocol.commands.units import AssignUnit
from protocol.model.role import Role
from tests.console.ranked import ranked
from tests.console.rig import Rig, digit, letter, light, place, type_keys


def shown() -> tuple[Rig, Desk]:
    """The list for 417 is on the screen."""
    rig = Rig()
    rig.sign_on("12.01", "12.02")
    rig.open(416, where=place("Markt 1", 0, 0))
    rig.open(417, where=place("Havenkade 3", 0, 0))
    desk = rig.desk()
    rig.welcome()
    desk.select(417)
    letter(desk, "q")
    desk.parts.dispatch.recommending.asking(desk.context(), 417)
    desk.parts.dispatch.recommending.came(desk.context(), 417, ranked(417, rig.board.units))
    return rig, desk


def test_the_same_key_shows_and_hides() -> None:
    """And so does escape, before it does anything else."""
    _, desk = shown()
    desk.stand.panel = Where.UNITS
    desk.press("escape", None)
    assert not desk.parts.dispatch.recommending.shown
    assert desk.stand.panel is Where.UNITS
    for wanted in (True, False):
        letter(desk, "q")
        assert desk.parts.dispatch.recommending.shown is wanted


def test_a_digit_that_names_no_row_is_a_word() -> None:
    """It lights nothing up and does nothing."""
    rig, desk = shown()
    digit(desk, 5)
    assert rig.wishes == []


def test_a_digit_lights_up_and_then_sends() -> None:
    """Once: the list goes with it, and the next digit is a word."""
    rig, desk = shown()
    type_keys(desk, "2")
    assert rig.wishes == []
    light(desk)
    digit(desk, 2)
    assert rig.wishes == [AssignUnit(incident=417, unit=2)]
    assert desk.parts.row.edit(desk.context()).text == "2"


def test_a_row_that_changed_while_lit_sends_nobody() -> None:
    """What was painted is what acts."""
    rig, desk = shown()
    type_keys(desk, "2")
    desk.parts.dispatch.recommending.came(desk.context(), 417, ranked(417, rig.board.units, order=[2, 1]))
    rig.later(2)
    light(desk)
    assert rig.wishes == []


def test_a_field_keeps_its_digits() -> None:
    """Whoever types is not dispatching."""
    rig, desk = shown()
    type_keys(desk, ":toon 12")
    assert desk.parts.line.edit.text == "toon 12"
    assert rig.wishes == []


def test_the_list_follows_the_selection() -> None:
    """It never shows or sends for another melding than the one that is selected."""
    rig, desk = shown()
    desk.select(416)
    assert desk.parts.dispatch.recommending.ranking(desk.context()) is None
    digit(desk, 1)
    assert rig.wishes == []


def test_a_line_may_name_the_melding() -> None:
    """`wie 416` selects it and shows the list."""
    _, desk = shown()
    type_keys(desk, ":wie 416")
    desk.press("enter", None)
    assert (desk.stand.incident, desk.parts.dispatch.recommending.shown) == (416, True)


def test_a_role_that_may_not_read_it_is_told_so() -> None:
    """Instead of a list that never comes."""
    rig = Rig(role=Role.PARTNER)
    rig.open(417, where=place("Havenkade 3", 0, 0))
    desk = rig.desk()
    rig.welcome()
    for sign in ("q", "J", "R"):
        desk.parts.notices.clear()
        letter(desk, sign)
        assert "Uw rol mag dit niet" in desk.parts.notices.now.text
    assert not desk.parts.dispatch.recommending.shown
    assert desk.parts.dispatch.reaching.minutes is None
