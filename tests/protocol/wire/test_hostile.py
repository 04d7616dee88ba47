"""Whatever comes over a link is a message or an error of ours; no other error ever gets out.

This is a promise of the whole package and not of one of its files.
"""

from contextlib import suppress
from typing import Any

import msgpack
from hypothesis import example, given
from hypothesis import strategies as st

from protocol.errors import BadMessage, OutOfStep
from protocol.wire.deltas import DeltaReader
from protocol.wire.frames import decode_down, decode_facts, decode_up, encode, encode_facts
from protocol.wire.limits import MAX_DOWN_FRAME_BYTES, MAX_ELEMENTS
from protocol.wire.messages import DownMessage, UpMessage
from tests.strategies import DOWN_MESSAGES, NOON_MS, UP_MESSAGES, changes, facts

oddities: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, -1, 2**63, 2**64 - 1, -(2**63), float("nan"), float("inf"), -0.0, "", "\0", b"", [], [[]]]
)
exts = st.builds(msgpack.ExtType, st.integers(0, 127), st.binary(max_size=16))
leaves = oddities | exts | st.integers(0, 130) | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
anything = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.integers(0, 3), inner, max_size=2),
    max_leaves=30,
)
tagged = st.builds(lambda tag, rest: [tag, *rest], st.integers(0, 13), st.lists(anything, max_size=14))


def _everyone_reads(frame: bytes) -> None:
    """Each reader gives a value or one of our own two kinds of error."""
    with suppress(BadMessage):
        decode_up(frame, now_ms=NOON_MS)
    with suppress(BadMessage):
        decode_facts(frame)
    for reader in (None, DeltaReader(0, NOON_MS), DeltaReader(2**40, 0)):
        with suppress(BadMessage, OutOfStep):
            decode_down(frame, reader, now_ms=NOON_MS)


def _packed(value: Any) -> bytes:
    packed: bytes = msgpack.packb(value, use_bin_type=True)
    return packed


@given(st.binary(max_size=200))
@example(b"\x91" * 100_000)
@example(b"\xdd\x00\x00\x10\x00" * 1_000)
@example(b"\xdc\x10\x00" + b"\x90" * MAX_ELEMENTS)
@example(_packed([9, 0] + [[0, 0, 0, b"\x01\0\0\0\0"]] * (MAX_ELEMENTS - 2)))
@example(_packed([1, 0, 0, "a"] + [[16, 1]] * (MAX_ELEMENTS - 4)))
@example(b"\x92\x05\xa3\xed\xa0\x80")
@example(b"\x92\x05\xc7\x00\xff")
@example(b"\xc6\xff\xff\xff\xff")
@example(b"x" * (MAX_DOWN_FRAME_BYTES + 1))
def test_arbitrary_bytes(frame: bytes) -> None:
    """Bytes that mean nothing, and bytes made to hurt: deep, long, half a character, a false length."""
    _everyone_reads(frame)


@given(tagged)
def test_arbitrary_values_behind_a_tag(value: list[Any]) -> None:
    """Numbers that are none, extensions, maps and arrays in every place."""
    _everyone_reads(_packed(value))


def _frames() -> st.SearchStrategy[bytes]:
    messages: st.SearchStrategy[UpMessage | DownMessage] = st.one_of(
        *UP_MESSAGES.values(), *DOWN_MESSAGES.values()
    )
    bodies = st.lists(facts(), min_size=1, max_size=3).map(tuple).map(encode_facts)
    return messages.map(encode) | bodies | changes().map(_as_plain)


def _as_plain(change: Any) -> bytes:
    """A change as a delta that follows number 0, whatever its own number is."""
    body: list[Any] = msgpack.unpackb(encode_facts(change.facts), raw=False)
    return _packed([1, [0, change.seq], 5, change.by, *body])


@given(_frames(), st.data())
def test_valid_frames_with_a_flipped_byte(frame: bytes, data: st.DataObject) -> None:
    """One byte becomes another."""
    place = data.draw(st.integers(0, len(frame) - 1))
    other = bytes([frame[place] ^ data.draw(st.integers(1, 255))])
    _everyone_reads(frame[:place] + other + frame[place + 1 :])


@given(_frames(), st.data())
def test_valid_frames_cut_short_or_with_something_behind(frame: bytes, data: st.DataObject) -> None:
    """A link that lost its place."""
    _everyone_reads(frame[: data.draw(st.integers(0, len(frame) - 1))])
    _everyone_reads(frame + data.draw(st.binary(min_size=1, max_size=8)))


@given(_frames(), anything, st.data())
def test_valid_frames_with_one_value_exchanged(frame: bytes, other: Any, data: st.DataObject) -> None:
    """The right shape with one thing in it that does not belong there, at any depth."""
    value = msgpack.unpackb(frame, raw=False)
    holder, place = value, data.draw(st.integers(0, len(value) - 1))
    while isinstance(holder[place], list) and holder[place] and data.draw(st.booleans()):
        holder = holder[place]
        place = data.draw(st.integers(0, len(holder) - 1))
    holder[place] = other
    _everyone_reads(_packed(value))
