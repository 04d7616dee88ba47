"""What the movement keys do in each panel."""

from attrs import evolve

from console.actions.action import Where
from console.board.filtering import listing
from console.command.typed_before import Past
from console.desk.panel_keys import press_in_panel
from console.desk.parts import Parts
from console.field.edit import Edit, holding
from console.part.context import Context
from console.part.effects import (
    NOTHING,
    ClearNotice,
    Effects,
    FilterBy,
    GoTo,
    LookBack,
    Select,
    SelectUnit,
)
from console.part.notices import Notice
from protocol.facts.timeline import LineJoined, LineSpoken
from protocol.facts.units import UnitAssigned
from protocol.model.text import Text
from tests.console.rig import Rig


def room() -> tuple[Parts, Context]:
    """Three incidents, words on the line of 1, which is selected; unit 1 is on 2, unit 2 on nothing."""
    rig = Rig()
    rig.welcome()
    rig.sign_on("12.03", "12.04")
    for number in (1, 2, 3):
        rig.open(number)
    rig.happen(UnitAssigned(incident=2, unit=1))
    rig.happen(LineJoined(incident=1), by="anna")
    for text in ("een", "twee", "drie"):
        rig.happen(LineSpoken(incident=1, text=Text(text)), by="anna")
    return Parts(Past()), evolve(rig.desk().context(), incident=1)


def press(parts: Parts, context: Context, key: str, rows: int | None = None) -> Effects | None:
    """A key while every panel has so many rows."""
    return press_in_panel(parts, context, lambda _name: rows, key)


def test_tab_goes_round_the_panels_that_are_shown() -> None:
    """The melding's panel only while it has a place; shift goes the other way."""
    parts, context = room()
    on_map = evolve(context, panel=Where.MAP)
    assert press(parts, on_map, "tab") == (GoTo(Where.LINE),)
    parts.melding.shown = True
    assert press(parts, on_map, "tab") == (GoTo(Where.MELDING),)
    assert press(parts, evolve(context, panel=Where.LINE), "tab") == (GoTo(Where.BOARD),)
    assert press(parts, context, "shift+tab") == (GoTo(Where.LINE),)


def test_up_and_down_walk_the_list_that_has_the_keys() -> None:
    """In the order in which it is shown; its ends are ends, and a letter is no movement."""
    parts, context = room()
    numbers = [incident.number for incident in listing(context)]
    assert press(parts, evolve(context, incident=numbers[0]), "down") == (Select(numbers[1]),)
    assert press(parts, evolve(context, incident=numbers[0]), "up") == (Select(numbers[0]),)
    assert press(parts, evolve(context, incident=numbers[0]), "end") == (Select(numbers[-1]),)
    on_units = evolve(context, panel=Where.UNITS)
    ids = [each.unit.id for each in parts.units.standings(on_units, {})]
    assert press(parts, evolve(on_units, unit=ids[0]), "down") == (SelectUnit(ids[1]),)
    assert press(parts, evolve(on_units, unit=ids[1]), "down") == (SelectUnit(ids[1]),)
    assert press(parts, context, "x") is None


def test_in_the_line_one_looks_back_and_comes_to_the_newest_again() -> None:
    """Before the first there is nothing; behind the last one follows what is said."""
    parts, context = room()
    on_line = evolve(context, panel=Where.LINE)
    ids = [entry.id for entry in context.board.incidents[1].entries]
    assert press(parts, on_line, "up") == (LookBack(ids[-1]),)
    assert press(parts, evolve(on_line, entry=ids[0]), "up") == (LookBack(ids[0]),)
    assert press(parts, evolve(on_line, entry=ids[0]), "down") == (LookBack(ids[1]),)
    assert press(parts, evolve(on_line, entry=ids[-1]), "down") == (LookBack(None),)
    assert press(parts, evolve(on_line, incident=2), "up") == NOTHING


def test_a_page_is_what_the_panel_shows_but_for_a_few_rows() -> None:
    """What was last stays in view; a panel of one row still moves."""
    parts, context = room()
    on_line = evolve(context, panel=Where.LINE)
    ids = [entry.id for entry in context.board.incidents[1].entries]
    assert press(parts, on_line, "pageup", 5) == (LookBack(ids[-2]),)
    assert press(parts, on_line, "pageup", 1) == (LookBack(ids[-1]),)


def test_enter_goes_to_the_line_and_from_there_to_speaking() -> None:
    """On a unit it goes to what the unit is on; a unit on nothing goes nowhere."""
    parts, context = room()
    assert press(parts, context, "enter") == (GoTo(Where.LINE),)
    assert press(parts, evolve(context, panel=Where.LINE), "enter") == NOTHING
    on_units = evolve(context, panel=Where.UNITS)
    assert press(parts, evolve(on_units, unit=1), "enter") == (Select(2),)
    assert press(parts, evolve(on_units, unit=2), "enter") == NOTHING
    assert press(parts, on_units, "enter") == (GoTo(Where.LINE),)


def test_escape_goes_one_step_back_at_each_press() -> None:
    """What lies on top goes first: the notice, looking back, the unit, the filter; then the board."""
    parts, context = room()
    noticed = evolve(context, notice=Notice(text="pas op", weighs=True), alarmed=True)
    assert press(parts, noticed, "escape") == (ClearNotice(),)
    assert press(parts, evolve(context, panel=Where.LINE, entry=1), "escape") == (LookBack(None),)
    assert press(parts, evolve(context, panel=Where.MAP, unit=1), "escape") == (SelectUnit(None),)
    assert press(parts, evolve(context, filter=holding("brand")), "escape") == (FilterBy(Edit()),)
    assert press(parts, evolve(context, panel=Where.LINE), "escape") == (GoTo(Where.BOARD),)


def test_escape_answers_nothing_that_asks() -> None:
    """It goes one step back, and the row stands: only its own answer takes it away."""
    rig = Rig()
    rig.welcome()
    desk = rig.desk()
    rig.open(3, "brand", priority=1)
    desk.press("escape", None)
    assert desk.parts.alarms.rows == (3,)


def test_the_map_leaves_the_arrows_to_its_own_actions() -> None:
    """There they move the map."""
    parts, context = room()
    assert press(parts, evolve(context, panel=Where.MAP), "up") is None
