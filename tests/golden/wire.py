"""The shape of everything that travels: tags, fields in order, types, and what is written by hand. Pure."""

import zlib
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from protocol.commands.timeline import AddEntry
from protocol.facts.contact import MelderShared
from protocol.facts.timeline import EntryAdded
from protocol.model.board import Board
from protocol.model.emergency import Emergency
from protocol.model.entry import Entry
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.moment import to_ms
from protocol.model.order import Order
from protocol.model.point import from_grid
from protocol.model.text import Text
from protocol.model.unit import Unit
from protocol.wire import SUBPROTOCOL, VERSION
from protocol.wire.deltas import DeltaWriter
from protocol.wire.frames import DOWN_TAGS, PLAIN_BY_TAG, UP_TAGS, encode, encode_facts
from protocol.wire.limits import MAX_DOWN_FRAME_BYTES
from protocol.wire.messages import Do, Positions
from protocol.wire.packing import unpack, unpack_all
from protocol.wire.snapshot_writer import write_snapshot
from protocol.wire.tags import COMMANDS, FACTS
from tests.full_board import full_board
from tests.golden.shapes import class_lines, enum_lines, travelling
from tests.protocol.make import OPENED, SIGNED_ON, change, minute

ROWS: tuple[type[Any], ...] = (Incident, Unit, Entry, Emergency, Order)
"""What the rows of a snapshot hold."""

_POINT = from_grid(5_192_000, 449_000)


def text() -> str:
    """The whole file."""
    words = (*COMMANDS.values(), *FACTS.values())
    roots = (*words, *PLAIN_BY_TAG.values(), *(kind for kind in ROWS if attrs.has(kind)))
    values = {kind.__name__: kind for kind in (*travelling(roots), *ROWS)}
    parts = (
        (f"version {VERSION} ({SUBPROTOCOL})",),
        words_lines("commands", COMMANDS),
        words_lines("facts", FACTS),
        ("messages", *_message_lines()),
        ("values", *(line for name in sorted(values) for line in ("", name, *_value_lines(values[name])))),
        ("by hand", "", *_by_hand()),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def words_lines(title: str, kind_by_tag: Mapping[int, type[Any]]) -> tuple[str, ...]:
    """The commands or the facts, by tag."""
    lines = [title]
    for tag, kind in sorted(kind_by_tag.items()):
        lines += ["", f"{tag} {kind.__name__}", *_value_lines(kind)]
    return tuple(lines)


def _value_lines(kind: type[Any]) -> tuple[str, ...]:
    if kind not in _lines_by_kind:
        _lines_by_kind[kind] = tuple(class_lines(kind) if attrs.has(kind) else enum_lines(kind))
    return _lines_by_kind[kind]


_lines_by_kind: dict[type[Any], tuple[str, ...]] = {}
"""Asked for thousands of times where every pair of tags is swapped."""


def _message_lines() -> Iterator[str]:
    for tag, kind in sorted(PLAIN_BY_TAG.items()):
        ways = [name for name, tags in (("up", UP_TAGS), ("down", DOWN_TAGS)) if tag in tags]
        yield from ("", f"{tag} {kind.__name__} ({', '.join(ways)})", *_value_lines(kind))
    by_hand = (UP_TAGS | DOWN_TAGS) - PLAIN_BY_TAG.keys()
    yield from ("", f"by hand: {', '.join(map(str, sorted(by_hand)))}")


def _by_hand() -> Iterator[str]:
    """Small samples of what no coder writes whole, as msgpack's own values."""
    yield f"Do: {_read(encode(Do(id=7, command=AddEntry(incident=1, text=Text('ja')))))}"
    fixes = (Fix(unit=3, point=_POINT, at=minute(0)), Fix(unit=5, point=_POINT, at=minute(0)))
    yield f"Positions: {_read(encode(Positions(fixes=fixes), now_ms=to_ms(minute(1))))}"
    writer = DeltaWriter(0, to_ms(minute(0)))
    shared = MelderShared(incident=1, point=_POINT)
    for seq, fact in enumerate((SIGNED_ON, OPENED, shared), start=1):
        written = writer.write(change(seq, fact))
        yield f"Delta {seq}, known: {_read(written.known)}"
        yield f"Delta {seq}, plain: {_read(written.plain)}"
    yield f"Delta 9 after 3, plain: {_read(writer.write(change(9, shared)).bridged(3, to_ms(minute(3))))}"
    yield f"journal: {_read(encode_facts((SIGNED_ON, EntryAdded(incident=1, text=Text('ja')))))}"
    for name, board in (("empty", Board()), ("full", full_board())):
        yield f"snapshot of a {name} board"
        yield from (f"    {row}" for row in _rows(board))


def _read(frame: bytes) -> Any:
    return unpack(frame, max_bytes=MAX_DOWN_FRAME_BYTES)


def _rows(board: Board) -> list[Any]:
    inflate = zlib.decompressobj(-15)
    return unpack_all(b"".join(inflate.decompress(part.packed) for part in write_snapshot(board)))
