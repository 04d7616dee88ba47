"""What a person can see of a pyte screen, and frames to try the output layer on."""

from __future__ import annotations

from typing import Any

import pyte
from hypothesis import strategies as st

from console.output.cells import TAIL, Cell
from console.output.diff import Shadow, next_piece
from console.output.frame import Frame
from console.output.looks import ATTRIBUTES, Look, blank, look

Seen = tuple[str, ...]

SHOWN_BY_PYTE = ("bold", "italic", "underline", "blink", "reverse", "strike")
COLOURS = ("", "31", "97", "38;5;200", "38;2;1;2;3")
BACKGROUNDS = ("", "44", "48;5;17", "48;2;9;8;7")
TEXTS = (" ", " ", " ", "a", "b", "│", "●", "日", "語", "e\u0301", "🚓", "\u2713")


def seen(screen: pyte.Screen) -> list[list[Seen]]:
    """Row by row what each cell shows: text and colours and attributes, as far as they can be seen.

    On a blank the text's colour, bold and italic cannot; with a line through or under it, or reversed, the
    colour can.
    """
    return [[_seen(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]


def _seen(char: Any) -> Seen:
    lines = [name for name in ("underscore", "strikethrough", "reverse", "blink") if getattr(char, name)]
    if char.data == " " and not lines:
        return (" ", char.bg)
    styles = [name for name in ("bold", "italics") if getattr(char, name)]
    return (char.data, char.bg, char.fg, *styles, *lines)


def terminal(width: int, height: int) -> pyte.Screen:
    """An empty screen that does not wrap lines: Textual turns that off."""
    screen = pyte.Screen(width, height)
    pyte.Stream(screen).feed("\x1b[?7l")
    return screen


def written(frame: Frame, shadow: Shadow, screen: pyte.Screen, max_chars: int = 300) -> int:
    """Write the frame to the screen piece by piece until nothing is left; the number of bytes it took."""
    stream = pyte.ByteStream(screen)
    total = 0
    for _ in range(10_000):
        piece = next_piece(shadow, frame, max_chars).encode()
        if not piece:
            return total
        total += len(piece)
        stream.feed(piece)
    raise AssertionError("the difference has no end")


def painted_from_nothing(frame: Frame) -> pyte.Screen:
    """A screen that shows the frame, written cell by cell with all of its look each time."""
    screen = terminal(frame.width, frame.height)
    stream = pyte.ByteStream(screen)
    for y, row in enumerate(frame.rows):
        for x, (text, style) in enumerate(row):
            if text != TAIL:
                codes = [code for bit, (_, code) in enumerate(ATTRIBUTES) if style.attributes >> bit & 1]
                sgr = ";".join(["0", *codes, *filter(None, (style.foreground, style.background))])
                stream.feed(f"\x1b[{y + 1};{x + 1}H\x1b[{sgr}m{text}".encode())
    return screen


def looks() -> st.SearchStrategy[Look]:
    """Looks that pyte can show."""
    bits = [1 << bit for bit, (name, _) in enumerate(ATTRIBUTES) if name in SHOWN_BY_PYTE]
    return st.builds(
        lambda bits, foreground, background: look(
            attributes=sum(bits), foreground=foreground, background=background
        ),
        st.sets(st.sampled_from(bits), max_size=2),
        st.sampled_from(COLOURS),
        st.sampled_from(BACKGROUNDS),
    )


def cells(max_size: int) -> st.SearchStrategy[list[Cell]]:
    """A stretch of one line, wide graphemes with their tails."""
    cell = st.tuples(st.sampled_from(TEXTS), looks()).map(_with_tail)
    return st.lists(cell, max_size=max_size).map(lambda parts: [each for part in parts for each in part])


def _with_tail(cell: Cell) -> list[Cell]:
    text, style = cell
    if text == " ":
        return [(" ", blank(style))]
    return [(text, style), (TAIL, style)] if text in "日語🚓" else [(text, style)]


@st.composite
def paintings(draw: st.DrawFn, width: int, height: int) -> list[tuple[int, int, list[Cell]]]:
    """Strokes for Frame.put, over and beside each other, some beyond the edge."""
    stroke = st.tuples(st.integers(-2, width), st.integers(-1, height), cells(width))
    return draw(st.lists(stroke, max_size=8))


def framed(
    width: int, height: int, strokes: list[tuple[int, int, list[Cell]]], on: Frame | None = None
) -> Frame:
    """A frame with these strokes, on a copy of another frame if given."""
    frame = Frame(width, height)
    if on is not None:
        frame.rows = [list(row) for row in on.rows]
    for x, y, stretch in strokes:
        frame.put(x, y, stretch)
    return frame
