"""A server claims its address before anything else: one that cannot be used leaves nothing behind."""

import socket
from pathlib import Path

import pytest

from server.gateway.address import AddressUnusable
from server.gateway.tcp_address import claimed_port
from server.ops.running import running
from server.settings.settings import Settings


async def _does_not_start(directory: Path, *, port: int = 0, unix_path: Path | None = None) -> None:
    with pytest.raises(AddressUnusable):
        async with running(directory, Settings(), port=port, unix_path=unix_path):
            pass


async def test_a_taken_port_leaves_no_new_folder(tmp_path: Path) -> None:
    """Nor does a taken socket, or a path where there can be none."""
    data = tmp_path / "data"
    with claimed_port("127.0.0.1", 0) as taken:
        taken.sockets[0].listen()
        await _does_not_start(data, port=taken.port)
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(tmp_path / "s"))
        other.listen()
        await _does_not_start(data, unix_path=tmp_path / "s")
    (tmp_path / "bestand").write_text("")
    await _does_not_start(data, unix_path=tmp_path / "bestand")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["bestand", "s"]


async def test_two_that_claim_a_port_in_the_same_moment_do_not_both_have_it(tmp_path: Path) -> None:
    """The one that listens last is told in words."""
    with claimed_port("127.0.0.1", 0) as other:
        real = socket.socket.listen

        def first_the_other(sock: socket.socket, *backlog: int) -> None:
            if sock is not other.sockets[0]:
                real(other.sockets[0])
            real(sock, *backlog)

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(socket.socket, "listen", first_the_other)
            await _does_not_start(tmp_path / "data", port=other.port)


async def test_a_server_that_did_not_start_lets_go_of_its_address(tmp_path: Path) -> None:
    """Also of the file of a Unix socket."""
    settings = Settings(map=tmp_path / "geen.map")
    for _ in range(2):
        with pytest.raises(Exception, match="there is no such map file"):
            async with running(tmp_path / "data", settings, unix_path=tmp_path / "s"):
                pass
        assert list(tmp_path.iterdir()) == []
