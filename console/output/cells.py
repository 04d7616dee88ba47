"""Turns Rich segments into screen cells: one text and one look per column.

Segments come from Textual's strips; the cells go into a Frame. A cell two columns wide is followed by a TAIL
with the same look. Control characters never become cells, so no message can smuggle an escape sequence onto
the screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from console.output.looks import ATTRIBUTES, PLAIN, Look, blank, look

Cell = tuple[str, Look]
"""A grapheme and its look; the grapheme is TAIL in the second column of a wide one."""

TAIL = ""
BLANK: Cell = (" ", PLAIN)

_MAX_STYLES = 4096


def sure_width(text: str) -> bool:
    """Whether every terminal agrees on the columns this grapheme takes.

    Emoji, joined and decorated graphemes are measured differently from one terminal to the next, so the
    cursor's column is not relied upon after them.
    """
    if len(text) != 1:
        return text == TAIL
    point = ord(text)
    return point < 0x2600 or 0x2800 <= point < 0x2B00 or 0x2E80 <= point < 0x1F000


class Ink:
    """Makes cells for one colour system; keeps the looks of the styles it has seen."""

    def __init__(self, color_system: ColorSystem) -> None:
        self._color_system = color_system
        self._looks: dict[Style, tuple[Look, Look]] = {}

    def cells(self, segments: Iterable[Segment]) -> list[Cell]:
        """The cells of these segments from left to right; as long as the segments are wide."""
        cells: list[Cell] = []
        for text, style, _control in segments:
            written, empty = self._looks_of(style)
            if text.isascii() and text.isprintable():
                cells += [(char, empty if char == " " else written) for char in text]
                continue
            for grapheme, width in _graphemes(text):
                cells.append((grapheme, empty if grapheme == " " else written))
                if width == 2:
                    cells.append((TAIL, written))
        return cells

    def _looks_of(self, style: Style | None) -> tuple[Look, Look]:
        if style is None:
            return PLAIN, PLAIN
        found = self._looks.get(style)
        if found is None:
            if len(self._looks) >= _MAX_STYLES:
                self._looks.clear()
            written = look_of(style, self._color_system)
            found = self._looks[style] = (written, blank(written))
        return found


def look_of(style: Style, color_system: ColorSystem) -> Look:
    """The look of a Rich style, its colours brought down to what the terminal has."""
    foreground = background = ""
    if style.color is not None and not style.color.is_default:
        foreground = ";".join(style.color.downgrade(color_system).get_ansi_codes())
    if style.bgcolor is not None and not style.bgcolor.is_default:
        background = ";".join(style.bgcolor.downgrade(color_system).get_ansi_codes(False))
    attributes = sum(1 << place for place, (name, _) in enumerate(ATTRIBUTES) if getattr(style, name))
    return look(attributes=attributes, foreground=foreground, background=background, link=style.link or "")


@lru_cache(maxsize=2048)
def _graphemes(text: str) -> tuple[tuple[str, int], ...]:
    printable = "".join(char for char in text if not _is_control(char))
    spans, _ = split_graphemes(printable)
    return tuple((printable[start:end], width) for start, end, width in spans if width in (1, 2))


def _is_control(char: str) -> bool:
    point = ord(char)
    return point < 0x20 or 0x7F <= point < 0xA0
