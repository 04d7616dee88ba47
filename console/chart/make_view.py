"""From what is known to what the map shows. Tells the chart what is in view."""

from collections.abc import Iterable

from console.actions.action import Where
from console.chart.chart import Chart
from console.chart.markers import Marker, Seen, incident_markers, markers, melder_marker
from console.chart.view import MapView
from console.chart.viewport import Viewport
from console.harmless import harmless
from console.part.context import Context
from console.units.standing import Standing
from protocol.map.reach import Reach
from protocol.model.incident import Incident
from protocol.model.point import Point


def map_view(
    chart: Chart,
    context: Context,
    seen_units: Iterable[Standing],
    *,
    width: int,
    height: int,
    reach: Reach | None = None,
) -> MapView:
    """The map at this moment, in so many cells; tells the chart which markers are in view."""
    incident = context.chosen()
    seen = _seen(chart, context, seen_units)
    drawn = markers(_of_incidents(chart, context), seen, incident=context.incident, unit=context.unit)
    followed, name = _followed(chart, context)
    viewport = chart.look(_to_see(chart, drawn), followed, width=width, height=height)
    if viewport is not None:
        chart.spots = _spots(viewport, drawn, width, height)
    goal = None if incident is None else incident.place.point
    going = [] if goal is None else [each for each in seen if each.standing.unit.incident == context.incident]
    return MapView(
        viewport=viewport,
        markers=tuple(chart.spots) if viewport is not None else (),
        trails=_trails(chart, context, going),
        lanes=tuple((each.fix.point, goal) for each in going if goal is not None),
        following=name,
        atlas=chart.atlas,
        reach=reach,
        focused=context.panel is Where.MAP and context.field is None,
    )


def _seen(chart: Chart, context: Context, units: Iterable[Standing]) -> list[Seen]:
    """Units whose place is known, with the direction in which they go."""
    return [
        Seen(
            standing=each,
            fix=context.fixes[each.unit.id],
            heading_deg=chart.tracks.heading_deg(each.unit.id),
        )
        for each in units
        if each.unit.id in context.fixes
    ]


def _of_incidents(chart: Chart, context: Context) -> list[Marker]:
    """Incidents, and the caller of the selected one where that shared a place."""
    known = chart.incident_markers.of(
        (context.board.incidents, context.incident),
        lambda: incident_markers(_on_the_map(context), selected=context.incident),
    )
    incident = context.chosen()
    melder = None if incident is None else melder_marker(incident)
    return known if melder is None else [*known, melder]


def _to_see(chart: Chart, drawn: Iterable[Marker]) -> list[Point]:
    """What the whole map should hold: whatever is drawn on it, else the town."""
    points = [marker.point for marker in drawn]
    return points if points or chart.atlas is None else list(chart.atlas.corners())


def _spots(
    viewport: Viewport, drawn: Iterable[Marker], width: int, height: int
) -> list[tuple[tuple[int, int], Marker]]:
    """The markers that are in view, each with its cell."""
    placed = ((viewport.cell(marker.point, width, height), marker) for marker in drawn)
    return [((x, y), marker) for (x, y), marker in placed if 0 <= x < width and 0 <= y < height]


def _trails(chart: Chart, context: Context, going: Iterable[Seen]) -> tuple[tuple[Point, ...], ...]:
    """Where those come from who go to the selected incident, and the selected unit."""
    units = {each.standing.unit.id for each in going} | ({context.unit} if context.unit else set())
    return tuple(chart.tracks.trail(unit) for unit in sorted(units) if unit in context.board.units)


def _on_the_map(context: Context) -> list[Incident]:
    board, chosen = context.board, context.chosen()
    every = board.open_incidents()
    return every if chosen is None or chosen.is_open else [*every, chosen]


def _followed(chart: Chart, context: Context) -> tuple[Point | None, str]:
    """Where what the map follows is, and its name."""
    target = chart.following
    if target is None:
        return None, ""
    if target.unit is not None:
        unit, fix = context.board.units.get(target.unit), context.fixes.get(target.unit)
        return (None if fix is None else fix.point), "" if unit is None else harmless(unit.call_sign)
    incident = context.board.incidents.get(target.incident or 0)
    return (None, "") if incident is None else (incident.place.point, str(incident.number))
