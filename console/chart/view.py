"""What the map panel is told to show, and the rows it makes of that. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from console.chart.canvas import Canvas
from console.chart.labels import Label, Room, place_labels
from console.chart.margin import bar_cells, put_attribution, put_bar, put_legend, reach_text
from console.chart.markers import Marker
from console.chart.scale import Scale, scale
from console.chart.under import Name, Under
from console.chart.viewport import Viewport
from console.harmless import harmless
from console.map.atlas import Atlas
from console.paint.row import Row, Span, between
from console.paint.text import cells
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from protocol.map.reach import Reach
from protocol.model.point import Point

NAMED_ON_A_CELL = 3


@frozen(kw_only=True)
class MapView:
    """One moment of the map."""

    viewport: Viewport | None
    """None while no place is known at all."""

    markers: tuple[tuple[tuple[int, int], Marker], ...] = ()
    """Those in view with their cells, most important first."""

    trails: tuple[tuple[Point, ...], ...] = ()
    """Where the units that matter now came from."""

    lanes: tuple[tuple[Point, Point], ...] = ()
    """From a unit on the selected incident to that incident."""

    following: str = ""
    """The name of what the map follows; empty for nothing."""

    focused: bool = False

    atlas: Atlas | None = None
    """The streets, as far as they have come; None where the world has no map."""

    reach: Reach | None = None
    """What can be reached in time, drawn over the streets; None while nobody asked."""


def draw_map(view: MapView, say: Say, *, width: int, height: int) -> list[Row]:
    """Title, and the map in the rows below it."""
    rows = [_title(view, say, width)]
    viewport, height = view.viewport, height - 1
    if viewport is None or height <= 0:
        return [*rows, Row(spans=((" " + say("map-empty"), Tone.DIM),))]
    under = _town(view, viewport, width, height)
    canvas = Canvas(width, height, under)
    bar = scale(viewport.cell_m, width // 4)
    if under is None:
        _grid(canvas, viewport, bar)
    for lane in view.lanes:
        (x0, y0), (x1, y1) = (viewport.dot(point, width, height) for point in lane)
        canvas.line(x0, y0, x1, y1, every=3)
    for trail in view.trails:
        dots = [viewport.dot(point, width, height) for point in trail]
        for (x0, y0), (x1, y1) in pairwise(dots):
            canvas.line(x0, y0, x1, y1)
    _signs(canvas, view, [] if under is None else under.names)
    put_bar(canvas, bar)
    if view.reach is not None:
        put_legend(canvas, view.reach, say)
    if view.atlas is not None:
        put_attribution(canvas, view.atlas.attribution, bar_cells(bar))
    return rows + canvas.rows()


def _town(view: MapView, viewport: Viewport, width: int, height: int) -> Under | None:
    """The streets in view. Numpy comes in with the first of them, and not before."""
    if view.atlas is None or not view.atlas.sheets:
        return None
    from console.chart.streets import town

    return town(view.atlas, viewport, width, height, view.reach)


def _signs(canvas: Canvas, view: MapView, names: Sequence[Name]) -> None:
    """Signs with their labels, and the names of streets that none of them covers."""
    width, height = canvas.width, canvas.height
    stacks: dict[tuple[int, int], list[Marker]] = {}
    for cell, marker in view.markers:
        stacks.setdefault(cell, []).append(marker)
    drawn = {cell: stack[0] for cell, stack in stacks.items()}
    labels = [Label(x=x, y=y, text=_labelled(stack)) for (x, y), stack in stacks.items()]
    low = {height - 1} if view.reach is None else {height - 1, height - 2}
    margin = width if view.atlas is not None or view.reach is not None else width // 4 + 10
    taken = [*drawn, *((x, y) for y in low for x in range(margin))]
    labelled = place_labels(labels, taken, width, height)
    room = Room(width, height)
    for x, y in drawn:
        room.take(x, y)
    for placed in labelled:
        room.take(placed.x, placed.y, cells(placed.label.text))
    _names(canvas, names, room, {placed.y for placed in labelled} | {y for _, y in drawn})
    for placed in labelled:
        marker = drawn[placed.label.x, placed.label.y]
        canvas.put(placed.x, placed.y, placed.label.text, marker.tone)
    for (x, y), marker in drawn.items():
        canvas.put(x, y, marker.sign, marker.tone)


def _names(canvas: Canvas, names: Sequence[Name], room: Room, rows: set[int]) -> None:
    """Write the names of the town again in the rows that something else is written on, where it leaves them
    room.
    """
    rows |= canvas.touched
    for y in rows:
        canvas.touch(y)
    for name in names:
        if name.y in rows and room.is_free(name.x, name.y, name.count):
            canvas.put(name.x, name.y, name.text, name.tone)


def _labelled(stack: Sequence[Marker]) -> str:
    """The names of all that stand on one cell, as far as they are few."""
    named = stack if len(stack) <= NAMED_ON_A_CELL else stack[: NAMED_ON_A_CELL - 1]
    more = f" +{len(stack) - len(named)}" if len(named) < len(stack) else ""
    return " ".join(marker.text for marker in named) + more


def _grid(canvas: Canvas, viewport: Viewport, mesh: Scale) -> None:
    """A dot at every crossing of a mesh as wide as the scale bar, fixed to the earth."""
    rows = mesh.columns / 2
    east_m, north_m = viewport.offset_m(
        Point(lat_deg=round(viewport.centre.lat_deg), lon_deg=round(viewport.centre.lon_deg))
    )
    left = (canvas.width / 2 + east_m / (viewport.cell_m / 2)) % mesh.columns
    top = (canvas.height / 2 - north_m / viewport.cell_m) % rows
    for down in range(int(canvas.height / rows) + 1):
        for across in range(int(canvas.width / mesh.columns) + 1):
            canvas.put(int(left + across * mesh.columns), int(top + down * rows), "·", Tone.DIM)


def _title(view: MapView, say: Say, width: int) -> Row:
    """What is looked at; right of it how much of the map has come, and what is followed."""
    left: list[Span] = [(f" {say('map-title')} ", Tone.STRONG)]
    right: list[Span] = []
    if view.atlas is not None:
        left.append((harmless(view.atlas.index.name) + " ", Tone.DIM))
    if view.reach is not None:
        left.append((reach_text(view.reach, say) + " ", Tone.PLAIN))
    if view.atlas is not None and view.atlas.percent < 100:
        right.append((say("map-coming", percent=view.atlas.percent) + " ", Tone.DIM))
    if view.following:
        right.append((say("map-following", unit=view.following) + " ", Tone.WARN))
    return Row(spans=between(left, right, width), ground=Ground.BAR_FOCUSED if view.focused else Ground.BAR)
