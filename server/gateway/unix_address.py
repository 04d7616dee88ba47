"""A Unix socket, claimed for one server: its file is made here, and taken away at the end.

The file of a server that is gone is in nobody's way; one on which somebody listens is never taken away, nor
is anything that is no socket.
"""

import errno
import os
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from server.gateway.address import Address, AddressUnusable

MOST_PATH_BYTES = 107
"""What the kernel's address of a Unix socket holds."""

_ELSEWHERE = "or name another path with --unix"


@contextmanager
def claimed_path(path: Path) -> Iterator[Address]:
    """The socket at this path, until the end. Raises AddressUnusable."""
    length = len(os.fsencode(path))
    if length > MOST_PATH_BYTES:
        why = f"its path has {length} bytes, and a socket's has at most {MOST_PATH_BYTES}"
        raise AddressUnusable(f"the socket {path} cannot be made: {why}: make it shorter, {_ELSEWHERE}")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as bound:
        try:
            _make_way(path)
            bound.bind(str(path))
            inode = path.stat().st_ino
        except OSError as error:
            raise unusable(path, error) from error
        try:
            yield Address(sockets=(bound,), said=f"the socket {path}", unix_path=path)
        finally:
            # Only ours: another server may have taken the path over.
            with suppress(OSError):
                if path.stat().st_ino == inode:
                    path.unlink()


def unusable(path: Path, error: OSError) -> AddressUnusable:
    """In words, why there can be no socket at this path."""
    folder = path.absolute().parent
    match error.errno:
        case errno.ENOENT:
            why = f"there is no folder {folder}: make it, {_ELSEWHERE}"
        case errno.ENOTDIR:
            why = f"{folder} is no folder: take it away, {_ELSEWHERE}"
        case errno.EACCES | errno.EPERM:
            why = f"this user may not make a file in {folder}: give it the right, {_ELSEWHERE}"
        case errno.EROFS:
            why = f"the disk of {folder} is read-only: make it writable, {_ELSEWHERE}"
        case errno.ENOSPC:
            why = f"the disk of {folder} is full: make room, {_ELSEWHERE}"
        case _:
            why = f"{error.strerror or error}"
    return AddressUnusable(f"the socket {path} cannot be made: {why}")


def _make_way(path: Path) -> None:
    """Takes away the file of a server that is gone. Raises AddressUnusable, OSError."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "a file"
        raise AddressUnusable(f"{path} is {kind} and no socket: move it away, {_ELSEWHERE}")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.setblocking(False)
        try:
            probe.connect(str(path))
        except ConnectionRefusedError:
            path.unlink()
            return
        except BlockingIOError:
            pass  # its queue is full of those who wait, and so there is somebody
    raise AddressUnusable(f"another server listens on the socket {path}: stop that one, {_ELSEWHERE}")
