"""The map on the console: how long a frame takes after a pan, and when units moved.

Frames are drawn at 160x48 with sixty markers; each pan is to a place that was not drawn before, and the first
frame of all, which brings numpy in, is not counted. The baseline draws the same strokes in pure Python, a
line at a time, and neither fills water nor writes names.
"""

import random
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from time import thread_time

from console.chart.canvas import Canvas
from console.chart.looks import level_at
from console.chart.markers import Marker
from console.chart.view import MapView, draw_map
from console.chart.viewport import Viewport, box_of, panned
from console.map.atlas import Atlas
from console.paint.tone import Tone
from console.texts.texts import Texts
from protocol.model.point import Point, from_grid
from tests.bench.figure import Figure, percentile
from tests.bench.map_towns import Town, towns

WIDTH, HEIGHT = 160, 48
CELL_M = (64.0, 32.0, 16.0)
PANS = 300
BASELINE_PANS = 6
MARKERS = 60
SAY = Texts("nl").say


def map_frames() -> Iterator[Figure]:
    """Two rows a town."""
    for each in towns():
        yield from _frames(each)


def _frames(each: Town) -> Iterator[Figure]:
    atlas, views = each.atlas(), list(_pans(each.middle, PANS))
    _draw(_view(Viewport(centre=each.middle), atlas, step=0))
    pans: list[float] = []
    moves: list[float] = []
    for at, view in enumerate(views):
        pans.append(_ms(partial(_draw, _view(view, atlas, step=0))))
        moves.append(_ms(partial(_draw, _view(view, atlas, step=at + 1))))
    slow = [_ms(partial(_by_hand, each, view)) for view in views[:: PANS // BASELINE_PANS + 1]]
    segments = sum(len(sheet.segments.kind) for sheet in atlas.sheets)
    yield Figure(
        name=f"map of {each.name}: frame after a pan at {WIDTH}x{HEIGHT}, p99",
        value=percentile(pans, 0.99),
        unit="ms",
        target=25,
        baseline=percentile(slow, 0.5),
        baseline_name="the same strokes in pure Python, p50",
        note=f"{len(pans)} pans at 64, 32 and 16 m a cell, {MARKERS} markers, {segments:,} segments; "
        f"p50 {percentile(pans, 0.5):.1f} ms; processor time",
    )
    yield Figure(
        name=f"map of {each.name}: frame when {MARKERS} units moved, p99",
        value=percentile(moves, 0.99),
        unit="ms",
        baseline=percentile(pans, 0.99),
        baseline_name="after a pan",
        note=f"p50 {percentile(moves, 0.5):.1f} ms; the streets stay as they were drawn",
    )


def _draw(view: MapView) -> object:
    return draw_map(view, SAY, width=WIDTH, height=HEIGHT)


def _ms(work: Callable[[], object]) -> float:
    # The thread's own time: what other processes do meanwhile is not the map's.
    began_s = thread_time()
    work()
    return (thread_time() - began_s) * 1_000


def _pans(middle: Point, count: int) -> Iterator[Viewport]:
    """Half screens to and fro around the middle, never twice to one place."""
    dice = random.Random(4)
    for at in range(count):
        view = Viewport(centre=middle, cell_m=CELL_M[at % len(CELL_M)])
        columns, rows = dice.randint(-3, 3) * WIDTH // 2 + at % 7, dice.randint(-3, 3) * HEIGHT // 2 + at // 7
        yield panned(view, columns=columns / 4, rows=rows / 4)


def _view(view: Viewport, atlas: Atlas, *, step: int) -> MapView:
    """Sixty units somewhere in view; another step is another place for each."""
    dice = random.Random(7)
    spots = []
    for unit in range(1, MARKERS + 1):
        x, y = (dice.randrange(WIDTH) + step) % WIDTH, dice.randrange(HEIGHT - 2)
        text, tone = f"12.{unit:02d}", Tone.FREE if unit % 2 else Tone.DRIVING
        marker = Marker(point=view.centre, sign="↗", text=text, tone=tone, rank=3, unit=unit)
        spots.append(((x, y), marker))
    return MapView(viewport=view, markers=tuple(spots), atlas=atlas)


def _by_hand(each: Town, view: Viewport) -> None:
    """The strokes in view as lines of dots, one after another."""
    canvas = Canvas(WIDTH, HEIGHT - 1)
    box, level = box_of(view, WIDTH, HEIGHT - 1), level_at(view.cell_m)
    for piece in each.index.pieces:
        if piece.level > level or not piece.box.meets(box):
            continue
        for stroke in each.strokes_by_address[piece.address]:
            dots = [view.dot(from_grid(*point), WIDTH, HEIGHT - 1) for point in stroke.points]
            for (x0, y0), (x1, y1) in pairwise(dots):
                canvas.line(x0, y0, x1, y1)
    canvas.rows()
