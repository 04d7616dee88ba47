"""A segment becomes one cell per column."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from console.output.cells import TAIL, Ink, look_of, sure_width
from console.output.looks import BIT, PLAIN, look

INK = Ink(ColorSystem.TRUECOLOR)


def texts(text: str) -> list[str]:
    """The graphemes of the cells of this text."""
    return [grapheme for grapheme, _ in INK.cells([Segment(text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab ", ["a", "b", " "]),
        ("日a", ["日", TAIL, "a"]),
        ("e\u0301x", ["e\u0301", "x"]),
        ("👨\u200d🚒!", ["👨\u200d🚒", TAIL, "!"]),
        ("", []),
    ],
)
def test_a_cell_for_each_column(text: str, expected: list[str]) -> None:
    """Wide graphemes take two cells, marks join the cell before them."""
    assert expected == texts(text)


@pytest.mark.parametrize("control", ["\x1b[2J", "\x07", "\x9b2J", "\x7f", "\r\n"])
def test_control_characters_never_reach_the_screen(control: str) -> None:
    """No text from outside can carry an escape sequence to the terminal."""
    assert not any(char in text for text in texts(f"a{control}b") for char in "\x1b\x07\x9b\x7f\r\n")


def test_a_style_becomes_a_look() -> None:
    """Colours become SGR parameters, attributes bits, the terminal's own colours nothing."""
    style = Style(color="#010203", bgcolor="default", bold=True, reverse=True, italic=False)
    expected = look(attributes=BIT["bold"] | BIT["reverse"], foreground="38;2;1;2;3")
    assert expected is look_of(style, ColorSystem.TRUECOLOR)


def test_colours_come_down_to_what_the_terminal_has() -> None:
    """The same colour is written as one of 256 or of 16 where the terminal has no more."""
    style = Style(color="#ff0000")
    assert look_of(style, ColorSystem.EIGHT_BIT).foreground == "38;5;196"
    assert look_of(style, ColorSystem.STANDARD).foreground == "31"


def test_a_segment_without_style_is_plain() -> None:
    """No style is the terminal's own look."""
    assert INK.cells([Segment("a")]) == [("a", PLAIN)]


@pytest.mark.parametrize("text", ["a", "日", "│", "⠿", TAIL])
def test_sure_of_plain_graphemes(text: str) -> None:
    """Letters, ideographs, lines and braille are as wide in every terminal."""
    assert sure_width(text)


@pytest.mark.parametrize("text", ["🚓", "e\u0301", "⚠", "👨\u200d🚒"])
def test_unsure_of_emoji_and_marks(text: str) -> None:
    """Emoji and joined graphemes are not."""
    assert not sure_width(text)
