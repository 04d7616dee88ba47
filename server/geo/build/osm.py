"""An OpenStreetMap extract -> what `source` tells, read as a stream.

Reads any file that osmium reads, in two passes: relations first, for the rings of large waters. It keeps
places of nodes in memory for a town and in a file for a province. What cannot be read raises BuildWrong.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import osmium
from attrs import Factory, define

from protocol.map.index import Box
from protocol.map.piece import StrokeKind
from server.geo.build.addresses import houses_at
from server.geo.build.box_words import written_box
from server.geo.build.clip import clipped, holds, runs_inside
from server.geo.build.errors import BuildWrong
from server.geo.build.interpolated import Told as Numbered
from server.geo.build.interpolated import houses_between
from server.geo.build.outlines import outline_kind
from server.geo.build.roads import road_of
from server.geo.build.source import House, Node, Outline, Quanta, Spot, Told, Way
from server.geo.build.spots import SPOT_KEYS, name_in, road_number, spot_at

ATTRIBUTION = "© OpenStreetMap contributors (ODbL)"
IN_MEMORY_BYTES = 48 * 1024 * 1024
"""Larger extracts keep the places of their nodes in a file beside the system's other temporary ones."""

_BETWEEN = "addr:interpolation"
_KEYS = (
    "highway", "railway", "waterway", "natural", "landuse", "place", "addr:housenumber", _BETWEEN, *SPOT_KEYS
)  # fmt: skip
_OUTLINE_KEYS = ("natural", "waterway", "landuse", "leisure", "place")
_NOWHERE = 2**31 - 1
NUMBER_SPOT_QUANTA = 2_000
"""The number of a road is told again after about two kilometres."""

Watch = Callable[[int], None]
"""Told how many streets were read so far, every so often."""


