"""How each kind of line looks: its tone, its pattern of dots, from which zoom on it is drawn and named. Pure.

Kinds differ in pattern as well as in tone, so that they can be told apart without colours: main roads are
twice as thick, rails are dashed, paths are dotted, water is filled with a sparse texture.
"""

from collections.abc import Mapping

from attrs import frozen

from console.paint.tone import Tone
from protocol.map.piece import StrokeKind

NEVER_M = 0.0


@frozen(kw_only=True)
class Look:
    """One kind's look."""

    order: int
    """Higher is drawn over lower, and gives a cell its tone."""

    tone: Tone
    on: int = 1
    off: int = 0
    """So many dots drawn, so many left out, along the line."""

    thick_to_m: float = NEVER_M
    """Drawn twice as thick up to this many metres a cell."""

    named_to_m: float = NEVER_M
    """Its names are written up to this many metres a cell."""

    name_rank: int = 9
    """Lower is named first."""

    is_road: bool = False
    """True where a unit can go."""


TEXTURE = 3
"""The order of the inside of a water, just below its outline."""

HATCH = 1
"""The order of what a dispatch would lose, between the streets."""

LOOKS: Mapping[StrokeKind, Look] = {
    StrokeKind.AREA: Look(order=1, tone=Tone.MAP_AREA, on=1, off=4, named_to_m=128, name_rank=4),
    StrokeKind.GREEN: Look(order=2, tone=Tone.MAP_GREEN, on=1, off=2, named_to_m=16, name_rank=6),
    StrokeKind.WATER: Look(order=4, tone=Tone.MAP_SHORE, on=2, off=1, named_to_m=32, name_rank=5),
    StrokeKind.WATERWAY: Look(order=4, tone=Tone.MAP_SHORE, on=2, off=1, named_to_m=16, name_rank=5),
    StrokeKind.PATH: Look(order=5, tone=Tone.MAP_PATH, on=1, off=2, named_to_m=4, name_rank=7, is_road=True),
    StrokeKind.STREET: Look(order=6, tone=Tone.MAP_STREET, named_to_m=32, name_rank=3, is_road=True),
    StrokeKind.RAIL: Look(order=7, tone=Tone.MAP_RAIL, on=4, off=3),
    StrokeKind.THROUGH: Look(order=8, tone=Tone.MAP_THROUGH, named_to_m=64, name_rank=2, is_road=True),
    StrokeKind.MAIN: Look(
        order=9, tone=Tone.MAP_MAIN, thick_to_m=64, named_to_m=256, name_rank=1, is_road=True
    ),
    StrokeKind.MOTORWAY: Look(
        order=10, tone=Tone.MAP_MAIN, thick_to_m=128, named_to_m=512, name_rank=0, is_road=True
    ),
}

_TONES = {look.order: look.tone for look in LOOKS.values()} | {TEXTURE: Tone.MAP_WATER}
TONE_BY_ORDER: tuple[Tone, ...] = tuple(_TONES.get(order, Tone.PLAIN) for order in range(11))


def level_at(cell_m: float) -> int:
    """The most detailed level that a map of so many metres a cell draws, and so needs."""
    if cell_m <= 16:
        return 3
    if cell_m <= 128:
        return 2
    return 1 if cell_m <= 192 else 0
