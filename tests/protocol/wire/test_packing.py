"""msgpack, strictly: one value within the limits."""

from contextlib import suppress

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.errors import BadMessage, NotMsgpack, TooDeep, TooLarge
from protocol.wire.limits import MAX_DEPTH, MAX_ELEMENTS
from protocol.wire.packing import pack, unpack

scalars = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.binary(max_size=20)
values = st.recursive(
    scalars | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_what_is_packed_comes_back(value: object) -> None:
    """Text as text and bytes as bytes; too deep is refused and nothing else is."""
    try:
        assert value == unpack(pack(value), max_bytes=10_000)
    except TooDeep:
        assert repr(value).count("[") >= MAX_DEPTH


@given(st.binary(max_size=60))
def test_arbitrary_bytes_are_a_value_or_a_bad_message(frame: bytes) -> None:
    """Never another error."""
    with pytest.raises(TooLarge) if len(frame) > 40 else suppress(BadMessage):
        unpack(frame, max_bytes=40)


def test_the_limits_themselves_are_accepted() -> None:
    """One more is not."""
    deepest: list[object] = []
    for _ in range(MAX_DEPTH - 1):
        deepest = [deepest]
    assert deepest == unpack(pack(deepest), max_bytes=100)
    with pytest.raises(TooDeep, match=f"deeper than {MAX_DEPTH}"):
        unpack(pack([deepest]), max_bytes=100)
    longest = [0] * MAX_ELEMENTS
    assert longest == unpack(pack(longest), max_bytes=MAX_ELEMENTS + 3)
    with pytest.raises(TooLarge, match=rf"{MAX_ELEMENTS + 3} bytes, and at most {MAX_ELEMENTS + 2}"):
        unpack(pack(longest), max_bytes=MAX_ELEMENTS + 2)
    with pytest.raises(NotMsgpack, match="max_array_len"):
        unpack(pack([*longest, 0]), max_bytes=100_000)


def test_a_caller_may_ask_for_fewer_elements() -> None:
    """Where it knows that less is enough."""
    with pytest.raises(NotMsgpack, match=r"3 exceeds max_array_len\(2\)"):
        unpack(pack([1, 2, 3]), max_bytes=100, max_elements=2)


@pytest.mark.parametrize("value", [{1: 2}, msgpack.ExtType(5, b"x"), msgpack.Timestamp(1)], ids=repr)
def test_maps_and_extensions_are_refused(value: object) -> None:
    """No message of this protocol has one."""
    with pytest.raises(NotMsgpack, match=r"max_(map|ext)_len"):
        unpack(msgpack.packb([value]), max_bytes=100)
