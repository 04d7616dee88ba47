"""A Unix socket is claimed, or refused in words; nobody's socket and nobody's file is taken away."""

import errno
import os
import socket
from pathlib import Path

import pytest

from server.gateway.address import AddressUnusable
from server.gateway.unix_address import MOST_PATH_BYTES, claimed_path, unusable


def test_its_file_is_there_while_it_is_claimed(tmp_path: Path) -> None:
    """And can be dialled once somebody listens."""
    path = tmp_path / "s"
    with claimed_path(path) as address:
        assert (address.unix_path, address.port, address.said) == (path, 0, f"the socket {path}")
        address.sockets[0].listen()
        with socket.socket(socket.AF_UNIX) as dialled:
            dialled.connect(str(path))
    assert not path.exists()


def test_what_a_server_that_is_gone_left_is_in_nobodys_way(tmp_path: Path) -> None:
    """Killed, it could not take its file away."""
    path = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as gone:
        gone.bind(str(path))
    assert path.exists()
    with claimed_path(path) as address:
        assert address.sockets[0].getsockname() == str(path)


def _refused(path: Path) -> str:
    with pytest.raises(AddressUnusable) as caught, claimed_path(path):
        pass
    return str(caught.value)


def test_a_socket_on_which_somebody_listens_stays_theirs(tmp_path: Path) -> None:
    """Two servers at one path would each have half of the consoles."""
    path = tmp_path / "s"
    with claimed_path(path) as address:
        address.sockets[0].listen()
        assert _refused(path) == (
            f"another server listens on the socket {path}: stop that one, or name another path with --unix"
        )
        with socket.socket(socket.AF_UNIX) as dialled:
            dialled.connect(str(path))


def test_a_server_with_a_full_queue_is_there_all_the_same(tmp_path: Path) -> None:
    """It does not answer at once, which is no reason to take its socket."""
    path = tmp_path / "s"
    with claimed_path(path) as address:
        address.sockets[0].listen(0)
        with socket.socket(socket.AF_UNIX) as first:
            first.setblocking(False)
            first.connect(str(path))
            assert "another server listens" in _refused(path)


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_no_socket_stays(tmp_path: Path, kind: str) -> None:
    """A mistyped path costs nobody a file."""
    path = tmp_path / "verslag.txt"
    if kind == "file":
        path.write_text("van gisteren")
    else:
        path.mkdir()
    said = _refused(path)
    assert said == f"{path} is a {kind} and no socket: move it away, or name another path with --unix"
    assert path.exists()


def test_a_path_that_cannot_be_is_refused_in_words(tmp_path: Path) -> None:
    """No folder, a file in the way, too long: each with what to do."""
    (tmp_path / "bestand").write_text("")
    assert _refused(tmp_path / "weg" / "s") == (
        f"the socket {tmp_path / 'weg' / 's'} cannot be made: there is no folder {tmp_path / 'weg'}: "
        "make it, or name another path with --unix"
    )
    assert f"{tmp_path / 'bestand'} is no folder" in _refused(tmp_path / "bestand" / "s")
    long = tmp_path / ("s" * 120)
    assert f"its path has {len(os.fsencode(long))} bytes, and a socket's has at most {MOST_PATH_BYTES}" in (
        _refused(long)
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "this user may not make a file in /srv: give it the right"),
        (errno.EROFS, "the disk of /srv is read-only"),
        (errno.ENOSPC, "the disk of /srv is full"),
        (errno.ELOOP, "iets anders"),
    ],
)
def test_whatever_else_keeps_it_is_said_without_a_number(number: int, words: str) -> None:
    """With the folder, and what to do."""
    said = str(unusable(Path("/srv/s"), OSError(number, "iets anders")))
    assert said.startswith(f"the socket /srv/s cannot be made: {words}")


def test_a_path_that_another_server_took_over_is_left_to_it(tmp_path: Path) -> None:
    """Only one's own file is taken away at the end."""
    path = tmp_path / "s"
    with claimed_path(path), socket.socket(socket.AF_UNIX) as other:
        path.unlink()
        other.bind(str(path))
    assert path.exists()
