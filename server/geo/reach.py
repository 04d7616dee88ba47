"""What can be reached in time from where units are now (A57), and what a dispatch takes away. Pure.

By road one search a means from everybody at once; without a map circles as the crow flies. At the pace of the
street without a blue light: what is drawn is kept. The form it travels in is `protocol.map.reach`.
"""

from collections.abc import Callable, Sequence

import numpy as np
from attrs import frozen

from protocol.map.reach import Reach
from protocol.model.means import Means
from protocol.model.point import Point, to_grid
from server.geo.grid import Grid, bits_of, grid_over
from server.geo.plane import METRES_A_QUANTUM, Flags, Floats, Ints, Plane, plane_at
from server.geo.snap import Snaps
from server.geo.streets import Streets
from server.geo.teams import Teams
from server.geo.town import Spots, Town
from server.geo.travel import Travel


@frozen(kw_only=True)
class Reachable:
    """Somebody on duty whose position is known."""

    means: Means
    start: Point
    can_go: bool
    """True for who can be called now."""

    leaves: bool = False
    """True for who would be sent away."""

    @property
    def stays(self) -> bool:
        """True for who can still be called after the proposed dispatch."""
        return self.can_go and not self.leaves


def reach_by_road(travel: Travel, town: Town, on_duty: Sequence[Reachable], *, within_s: int) -> Reach:
    """The cells with streets that are within reach."""
    made: dict[tuple[Reachable, ...], Flags] = {}

    def reached(who: Sequence[Reachable]) -> Flags:
        """Means by means: one that loses nobody is not searched twice."""
        flags = np.zeros(town.grid.cells, np.bool_)
        for streets, spots in town.means:
            here = tuple(each for each in who if town.network.streets(each.means) is streets)
            if here and here not in made:
                made[here] = _by_road(travel, town, streets, spots, here, within_s)
            if here:
                flags |= made[here]
        return flags

    return _picture(town.grid, town.streets, on_duty, reached, within_s=within_s, by_road=True)


def reach_straight(travel: Travel, teams: Teams, on_duty: Sequence[Reachable], *, within_s: int) -> Reach:
    """Circles. The town is the areas of the teams; where there are none, what all on duty would reach."""
    corners = [corner for team in teams.teams for corner in team.area]
    lats = [each.start.lat_deg for each in on_duty] + [lat for lat, _ in corners]
    plane = plane_at(to_grid(Point(lat_deg=sum(lats) / len(lats), lon_deg=0))[0] if lats else 0)
    grid = _grid(travel, plane, on_duty, corners, within_s)
    every = np.arange(grid.cells)
    middle = plane.xy(*grid.middles(every))

    def reached(who: Sequence[Reachable]) -> Flags:
        return _circles(travel, middle, plane, who, within_s)

    areas = [_inside(plane, middle, team.area) for team in teams.teams if team.area]
    town = np.logical_or.reduce(areas) if areas else reached(on_duty)
    return _picture(grid, town, on_duty, reached, within_s=within_s, by_road=False)


def _picture(
    grid: Grid,
    town: Flags,
    on_duty: Sequence[Reachable],
    reached_by: Callable[[Sequence[Reachable]], Flags],
    *,
    within_s: int,
    by_road: bool,
) -> Reach:
    """What is reached now, and what is lost of it when those who leave are gone."""
    now = [each for each in on_duty if each.can_go]
    reached = reached_by(now)
    left = [each for each in now if each.stays]
    after = reached if len(left) == len(now) else reached_by(left)
    return Reach(
        south=grid.south,
        west=grid.west,
        cell_lat=grid.cell_lat,
        cell_lon=grid.cell_lon,
        columns=grid.columns,
        rows=grid.rows,
        within_s=within_s,
        permille=_permille(reached, town),
        permille_after=_permille(after, town),
        reached=bits_of(reached),
        lost=b"" if after is reached else bits_of(reached & ~after),
        by_road=by_road,
    )


def _permille(reached: Flags, town: Flags) -> int:
    cells = int(town.sum())
    return 1_000 * int((reached & town).sum()) // cells if cells else 0


