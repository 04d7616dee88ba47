"""A map file is written whole or not at all, and the same from the same telling."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from protocol.map.index import Box, read_index
from protocol.map.piece import StrokeKind, read_piece
from server.geo.build.errors import BuildWrong
from server.geo.build.source import House, Open, Outline, Spot, Told
from server.geo.build.writer import Built, write_map
from server.geo.map_file import MapFile, open_map
from tests.server.geo.build.towns import at, way

SPOTS = {1: (0, -500), 2: (0, 0), 3: (0, 500), 4: (-500, 0), 5: (500, 0)}
LAKE = tuple(at(*point) for point in ((100, 100), (100, 800), (800, 800), (800, 100), (100, 100)))


def town() -> Iterator[Told]:
    """Two streets that cross, a lake, a church and three houses."""
    yield way(SPOTS, 1, 2, 3, name="Markt", kind=StrokeKind.MAIN, kmh=50)
    yield way(SPOTS, 4, 2, 5, name="Laan", open_=Open.CAR_FORWARD | Open.FOOT)
    yield Outline(kind=StrokeKind.WATER, points=LAKE)
    yield Spot(name="Kerk", at=at(-50, 60))
    yield House(street="Markt", number=2, at=at(10, 100))
    yield House(street="Markt", number=2, at=at(99, 999))
    yield House(street="Laan", number=10, suffix="B", at=at(100, 10))


def written(path: Path, told: Iterator[Told] | None = None) -> Built:
    """The map of the town, or of what is told."""
    return write_map(told if told is not None else town(), path, name="Stad", attribution="wij")


@pytest.fixture
def stad(tmp_path: Path) -> Iterator[MapFile]:
    """The town's map, open."""
    written(tmp_path / "stad.map")
    opened = open_map(tmp_path / "stad.map")
    yield opened
    opened.close()


def test_pieces_are_found_by_the_index(stad: MapFile) -> None:
    """Main streets and water in the first, streets in another."""
    index = read_index(stad.content(stad.index_address) or b"")
    assert (index.name, index.attribution) == (stad.name, stad.attribution) == ("Stad", "wij")
    drawn = {
        ref.level: {(stroke.kind, stroke.name) for stroke in read_piece(stad.content(ref.address) or b"")}
        for ref in index.pieces
    }
    assert drawn == {
        0: {(StrokeKind.MAIN, "Markt"), (StrokeKind.WATER, "")},
        2: {(StrokeKind.STREET, "Laan")},
    }


def test_the_network_tells_the_streets_of_the_gazetteer(stad: MapFile) -> None:
    """By the ids of places."""
    arrays = stad.arrays()
    names = dict(stad.link().execute("SELECT id, name FROM place WHERE kind = 1"))
    assert sorted(names[number] for number in arrays["edge_name"].tolist()) == ["Laan"] * 2 + ["Markt"] * 2
    by_name = {names[n]: o for n, o in zip(arrays["edge_name"].tolist(), arrays["edge_open"], strict=True)}
    assert by_name == {"Laan": Open.CAR_FORWARD | Open.FOOT, "Markt": 31}


def test_names_and_houses_are_found(stad: MapFile) -> None:
    """By a part of the name, by a box, and by number; the first to tell of a house is believed."""
    link = stad.link()
    [(crossing,)] = link.execute(
        "SELECT name FROM place WHERE id IN (SELECT rowid FROM place_text WHERE place_text MATCH 'mar')"
        " AND kind = 2"
    )
    assert crossing == "Laan / Markt"
    lat, lon = at(-50, 60)
    near = link.execute(
        "SELECT name FROM place JOIN place_box USING (id)"
        " WHERE south <= ?1 AND north >= ?1 AND west <= ?2 AND east >= ?2",
        (lat, lon),
    ).fetchall()
    assert near == [("Kerk",)]
    houses = link.execute(
        "SELECT name, number, suffix, house.lat, house.lon FROM house JOIN place ON place.id = street"
        " ORDER BY number"
    ).fetchall()
    assert houses == [("Markt", 2, "", *at(10, 100)), ("Laan", 10, "b", *at(100, 10))]


