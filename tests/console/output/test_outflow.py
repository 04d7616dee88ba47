"""What goes to the terminal next: other sequences in order, then the newest frame; nothing piles up."""

from __future__ import annotations

import pyte

from console.output.cells import Cell
from console.output.echo import MAX_OPEN, QUESTION
from console.output.frame import Frame
from console.output.looks import look
from console.output.outflow import PIECE_CHARS, Outflow
from tests.console.output.screens import painted_from_nothing, seen, terminal

RED = look(foreground="31")


def text(value: str) -> list[Cell]:
    """Red cells with this text."""
    return [(char, RED) for char in value]


def begun(frame: Frame) -> Outflow:
    """An outflow that may write this frame and has written nothing."""
    outflow = Outflow(erases_with_colour=True)
    outflow.begin()
    outflow.show(frame)
    return outflow


def taken(outflow: Outflow, at_a_time: int = 10_000) -> bytes:
    """All that the outflow has to write, taken so many bytes at a time."""
    out = bytearray()
    while data := outflow.next_bytes()[:at_a_time]:
        out += data
        outflow.wrote(len(data))
    return bytes(out)


def test_frames_in_between_are_skipped() -> None:
    """While the terminal takes nothing, a thousand frames cost no more than the last of them."""
    frame = Frame(80, 24)
    outflow = begun(frame)
    taken(outflow)
    blocked = b""
    for number in range(1000):
        frame.put(0, number % 24, text(f"{number:04d}"))
        outflow.show(frame)
        blocked = blocked or outflow.next_bytes()
    assert blocked == outflow.next_bytes()

    screen = terminal(80, 24)
    pyte.ByteStream(screen).feed(taken(outflow))
    assert seen(painted_from_nothing(frame)) == seen(screen)
    assert outflow.counters.frames_shown == 1001
    assert outflow.counters.frames_written == 3
    assert outflow.counters.frames_skipped == 998


def test_pieces_are_written_in_any_portions() -> None:
    """A terminal that takes a few bytes at a time shows the same in the end."""
    frame = Frame(40, 10)
    frame.put(0, 3, text("abc"))
    screen = terminal(40, 10)
    outflow = begun(frame)
    out = taken(outflow, at_a_time=3)
    pyte.ByteStream(screen).feed(out)
    assert seen(painted_from_nothing(frame)) == seen(screen)
    assert len(out) == outflow.counters.bytes_written


def test_other_sequences_keep_their_order_and_go_first() -> None:
    """Bell and clipboard wait for the piece that is under way, not for the frame."""
    frame = Frame(120, 100)
    for y in range(100):
        frame.put(0, y, text("xyz" * 40))
    outflow = begun(frame)
    first = outflow.next_bytes()
    outflow.control("\x07")
    outflow.control("\x1b]52;c;aGk=\x07")
    assert first == outflow.next_bytes()
    outflow.wrote(len(first))
    assert outflow.next_bytes() == b"\x07\x1b]52;c;aGk=\x07"


def test_no_piece_is_much_larger_than_its_bound() -> None:
    """What must go out before something newer can is bounded."""
    frame = Frame(300, 100)
    for y in range(100):
        frame.put(0, y, [("xy"[x % 2], look(foreground=f"38;2;{x % 256};{y};0")) for x in range(300)])
    assert len(begun(frame).next_bytes()) <= PIECE_CHARS + 400


def test_nothing_of_a_frame_is_written_while_held() -> None:
    """After hold only other sequences go out; after begin the whole screen is painted anew."""
    frame = Frame(40, 10)
    frame.put(0, 0, text("hello"))
    outflow = begun(frame)
    taken(outflow)
    outflow.hold()
    frame.put(0, 1, text("there"))
    outflow.show(frame)
    outflow.control("\x1b[?1049l")
    assert taken(outflow) == b"\x1b[?1049l"
    outflow.begin()
    out = taken(outflow)
    assert b"hello" in out
    assert b"there" in out


def test_a_frame_that_no_longer_fits_waits_for_the_next() -> None:
    """After a resize the old frame is not written; one of the new size is, over a cleared screen."""
    outflow = begun(Frame(40, 10))
    taken(outflow)
    outflow.resized(30, 8)
    assert taken(outflow) == b""
    outflow.show(Frame(30, 8))
    assert b"\x1b[2J" in taken(outflow)


