"""From what is under the hand to the row on the screen."""

import pytest

from console.part.field import Field
from console.part.reader import Reader
from console.row.bar import Typing
from console.row.deeds_bar import DeedsView
from console.row.make_view import deeds_view, likely_line
from protocol.commands.timeline import Speak
from protocol.facts.units import UnitAssigned
from protocol.model.text import Text
from tests.console.rig import Rig, type_keys, verb
from tests.console.shown import row_view


def _rig() -> Rig:
    rig = Rig()
    rig.sign_on("12.03")
    rig.open(1)
    return rig


def test_the_edge_names_melding_and_reader() -> None:
    """Before the first letter, and in the words of the language."""
    rig = _rig()
    desk = rig.desk()
    rig.welcome()
    view = row_view(desk)
    assert (view.typing, view.incident, view.reader, view.edge) == (Typing.WORDS, 1, Reader.LOG, "log")
    desk.press("f5", None)
    assert (row_view(desk).reader, row_view(desk).edge) == (Reader.LINE, "lijn")


@pytest.mark.parametrize(
    ("field", "typing"),
    [(Field.COMMAND, Typing.VERB), (Field.FILTER, Typing.FILTER), (Field.FORM, Typing.FORM)],
)
def test_whatever_is_typed_is_typed_on_the_row(field: Field, typing: Typing) -> None:
    """A verb, the filter; the form says that it has the keys."""
    rig = _rig()
    desk = rig.desk()
    rig.welcome()
    desk.stand.field = field
    assert row_view(desk).typing is typing


def test_a_lit_digit_says_what_it_will_do() -> None:
    """And the list shows which."""
    rig = _rig()
    rig.happen(UnitAssigned(unit=1, incident=1))
    desk = rig.desk()
    rig.welcome()
    assert deeds_view(desk.parts.row) == DeedsView()
    type_keys(desk, " 3")
    view = row_view(desk)
    assert (view.lit, "12.03" in view.hint, deeds_view(desk.parts.row).lit) == ("3", True, 3)


def test_the_bright_ones_are_read_before_space_is_pressed() -> None:
    """So a newcomer learns by reading."""
    rig = _rig()
    rig.happen(UnitAssigned(unit=1, incident=1))
    desk = rig.desk()
    rig.welcome()
    assert "Spatie 3 verbind door 12.03" in likely_line(desk.context(), desk.parts.dispatch)


def test_words_aside_have_a_pencil() -> None:
    """At their own melding."""
    rig = _rig()
    desk = rig.desk()
    rig.welcome()
    type_keys(desk, "half")
    desk.press("escape", None)
    assert row_view(desk).aside


def test_a_wish_that_waits_long_stands_beside_the_row() -> None:
    """In the words with which it would be typed; an answer takes it away."""
    rig = _rig()
    desk = rig.desk()
    rig.welcome()
    rig.wish(Speak(incident=1, text=Text("hier")))
    rig.later(5)
    (waiting,) = row_view(desk).waiting
    assert "hier" in waiting
    rig.done()
    assert row_view(desk).waiting == ()


def test_a_verb_stands_there_as_typed() -> None:
    """With its caret."""
    rig = _rig()
    desk = rig.desk()
    rig.welcome()
    type_keys(desk, ".prio")
    assert row_view(desk).edit.text == "prio"
    desk.press("escape", None)
    verb(desk, "i")
    assert row_view(desk).edit.text == ""
