"""Words on the row as wishes, and back."""

import pytest

from console.grammar.classifications import classifications_in
from console.part.reader import Reader
from console.row.said import said_to, words_of
from protocol.commands.intake import ClassifyIncident
from protocol.commands.timeline import AddEntry
from protocol.commands.units import SignOffUnit
from protocol.model.text import MAX_TEXT_CHARS, Text
from tests.console.rig import Rig


@pytest.mark.parametrize("reader", [Reader.LOG, Reader.LINE, Reader.WHISPER, Reader.CALLER])
def test_what_is_said_can_be_told_back(reader: Reader) -> None:
    """So a refused sentence returns to the reader it was for."""
    rig = Rig()
    rig.open(1)
    desk = rig.desk()
    rig.welcome()
    (command,) = said_to(desk.context(), reader, " rode jas ")
    assert words_of(command) == (reader, 1, "rode jas")


def test_nobody_gets_nothing() -> None:
    """And no other wish has words of the row."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    for reader in Reader:
        assert said_to(desk.context(), reader, "woorden") == ()
    assert words_of(SignOffUnit(unit=1)) is None


def test_a_code_word_in_the_log_classifies_too() -> None:
    """As it does in the verb; on the line it is only a word (A2)."""
    rig = Rig()
    rig.open(1)
    desk = rig.desk()
    desk.classes = classifications_in(b'{"code": "inbraak", "levels": ["Inbraak"]}')
    rig.welcome()
    logged, classified = said_to(desk.context(), Reader.LOG, "deur open -inbraak")
    assert logged == AddEntry(incident=1, text=Text("deur open -inbraak"))
    assert isinstance(classified, ClassifyIncident)
    assert len(said_to(desk.context(), Reader.LINE, "deur open -inbraak")) == 1


def test_words_that_cannot_be_sent_raise() -> None:
    """Too long a text is refused before it goes."""
    rig = Rig()
    rig.open(1)
    desk = rig.desk()
    rig.welcome()
    with pytest.raises(ValueError, match="at most"):
        said_to(desk.context(), Reader.LOG, "x" * (MAX_TEXT_CHARS + 1))
