"""Both ends of a run of frames learn the same names without ever sending the list."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.errors import WrongShape
from protocol.wire.lexicon import CAPACITY, MAX_CHARS, Lexicon
from tests.strategies import names


@given(st.lists(names()))
def test_what_is_said_is_heard(said: list[str]) -> None:
    """In full the first time, as a number after that."""
    speaker, listener = Lexicon(), Lexicon()
    known: set[str] = set()
    for name in said:
        raw = speaker.said(name)
        assert isinstance(raw, int) == (name in known)
        assert name == listener.heard(raw)
        if len(name) <= MAX_CHARS:
            known.add(name)


def test_a_long_name_is_spelled_out_every_time() -> None:
    """It seldom recurs; the longest that is learnt has MAX_CHARS."""
    lexicon = Lexicon()
    assert [lexicon.said("x" * MAX_CHARS) for _ in range(2)] == ["x" * MAX_CHARS, 0]
    long = "y" * (MAX_CHARS + 1)
    assert [long, long] == [lexicon.said(long) for _ in range(2)]


def test_a_full_lexicon_learns_nothing_more_on_either_end() -> None:
    """What it has learnt it still knows."""
    speaker, listener = Lexicon(), Lexicon()
    for number in range(CAPACITY):
        assert not speaker.is_full
        listener.heard(speaker.said(f"name {number}"))
    assert speaker.is_full
    assert listener.is_full
    assert [speaker.said("new"), speaker.said("new")] == ["new", "new"]
    assert speaker.said(f"name {CAPACITY - 1}") == CAPACITY - 1
    assert listener.heard("new") == "new"
    assert listener.heard(CAPACITY - 1) == f"name {CAPACITY - 1}"


@pytest.mark.parametrize("raw", [1, -1, True, 0.0, None, [], b"name", 2**64 - 1])
def test_what_nobody_has_said_is_not_understood(raw: Any) -> None:
    """An index that was not given out, or no name at all."""
    lexicon = Lexicon()
    lexicon.heard("only one")
    with pytest.raises(WrongShape, match="a name or an index below 1"):
        lexicon.heard(raw)


@given(st.lists(st.tuples(st.integers(-9_000_000, 9_000_000), st.integers(-18_000_000, 18_000_000))))
def test_points_are_steps_from_the_one_before(grid: list[tuple[int, int]]) -> None:
    """The first from nothing at all."""
    speaker, listener = Lexicon(), Lexicon()
    for lat, lon in grid:
        lat_step, lon_step = speaker.step_to(lat, lon)
        assert (lat, lon) == listener.stepped(lat_step, lon_step)
