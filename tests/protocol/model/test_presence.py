"""Where somebody of the room is: a few bytes, and never the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.number import MAX_NUMBER
from protocol.model.presence import LENGTHS, HalfCall, Presence, Spot, half_call, present_at, step_of
from protocol.model.text import Text
from protocol.wire.frames import decode_up, encode

MOST_BYTES = 8


@given(st.none() | st.integers(1, MAX_NUMBER), st.sampled_from(Spot), st.integers(0, 10_000))
def test_a_change_is_at_most_eight_bytes(incident: int | None, spot: Spot, typed: int) -> None:
    """Whatever the melding's number, the panel and the length: the whole frame."""
    here = present_at(incident, spot, typed=typed)
    frame = encode(here)
    assert len(frame) <= MOST_BYTES
    assert decode_up(frame, now_ms=0) == here
    assert (here.incident, here.spot) == (incident or 0, spot)


@given(st.integers(-5, 10_000))
def test_how_much_is_typed_is_rounded_down(length: int) -> None:
    """To one of a few lengths, so that not every key is news."""
    typed = present_at(1, Spot.LINE, typed=length).typed
    assert typed in LENGTHS
    assert typed <= max(0, length)
    assert LENGTHS.index(typed) == step_of(length)


@pytest.mark.parametrize("state", [-1, 80, True, "1"])
def test_a_state_that_is_none_is_not_made(state: object) -> None:
    """A spot and a length, and nothing beside."""
    with pytest.raises((TypeError, ValueError)):
        Presence(state=state)  # type: ignore[arg-type]


def test_a_half_call_holds_what_a_row_shows() -> None:
    """Cut to that, in one line, and storable whatever was typed."""
    half = half_call(3, what="steek\npartij \ud800 " + "x" * 200, place="  Markt 4 ", priority=1)
    assert half.stands
    assert half.what.startswith("steek partij ? xxx")
    assert (len(half.what), half.place) == (60, "Markt 4")
    assert HalfCall(mark=3).stands is False
    with pytest.raises(ValueError, match="what"):
        HalfCall(mark=1, what=Text("x" * 61))
