"""Message <-> bytes. The one door between the values and the link.

Frames stand alone, except the deltas: those are written by a DeltaWriter and read by the DeltaReader of the
link. The gateway and the link carry the bytes and never look inside.
"""

from collections.abc import Mapping
from typing import Any

from protocol.errors import UnknownTag, WishUnreadable, WrongShape
from protocol.facts.fact import Fact
from protocol.model.presence import HalfCall, Presence
from protocol.wire.coders import Coder, Shared, class_coder
from protocol.wire.deltas import DELTA_TAGS, DeltaReader
from protocol.wire.limits import MAX_COMMAND_ID, MAX_DOWN_FRAME_BYTES, MAX_UP_FRAME_BYTES
from protocol.wire.messages import (
    Alarm,
    Alive,
    Delta,
    Do,
    Done,
    DownMessage,
    Fetch,
    LooksAt,
    OnLine,
    OnLines,
    Piece,
    Positions,
    Refusal,
    SeatHalfCall,
    SeatPresence,
    Shown,
    SnapshotPart,
    UpMessage,
    Welcome,
)
from protocol.wire.packing import pack, unpack
from protocol.wire.positions import read_positions, write_positions
from protocol.wire.tags import COMMAND_CODER, FACT_CODER

TAG_DO = 8
TAG_POSITIONS = 9

PLAIN_BY_TAG: Mapping[int, type[Any]] = {
    4: Welcome,
    5: Alive,
    6: SnapshotPart,
    7: Fetch,
    10: Done,
    11: Refusal,
    12: Piece,
    13: Shown,
    14: Alarm,
    15: OnLine,
    16: OnLines,
    17: LooksAt,
    18: Presence,
    19: SeatPresence,
    20: HalfCall,
    21: SeatHalfCall,
}
"""The messages that one coder writes whole. `Do`, `Positions` and the deltas are written by hand."""

_CODER_BY_TAG: Mapping[int, Coder] = {tag: class_coder(kind, tag=tag) for tag, kind in PLAIN_BY_TAG.items()}
_CODER_BY_KIND: Mapping[type, Coder] = {kind: _CODER_BY_TAG[tag] for tag, kind in PLAIN_BY_TAG.items()}
DOWN_TAGS = frozenset({4, 5, 6, 10, 11, 12, 13, 14, 16, 19, 21, TAG_POSITIONS}) | DELTA_TAGS
UP_TAGS = frozenset({5, 7, 15, 17, 18, 20, TAG_DO, TAG_POSITIONS})
_ALONE = Shared()
_TOLD = Shared(skips_unknown=True)


def encode(message: UpMessage | DownMessage, *, now_ms: int = 0) -> bytes:
    """The message as a frame. `now_ms` is the sender's clock, read for positions only.

    A Delta is written by a DeltaWriter, because it leans on the one before it.
    """
    match message:
        case Do():
            return pack([TAG_DO, message.id, COMMAND_CODER.write(message.command, _ALONE)])
        case Positions():
            return pack([TAG_POSITIONS, *write_positions(message.fixes, now_ms)])
        case Delta():
            raise TypeError("a Delta is written by a DeltaWriter")
        case _:
            return pack(_CODER_BY_KIND[type(message)].write(message, _ALONE))


def decode_up(frame: bytes, *, now_ms: int) -> UpMessage:
    """What a console sent. Raises WishUnreadable, which can be refused in words, or another BadMessage;
    `now_ms` dates positions.
    """
    raw, tag = _opened(frame, MAX_UP_FRAME_BYTES, UP_TAGS)
    if tag == TAG_DO:
        return _read_do(raw)
    message: UpMessage = _read_alone(raw, tag, now_ms, _ALONE)
    return message


def decode_down(frame: bytes, reader: DeltaReader | None, *, now_ms: int) -> DownMessage:
    """What the server sent. `reader` is None until the welcome. Raises BadMessage or OutOfStep."""
    raw, tag = _opened(frame, MAX_DOWN_FRAME_BYTES, DOWN_TAGS)
    if tag in DELTA_TAGS:
        if reader is None:
            raise WrongShape("$", "a welcome first", tag)
        return reader.read(raw)
    message: DownMessage = _read_alone(raw, tag, now_ms, _TOLD)
    return message


def _opened(frame: bytes, max_bytes: int, tags: frozenset[int]) -> tuple[list[Any], int]:
    raw = unpack(frame, max_bytes=max_bytes)
    if type(raw) is not list or not raw:
        raise WrongShape("$", "an array that opens with a tag", raw)
    if type(raw[0]) is not int or raw[0] not in tags:
        raise UnknownTag("$[0]", "the tag of a message of this version in this direction", raw[0])
    return raw, raw[0]


def _read_alone(raw: list[Any], tag: int, now_ms: int, shared: Shared) -> Any:
    try:
        if tag == TAG_POSITIONS:
            return Positions(fixes=read_positions(raw[1:], now_ms))
        return _CODER_BY_TAG[tag].read(raw, shared)
    except WrongShape as error:
        raise error.within("$") from error


def _read_do(raw: list[Any]) -> Do:
    if len(raw) != 3:
        raise WrongShape("$", "[tag, id, command]", raw)
    if type(raw[1]) is not int or not 1 <= raw[1] <= MAX_COMMAND_ID:
        raise WrongShape("$.id", f"a command id from 1 to {MAX_COMMAND_ID}", raw[1])
    try:
        command = COMMAND_CODER.read(raw[2], _ALONE)
    except WrongShape as error:
        raise WishUnreadable(raw[1], error.within("$.command")) from error
    return Do(id=raw[1], command=command)


def encode_facts(facts: tuple[Fact, ...]) -> bytes:
    """The facts of one change as the journal keeps them: every name spelled out."""
    return pack([FACT_CODER.write(fact, _ALONE) for fact in facts])


def decode_facts(body: bytes) -> tuple[Fact, ...]:
    """What `encode_facts` wrote. Raises BadMessage."""
    raw = unpack(body, max_bytes=MAX_DOWN_FRAME_BYTES)
    if type(raw) is not list:
        raise WrongShape("$", "an array of facts", raw)
    facts = []
    for index, part in enumerate(raw):
        try:
            facts.append(FACT_CODER.read(part, _TOLD))
        except WrongShape as error:
            raise error.within(f"$[{index}]") from error
    return tuple(facts)
