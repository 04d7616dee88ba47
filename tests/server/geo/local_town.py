"""A small town as OpenStreetMap writes it, with the spellings of the Netherlands: built once for the tests.

Streets run from west to east, each a hundred quanta north of the one before.
"""

from pathlib import Path

from server.geo.build.osm import Extract
from server.geo.build.writer import write_map

SOUTH, WEST = 52.0, 4.3
STREETS = (
    "Brinkstraat",
    "Eerste Kanaalstraat",
    "Tweede Kanaalstraat",
    "Derde Kanaalstraat",
    "Burg. De Vriesplein",
    "Pres. Kruithoflaan",
    "Oudezijds Voorgracht",
    "Nieuwezijds Voorgracht",
    "'s-Gravenweg",
    "'t Hof",
    "Sint Jansstraat",
    "Dorpsstraat",
    "Kerkstraat",
    "Kerkstraatje",
    "Laan van Waterdam",
    "Burgwal",
)
HOUSES = (
    (
        "Brinkstraat",
        ("12", "4a", "12-2", "12 bis", "226 1/2", "226", "37-H", "37-1", "37-2", "50", "51"),
        "1012PX",
    ),
    ("Eerste Kanaalstraat", ("4",), "1013AA"),
    ("Tweede Kanaalstraat", ("4",), "1013AB"),
    ("Kerkstraatje", ("5",), ""),
)
ROADS = {"A13": "motorway", "N470": "secondary"}


def osm_text() -> str:
    """The extract."""
    nodes, ways = [], []
    next_id = iter(range(1, 10_000))

    def node(north: int, east: int, **tags: str) -> int:
        number = next(next_id)
        inner = "".join(f'<tag k="{key.replace("__", ":")}" v="{value}"/>' for key, value in tags.items())
        lat, lon = SOUTH + north / 100_000, WEST + east / 100_000
        nodes.append(f'<node id="{number}" version="1" lat="{lat:.5f}" lon="{lon:.5f}">{inner}</node>')
        return number

    def way(refs: list[int], extra: str = "", **tags: str) -> None:
        inner = "".join(f'<nd ref="{ref}"/>' for ref in refs)
        inner += "".join(f'<tag k="{key.replace("__", ":")}" v="{value}"/>' for key, value in tags.items())
        ways.append(f'<way id="{next(next_id)}" version="1" {extra}>{inner}</way>')

    west = []
    for row, name in enumerate((*STREETS, *ROADS)):
        ends = [node(100 * row, 0), node(100 * row, 1_000)]
        west.append(ends[0])
        named = {"ref": name} if name in ROADS else {"name": name}
        way(ends, highway=ROADS.get(name, "residential"), **named)
    way(west, highway="residential", name="Zijweg")
    for street, numbers, code in HOUSES:
        row = STREETS.index(street)
        for place, number in enumerate(numbers):
            # What has a part stands where its number stands.
            east = 100 + 40 * place if number[:2] != "37" else 700
            codes = {"addr__postcode": code} if code else {}
            node(100 * row + 20, east, addr__street=street, addr__housenumber=number, **codes)
    way([node(120, 100, addr__street="Eerste Kanaalstraat", addr__housenumber="21"),
         node(120, 900, addr__street="Eerste Kanaalstraat", addr__housenumber="41")],
        addr__interpolation="odd")  # fmt: skip
    motorway = 100 * len(STREETS)
    for km, east in (("7.0", 100), ("7.1", 200), ("7.4", 500)):
        for side, off in (("Re", 5), ("Li", -5)):
            node(motorway + off, east, highway="milestone", ref="A13", distance=km, carriageway_ref=side)
    node(motorway, 600, highway="motorway_junction", ref="9", name="Waterdam-Noord")
    node(motorway, 900, highway="motorway_junction", ref="10")
    node(2_000, 3_000, place="city", name="Waterdam")
    node(10, 10, place="neighbourhood", name="Oude Wijk")
    way([node(5_000, 0), node(5_000, 900)], 'visible="false"', highway="residential", name="Weggehaald")
    return f'<?xml version="1.0"?><osm version="0.6">{"".join(nodes)}{"".join(ways)}</osm>'


def built(folder: Path) -> Path:
    """The map of the town in this folder."""
    extract = folder / "waterdam.osm"
    extract.write_text(osm_text(), encoding="utf-8")
    path = folder / "waterdam.map"
    write_map(Extract(path=extract).told(), path, name="Waterdam", attribution="niemand")
    return path
