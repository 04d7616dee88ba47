"""An open map gives its pieces, network and names; a file that is no map, or a damaged one, says so."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from protocol.map.index import read_index
from protocol.model.map_address import address_of
from server.geo.build.source import House, Told
from server.geo.build.writer import write_map
from server.geo.map_file import MapFile, MapWrong, open_map
from server.geo.schema import ARRAYS
from tests.server.geo.build.towns import at, way

SPOTS = {1: (0, -500), 2: (0, 0), 3: (0, 500), 4: (-500, 0), 5: (500, 0)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A map of two streets."""
    told: list[Told] = [
        way(SPOTS, 1, 2, 3, name="Markt"),
        way(SPOTS, 4, 2, 5, name="Laan"),
        House(street="Markt", number=1, at=at(5, 5)),
    ]
    write_map(told, tmp_path / "stad.map", name="Stad", attribution="wij")
    return tmp_path / "stad.map"


@pytest.fixture
def stad(path: Path) -> Iterator[MapFile]:
    """That map, open."""
    opened = open_map(path)
    yield opened
    opened.close()


def changed(path: Path, sql: str) -> None:
    """Somebody writes in the file."""
    link = sqlite3.connect(path)
    link.execute(sql)
    link.commit()
    link.close()


def test_content_is_found_by_its_address(stad: MapFile) -> None:
    """The index, each piece it names, and nothing else."""
    index = stad.content(stad.index_address)
    assert index is not None
    assert address_of(index) == stad.index_address
    for ref in read_index(index).pieces:
        content = stad.content(ref.address)
        assert content is not None
        assert len(content) == ref.size
    assert stad.content(bytes(16)) is None
    assert stad.content(b"") is None


def test_the_network_comes_in_its_widths_and_read_only(stad: MapFile) -> None:
    """Every array that is promised."""
    arrays = stad.arrays()
    assert {name: array.dtype for name, array in arrays.items()} == {
        name: np.dtype(dtype) for name, dtype in ARRAYS.items()
    }
    with pytest.raises(ValueError, match="read-only"):
        arrays["edge_dm"][0] = 1


def test_a_link_cannot_write(stad: MapFile) -> None:
    """It only reads names."""
    link = stad.link()
    assert link.execute("SELECT count(*) FROM house").fetchall() == [(1,)]
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        link.execute("DELETE FROM house")


def test_content_may_be_asked_in_any_thread(stad: MapFile) -> None:
    """Documents are read outside the event loop."""
    found: list[bytes | None] = []
    threads = [
        threading.Thread(target=lambda: found.append(stad.content(stad.index_address))) for _ in range(8)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == [stad.content(stad.index_address)] * 8


def test_a_map_that_is_not_there_is_said(tmp_path: Path) -> None:
    """With how to make one."""
    with pytest.raises(MapWrong, match=r"no.map: there is no such map file; build it .*map build EXTRACT"):
        open_map(tmp_path / "no.map")


@pytest.mark.parametrize("content", [b"", b"hello" * 1_000])
def test_another_file_is_no_map(tmp_path: Path, content: bytes) -> None:
    """Empty, or of words."""
    (tmp_path / "odd.map").write_bytes(content)
    with pytest.raises(MapWrong, match=r"odd\.map: this is "):
        open_map(tmp_path / "odd.map")


def test_another_database_is_no_map(path: Path) -> None:
    """Nor is a map of a later version."""
    changed(path, "PRAGMA user_version = 99")
    with pytest.raises(MapWrong, match="a map of version 99, and 1 is read"):
        open_map(path)
    changed(path, "PRAGMA application_id = 1")
    with pytest.raises(MapWrong, match="a database, but not a map"):
        open_map(path)


def test_a_map_without_an_index_is_refused(path: Path) -> None:
    """Nothing of it could be drawn."""
    changed(path, "DELETE FROM meta WHERE key = 'index'")
    with pytest.raises(MapWrong, match="no index of pieces"):
        open_map(path)


def test_a_damaged_piece_is_noticed(stad: MapFile) -> None:
    """It is never sent on."""
    [ref, *_] = read_index(stad.content(stad.index_address) or b"").pieces
    changed(stad.path, f"UPDATE piece SET content = x'00' WHERE address = x'{ref.address.hex()}'")
    with pytest.raises(MapWrong, match=f"piece {ref.address.hex()} is damaged"):
        stad.content(ref.address)


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE array SET data = x'00' WHERE name = 'edge_dm'", "array edge_dm is damaged"),
        ("DELETE FROM array WHERE name = 'node_lat'", "it lacks node_lat"),
        ("DROP TABLE array", "the network cannot be read"),
    ],
)
def test_a_damaged_network_is_noticed(stad: MapFile, sql: str, words: str) -> None:
    """Nobody is sent along half of it."""
    changed(stad.path, sql)
    with pytest.raises(MapWrong, match=words):
        stad.arrays()


def test_a_file_cut_short_is_no_map(path: Path) -> None:
    """A copy that stopped halfway."""
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 3])
    with pytest.raises(MapWrong, match=r"stad\.map: "):
        open_map(path).arrays()
