"""Where a server listens: claimed before anything else begins, so that a taken address leaves nothing behind.

Made by `tcp_address` and `unix_address`, listened on by the `gateway`. What keeps an address from being used
is said in words: what, where, and what to do.
"""

import socket
from pathlib import Path

from attrs import frozen

from protocol.errors import OpenlijnError


class AddressUnusable(OpenlijnError):
    """Nobody can listen there; says why, and what to do."""


@frozen(kw_only=True)
class Address:
    """A claimed address."""

    sockets: tuple[socket.socket, ...]
    """Bound, and not listening yet: of one port, one for each address that a host name stands for."""

    said: str
    """As a person names it."""

    port: int = 0
    """0 for a Unix socket."""

    unix_path: Path | None = None
