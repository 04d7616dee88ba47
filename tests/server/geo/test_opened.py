"""The map of a server: opened whole or not at all, and a clear word when it cannot be."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from protocol.model.map_address import address_of
from protocol.model.terms import Terms
from server.geo.map_file import MapWrong
from server.geo.opened import Geo, open_geo
from server.geo.teams import Teams
from server.geo.weights import Weights
from tests.server.geo.named import INDEX, TOWN, with_network, written


def _open(path: Path | None) -> Geo:
    return open_geo(path, weights=Weights(), teams=Teams(), terms=Terms())


async def test_with_a_map_everything_is_there(tmp_path: Path) -> None:
    """Pieces, places, points, and the address that the welcome gives."""
    geo = _open(with_network(written(tmp_path / "stad.map")))
    await geo.warm()
    assert geo.index_address == address_of(INDEX)
    assert geo.places is not None
    assert geo.places.find("markt")[0].name == TOWN[0][1]
    assert geo.locator is not None
    assert geo.locator.point_of("Markt") is not None
    geo.close()


async def test_without_a_map_there_is_none(tmp_path: Path) -> None:
    """Only who is near, by straight lines."""
    geo = _open(None)
    await geo.warm()
    assert (geo.map, geo.places, geo.locator, geo.index_address) == (None, None, None, b"")
    geo.close()


@pytest.mark.parametrize("content", [None, b"", b"hallo", b"SQLite format 3\0" + bytes(5_000)])
def test_what_is_no_map_says_which_file_and_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    """Nothing there, something else, something broken."""
    path = tmp_path / "stad.map"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(MapWrong, match=r"stad\.map: .*; .*map build") as caught:
        _open(path)
    assert caught.value.path == path


def test_a_map_without_a_network_is_refused(tmp_path: Path) -> None:
    """Rather than found out at the first dispatch."""
    with pytest.raises(MapWrong, match=r"lacks .*edge_from"):
        _open(written(tmp_path / "stad.map"))


def test_a_network_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    """An edge to a node that is not there."""
    path = with_network(written(tmp_path / "stad.map"), edge_to=[7])
    with pytest.raises(MapWrong, match="edge_to"):
        _open(path)


async def test_names_that_cannot_be_read_do_not_keep_a_server_down(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The log says it; pieces and the network may still be good."""
    path = with_network(written(tmp_path / "stad.map"))
    with closing(sqlite3.connect(path)) as link, link:
        link.execute("ALTER TABLE place RENAME TO elsewhere")
    geo = _open(path)
    await geo.warm()
    assert "names of the map cannot be read" in caplog.text
    geo.close()


def test_a_map_whose_index_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """It says where the town is, and consoles would find no piece."""
    path, wrong = with_network(written(tmp_path / "stad.map")), b"no index"
    with closing(sqlite3.connect(path)) as link, link:
        link.execute("INSERT INTO piece VALUES (?, ?)", (address_of(wrong), wrong))
        link.execute("UPDATE meta SET value = ? WHERE key = 'index'", (address_of(wrong),))
    with pytest.raises(MapWrong, match="index of pieces is damaged"):
        _open(path)
