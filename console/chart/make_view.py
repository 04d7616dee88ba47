"""From what is known to what the map shows. Reads the desk, and tells it what is in view."""

from console.actions.action import Where
from console.chart.markers import Marker, Seen, incident_markers, markers, melder_marker
from console.chart.view import MapView
from console.desk.desk import Desk
from console.harmless import harmless
from protocol.model.incident import Incident
from protocol.model.point import Point


def map_view(desk: Desk) -> MapView:
    """The map at this moment."""
    place = desk.places().get("map")
    width, height = (place.width, place.height - 1) if place is not None else (0, 0)
    board, fixes, tracks = desk.store.board, desk.store.fixes, desk.chart.tracks
    incident = desk.chosen()
    seen = [
        Seen(standing=each, fix=fixes[each.unit.id], heading_deg=tracks.heading_deg(each.unit.id))
        for each in desk.standings()
        if each.unit.id in fixes
    ]
    of_incidents = desk.chart.incident_markers.of(
        (board.incidents, desk.incident),
        lambda: incident_markers(_on_the_map(desk), selected=desk.incident),
    )
    melder = None if incident is None else melder_marker(incident)
    if melder is not None:
        of_incidents = [*of_incidents, melder]
    drawn = markers(of_incidents, seen, incident=desk.incident, unit=desk.unit)
    followed, name = _followed(desk)
    points = [marker.point for marker in drawn]
    if not points and desk.chart.atlas is not None:
        points = list(desk.chart.atlas.corners())
    viewport = desk.chart.look(points, followed, width=width, height=height)
    spots: list[tuple[tuple[int, int], Marker]] = []
    if viewport is not None:
        for marker in drawn:
            x, y = viewport.cell(marker.point, width, height)
            if 0 <= x < width and 0 <= y < height:
                spots.append(((x, y), marker))
        desk.shown_on_map(spots)
    goal = None if incident is None else incident.place.point
    on_it = [each for each in seen if goal is not None and each.standing.unit.incident == desk.incident]
    trailed = {each.standing.unit.id for each in on_it} | ({desk.unit} if desk.unit else set())
    return MapView(
        viewport=viewport,
        markers=tuple(spots),
        trails=tuple(tracks.trail(unit) for unit in sorted(trailed) if unit in board.units),
        lanes=tuple((each.fix.point, goal) for each in on_it if goal is not None),
        following=name,
        atlas=desk.chart.atlas,
        reach=desk.chart.reach,
        focused=desk.panel is Where.MAP and desk.field is None,
    )


def _on_the_map(desk: Desk) -> list[Incident]:
    board, chosen = desk.store.board, desk.chosen()
    every = board.open_incidents()
    return every if chosen is None or chosen.is_open else [*every, chosen]


def _followed(desk: Desk) -> tuple[Point | None, str]:
    """Where what the map follows is, and its name."""
    target = desk.chart.following
    if target is None:
        return None, ""
    if target.unit is not None:
        unit, fix = desk.store.board.units.get(target.unit), desk.store.fixes.get(target.unit)
        return (None if fix is None else fix.point), "" if unit is None else harmless(unit.call_sign)
    incident = desk.store.board.incidents.get(target.incident or 0)
    return (None, "") if incident is None else (incident.place.point, str(incident.number))
