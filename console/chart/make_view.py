"""From what is known to what the map shows. Tells the chart what is in view."""

from collections.abc import Iterable

from console.actions.action import Where
from console.chart.chart import Chart
from console.chart.markers import Marker, Seen, incident_markers, markers, melder_marker
from console.chart.view import MapView
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
    board, fixes, tracks = context.board, context.fixes, chart.tracks
    incident = context.chosen()
    seen = [
        Seen(standing=each, fix=fixes[each.unit.id], heading_deg=tracks.heading_deg(each.unit.id))
        for each in seen_units
        if each.unit.id in fixes
    ]
    of_incidents = chart.incident_markers.of(
        (board.incidents, context.incident),
        lambda: incident_markers(_on_the_map(context), selected=context.incident),
    )
    melder = None if incident is None else melder_marker(incident)
    if melder is not None:
        of_incidents = [*of_incidents, melder]
    drawn = markers(of_incidents, seen, incident=context.incident, unit=context.unit)
    followed, name = _followed(chart, context)
    points = [marker.point for marker in drawn]
    if not points and chart.atlas is not None:
        points = list(chart.atlas.corners())
    viewport = chart.look(points, followed, width=width, height=height)
    spots: list[tuple[tuple[int, int], Marker]] = []
    if viewport is not None:
        for marker in drawn:
            x, y = viewport.cell(marker.point, width, height)
            if 0 <= x < width and 0 <= y < height:
                spots.append(((x, y), marker))
        chart.spots = spots
    goal = None if incident is None else incident.place.point
    on_it = [each for each in seen if goal is not None and each.standing.unit.incident == context.incident]
    trailed = {each.standing.unit.id for each in on_it} | ({context.unit} if context.unit else set())
    return MapView(
        viewport=viewport,
        markers=tuple(spots),
        trails=tuple(tracks.trail(unit) for unit in sorted(trailed) if unit in board.units),
        lanes=tuple((each.fix.point, goal) for each in on_it if goal is not None),
        following=name,
        atlas=chart.atlas,
        reach=reach,
        focused=context.panel is Where.MAP and context.field is None,
    )


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