@define
class Extract:
    """One file. Iterate over `told` once; what was seen is counted meanwhile."""

    path: Path
    box: Box | None = None
    watch: Watch = lambda _ways: None
    ways: int = 0
    """Streets in the box."""

    ways_seen: int = 0
    """Streets in the file, also outside the box."""

    whole: Box | None = None
    """Around the streets of the file; None before the first."""

    nodes_lacking: int = 0
    """Nodes that a street names and the file does not hold."""

    _ends: dict[int, House | None] = Factory(dict)
    """The numbers told at the nodes of lines of numbers, by node."""

    _between: list[House] = Factory(list)
    _number_spots: dict[str, list[Quanta]] = Factory(dict)
    """Where a road that has a name was also told by its number."""

    def told(self) -> Iterator[Told]:
        """All of it. Raises BuildWrong when the file cannot be read or tells of no street in the box."""
        if not self.path.is_file():
            raise BuildWrong(self.path, "there is no such file", "give the path of an .osm.pbf extract")
        try:
            with TemporaryDirectory(prefix="openlijn-map-") as folder:
                self._ends = dict.fromkeys(self._nodes_of_numbers())
                for entity in self._entities(Path(folder)):
                    # A file with a history also tells what was taken away.
                    if entity.visible:
                        yield from self._of(entity)
                yield from self._between
        except (RuntimeError, OSError) as error:
            raise _unreadable(self.path, error) from error
        if not self.ways:
            raise self._empty()

    def _entities(self, folder: Path) -> Iterator[Any]:
        small = self.path.stat().st_size <= IN_MEMORY_BYTES
        store = "flex_mem" if small else f"sparse_file_array,{folder / 'nodes'}"
        first_pass = osmium.filter.KeyFilter(*_OUTLINE_KEYS, "addr:housenumber")
        reader = osmium.FileProcessor(self.path).with_locations(store).with_areas(first_pass)
        return iter(reader.with_filter(osmium.filter.KeyFilter(*_KEYS)))

    def _nodes_of_numbers(self) -> Iterator[int]:
        """The nodes of lines along which houses are numbered."""
        lines = osmium.FileProcessor(self.path, osmium.osm.WAY).with_filter(osmium.filter.KeyFilter(_BETWEEN))
        for way in lines:
            if isinstance(way, osmium.osm.Way):
                yield from (node.ref for node in way.nodes)

    def _of(self, entity: Any) -> Iterator[Told]:
        tags = dict(entity.tags)
        if entity.is_node():
            at = _quanta(entity.location)
            if entity.id in self._ends and at is not None:
                self._ends[entity.id] = next(houses_at(tags, at), None)
            yield from self._point(tags, at)
        elif entity.is_way():
            nodes = [(node.ref, _quanta(node)) for node in entity.nodes]
            if "highway" in tags:
                yield from self._road(tags, nodes)
            elif _BETWEEN in tags:
                self._between += self._numbered(tags, nodes)
                return
            points = [at for _, at in nodes if at is not None]
            if len(points) > 1:
                if points[0] != points[-1] or "railway" in tags:
                    yield from self._outline(tags, points)
                yield from self._point(tags, _middle(points))
        elif entity.is_area():
            rings = [
                [at for at in map(_quanta, ring) if at is not None]
                for outer in entity.outer_rings()
                for ring in (outer, *entity.inner_rings(outer))
            ]
            for ring in rings:
                yield from self._outline(tags, ring)
            if rings and rings[0] and not entity.from_way():
                yield from self._point(tags, _middle(rings[0]))

    def _road(self, tags: dict[str, str], nodes: list[tuple[int, Quanta | None]]) -> Iterator[Way | Spot]:
        road = road_of(tags)
        if road is None:
            return
        known = [Node(id=ref, at=at) for ref, at in nodes if at is not None]
        self.nodes_lacking += len(nodes) - len(known)
        if len(known) < 2:
            return
        self._saw(known)
        number = "" if tags["highway"].endswith("_link") else road_number(tags)
        name = name_in(tags) or number
        runs = list(runs_inside(known, self.box))
        self.ways += bool(runs)
        for run in runs:
            yield Way(
                kind=road.kind,
                name=name,
                nodes=run,
                open=road.open,
                car_kmh=road.car_kmh,
                is_roundabout=road.is_roundabout,
            )
            if number and number not in name.split():
                yield from self._number_spot(number, run[len(run) // 2].at)

    def _number_spot(self, number: str, at: Quanta) -> Iterator[Spot]:
        """The number of a road that is drawn by its name, once on each stretch."""
        known = self._number_spots.setdefault(number, [])
        if all(abs(at[0] - lat) + abs(at[1] - lon) > NUMBER_SPOT_QUANTA for lat, lon in known):
            known.append(at)
            yield Spot(name=number, at=at)

    def _numbered(self, tags: dict[str, str], nodes: list[tuple[int, Quanta | None]]) -> list[House]:
        """The houses between the numbers that are told along this line."""
        if any(at is None for _, at in nodes):
            return []
        points = [at for _, at in nodes if at is not None]
        ends = [(place, self._ends.get(ref)) for place, (ref, _) in enumerate(nodes)]
        told = [
            Numbered(place=place, street=house.street, number=house.number)
            for place, house in ends
            if house is not None
        ]
        found = houses_between(points, told, tags[_BETWEEN])
        return [house for house in found if self.box is None or holds(self.box, house.at)]

    def _saw(self, nodes: list[Node]) -> None:
        self.ways_seen += 1
        if self.ways_seen % 2_000 == 0:
            self.watch(self.ways_seen)
        lats, lons = [node.at[0] for node in nodes], [node.at[1] for node in nodes]
        south, west, north, east = min(lats), min(lons), max(lats), max(lons)
        if self.whole is not None:
            south, west = min(south, self.whole.south), min(west, self.whole.west)
            north, east = max(north, self.whole.north), max(east, self.whole.east)
        self.whole = Box(south=south, west=west, north=north, east=east)

    def _outline(self, tags: dict[str, str], points: list[Quanta]) -> Iterator[Outline]:
        kind = outline_kind(tags)
        if kind is None:
            return
        name = name_in(tags) if kind in (StrokeKind.AREA, StrokeKind.GREEN, StrokeKind.WATER) else ""
        for part in clipped(points, self.box):
            yield Outline(kind=kind, name=name, points=part)

    def _point(self, tags: dict[str, str], at: Quanta | None) -> Iterator[Told]:
        if at is None or (self.box is not None and not holds(self.box, at)):
            return
        if "addr:housenumber" in tags:
            yield from houses_at(tags, at)
        spot = spot_at(tags, at)
        if spot is not None:
            yield spot

    def _empty(self) -> BuildWrong:
        if self.box is not None and self.whole is not None:
            return BuildWrong(
                self.path,
                f"no street lies in {written_box(self.box)}",
                f"its streets lie in {written_box(self.whole)} (west,south,east,north): take a box in there",
            )
        if self.nodes_lacking and self._ways_come_first():
            return BuildWrong(
                self.path,
                "its ways come before its nodes",
                f"put it in order: osmium sort {self.path.name} -o sorted-{self.path.name}",
            )
        return BuildWrong(self.path, "it holds no street", "give an extract with the streets of your town")

    def _ways_come_first(self) -> bool:
        """True for a file as a query of the map's servers gives it, in which nothing can be placed."""
        first = next((entity for entity in osmium.FileProcessor(self.path)), None)
        return isinstance(first, osmium.osm.Way)


def _quanta(place: Any) -> Quanta | None:
    """The nearest point of the grid; None for a place that the file does not hold."""
    lat, lon = place.y, place.x
    return None if lon == _NOWHERE or lat == _NOWHERE else ((lat + 50) // 100, (lon + 50) // 100)


def _middle(points: list[Quanta]) -> Quanta:
    """A point in the middle of the box around these: near enough to find a building."""
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    return (min(lats) + max(lats)) // 2, (min(lons) + max(lons)) // 2


def _unreadable(path: Path, error: Exception) -> BuildWrong:
    words = str(error)
    if "EOF" in words or "truncated" in words:
        return BuildWrong(path, f"the file breaks off ({words})", "download it again, and compare its size")
    if "Could not detect" in words or "PBF error" in words:
        return BuildWrong(
            path, f"this is not a whole OpenStreetMap extract ({words})", "give an .osm.pbf file"
        )
    return BuildWrong(path, f"it cannot be read ({words})", "check the file and who may read it")