def test_the_box_is_what_was_asked_or_where_the_streets_are(tmp_path: Path) -> None:
    """Consoles show it first."""
    (south, west), (north, east) = at(-500, -500), at(500, 500)
    assert written(tmp_path / "a.map").box == Box(south=south, west=west, north=north, east=east)
    asked = Box(south=1, west=2, north=3, east=4)
    built = write_map(town(), tmp_path / "b.map", name="", attribution="", box=asked)
    assert built.box == asked


def test_the_same_telling_gives_the_same_addresses(tmp_path: Path) -> None:
    """So that a console that has one has the other."""
    addresses = set()
    for name in ("a.map", "b.map"):
        written(tmp_path / name)
        opened = open_map(tmp_path / name)
        addresses.add(opened.index_address)
        opened.close()
    assert len(addresses) == 1


def test_what_was_built_is_counted(tmp_path: Path) -> None:
    """For whoever asked for it."""
    stages: list[tuple[str, float]] = []
    built = write_map(
        town(), tmp_path / "a.map", name="", attribution="", watch=lambda *now: stages.append(now)
    )
    assert (built.nodes, built.edges, built.houses, built.places, built.pieces) == (5, 4, 2, 4, 2)
    assert built.file_bytes == (tmp_path / "a.map").stat().st_size
    assert built.index_bytes + sum(built.piece_bytes_by_level) < 500
    assert [stage for stage, _ in stages] == sorted((stage for stage, _ in stages), key=KEYS.index)
    assert stages[-1] == ("places", 1.0)


KEYS = ("network", "pieces", "places")


def broken_off() -> Iterator[Told]:
    """A source that fails in the middle."""
    yield from town()
    raise ConnectionResetError("gone")


@pytest.mark.parametrize(
    ("failing", "error"), [(broken_off, ConnectionResetError), (lambda: iter(()), BuildWrong)]
)
def test_a_failed_build_leaves_what_was_there(
    tmp_path: Path, failing: object, error: type[Exception]
) -> None:
    """The old map, and nothing beside it; what went wrong in the source is said as the source says it."""
    target = tmp_path / "stad.map"
    written(target)
    before = target.read_bytes()
    assert callable(failing)
    with pytest.raises(error, match=r"gone|nothing told can be travelled"):
        written(target, failing())
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_an_interrupted_build_leaves_nothing(tmp_path: Path) -> None:
    """Ctrl-C in the middle."""

    def interrupted() -> Iterator[Told]:
        yield from town()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        written(tmp_path / "stad.map", interrupted())
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_cannot_be_written_is_said_at_once(tmp_path: Path) -> None:
    """Before an hour of reading."""

    def never() -> Iterator[Told]:
        raise AssertionError("it was read")
        yield

    with pytest.raises(BuildWrong, match=r"cannot be written here .*; choose a place"):
        written(tmp_path / "nowhere" / "stad.map", never())


def test_a_target_that_is_a_folder_is_said(tmp_path: Path) -> None:
    """It cannot take that name; nothing is left beside it."""
    (tmp_path / "stad.map").mkdir()
    with pytest.raises(BuildWrong, match="cannot be written here"):
        written(tmp_path / "stad.map")
    assert list(tmp_path.iterdir()) == [tmp_path / "stad.map"]


def test_an_open_map_stays_readable_while_a_new_one_is_written(tmp_path: Path) -> None:
    """The server that has it open notices nothing."""
    target = tmp_path / "stad.map"
    written(target)
    old = open_map(target)
    written(target, iter([way({1: (0, 0), 2: (0, 9_000)}, 1, 2, name="Nieuw")]))
    assert old.content(old.index_address) is not None
    assert len(old.arrays()["edge_dm"]) == 4
    old.close()
    new = open_map(target)
    assert len(new.arrays()["edge_dm"]) == 1
    new.close()


def test_the_file_is_one_that_sqlite_finds_whole(tmp_path: Path) -> None:
    """It was written without a journal."""
    written(tmp_path / "stad.map")
    link = sqlite3.connect(tmp_path / "stad.map")
    assert link.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    link.close()
