"""The row as it looks: the reader at its edge, the text, what waits."""

import pytest

from console.field.edit import holding
from console.paint.row import width_of
from console.paint.tone import Ground, Tone
from console.part.reader import Reader
from console.row.bar import RowView, Typing, column_of, draw_row
from console.texts.texts import Texts

SAY = Texts("nl", strict=True).say


def test_the_edge_stands_before_the_words() -> None:
    """Melding, reader, words."""
    view = RowView(edit=holding("rode jas"), incident=417, edge="log")
    (row,) = draw_row(view, SAY, width=80)
    assert row.text.startswith(" 417 log » rode jas")
    assert row.ground is Ground.FIELD


@pytest.mark.parametrize(
    ("reader", "ground"), [(Reader.CALLER, Ground.MELDER_TALKS), (Reader.WHISPER, Ground.WHISPER)]
)
def test_who_else_reads_colours_the_whole_row(reader: Reader, ground: Ground) -> None:
    """Nobody writes to the melder by mistake."""
    (row,) = draw_row(RowView(edit=holding("x"), reader=reader, edge="e"), SAY, width=80)
    assert row.ground is ground


def test_a_verb_has_the_ground_of_a_verb_whoever_reads() -> None:
    """It goes to nobody."""
    view = RowView(edit=holding("sluit"), typing=Typing.VERB, reader=Reader.CALLER)
    (row,) = draw_row(view, SAY, width=80)
    assert (row.text.startswith(" : sluit"), row.ground) == (True, Ground.FIELD)


def test_a_lit_digit_glows_and_says_what_it_does() -> None:
    """In the place of the text."""
    (row,) = draw_row(RowView(edit=holding(""), lit="3", hint="verbind door"), SAY, width=80)
    assert ("3", Tone.LIT) in row.spans
    assert "verbind door" in row.text


def test_a_pencil_says_that_words_lie_aside() -> None:
    """Before the number."""
    (row,) = draw_row(RowView(edit=holding(""), incident=7, edge="log", aside=True), SAY, width=80)
    assert row.text.startswith(" ✎ 7 log »")


@pytest.mark.parametrize("width", [40, 60, 80])
def test_what_waits_takes_at_most_half(width: int) -> None:
    """And the row is never wider than the screen."""
    view = RowView(edit=holding("x" * 30), incident=7, edge="log", waiting=("koppel 12.03 417",) * 9)
    (row,) = draw_row(view, SAY, width=width)
    assert width_of(row.spans) <= width


def test_a_mark_stands_under_its_character() -> None:
    """Behind the edge, whatever that is."""
    verb = RowView(edit=holding("sluit x"), typing=Typing.VERB)
    words = RowView(edit=holding("sluit x"), incident=417, edge="log")
    assert column_of(verb, SAY, 6, 80) == 9
    assert column_of(words, SAY, 6, 80) == len(" 417 log » ") + 6
