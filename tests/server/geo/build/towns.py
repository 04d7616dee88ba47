"""Ways and files of extracts made by hand, for the tests of this folder."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import osmium
from osmium.osm.mutable import Node as OsmNode
from osmium.osm.mutable import Relation as OsmRelation
from osmium.osm.mutable import Way as OsmWay

from protocol.map.piece import StrokeKind
from server.geo.build.gathered import Gathered
from server.geo.build.source import Node, Open, Quanta, Told, Way

CORNER: Quanta = (5_200_000, 435_000)
ALL = Open.CAR | Open.BICYCLE | Open.FOOT
Spots = Mapping[int, tuple[int, int]]
"""Where each node lies: quanta north and east of CORNER."""


def way(
    spots: Spots,
    *ids: int,
    name: str = "",
    kind: StrokeKind = StrokeKind.STREET,
    open_: Open = ALL,
    kmh: int = 30,
    is_roundabout: bool = False,
) -> Way:
    """A way through these nodes."""
    nodes = tuple(Node(id=id_, at=at(*spots[id_])) for id_ in ids)
    return Way(kind=kind, name=name, nodes=nodes, open=open_, car_kmh=kmh, is_roundabout=is_roundabout)


def at(north: int, east: int) -> Quanta:
    """The point so many quanta from CORNER."""
    return CORNER[0] + north, CORNER[1] + east


def gathered(told: Iterable[Told]) -> Gathered:
    """All of it in columns."""
    found = Gathered()
    found.gather(told)
    return found


OsmNodes = Mapping[int, tuple[int, int] | tuple[int, int, dict[str, str]]]
"""Quanta from CORNER, and tags."""


def write_extract(
    path: Path,
    nodes: OsmNodes,
    ways: Sequence[tuple[Sequence[int], dict[str, str]]],
    rings: Sequence[tuple[Sequence[int], dict[str, str]]] = (),
) -> Path:
    """An extract with these; ways are numbered from 1, and a ring is a multipolygon of so numbered ways."""
    with osmium.SimpleWriter(str(path), overwrite=True) as writer:
        for id_, (north, east, *tags) in sorted(nodes.items()):
            lat, lon = at(north, east)
            writer.add_node(
                OsmNode(id=id_, location=(lon / 100_000, lat / 100_000), tags=tags[0] if tags else {})
            )
        for id_, (ids, way_tags) in enumerate(ways, 1):
            writer.add_way(OsmWay(id=id_, nodes=ids, tags=way_tags))
        for id_, (members, ring_tags) in enumerate(rings, 1):
            tags_ = {"type": "multipolygon", **ring_tags}
            members_ = [("w", member, "outer") for member in members]
            writer.add_relation(OsmRelation(id=id_, members=members_, tags=tags_))
    return path
