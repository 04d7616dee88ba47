"""Esc before another key stays Esc, also in one packet; sequences of the terminal stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.output.escapes import Escapes


@pytest.mark.parametrize(
    "key", ["a", "b", "f", "x", "1", "0", " ", ".", "!", "é", "\r", "\t", "\x7f", "\x1a"]
)
def test_esc_and_a_key_in_one_packet_are_two_keys(key: str) -> None:
    """A letter, a digit, Space, a sign, Enter, Backspace."""
    assert Escapes().cut(f"\x1b{key}") == [None, key]


@pytest.mark.parametrize("sequence", ["\x1b[A", "\x1bOP", "\x1b[15~", "\x1b[<0;3;4M", "\x1b[?2026;2$y"])
def test_sequences_stay_whole(sequence: str) -> None:
    """An arrow, a function key, the mouse, an answer of the terminal."""
    assert Escapes().cut(f"a{sequence}b") == [f"a{sequence}b"]


def test_an_esc_at_the_end_waits_for_what_follows() -> None:
    """A key behind it leaves it alone; the rest of a sequence makes it one."""
    escapes = Escapes()
    assert (escapes.cut("a\x1b"), escapes.cut("b")) == (["a"], [None, "b"])
    assert (escapes.cut("\x1b"), escapes.cut("[A")) == ([], ["\x1b[A"])


def test_an_esc_behind_which_nothing_comes_is_one() -> None:
    """Once."""
    escapes = Escapes()
    assert escapes.cut("\x1b") == []
    assert (escapes.rest(), escapes.rest(), escapes.cut("x")) == (True, False, ["x"])


def test_two_escs_are_two() -> None:
    """The second may still begin something."""
    escapes = Escapes()
    assert (escapes.cut("\x1b\x1b"), escapes.rest()) == ([None], True)


def test_what_is_pasted_is_not_cut() -> None:
    """However it comes in."""
    escapes = Escapes()
    pasted = "\x1b[200~a\x1bb\x1b[201~"
    assert escapes.cut(pasted + "\x1bx") == [pasted, None, "x"]
    halves = [escapes.cut("\x1b[200~a\x1bb"), escapes.cut("c\x1bd\x1b[201~"), escapes.cut("\x1bx")]
    assert halves == [["\x1b[200~a\x1bb"], ["c\x1bd\x1b[201~"], [None, "x"]]


@given(st.lists(st.sampled_from(["a", "1", " ", "\x1b", "\x1b[A", "\x1bOP", "é"]), max_size=12), st.data())
def test_packets_change_nothing(keys: list[str], data: st.DataObject) -> None:
    """Wherever the stream is cut into packets, the same keys come out."""
    stream = "".join(keys)
    whole, pieces = Escapes(), Escapes()
    expected = whole.cut(stream)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=4)))
    found = [
        piece
        for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True)
        for piece in pieces.cut(stream[start:end])
    ]
    assert _joined(found) == _joined(expected)
    assert whole.rest() == pieces.rest()


def _joined(pieces: list[str | None]) -> list[str | None]:
    """Text that came in parts as one."""
    joined: list[str | None] = []
    for piece in pieces:
        if piece is not None and joined and joined[-1] is not None:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined
