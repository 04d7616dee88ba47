"""The map over the link: bytes to the first usable map, for a whole town, and for it in a second session.

Counted is the payload of every frame that came down a real websocket, between a server with that map and a
console without positions or changes, from the moment its board was whole. The baseline is the same strokes as
GeoJSON, packed with zlib.
"""

import asyncio
import json
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from console.actions.action import Where
from console.chart.looks import level_at
from console.chart.viewport import Viewport, box_of
from console.map.atlas import Atlas
from console.map.cache import PieceCache
from console.map.lane import MapLane
from console.map.wanted import Looking
from console.net.link import Link, new_link
from console.plan.room_plan import plan
from protocol.map.piece import Stroke
from tests.bench.figure import Figure
from tests.bench.map_towns import Town, towns
from tests.console.serving import served, until

REGION = plan(160, 48, main=Where.BOARD)["map"]
"""The map's place on a screen of 160x48."""


def map_bytes() -> Iterator[Figure]:
    """Three rows a town."""
    for each in towns():
        with tempfile.TemporaryDirectory() as folder:
            first, whole, second = asyncio.run(_sessions(each, Path(folder)))
        pieces = each.index.pieces
        sizes = ", ".join(
            f"level {level} {sum(piece.size for piece in pieces if piece.level == level):,}"
            for level in range(4)
        )
        yield Figure(
            name=f"map of {each.name}: bytes to the first usable map",
            value=first,
            unit="bytes",
            target=12_000,
            baseline=_geojson_bytes(each.strokes_by_address[p.address] for p in pieces if p.level == 0),
            baseline_name="level 0 as packed GeoJSON",
            note=f"index {each.index_bytes:,} and the main streets in view, "
            f"{REGION.width}x{REGION.height} cells of 64 m on a screen of 160x48",
        )
        yield Figure(
            name=f"map of {each.name}: bytes for the whole town, first session",
            value=whole,
            unit="bytes",
            baseline=_geojson_bytes(each.strokes_by_address.values()),
            baseline_name="packed GeoJSON",
            note=f"{len(pieces)} pieces: {sizes}",
        )
        yield Figure(
            name=f"map of {each.name}: bytes for the whole town, second session",
            value=second,
            unit="bytes",
            target=0,
        )


def looking_at(each: Town) -> Looking:
    """The middle of the town, at 64 metres a cell."""
    view = Viewport(centre=each.middle, cell_m=64.0)
    return Looking(box=box_of(view, REGION.width, REGION.height), level=level_at(view.cell_m))


def _geojson_bytes(pieces: Iterable[tuple[Stroke, ...]]) -> int:
    features = [
        {
            "type": "Feature",
            "properties": {"kind": stroke.kind.name, "name": stroke.name},
            "geometry": {
                "type": "LineString",
                "coordinates": [[lon / 100_000, lat / 100_000] for lat, lon in stroke.points],
            },
        }
        for strokes in pieces
        for stroke in strokes
    ]
    whole = {"type": "FeatureCollection", "features": features}
    return len(zlib.compress(json.dumps(whole, separators=(",", ":")).encode(), 9))


async def _sessions(each: Town, directory: Path) -> tuple[int, int, int]:
    """Bytes that came down: to the first usable map, to the whole of it, and in a second session."""
    data = directory / "data"
    data.mkdir(mode=0o700)
    (data / "openlijn.toml").write_text(f'[map]\nfile = "{each.path}"\n', encoding="utf-8")
    cache = PieceCache(directory / "cache")
    async with served(data) as server:
        first, whole = await _session(new_link(server.access), each, cache)
        _, second = await _session(new_link(server.access), each, cache)
    return first, whole, second


async def _session(link: Link, each: Town, cache: PieceCache) -> tuple[int, int]:
    looking = looking_at(each)
    grown: list[Atlas | None] = []
    lane = MapLane(link.store, link.fetch, cache, looking=lambda: looking, grew=grown.append)
    nearby = sum(piece.level == 0 and piece.box.meets(looking.box) for piece in each.index.pieces)
    first: list[int] = []

    def usable() -> bool:
        atlas = lane.atlas
        return atlas is not None and nearby <= sum(
            sheet.level == 0 and sheet.box.meets(looking.box) for sheet in atlas.sheets
        )

    def goes_on() -> bool:
        while lane.step():
            pass
        if not first and usable():
            first.append(link.session.received_bytes - before)
        return lane.is_whole

    async with link.running():
        await until(link, lambda: link.store.complete)
        before = link.session.received_bytes
        await until(link, goes_on)
        # Signs of life come in any session; where nothing was asked, none of them was for the map.
        whole = link.session.received_bytes - before if lane.fetched_bytes else 0
    return first[0], whole
