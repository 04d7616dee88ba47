"""How kinds look."""

import pytest

from console.chart.looks import HATCH, LOOKS, TEXTURE, TONE_BY_ORDER, level_at
from console.paint.tone import Tone
from protocol.map.piece import StrokeKind


def test_every_kind_has_a_look() -> None:
    """A new kind on the wire needs one here."""
    assert set(LOOKS) == set(StrokeKind)


def test_roads_lie_over_water_and_paths_over_parks() -> None:
    """What one can drive on is never hidden by what one cannot."""
    orders = [look.order for look in LOOKS.values() if look.is_road]
    others = [
        LOOKS[kind].order
        for kind in (StrokeKind.WATER, StrokeKind.WATERWAY, StrokeKind.GREEN, StrokeKind.AREA)
    ]
    assert max(others) < min(orders)


def test_the_inside_of_water_has_the_tone_of_water() -> None:
    """Its order is no kind's own."""
    assert TONE_BY_ORDER[TEXTURE] is Tone.MAP_WATER
    assert HATCH < TEXTURE


@pytest.mark.parametrize(("cell_m", "level"), [(4, 3), (16, 3), (128, 2), (192, 1), (256, 0), (4_096, 0)])
def test_detail_ends_with_distance(cell_m: float, level: int) -> None:
    """Streets of a whole province would be one blot."""
    assert level_at(cell_m) == level
