"""What is not a message is refused: each kind of error, with what, where and what came."""

from typing import Any

import msgpack
import pytest

from protocol.commands.units import AssignUnit
from protocol.errors import BadMessage, NotMsgpack, TooDeep, TooLarge, UnknownTag, WishUnreadable, WrongShape
from protocol.wire.frames import decode_down, decode_facts, decode_up, encode
from protocol.wire.limits import MAX_DOWN_FRAME_BYTES, MAX_ELEMENTS, MAX_UP_FRAME_BYTES
from protocol.wire.messages import Do, Piece

NOW_MS = 1_790_000_000_000


def _packed(value: Any) -> bytes:
    packed: bytes = msgpack.packb(value, use_bin_type=True)
    return packed


@pytest.mark.parametrize(
    ("frame", "error", "words"),
    [
        (b"", NotMsgpack, "incomplete"),
        (b"\xc1", NotMsgpack, "not one msgpack value"),
        (b"\x91\x05\x91\x05", NotMsgpack, "extra data"),
        (b"\x92\x05", NotMsgpack, "incomplete"),
        (_packed([5, {}, {1: 2}]), NotMsgpack, "max_map_len"),
        (_packed([5, msgpack.ExtType(4, b"x")]), NotMsgpack, "max_ext_len"),
        (b"\x91\xc7\x00\xff", NotMsgpack, "timestamp"),
        (b"\x92\x05\xa3\xed\xa0\x80", NotMsgpack, "utf-8"),
        (b"\xdd\xff\xff\xff\xff", NotMsgpack, "max_array_len"),
        (_packed([5, list(range(MAX_ELEMENTS + 1))]), NotMsgpack, "max_array_len"),
        (b"\xdb\xff\xff\xff\xff", NotMsgpack, "incomplete"),
        (b"\x91" * 9 + b"\x05", TooDeep, "deeper than 8"),
        (b"\x91" * 15_000 + b"\x05", TooDeep, "deeper than the parser reads"),
        (b"\x91" + b"\x05" * MAX_UP_FRAME_BYTES, TooLarge, "16385 bytes, and at most 16384"),
        (_packed(5), WrongShape, r"an array that opens with a tag @ \$, got 5"),
        (_packed([]), WrongShape, r"an array that opens with a tag @ \$, got \[\]"),
        (b"\x80", WrongShape, r"an array that opens with a tag @ \$, got \{\}"),
        (_packed([99]), UnknownTag, "got 99"),
        (_packed([4]), UnknownTag, "got 4"),
        (_packed([True]), UnknownTag, "got True"),
        (_packed([5.0]), UnknownTag, "got 5.0"),
        (_packed(["x" * 9_000]), UnknownTag, "got 'x{59}…$"),
        (_packed([5, 1.5]), WrongShape, r"expected int @ \$.received_bytes, got 1.5"),
        (_packed([5, float("nan")]), WrongShape, r"expected int @ \$.received_bytes, got nan"),
        (_packed([5, True]), WrongShape, r"expected int @ \$.received_bytes, got True"),
        (_packed([5, -1]), WrongShape, r"a valid Alive .*received_bytes.* @ \$, got \[5, -1\]"),
        (_packed([5, 1, 2, 3, 4]), WrongShape, r"at most 4 elements \(Alive\) @ \$"),
        (_packed([7, 1, b"x"]), WrongShape, r"expected text @ \$.document, got b'x'"),
        (_packed([7, 1]), WrongShape, r"a valid Fetch .*document.* @ \$"),
        (_packed([8, 1]), WrongShape, r"\[tag, id, command\] @ \$"),
        (_packed([8, 0, [12, 1]]), WrongShape, r"a command id .* @ \$.id, got 0"),
        (_packed([8, 2**63, [12, 1]]), WrongShape, r"a command id .* @ \$.id"),
        (_packed([8, "1", [12, 1]]), WrongShape, r"a command id .* @ \$.id, got '1'"),
        (_packed([8, True, [12, 1]]), WrongShape, r"a command id .* @ \$.id, got True"),
        (_packed([8, 1, 12]), WishUnreadable, r"an array that opens with a tag @ \$.command, got 12"),
        (_packed([8, 1, [127, 1]]), WishUnreadable, r"a tag of this version @ \$.command\[0\], got 127"),
        (_packed([8, 1, [12.0, 1]]), WishUnreadable, r"a tag of this version @ \$.command\[0\], got 12.0"),
        (_packed([8, 1, [12, None]]), WishUnreadable, r"expected int @ \$.command.incident, got None"),
        (
            _packed([8, 1, [12, 2**64 - 1]]),
            WishUnreadable,
            r"incident must be from 1 to .* @ \$.command, got",
        ),
        (_packed([8, 1, [7, 1, 9]]), WishUnreadable, r"a UnitStatus @ \$.command.status, got 9"),
        (_packed([8, 1, [5, 1, 1, 1]]), WishUnreadable, r"expected bool @ \$.command.divert, got 1"),
        (_packed([8, 1, [1, "x", "y"]]), WishUnreadable, r"an array \(Place\) @ \$.command.place, got 'y'"),
        (_packed([8, 1, [1, "x", [7]]]), WishUnreadable, r"expected text @ \$.command.place.name, got 7"),
        (_packed([8, 1, [1, "x", ["y", [1]]]]), WishUnreadable, r"two whole quanta @ \$.command.place.point"),
        (
            _packed([8, 1, [1, "x", ["y", [1, 0.5]]]]),
            WishUnreadable,
            r"two whole quanta @ \$.command.place.point",
        ),
        (
            _packed([8, 1, [1, "x", ["y", [2**63, 0]]]]),
            WishUnreadable,
            r"a point on earth .* @ \$.command.place",
        ),
        (_packed([8, 1, [1, "x", ["y"], 2, " "]]), WrongShape, None),
        (_packed([9]), WrongShape, r"a clock below 65536 @ \$\[1\], got None"),
        (_packed([9, 65_536]), WrongShape, r"a clock below 65536 @ \$\[1\]"),
        (_packed([9, 0, [0, 0, 0]]), WrongShape, r"\[age, cell, cell, units\] @ \$\[2\]"),
    ],
)
def test_what_is_not_a_message_is_refused_by_name_and_place(
    frame: bytes, error: type[BadMessage], words: str | None
) -> None:
    """What, where and what came; a story of one space is the one odd case that is a message."""
    if words is None:
        assert isinstance(decode_up(frame, now_ms=0), Do)
        return
    with pytest.raises(error, match=words) as caught:
        decode_up(frame, now_ms=NOW_MS)
    assert type(caught.value) is error


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([1, 0, 0, "anna", [16, 1]], r"a welcome first @ \$"),
        ([10, 1, 0], r"a valid Done .*seq"),
        ([11, 1, "nee"], r"a Reason @ \$.reason, got 'nee'"),
        ([11, 1, "too-fast", [["a", "b"], ["c"]]], r"2 elements @ \$.texts\[1\], got \['c'\]"),
        ([11, 1, "too-fast", [["a", "b"], ["c", 7]]], r"expected text @ \$.texts\[1\]\[1\], got 7"),
        ([11, 1, "too-fast", 5], r"an array @ \$.texts, got 5"),
        ([6, 0, 1, "text"], r"expected bytes @ \$.packed, got 'text'"),
        ([4, "w", 0], r"expected bool @ \$.exercise, got 0"),
        ([4, "w", True, "n", 99], r"a Role @ \$.role, got 99"),
        ([4, "w", True, "n", 1, -1], r"a time must be from 0 .* @ \$.now, got -1"),
        ([4, "w", True, "n", 1, 2**64 - 1], r"a time must be from 0 .* @ \$.now"),
        ([4, "w", True, "n", 1, "nu"], r"milliseconds @ \$.now, got 'nu'"),
    ],
)
def test_what_is_not_a_message_downward_is_refused_too(value: Any, words: str) -> None:
    """A console trusts its server no further than this."""
    with pytest.raises(WrongShape, match=words):
        decode_down(_packed(value), None, now_ms=0)


