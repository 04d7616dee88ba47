"""What is drawn besides streets."""

import pytest

from protocol.map.piece import StrokeKind
from server.geo.build.outlines import outline_kind


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("natural=water", StrokeKind.WATER),
        ("natural=coastline", StrokeKind.WATER),
        ("landuse=reservoir", StrokeKind.WATER),
        ("waterway=riverbank", StrokeKind.WATER),
        ("waterway=canal", StrokeKind.WATERWAY),
        ("waterway=canal tunnel=culvert", None),
        ("waterway=ditch", None),
        ("leisure=park", StrokeKind.GREEN),
        ("landuse=forest", StrokeKind.GREEN),
        ("landuse=residential", None),
        ("railway=rail", StrokeKind.RAIL),
        ("railway=rail service=siding", None),
        ("railway=subway tunnel=yes", None),
        ("railway=abandoned", None),
        ("place=quarter", StrokeKind.AREA),
        ("place=city", None),
        ("building=yes", None),
    ],
)
def test_what_helps_to_know_where_one_is(tags: str, expected: StrokeKind | None) -> None:
    """Water, parks, rails above ground, neighbourhoods; not every ditch, and not the town's own edge."""
    assert outline_kind(dict(pair.split("=") for pair in tags.split())) is expected
