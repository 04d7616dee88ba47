"""Where the map looks."""

from console.chart.chart import Chart, Target, around_the_middle
from protocol.model.point import Point, distance_m
from tests.console.rig import CENTRE, point

WIDTH, HEIGHT = 60, 20
TOWN = (point(-900, -500), point(900, 500))


def looking(chart: Chart, *points: Point, followed: Point | None = None) -> Point | None:
    """The middle of what is in view."""
    view = chart.look(points or TOWN, followed, width=WIDTH, height=HEIGHT)
    return None if view is None else view.centre


def test_everything_is_in_view_until_somebody_moves_the_map() -> None:
    """A unit that drives out of view takes the map along; after a pan it does not."""
    chart = Chart()
    assert looking(chart) is not None
    far = point(6_000, 0)
    view = chart.look([*TOWN, far], None, width=WIDTH, height=HEIGHT)
    assert view is not None
    assert view.shows(far, WIDTH, HEIGHT)
    chart.pan(-10, 0)
    panned = chart.viewport
    chart.look([*TOWN, point(9_000, 0)], None, width=WIDTH, height=HEIGHT)
    assert chart.viewport == panned


def test_the_map_stays_while_all_is_in_view() -> None:
    """It does not breathe with every step of a unit."""
    chart = Chart()
    first = looking(chart)
    assert looking(chart, point(-880, -480), point(880, 480)) == first


def test_a_followed_unit_moves_over_a_map_at_rest() -> None:
    """The map moves when the unit leaves its middle, and not before."""
    chart = Chart()
    first = looking(chart)
    chart.follow(Target(unit=1))
    assert looking(chart, followed=point(50, 50)) == first
    there = point(1_200, 0)
    assert looking(chart, followed=there) == there


def test_a_pan_lets_go_of_what_was_followed() -> None:
    """Who moves the map decides where it looks."""
    chart = Chart()
    looking(chart)
    chart.follow(Target(incident=417))
    chart.pan(5, 0)
    assert chart.following is None


def test_fit_looks_at_everything_again() -> None:
    """After pans and zooms, one key back."""
    chart = Chart()
    first = looking(chart)
    chart.pan(30, 0)
    chart.zoom(2, TOWN[0])
    assert looking(chart) != first
    chart.fit()
    assert looking(chart) == first


def test_zoom_may_go_to_a_place() -> None:
    """The place is in the middle, and a cell is half as high."""
    chart = Chart()
    looking(chart)
    before = chart.viewport
    chart.zoom(1, TOWN[1])
    assert before is not None
    assert chart.viewport is not None
    assert (chart.viewport.centre, chart.viewport.cell_m) == (TOWN[1], before.cell_m / 2)
    chart.centre(CENTRE)
    assert chart.viewport.centre == CENTRE


def test_one_wild_position_does_not_shrink_the_rest() -> None:
    """A receiver that says 0, 0 is left out."""
    wild = Point(lat_deg=0.0, lon_deg=0.0)
    assert around_the_middle([*TOWN, point(0, 0), wild]) == [*TOWN, point(0, 0)]
    middle = looking(Chart(), *TOWN, point(0, 0), wild)
    assert middle is not None
    assert distance_m(middle, CENTRE) < 500


def test_without_a_place_there_is_nothing_to_look_at() -> None:
    """And nothing breaks when somebody moves the map."""
    chart = Chart()
    chart.pan(1, 1)
    chart.zoom(1)
    chart.centre(CENTRE)
    assert chart.look([], None, width=WIDTH, height=HEIGHT) is None