def test_each_direction_has_its_own_limit_and_its_own_tags() -> None:
    """A wish is none of the server's, and its frames may be longer."""
    with pytest.raises(UnknownTag, match="got 8"):
        decode_down(encode(Do(id=1, command=AssignUnit(incident=1, unit=1))), None, now_ms=0)
    long = Piece(id=1, offset=0, total=1, data=b"x" * (MAX_DOWN_FRAME_BYTES - 10))
    assert decode_down(encode(long), None, now_ms=0) == long
    with pytest.raises(TooLarge, match=f"at most {MAX_DOWN_FRAME_BYTES}"):
        decode_down(b"x" * (MAX_DOWN_FRAME_BYTES + 1), None, now_ms=0)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (5, r"an array of facts @ \$, got 5"),
        ([[16, 1], 7], r"an array that opens with a tag @ \$\[1\], got 7"),
        ([[16, 1], [999]], r"a tag of this version @ \$\[1\]\[0\], got 999"),
        ([[16, 0]], r"a valid LineJoined .* @ \$\[0\]"),
        ([[7, 1, 2, "x", [True]]], r"expected text @ \$\[0\].place.name, got True"),
    ],
)
def test_a_damaged_body_is_refused_with_the_place_of_the_fact(body: Any, words: str) -> None:
    """So that a person can find it in the journal."""
    with pytest.raises(WrongShape, match=words):
        decode_facts(_packed(body))
