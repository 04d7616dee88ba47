"""Pieces of maps on disk, between runs: one file an address, in the user's cache directory.

What is read is checked against its address: a file that was damaged is thrown away and its piece fetched
again. Bounded by a quota; what was used longest ago goes first. Several consoles may share it: a file comes
into being whole, and one that another console took away is simply not there. Without a writable directory
everything works from memory, and `trouble` says why nothing was kept.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from time import time

from platformdirs import user_cache_path

from protocol.model.map_address import ADDRESS_BYTES, address_of

QUOTA_BYTES = 64 * 1024 * 1024
"""Some hundreds of towns."""

TORN_AFTER_S = 3_600
"""A half-written file that is older was left by a console that died."""

_TORN = ".part"


def cache_directory() -> Path:
    """Where this program keeps what it can always fetch again for this user."""
    return user_cache_path("openlijn") / "map"


class PieceCache:
    """What is on disk. Never raises for what the disk does."""

    def __init__(self, directory: Path | None = None, *, quota_bytes: int = QUOTA_BYTES) -> None:
        self._directory = directory if directory is not None else cache_directory()
        self._quota_bytes = quota_bytes
        self._bytes: int | None = None
        """What lies there, other consoles' files included, as last counted; None before the first count."""

        self.trouble: str = ""
        """Why the last piece could not be kept; empty when all is well."""

        self.damaged = 0
        """How many files were thrown away because their content was not what their name says."""

    def read(self, address: bytes) -> bytes | None:
        """The content of this address; None when it is not here, or not right any more."""
        path = self._path(address)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        if address_of(content) != address:
            self.damaged += 1
            self._bytes = None
            with suppress(OSError):
                path.unlink()
            return None
        # Its time says when it was last used, also where the disk keeps no times of access.
        with suppress(OSError):
            os.utime(path)
        return content

    def has(self, address: bytes) -> bool:
        """True when there is a file of this address, right or wrong."""
        return self._path(address).exists()

    def keep(self, content: bytes) -> None:
        """Put it on disk under its address; something older goes when there is too much."""
        if len(content) > self._quota_bytes:
            return
        path = self._path(address_of(content))
        torn = path.with_name(f"{path.name}-{secrets.token_hex(4)}{_TORN}")
        try:
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            with torn.open("xb") as file:
                file.write(content)
            torn.replace(path)
        except OSError as error:
            self.trouble = error.strerror or str(error)
            with suppress(OSError):
                torn.unlink()
            return
        self.trouble = ""
        if self._bytes is None:
            self._tidy(spare=path)
        else:
            self._bytes += len(content)
            if self._bytes > self._quota_bytes:
                self._tidy(spare=path)

    def _tidy(self, *, spare: Path) -> None:
        """Count what is there, and throw away what was used longest ago until it fits."""
        found: list[tuple[float, int, Path]] = []
        with suppress(OSError), os.scandir(self._directory) as entries:
            for entry in entries:
                with suppress(OSError):
                    stat = entry.stat(follow_symlinks=False)
                    path = Path(entry.path)
                    if _is_piece(entry.name):
                        found.append((stat.st_mtime, stat.st_size, path))
                    elif entry.name.endswith(_TORN) and time() - stat.st_mtime > TORN_AFTER_S:
                        path.unlink()
        total = sum(size for _, size, _ in found)
        for _, size, path in sorted(found):
            if total <= self._quota_bytes:
                break
            if path != spare:
                with suppress(OSError):
                    path.unlink()
                    total -= size
        self._bytes = total

    def _path(self, address: bytes) -> Path:
        return self._directory / address.hex()


def _is_piece(name: str) -> bool:
    """True for a file that this program made: nothing else is counted, or thrown away."""
    return len(name) == 2 * ADDRESS_BYTES and set(name) <= set("0123456789abcdef")
