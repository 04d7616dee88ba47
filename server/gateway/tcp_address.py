"""A TCP port of this machine, claimed for one server: on every address that the host's name stands for.

Called before the server does anything else: looking a name up may take a while, and nobody waits yet.
"""

import errno
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from server.gateway.address import Address, AddressUnusable

TCP_THIN_LINEAR_TIMEOUTS = 16
"""Of Linux, in tcp.h; Python has no name for it."""

_NOT_HERE = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)
"""One of a host's addresses that this machine does not have; another may do."""


@contextmanager
def claimed_port(host: str | None, port: int) -> Iterator[Address]:
    """The port (0: any free one) of this host (None: every address of this machine), until the end.

    Raises AddressUnusable.
    """
    said = f"port {port} of {host or 'every address of this machine'}"
    with ExitStack() as stack:
        sockets: list[socket.socket] = []
        missing: OSError | None = None
        for family, address in _addresses(said, host, port):
            try:
                # Port 0 is any free one, and then the same one of every address.
                one_port = sockets[0].getsockname()[1] if sockets else port
                sockets.append(stack.enter_context(_bound(family, (address[0], one_port, *address[2:]))))
            except OSError as error:
                if error.errno not in _NOT_HERE:
                    raise unusable(said, error) from error
                missing = error
        if not sockets:
            raise unusable(said, missing or OSError(errno.EADDRNOTAVAIL, "")) from missing
        bound_port = sockets[0].getsockname()[1]
        yield Address(sockets=tuple(sockets), said=said, port=bound_port)


def unusable(said: str, error: OSError) -> AddressUnusable:
    """In words, why nobody can listen at the port that is named so."""
    match error.errno:
        case errno.EADDRINUSE:
            why = "is in use by another program: stop that one, or choose another with --port"
        case errno.EACCES | errno.EPERM:
            why = "is not for this user: choose one of 1024 or above with --port"
        case errno.EADDRNOTAVAIL | errno.EAFNOSUPPORT:
            why = (
                "is not of this machine: choose one of its own addresses with --host "
                "(127.0.0.1 for itself alone, 0.0.0.0 for every network that it is in)"
            )
        case _:
            why = f"cannot be listened on: {error.strerror or error}"
    return AddressUnusable(f"{said} {why}")


def _addresses(said: str, host: str | None, port: int) -> list[tuple[socket.AddressFamily, tuple[str, int]]]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, UnicodeError) as error:
        why = f"cannot be listened on, for {host} is no address and nobody knows a host of that name"
        raise AddressUnusable(f"{said} {why}: choose another with --host") from error
    return [(family, (str(address[0]), int(address[1]), *address[2:])) for family, *_, address in found]


def _bound(family: socket.AddressFamily, address: tuple[str, int]) -> socket.socket:
    """A socket with this address. Raises OSError."""
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if sys.platform == "linux":
            # What connects here inherits it: a thin link that lost a packet twice is asked again as soon as
            # after the first loss, and not after twice as long.
            bound.setsockopt(socket.IPPROTO_TCP, TCP_THIN_LINEAR_TIMEOUTS, 1)
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        bound.bind(address)
    except OSError:
        bound.close()
        raise
    return bound
