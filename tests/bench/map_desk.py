"""What the map with streets costs the terminal: bytes when fifty units moved, and for a pan.

The desk of `tests.bench.desk` on the made-up town of the map's benches, once with its streets and once
without, in a pseudo-terminal of 120x40.
"""

from collections.abc import Iterator
from functools import cache

from console.map.atlas import Atlas
from console.map.sheet import sheet_of
from protocol.map.index import Box, MapIndex
from protocol.map.piece import Stroke, StrokeKind
from protocol.model.point import to_grid
from tests.bench.desk import F7, Town
from tests.bench.figure import Figure
from tests.bench.terminal import Phase, bytes_per_phase
from tests.console.rig import point

PHASES = (
    Phase(name="50 units moved", keys=F7),
    Phase(name="50 units moved, again", keys=F7),
    Phase(name="to the map", keys="\x1bOS"),
    Phase(name="a pan", keys="\x1b[C"),
)
BLOCK_M = 120
HALF_M = 4_000


class TownOnStreets(Town):
    """The same desk, with a street every BLOCK_M metres and a main road every tenth."""

    def __init__(self) -> None:
        super().__init__()
        self.desk_screen.desk.parts.chart.atlas = _streets()


@cache
def _streets() -> Atlas:
    strokes = []
    for at in range(-HALF_M // BLOCK_M, HALF_M // BLOCK_M + 1):
        kind = StrokeKind.MAIN if at % 10 == 0 else StrokeKind.STREET
        for number, ends in enumerate((((-HALF_M, at), (HALF_M, at)), ((at, -HALF_M), (at, HALF_M)))):
            spots = [point(*(each * (BLOCK_M if abs(each) < HALF_M else 1) for each in end)) for end in ends]
            points = tuple(to_grid(spot) for spot in spots)
            strokes.append(Stroke(kind=kind, name=f"{['Weg', 'Laan'][number]} {at}", points=points))
    lats = [lat for each in strokes for lat, _ in each.points]
    lons = [lon for each in strokes for _, lon in each.points]
    box = Box(south=min(lats), west=min(lons), north=max(lats), east=max(lons))
    atlas = Atlas(index=MapIndex(name="Waterstad", attribution="nobody", box=box, pieces=()))
    return atlas.with_sheet(sheet_of(tuple(strokes), level=0, box=box, names=atlas.names))


def map_terminal() -> Iterator[Figure]:
    """One row for movements, one for a pan."""
    streets = bytes_per_phase("tests.bench.map_desk:TownOnStreets", PHASES)
    plain = bytes_per_phase("tests.bench.desk:Town", PHASES)
    for phase in ("50 units moved, again", "a pan"):
        yield Figure(
            name=f"bytes to the terminal, map with streets: {phase}",
            value=streets[phase]["diff"],
            unit="B",
            baseline=streets[phase]["stock"],
            baseline_name="stock Textual",
            note=f"without streets {plain[phase]['diff']:,}",
        )
