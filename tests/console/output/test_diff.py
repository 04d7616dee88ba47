"""What reaches the terminal: exactly the changed cells, in few bytes, in bounded pieces."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.output.cells import Cell
from console.output.diff import Shadow, next_piece
from console.output.frame import Frame
from console.output.looks import look
from tests.console.output.screens import framed, painted_from_nothing, paintings, seen, terminal, written

Strokes = list[tuple[int, int, list[Cell]]]

WIDTH, HEIGHT = 12, 4
RED = look(foreground="31")
BLUE_GROUND = look(background="44")


@settings(max_examples=80, deadline=None)
@given(
    first=paintings(WIDTH, HEIGHT),
    second=paintings(WIDTH, HEIGHT),
    fresh=st.booleans(),
    coloured_erase=st.booleans(),
    max_chars=st.sampled_from([1, 40, 5000]),
)
def test_any_frame_after_any_other(
    first: Strokes,
    second: Strokes,
    fresh: bool,
    coloured_erase: bool,
    max_chars: int,
) -> None:
    """After the first frame and then the difference, the terminal shows the second frame."""
    a = framed(WIDTH, HEIGHT, first)
    b = framed(WIDTH, HEIGHT, second, None if fresh else a)
    screen = terminal(WIDTH, HEIGHT)
    shadow = Shadow(erases_with_colour=coloured_erase)

    written(a, shadow, screen, max_chars)
    assert seen(painted_from_nothing(a)) == seen(screen)
    written(b, shadow, screen, max_chars)
    assert seen(painted_from_nothing(b)) == seen(screen)


@settings(max_examples=80, deadline=None)
@given(first=paintings(WIDTH, HEIGHT), second=paintings(WIDTH, HEIGHT), cut=st.integers(1, 200))
def test_a_frame_overtaken_half_way(
    first: Strokes,
    second: Strokes,
    cut: int,
) -> None:
    """A frame that is replaced after one piece leaves nothing of itself behind."""
    a, b = framed(WIDTH, HEIGHT, first), framed(WIDTH, HEIGHT, second)
    screen = terminal(WIDTH, HEIGHT)
    shadow = Shadow(erases_with_colour=True)
    pyte.ByteStream(screen).feed(next_piece(shadow, a, cut).encode())

    written(b, shadow, screen)
    assert seen(painted_from_nothing(b)) == seen(screen)


@settings(max_examples=80, deadline=None)
@given(strokes=paintings(WIDTH, HEIGHT), max_chars=st.integers(1, 100))
def test_pieces_are_bounded(strokes: Strokes, max_chars: int) -> None:
    """A piece is at most one cell, or one short run of blanks, longer than asked for."""
    frame = framed(WIDTH, HEIGHT, strokes)
    shadow = Shadow(erases_with_colour=True)
    for _ in range(1000):
        piece = next_piece(shadow, frame, max_chars)
        assert len(piece) <= max_chars + 70
        if not piece:
            break
    else:
        raise AssertionError("the difference has no end")


def level(frame: Frame) -> Shadow:
    """A shadow that shows this frame already."""
    shadow = Shadow(erases_with_colour=True)
    while next_piece(shadow, frame, 1000):
        pass
    return shadow


def test_no_change_costs_nothing() -> None:
    """A frame that is on the screen already is not written again."""
    frame = framed(80, 24, [(3, 3, [("x", RED)])])
    assert next_piece(level(frame), frame, 1000) == ""


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([("x", RED)], "\x1b[6;4H\x1b[31mx"),
        ([("x", RED), ("y", RED)], "\x1b[6;4H\x1b[31mxy"),
        ([(" ", BLUE_GROUND)] * 20, "\x1b[6;4H\x1b[44m\x1b[20X"),
        ([(" ", BLUE_GROUND)] * 77, "\x1b[6;4H\x1b[44m\x1b[K"),
        ([("x", RED)] + [(" ", look())] * 2 + [("y", RED)], "\x1b[6;4H\x1b[31mx  y"),
        ([("x", RED)] + [(" ", look())] * 9 + [("y", RED)], "\x1b[6;4H\x1b[31mx\x1b[9Cy"),
    ],
)
def test_bytes_of_a_change(cells: list[Cell], expected: str) -> None:
    """Few bytes: one position, one colour, erasing for long blanks, short gaps written over."""
    frame = Frame(80, 24)
    frame.cursor = (0, 0)
    shadow = level(frame)
    frame.cursor = None
    frame.put(3, 5, cells)
    assert expected == next_piece(shadow, frame, 1000)


def test_no_coloured_erase_where_the_terminal_erases_plainly() -> None:
    """Without background colour erase, coloured blanks are written as spaces and plain ones still erased."""
    frame = Frame(40, 3)
    frame.put(0, 0, [("x", RED)] * 40)
    frame.put(0, 1, [("x", RED)] * 40)
    shadow = Shadow(erases_with_colour=False)
    while next_piece(shadow, frame, 1000):
        pass
    frame.put(0, 0, [(" ", BLUE_GROUND)] * 40)
    frame.put(0, 1, [(" ", look())] * 40)
    text = next_piece(shadow, frame, 1000)
    assert " " * 40 in text
    assert text.count("\x1b[K") == 1


def test_emoji_may_be_measured_otherwise() -> None:
    """After a grapheme of unsure width the next cell is placed anew, wherever the terminal has its cursor."""
    frame = framed(20, 2, [(0, 0, [("🚓", RED), ("", RED), ("a", RED)])])
    assert "🚓\x1b[3Ga" in next_piece(Shadow(erases_with_colour=True), frame, 1000)


def test_a_busy_row_starves_no_other() -> None:
    """A top row that changes before every piece does not keep the bottom row from being written."""
    frame = Frame(30, 3)
    shadow = level(frame)
    frame.put(0, 2, [("z", RED)] * 30)
    texts = []
    for turn in range(6):
        frame.put(0, 0, [("ab"[turn % 2], RED)] * 30)
        texts.append(next_piece(shadow, frame, 20))
    assert "z" in "".join(texts)


def test_a_link_opens_and_closes() -> None:
    """A hyperlink is opened before its first cell and closed after its last."""
    linked = look(link="https://example.org/417")
    frame = framed(20, 1, [(0, 0, [("a", linked), ("b", look())])])
    text = next_piece(Shadow(erases_with_colour=True), frame, 1000)
    assert "\x1b]8;;https://example.org/417\x1b\\a" in text
    assert "\x1b]8;;\x1b\\b" in text
