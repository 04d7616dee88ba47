"""A TCP port is claimed, or refused in words: what, where, and what to do."""

import errno
import re
import socket
from collections.abc import Iterator

import pytest

from server.gateway.address import AddressUnusable
from server.gateway.tcp_address import claimed_port, unusable

LOOPBACK = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.socket() as other:
        other.bind((LOOPBACK, 0))
        other.listen()
        yield other.getsockname()[1]


def test_any_free_port_is_named_and_free_again_at_the_end() -> None:
    """It can be listened on, and claimed anew right after."""
    with claimed_port(LOOPBACK, 0) as address:
        assert address.port > 0
        assert address.said == f"port 0 of {LOOPBACK}"
        (bound,) = address.sockets
        bound.listen()
        with socket.create_connection((LOOPBACK, address.port), timeout=5):
            pass
    with claimed_port(LOOPBACK, address.port) as again:
        assert again.port == address.port


def test_a_name_that_stands_for_several_addresses_has_one_port() -> None:
    """Whoever dials by the name finds it, whichever address is tried first."""
    found = {each[4][0] for each in socket.getaddrinfo("localhost", 0, type=socket.SOCK_STREAM)}
    with claimed_port("localhost", 0) as address:
        assert 1 <= len(address.sockets) <= len(found)
        assert {each.getsockname()[1] for each in address.sockets} == {address.port}


def test_without_a_host_it_is_every_address_of_the_machine() -> None:
    """Loopback among them."""
    with claimed_port(None, 0) as address:
        for each in address.sockets:
            each.listen()
        with socket.create_connection((LOOPBACK, address.port), timeout=5):
            pass


def test_a_taken_port_is_refused_in_words(taken: int) -> None:
    """Which, where, and how to choose another; no number of an error."""
    with pytest.raises(AddressUnusable) as caught, claimed_port(LOOPBACK, taken):
        pass
    said = str(caught.value)
    assert said == (
        f"port {taken} of {LOOPBACK} is in use by another program: "
        "stop that one, or choose another with --port"
    )


def test_a_host_that_is_not_of_this_machine_is_refused_in_words() -> None:
    """An address of the documentation, which nobody has."""
    with (
        pytest.raises(AddressUnusable, match="is not of this machine: choose one of its own addresses"),
        claimed_port("203.0.113.7", 0),
    ):
        pass


@pytest.mark.parametrize("host", ["geen-naam.invalid", "x" * 300, "a..b"])
def test_a_host_that_nobody_knows_is_refused_in_words(host: str) -> None:
    """Also one that cannot be a name at all."""
    with (
        pytest.raises(AddressUnusable, match="nobody knows a host of that name: choose another"),
        claimed_port(host, 8765),
    ):
        pass


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "is not for this user: choose one of 1024 or above with --port"),
        (errno.EMFILE, "cannot be listened on: Too many open files"),
    ],
)
def test_whatever_else_keeps_it_is_said_without_a_number(number: int, words: str) -> None:
    """What it means for whoever starts the server."""
    said = str(unusable("port 80 of localhost", OSError(number, "Too many open files")))
    assert said == f"port 80 of localhost {words}"
    assert not re.search(r"\[Errno", said)