def _by_road(
    travel: Travel, town: Town, streets: Streets, spots: Spots, who: Sequence[Reachable], within_s: float
) -> Flags:
    network, pace = town.network, travel.pace(who[0].means, urgent=False)
    reached = np.zeros(town.grid.cells, np.bool_)
    xy = network.xy([each.start for each in who])
    starts = streets.everywhere.snap(xy, limit_m=pace.limit_m)
    beside = [each for each, found in zip(who, starts.found, strict=True) if not found]
    starts = starts.at(starts.found)
    if streets.main is not streets.everywhere:
        # Who stands in an island of the map, gets to the main streets near it as well.
        also = streets.main.snap(xy, limit_m=pace.limit_m)
        starts = starts.and_(also.at(also.found))
    cost_a_m = pace.s_an_offset_m / pace.s_a_cost
    reached[_cells(streets, spots, starts, cost_a_m, within_s / pace.s_a_cost)] = True
    if beside:
        cells = np.flatnonzero(town.streets)
        middle = network.plane.xy(*town.grid.middles(cells))
        reached[cells[_circles(travel, middle, network.plane, beside, within_s)]] = True
    return reached


def _cells(streets: Streets, spots: Spots, starts: Snaps, cost_a_m: float, limit: float) -> Ints:
    """The cells within `limit`, in costs of these streets; some may come twice."""
    begun = starts.offset_m * cost_a_m
    nodes = streets.costs_from(starts, begun, limit)
    costs = np.minimum(nodes[spots.tail] + spots.tail_cost, nodes[spots.head] + spots.head_cost)
    # Stretches of the very edges where somebody stands: no node lies between.
    first = np.searchsorted(spots.edge, starts.edge, "left")
    counts = np.searchsorted(spots.edge, starts.edge, "right") - first
    start = np.repeat(np.arange(len(counts)), counts)
    same = np.arange(len(start)) - np.repeat(np.cumsum(counts) - counts, counts) + first[start]
    part = starts.part[start]
    nearest = np.clip(part, spots.first[same], spots.last[same])
    along = streets.costs_along(spots.edge[same], part, nearest)
    np.minimum.at(costs, same, begun[start] + along)
    return np.asarray(spots.cell[costs + spots.offset_m * cost_a_m <= limit])


def _circles(
    travel: Travel, middle: Floats, plane: Plane, who: Sequence[Reachable], within_s: float
) -> Flags:
    """Which of the cells with these middles lie within a circle around somebody."""
    reached = np.zeros(len(middle), np.bool_)
    for each in who:
        lat, lon = to_grid(each.start)
        away = middle - plane.xy(np.array(lat), np.array(lon))
        reached |= np.hypot(away[:, 0], away[:, 1]) <= _radius_m(travel, each.means, within_s)
    return reached


def _radius_m(travel: Travel, means: Means, within_s: float) -> float:
    return within_s * travel.straight_m_s(means, urgent=False) / travel.weights.detour


def _grid(
    travel: Travel,
    plane: Plane,
    on_duty: Sequence[Reachable],
    corners: Sequence[tuple[float, float]],
    within_s: float,
) -> Grid:
    """Over every circle and every area; one cell where there is neither."""
    boxes = [(0, 0, 0, 0)] if not on_duty and not corners else []
    for each in on_duty:
        lat, lon = to_grid(each.start)
        up = round(_radius_m(travel, each.means, within_s) / METRES_A_QUANTUM)
        aside = round(up / plane.lon_scale)
        boxes.append((lat - up, lon - aside, lat + up, lon + aside))
    for corner_lat, corner_lon in corners:
        lat, lon = to_grid(Point(lat_deg=corner_lat, lon_deg=corner_lon))
        boxes.append((lat, lon, lat, lon))
    south, west, north, east = zip(*boxes, strict=True)
    return grid_over(plane, min(south), min(west), max(north), max(east))


def _inside(plane: Plane, middle: Floats, area: Sequence[tuple[float, float]]) -> Flags:
    """Which middles lie in the area with these corners."""
    quanta = np.array([to_grid(Point(lat_deg=lat, lon_deg=lon)) for lat, lon in area], np.float64)
    xy = plane.xy(quanta[:, 0], quanta[:, 1])
    inside = np.zeros(len(middle), np.bool_)
    for (x_a, y_a), (x_b, y_b) in zip(xy, np.roll(xy, -1, axis=0), strict=True):
        if y_a != y_b:
            crossed = x_a + (middle[:, 1] - y_a) / (y_b - y_a) * (x_b - x_a)
            inside ^= ((y_a > middle[:, 1]) != (y_b > middle[:, 1])) & (middle[:, 0] < crossed)
    return inside
