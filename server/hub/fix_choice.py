"""Which positions go into the next piece for a link that cannot carry all. Pure.

What its map shows goes first, but a share of each piece is for the others, so that nobody is forgotten:
whoever was told longest ago is next, there and here. How old a position is the console sees by itself.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain, islice

from protocol.model.fix import Fix
from protocol.model.window import Window
from protocol.wire.frames import encode
from protocol.wire.messages import Positions

OTHERS_EVERY = 4
"""One in so many is a unit out of view, as long as there are both."""

LEAST_UNIT_BYTES = 5
"""No position takes less, so more than this many cannot fit."""


def in_turn(
    owed: Collection[int],
    fix_by_unit: Mapping[int, Fix],
    told_in: Callable[[int], int],
    window: Window | None,
) -> Iterator[int]:
    """These units, each once, in the order in which they are told; `told_in` is when each was told last."""
    waiting = sorted(owed, key=lambda unit: (told_in(unit), unit))
    if window is None:
        return iter(waiting)
    seen = [unit for unit in waiting if window.shows(fix_by_unit[unit].point)]
    in_view = set(seen)
    others = (unit for unit in waiting if unit not in in_view)
    return _shared(iter(seen), others)


def _shared(seen: Iterator[int], others: Iterator[int]) -> Iterator[int]:
    while some := list(islice(seen, OTHERS_EVERY - 1)):
        yield from chain(some, islice(others, 1))
    yield from others


def piece_of(
    units: Iterator[int], fix_by_unit: Mapping[int, Fix], *, most_bytes: int, now_ms: int
) -> tuple[list[int], bytes]:
    """The first of these units that fit a frame of so many bytes, at least one, and the frame."""
    chosen = list(islice(units, max(1, most_bytes // LEAST_UNIT_BYTES)))
    while True:
        frame = encode(Positions(fixes=tuple(fix_by_unit[unit] for unit in chosen)), now_ms=now_ms)
        if len(frame) <= most_bytes or len(chosen) == 1:
            return chosen, frame
        # How many bytes a unit takes hangs on its neighbours in the frame; mostly this is right at once.
        fitting = len(chosen) * most_bytes // len(frame)
        del chosen[max(1, min(fitting, len(chosen) - 1)) :]
