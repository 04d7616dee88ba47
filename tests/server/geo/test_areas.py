"""The areas of a map by name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.geo.areas import KnownAreas
from server.geo.map_file import open_map
from tests.server.geo.named import CORNER, written


@pytest.fixture
def areas(tmp_path: Path) -> Iterator[KnownAreas]:
    """Of the small town, called stad."""
    map_file = open_map(written(tmp_path / "stad.map"))
    yield KnownAreas(map_file.link())
    map_file.close()


def test_a_name_is_known_whole_or_begun(areas: KnownAreas) -> None:
    """The town, its parts, and what streets are told apart by."""
    assert [areas.known(name) for name in ("noord", "centrum", "stad")] == [1.0, 1.0, 1.0]
    assert 0.0 < areas.known("centr") < 1.0
    assert [areas.known(name) for name in ("utrecht", "ce", "")] == [0.0, 0.0, 0.0]


def test_a_place_lies_in_its_part_and_in_the_town(areas: KnownAreas) -> None:
    """And in a part around it whose point is near; not in one on the other side."""
    at = (CORNER[0] + 1_500, CORNER[1] + 100)
    assert areas.holds("noord", at, "Noord")
    assert areas.holds("stad", at, "Noord")
    assert areas.holds("noord", at, "Buurtje")
    assert not areas.holds("zuid", at, "Noord")
    assert not areas.holds("noord", (CORNER[0] - 1_500, CORNER[1]), "Zuid")
