"""Towns for the benches of the console's map: the real extract beside the checkout, and a made-up one."""

import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from attrs import frozen

from console.map.atlas import Atlas
from console.map.sheet import sheet_of
from protocol.map.index import MapIndex, read_index
from protocol.map.piece import Stroke, read_piece
from protocol.model.point import Point, from_grid
from server.geo.build.writer import write_map
from server.geo.map_file import open_map
from tests.bench.big_town import big_town

EXTRACT = Path(__file__).parents[3] / "shared" / "data" / "osm" / "delft.osm.pbf"
BOX = "4.34,51.985,4.40,52.02"
CORNERS = 40_000


@frozen(kw_only=True)
class Town:
    """A map file and what is in it."""

    name: str
    path: Path
    index: MapIndex
    index_bytes: int
    strokes_by_address: dict[bytes, tuple[Stroke, ...]]

    def atlas(self) -> Atlas:
        """All of it, decoded."""
        atlas = Atlas(index=self.index)
        for piece in self.index.pieces:
            strokes = self.strokes_by_address[piece.address]
            sheet = sheet_of(strokes, level=piece.level, box=piece.box, names=atlas.names)
            atlas = atlas.with_sheet(sheet)
        return atlas

    @property
    def middle(self) -> Point:
        """Of its box."""
        box = self.index.box
        return from_grid((box.south + box.north) // 2, (box.west + box.east) // 2)


def towns() -> Generator[Town, None, None]:
    """Each with its map file, which lives until the next is asked for."""
    with tempfile.TemporaryDirectory() as folder:
        if EXTRACT.exists():
            path = Path(folder) / "delft.map"
            command = [sys.executable, "-m", "server", "map", "build", str(EXTRACT), "--bbox", BOX]
            subprocess.run([*command, "-o", str(path)], check=True, capture_output=True, timeout=300)
            yield _town("Delft", path)
        path = Path(folder) / "big.map"
        write_map(big_town(CORNERS, houses_a_block=0), path, name="big", attribution="nobody")
        yield _town(f"a town of {CORNERS:,} corners", path)


def _town(name: str, path: Path) -> Town:
    with closing(open_map(path)) as file:
        content = file.content(file.index_address) or b""
        index = read_index(content)
        strokes = {piece.address: read_piece(file.content(piece.address) or b"") for piece in index.pieces}
    return Town(name=name, path=path, index=index, index_bytes=len(content), strokes_by_address=strokes)
