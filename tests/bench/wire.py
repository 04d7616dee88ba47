"""What a console receives, in bytes above TCP: per change and per position.

Exact: the frames are made by the server's own hub for a console that is present, and every websocket frame is
counted with its header.
"""

import json
import random
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime

from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.model.point import Point
from protocol.plain import as_plain
from protocol.wire.deltas import DeltaWriter
from protocol.wire.frames import encode
from protocol.wire.messages import Positions
from tests.bench.figure import Figure
from tests.bench.workload import Workload

MASK_BYTES = 4


def header_bytes(payload: int, *, masked: bool = False) -> int:
    """Of one websocket frame with a payload of this length."""
    return (2 if payload < 126 else 4 if payload < 65_536 else 10) + (MASK_BYTES if masked else 0)


def on_wire(frame: bytes, *, masked: bool = False) -> int:
    """A frame's payload and its header."""
    return len(frame) + header_bytes(len(frame), masked=masked)


def change_figures(work: Workload) -> Iterator[Figure]:
    """Bytes per change against JSON, plain and with a deflate window of its own."""
    writer = DeltaWriter(work.board.seq, to_ms(work.board.at))
    ours = [on_wire(writer.write(change).known) for change in work.changes]
    plain_writer = DeltaWriter(work.board.seq, to_ms(work.board.at))
    plain = [on_wire(plain_writer.write(change).plain) for change in work.changes]
    deflate = zlib.compressobj(6, zlib.DEFLATED, -12, 5)
    plain_json, deflated = [], []
    for change in work.changes:
        text = json.dumps(
            {
                "seq": change.seq,
                "at": change.at.isoformat(),
                "by": change.by,
                "facts": [{"fact": type(fact).__name__, **as_plain(fact)} for fact in change.facts],
            }
        ).encode()
        packed = deflate.compress(text) + deflate.flush(zlib.Z_SYNC_FLUSH)
        plain_json.append(on_wire(text))
        # permessage-deflate leaves out the four bytes that end a flush.
        deflated.append(len(packed) - 4 + header_bytes(len(packed) - 4))
    mean = sum(ours) / len(ours)
    note = f"{len(ours)} changes of the busiest hour, {work.source} calls"
    yield Figure(
        name="bytes per incident change, mean",
        value=mean,
        unit="B",
        target=24,
        baseline=sum(deflated) / len(deflated),
        baseline_name="JSON delta + permessage-deflate",
        note=f"{note}; plain JSON {sum(plain_json) / len(plain_json):.0f} B",
    )
    yield Figure(
        name="the same for a console that came late",
        value=sum(plain) / len(plain),
        unit="B",
        baseline=mean,
        baseline_name="present from the start",
        note="until the next generation of names, 256 changes at the most",
    )


def position_figures() -> Iterator[Figure]:
    """Bytes per position per listener, 50 units moving."""
    chance = random.Random(3)
    now = datetime(2026, 1, 15, 16, tzinfo=UTC)
    fixes = tuple(
        Fix(
            unit=unit,
            point=Point(lat_deg=52 + chance.random() / 10, lon_deg=4.3 + chance.random() / 10),
            at=now,
        )
        for unit in range(1, 51)
    )
    frame = encode(Positions(fixes=fixes), now_ms=to_ms(now))
    as_json = json.dumps(
        [{"unit": each.unit, **as_plain(each.point), "at": now.isoformat()} for each in fixes]
    ).encode()
    yield Figure(
        name="bytes per unit position, 50 moving",
        value=on_wire(frame) / 50,
        unit="B",
        target=6,
        baseline=on_wire(as_json) / 50,
        baseline_name="JSON",
    )
