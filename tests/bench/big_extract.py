"""The made-up town of `big_town` as an OpenStreetMap extract, as somebody would download one."""

from pathlib import Path

import osmium
from osmium.osm.mutable import Node as OsmNode
from osmium.osm.mutable import Way as OsmWay

from protocol.map.piece import StrokeKind
from server.geo.build.source import House, Open, Outline, Quanta, Spot, Way
from tests.bench.big_town import big_town

_HIGHWAY = {
    StrokeKind.MOTORWAY: "motorway",
    StrokeKind.MAIN: "primary",
    StrokeKind.THROUGH: "tertiary",
    StrokeKind.STREET: "residential",
    StrokeKind.PATH: "cycleway",
}
_OUTLINE = {
    StrokeKind.WATER: ("natural", "water"),
    StrokeKind.WATERWAY: ("waterway", "canal"),
    StrokeKind.GREEN: ("leisure", "park"),
    StrokeKind.AREA: ("place", "neighbourhood"),
    StrokeKind.RAIL: ("railway", "rail"),
}
_Tagged = tuple[Quanta, dict[str, str]]


def write_big_extract(path: Path, corners: int) -> int:
    """Write a town of about so many corners, one house a block. Gives how many nodes it holds."""
    nodes: dict[int, _Tagged] = {}
    more: list[_Tagged] = []
    ways: list[tuple[list[int], dict[str, str]]] = []
    first = 10**9
    for each in big_town(corners, houses_a_block=1):
        if isinstance(each, Way):
            for node in each.nodes:
                nodes.setdefault(node.id, (node.at, {}))
            ways.append(([node.id for node in each.nodes], _way_tags(each)))
        elif isinstance(each, Outline):
            ids = [first + len(more) + place for place in range(len(each.points))]
            more += [(point, {}) for point in each.points]
            if each.points[0] == each.points[-1]:
                ids[-1] = ids[0]
            key, value = _OUTLINE[each.kind]
            ways.append((ids, {key: value, "name": each.name}))
        elif isinstance(each, House):
            tags = {"addr:street": each.street, "addr:housenumber": f"{each.number}{each.suffix}"}
            more.append((each.at, tags))
        elif isinstance(each, Spot):
            place = "neighbourhood" if each.is_area else "square"
            more.append((each.at, {"place": place, "name": each.name}))
    nodes |= {first + place: node for place, node in enumerate(more)}
    with osmium.SimpleWriter(str(path), overwrite=True) as writer:
        for id_, (at, tags) in sorted(nodes.items()):
            writer.add_node(OsmNode(id=id_, location=(at[1] / 100_000, at[0] / 100_000), tags=tags))
        for id_, (ids, tags) in enumerate(ways, 1):
            writer.add_way(OsmWay(id=id_, nodes=ids, tags=tags))
    return len(nodes)


def _way_tags(way: Way) -> dict[str, str]:
    tags = {"highway": _HIGHWAY[way.kind], "name": way.name}
    if way.car_kmh:
        tags["maxspeed"] = str(way.car_kmh)
    one_way = way.open & Open.CAR
    if one_way in (Open.CAR_FORWARD, Open.CAR_BACK):
        tags["oneway"] = "yes" if one_way == Open.CAR_FORWARD else "-1"
        tags["oneway:bicycle"] = "no"
    return tags
