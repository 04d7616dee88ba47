"""A word has a tag and says whom it is about."""

import pytest
from attrs import frozen

from protocol.about import About, Line
from protocol.commands.command import Command
from protocol.commands.incidents import ChangeWhat
from protocol.commands.order import SwitchOrder
from protocol.commands.timeline import JoinLines, Speak
from protocol.commands.units import AssignUnit
from protocol.facts.contact import ContactOpened
from protocol.model.line_kind import LineKind
from protocol.model.order import Order
from protocol.model.text import Name, Text
from protocol.word import Word

pytestmark = pytest.mark.law


def _open(number: int) -> Line:
    return Line(incident=number, kind=LineKind.OPEN)


@pytest.mark.parametrize(
    ("word", "about"),
    [
        (ChangeWhat(incident=7, what=Name("brand")), About(incidents=(7,))),
        (Speak(incident=7, text=Text("ja")), About(incidents=(7,), lines=(_open(7),))),
        (AssignUnit(incident=7, unit=3), About(incidents=(7,), units=(3,), lines=(_open(7),))),
        (JoinLines(incident=7, other=8), About(incidents=(7, 8), lines=(_open(7), _open(8)))),
        (SwitchOrder(order=Order.PRIORITY, why=Text("druk")), About()),
        (
            ContactOpened(incident=7, unit=Name("12.03")),
            About(incidents=(7,), lines=(Line(incident=7, kind=LineKind.CONTACT),)),
        ),
    ],
)
def test_it_names_its_incidents_units_and_lines(word: Word, about: About) -> None:
    """A call sign is no unit's id, and a word about the board is about nobody."""
    assert word.about() == about


def test_a_word_without_a_tag_cannot_be_written() -> None:
    """Forgotten at the head of the class, it is told at once, by name."""
    with pytest.raises(TypeError, match="Nameless needs a tag of its own"):

        @frozen(kw_only=True)
        class Nameless(Command):
            """Has none."""


def test_a_word_takes_no_tag_from_the_word_it_stands_on() -> None:
    """Two classes would answer to one number."""
    with pytest.raises(TypeError, match="Grown needs a tag"):

        @frozen(kw_only=True)
        class Grown(AssignUnit):
            """Has its parent's."""
