"""What is too far away: by a box, or by the rest of the file."""

from itertools import pairwise

import pytest

from protocol.model.point import Point
from server.rehearse.area import Box, Circle, Everywhere, circle_around, thinned


def at(lat_deg: float, lon_deg: float) -> Point:
    """A point in short."""
    return Point(lat_deg=lat_deg, lon_deg=lon_deg)


def test_a_box_holds_its_edges_and_nothing_beyond() -> None:
    """The corners are inside; a little further is not."""
    box = Box(south_west=at(51, 4), north_east=at(53, 5))
    assert box.holds(at(51, 4))
    assert box.holds(at(53, 5))
    assert not box.holds(at(50.999, 4.5))
    assert not box.holds(at(52, 5.001))


@pytest.mark.parametrize(("corner", "word"), [(at(51, 6), "south"), (at(52, 4), "west")])
def test_a_box_without_inside_is_refused(corner: Point, word: str) -> None:
    """A box upside down would find every position impossible."""
    with pytest.raises(ValueError, match=word):
        Box(south_west=at(51, 4), north_east=corner)


def test_a_ride_to_the_next_city_is_no_outlier_and_another_country_is() -> None:
    """All calls in one street: 60 km away still belongs, 0,0 and a slip of one degree of latitude do not."""
    circle = circle_around([at(52.01, 4.36)] * 5 + [at(0, 0)])
    assert isinstance(circle, Circle)
    assert circle.holds(at(52.37, 4.89))
    assert not circle.holds(at(53.01, 4.36))
    assert not circle.holds(at(0, 0))


def test_a_wide_region_makes_a_wide_circle() -> None:
    """Where positions lie 50 km apart as a rule, 1000 km belongs and 2000 km does not."""
    circle = circle_around([at(52 + n / 2, 5) for n in range(-2, 3)])
    assert circle.holds(at(61, 5))
    assert not circle.holds(at(70, 5))


def test_without_positions_nothing_is_impossible() -> None:
    """A file without points has no middle to be far from."""
    assert circle_around([]) == Everywhere()
    assert Everywhere().holds(at(-90, 180))


def test_the_sample_stays_small_and_even() -> None:
    """Of a long file every k-th position is kept, from the first to near the last."""
    sample = thinned((at(n / 1_000, 0) for n in range(1_000)), max_sample=10)
    assert len(sample) <= 10
    steps = {round((b.lat_deg - a.lat_deg) * 1_000) for a, b in pairwise(sample)}
    assert len(steps) == 1
    assert sample[0] == at(0, 0)
    assert sample[-1].lat_deg > 0.8