def test_a_resize_to_and_fro_paints_the_same_frame_anew() -> None:
    """Where the size is the old one again there comes no new frame, yet the terminal may show anything."""
    outflow = begun(Frame(40, 10))
    taken(outflow)
    outflow.resized(30, 8)
    outflow.resized(40, 10)
    assert b"\x1b[2J" in taken(outflow)


def test_a_sequence_that_draws_costs_a_repaint() -> None:
    """When other code writes text to the terminal, the screen is painted anew after it."""
    outflow = begun(Frame(40, 10))
    taken(outflow)
    outflow.control("text of another")
    out = taken(outflow)
    assert out.startswith(b"text of another")
    assert b"\x1b[2J" in out


def test_only_long_pieces_are_synchronized() -> None:
    """A short change goes without the 16 bytes of synchronized output, a long one within it."""
    frame = Frame(120, 40)
    outflow = begun(frame)
    outflow.synchronizes = True
    taken(outflow)
    frame.put(0, 0, text("x"))
    assert b"\x1b[?2026h" not in taken(outflow)
    for y in range(20):
        frame.put(0, y, text("xyz" * 30))
    out = taken(outflow)
    assert out.startswith(b"\x1b[?2026h")
    assert out.endswith(b"\x1b[?2026l")


def busy(outflow: Outflow, frame: Frame, turns: int) -> bytes:
    """Show a screen that differs in every cell so many times; all that is to be written meanwhile."""
    out = b""
    for turn in range(turns):
        for y in range(frame.height):
            frame.put(0, y, text("ab"[turn % 2] * frame.width))
        outflow.show(frame)
        out += taken(outflow)
    return out


def test_a_far_terminal_is_never_sent_more_than_it_answers_for() -> None:
    """Output stops while its questions are open, and goes on with the newest frame when answered."""
    frame = Frame(100, 30)
    outflow = begun(frame)
    outflow.echo.answered()
    sent = busy(outflow, frame, 50)
    assert sent.count(QUESTION.encode()) == MAX_OPEN
    assert len(sent) < (MAX_OPEN + 1) * (PIECE_CHARS + 400)
    assert taken(outflow) == b""

    screen = terminal(100, 30)
    stream = pyte.ByteStream(screen)
    stream.feed(sent)
    for _ in range(50):
        outflow.echo.answered()
        stream.feed(taken(outflow))
    assert seen(screen) == seen(painted_from_nothing(frame))


def test_other_sequences_do_not_wait_for_answers() -> None:
    """A bell rings at once, however much of the frame waits."""
    frame = Frame(100, 30)
    outflow = begun(frame)
    outflow.echo.answered()
    busy(outflow, frame, 50)
    outflow.control("\x07")
    assert taken(outflow) == b"\x07"


def test_a_terminal_that_never_answered_is_not_asked() -> None:
    """Without a first answer there are no questions, and nothing waits."""
    frame = Frame(100, 30)
    outflow = begun(frame)
    assert QUESTION.encode() not in busy(outflow, frame, 10)
    assert outflow.next_bytes() == b""
    assert outflow.counters.frames_written == 10


def test_a_terminal_that_no_longer_answers_is_not_waited_for() -> None:
    """After giving up, output goes on as to a terminal that never answered."""
    frame = Frame(100, 30)
    outflow = begun(frame)
    outflow.echo.answered()
    busy(outflow, frame, 50)
    outflow.echo.stop_waiting()
    assert taken(outflow) != b""
    assert not outflow.echo.full


def test_leaving_asks_nothing_more() -> None:
    """A question not sent yet when the terminal is given away is not sent: its answer would go astray."""
    frame = Frame(100, 30)
    outflow = begun(frame)
    outflow.echo.answered()
    for y in range(30):
        frame.put(0, y, text("x" * 100))
    assert outflow.next_bytes().endswith(QUESTION.encode())
    before = outflow.echo.open
    outflow.hold()
    assert QUESTION.encode() not in taken(outflow)
    assert outflow.echo.open == before - 1
