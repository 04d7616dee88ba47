"""What is typed at a desk as a value, and back to its fields."""

from attrs import evolve

from console.desk.desk import Desk
from console.desk.typed_now import clear, lay_back, typed_now
from console.memory.typed import Typed, TypedIn, TypedLine
from console.part.field import Field
from tests.console.lined import put_through
from tests.console.rig import Rig, type_keys


def _texts(typed: Typed) -> list[tuple[TypedIn, int, str]]:
    return [(line.typed_in, line.number, line.text) for line in typed.lines]


def _line(typed: Typed, typed_in: TypedIn) -> Typed:
    return evolve(typed, lines=tuple(line for line in typed.lines if line.typed_in is typed_in), forms=())


def at_both() -> Desk:
    """Something lies aside with 417, and something is typed there."""
    rig = put_through()
    desk = rig.desk()
    desk.settle()
    desk.select(417)
    type_keys(desk, "eerst")
    desk.press("escape", None)
    type_keys(desk, "aan ons")
    return desk


def test_what_is_typed_and_what_lies_aside_come_back_each_to_its_place() -> None:
    """With the melding they were typed for."""
    desk = at_both()
    typed = typed_now(desk.parts, desk.context(), None)
    assert _texts(typed) == [(TypedIn.OPEN_LINE, 417, "aan ons"), (TypedIn.ASIDE, 417, "eerst")]
    desk.apply(clear(desk.parts, desk.context()))
    assert typed_now(desk.parts, desk.context(), None) == Typed()
    laid = lay_back(desk.parts, desk.context(), typed, ())
    assert laid.where == ("bij melding 417", "terzijde bij 417")
    row = desk.parts.row
    assert (row.under_hand.of(417).text, row.aside.of(417).text) == ("aan ons", "eerst")
    assert typed_now(desk.parts, desk.context(), None) == typed


def test_what_comes_back_twice_stands_there_once() -> None:
    """And goes before what was typed since."""
    desk = at_both()
    typed = _line(typed_now(desk.parts, desk.context(), None), TypedIn.OPEN_LINE)
    lay_back(desk.parts, desk.context(), typed, ())
    assert desk.parts.row.under_hand.of(417).text == "aan ons"
    older = evolve(typed, lines=(evolve(typed.lines[0], text="eerder"),))
    lay_back(desk.parts, desk.context(), older, ())
    assert desk.parts.row.under_hand.of(417).text == "eerder aan ons"


def test_words_to_the_melder_of_an_earlier_version_lie_aside() -> None:
    """They never stand where another reader would get them; those of a pair are shown."""
    desk = at_both()
    desk.apply(clear(desk.parts, desk.context()))
    line = TypedLine(typed_in=TypedIn.CONTACT_LINE, number=417, text="mevrouw", at=desk.context().now)
    pair = evolve(line, typed_in=TypedIn.PAIR_LINE, number=1)
    laid = lay_back(desk.parts, desk.context(), Typed(lines=(line, pair)), ())
    assert desk.parts.row.aside.of(417).text == "mevrouw"
    assert _texts(laid.homeless) == [(TypedIn.PAIR_LINE, 1, "mevrouw")]


def test_blanks_are_nothing() -> None:
    """And a line that a key began is nobody's."""
    rig = Rig()
    rig.welcome()
    rig.open(7)
    desk = rig.desk()
    desk.settle()
    desk.press("f5", None)
    type_keys(desk, "  ")
    desk.press("escape", None)
    desk.perform(desk.catalog.by_id["close"])
    assert typed_now(desk.parts, desk.context(), None) == Typed()


def test_whoever_types_when_the_fields_are_emptied_types_on_in_words() -> None:
    """In the command line, from wherever; who typed nothing has the row as before."""
    desk = at_both()
    desk.parts.row.under_hand.clear()
    desk.apply(clear(desk.parts, desk.context()))
    assert not desk.context().typing
    for key, sign in (("z", "z"), ("f6", None), ("ctrl+o", None), ("space", " ")):
        desk.press(key, sign)
        desk.apply(clear(desk.parts, desk.context()))
        after = (desk.stand.field, desk.parts.line.edit.text)
        assert after == (Field.COMMAND, "")
        desk.press("escape", None)
