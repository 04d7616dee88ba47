"""Where units are, five bytes each.

A frame holds groups; a group has one age and one cell of the earth, and in it each unit costs the step of its
id (a varint) and two 16-bit offsets in quanta. Every frame stands alone, so it can be dropped, thinned, and
encoded once for all listeners.
"""

import struct
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from protocol.errors import WrongShape
from protocol.model.fix import Fix
from protocol.model.moment import from_ms, to_ms
from protocol.model.point import from_grid, to_grid

CELL_QUANTA = 65_536
"""The side of a cell: 0.65 degree, about 73 km north-south."""

AGE_STEP_MS = 2_000
"""Ages are rounded down to this, so that units of one tick share a group."""

_CLOCK_STEP_MS = 100
_CLOCK_ROUND = 65_536
_OFFSETS = struct.Struct("<HH")


def write_positions(fixes: Iterable[Fix], now_ms: int) -> list[Any]:
    """The groups of a frame sent at `now_ms`; a fix from the future counts as of now."""
    groups: dict[tuple[int, int, int], list[tuple[int, int, int]]] = defaultdict(list)
    for fix in fixes:
        age_steps = max(0, now_ms - to_ms(fix.at)) // AGE_STEP_MS
        lat, lon = to_grid(fix.point)
        cell = (age_steps, lat // CELL_QUANTA, lon // CELL_QUANTA)
        groups[cell].append((fix.unit, lat % CELL_QUANTA, lon % CELL_QUANTA))
    return [
        now_ms // _CLOCK_STEP_MS % _CLOCK_ROUND,
        *([age, lat, lon, _pack_units(units)] for (age, lat, lon), units in sorted(groups.items())),
    ]


def read_positions(raw: list[Any], now_ms: int) -> tuple[Fix, ...]:
    """The fixes of a frame that arrived at `now_ms` of the sender's clock, give or take 54 minutes.

    Raises WrongShape with the group's path.
    """
    if not raw or type(raw[0]) is not int or not 0 <= raw[0] < _CLOCK_ROUND:
        raise WrongShape("[1]", f"a clock below {_CLOCK_ROUND}", raw[0] if raw else None)
    sent_ms = _nearest(raw[0], now_ms)
    fixes: list[Fix] = []
    for index, group in enumerate(raw[1:], start=2):
        match group:
            case [age, lat, lon, bytes(packed)] if type(age) is type(lat) is type(lon) is int and age >= 0:
                try:
                    at = from_ms(max(0, sent_ms - age * AGE_STEP_MS))
                    fixes.extend(_unpack_units(packed, lat * CELL_QUANTA, lon * CELL_QUANTA, at))
                except (ValueError, OverflowError, struct.error, IndexError) as error:
                    raise WrongShape(f"[{index}]", f"units in a cell ({error})", packed) from error
            case _:
                raise WrongShape(f"[{index}]", "[age, cell, cell, units]", group)
    return tuple(fixes)


def _nearest(clock: int, now_ms: int) -> int:
    """The moment with this clock reading that is nearest to now."""
    now_steps = now_ms // _CLOCK_STEP_MS
    ahead = (clock - now_steps) % _CLOCK_ROUND
    if ahead > _CLOCK_ROUND // 2:
        ahead -= _CLOCK_ROUND
    return (now_steps + ahead) * _CLOCK_STEP_MS


def _pack_units(units: list[tuple[int, int, int]]) -> bytes:
    packed = bytearray()
    before = 0
    for unit, lat, lon in sorted(units):
        step, before = unit - before, unit
        while step > 0x7F:
            packed.append(step & 0x7F | 0x80)
            step >>= 7
        packed.append(step)
        packed += _OFFSETS.pack(lat, lon)
    return bytes(packed)


def _unpack_units(packed: bytes, lat_base: int, lon_base: int, at: Any) -> list[Fix]:
    fixes: list[Fix] = []
    place = unit = 0
    while place < len(packed):
        shift = 0
        while True:
            byte = packed[place]
            place += 1
            unit += (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
            if shift > 28:
                raise ValueError("a unit id without end")
        lat, lon = _OFFSETS.unpack_from(packed, place)
        place += _OFFSETS.size
        fixes.append(Fix(unit=unit, point=from_grid(lat_base + lat, lon_base + lon), at=at))
    return fixes
