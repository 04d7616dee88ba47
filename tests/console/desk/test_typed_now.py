"""What is typed at a desk as a value, and back to its fields."""

from attrs import evolve

from console.desk.desk import Desk
from console.desk.typed_now import clear, lay_back, typed_now
from console.memory.typed import Typed, TypedIn
from console.part.field import Field
from protocol.facts.pairs import PairSplit
from protocol.facts.units import UnitAssigned
from protocol.model.line_kind import LineKind
from protocol.model.text import Name
from tests.console.lined import put_through
from tests.console.rig import Rig, type_keys
from tests.console.street import Street


def _texts(typed: Typed) -> list[tuple[TypedIn, int, str]]:
    return [(line.typed_in, line.number, line.text) for line in typed.lines]


def _line(typed: Typed, typed_in: TypedIn) -> Typed:
    return evolve(typed, lines=tuple(line for line in typed.lines if line.typed_in is typed_in), forms=())


def on_both_lines() -> Desk:
    """Something is typed on either line of 417."""
    rig = put_through()
    desk = rig.desk()
    desk.settle()
    desk.select(417)
    for kind, text in ((LineKind.OPEN, "aan ons"), (LineKind.CONTACT, "aan u")):
        desk.parts.lines.show(417, kind)
        desk.press("z", "z")
        type_keys(desk, text)
        desk.press("escape", None)
    return desk


def test_each_line_of_a_melding_keeps_its_own_words() -> None:
    """What is for the colleagues never comes back on the line that the melder hears."""
    desk = on_both_lines()
    typed = typed_now(desk.parts, desk.context(), None)
    assert _texts(typed) == [
        (TypedIn.OPEN_LINE, 417, "aan ons"),
        (TypedIn.CONTACT_LINE, 417, "aan u"),
    ]
    desk.apply(clear(desk.parts, desk.context()))
    assert typed_now(desk.parts, desk.context(), None) == Typed()
    laid = lay_back(desk.parts, desk.context(), typed, ())
    assert laid.where == ("lijn van 417", "contactlijn van 417")
    assert (desk.parts.lines.drafts.of(417).text, desk.parts.lines.to_melder.of(417).text) == (
        "aan ons",
        "aan u",
    )
    assert typed_now(desk.parts, desk.context(), None) == typed


def test_what_comes_back_twice_stands_there_once() -> None:
    """And goes before what was typed since."""
    desk = on_both_lines()
    typed = _line(typed_now(desk.parts, desk.context(), None), TypedIn.OPEN_LINE)
    lay_back(desk.parts, desk.context(), typed, ())
    assert desk.parts.lines.drafts.of(417).text == "aan ons"
    older = evolve(typed, lines=(evolve(typed.lines[0], text="eerder"),))
    lay_back(desk.parts, desk.context(), older, ())
    assert desk.parts.lines.drafts.of(417).text == "eerder aan ons"


def test_the_line_of_a_pair_comes_back_to_its_unit() -> None:
    """While that is on duty; else it has no home."""
    rig = Street()
    desk = rig.come_in()
    rig.sign_on("anna")
    rig.open(1)
    rig.happen(UnitAssigned(unit=1, incident=1))
    rig.happen(PairSplit(unit=1, other=2, call_sign=Name("anna-2")))
    desk.press("f5", None)
    desk.press("enter", None)
    type_keys(desk, "achterom")
    typed = typed_now(desk.parts, desk.context(), None)
    assert (TypedIn.PAIR_LINE, 1, "achterom") in _texts(typed)
    desk.apply(clear(desk.parts, desk.context()))
    assert desk.parts.own.pair.drafts.of(1).text == ""
    assert lay_back(desk.parts, desk.context(), typed, ()).where == ("lijn met uw koppelgenoot",)
    assert desk.parts.own.pair.drafts.of(1).text == "achterom"
    other = Rig().desk()
    assert _texts(lay_back(other.parts, other.context(), typed, ()).homeless) == [
        (TypedIn.PAIR_LINE, 1, "achterom")
    ]


def test_blanks_are_nothing() -> None:
    """And a line that a key began is nobody's."""
    rig = Rig()
    rig.welcome()
    rig.open(7)
    desk = rig.desk()
    desk.settle()
    desk.press("z", "z")
    type_keys(desk, "  ")
    desk.press("escape", None)
    desk.perform(desk.catalog.by_id["close"])
    assert typed_now(desk.parts, desk.context(), None) == Typed()


def test_whoever_types_when_the_fields_are_emptied_types_on_in_words() -> None:
    """In the command line, from whichever field; who typed nothing has the keys as before."""
    desk = on_both_lines()
    desk.apply(clear(desk.parts, desk.context()))
    assert desk.stand.field is None
    for key in ("z", "slash", "f6", "colon"):
        desk.press(key, {"slash": "/", "colon": ":", "z": "z"}.get(key))
        assert desk.stand.field is not None
        desk.apply(clear(desk.parts, desk.context()))
        assert (desk.stand.field, desk.parts.line.edit.text) == (Field.COMMAND, "")
        desk.press("escape", None)
