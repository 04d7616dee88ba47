"""A key of this data directory: made once, readable by its owner alone, never shown."""

import contextlib
import os
import secrets
from pathlib import Path

KEY_BYTES = 32


def key_in(path: Path) -> bytes:
    """The key in the file, or a new one put there. Raises OSError."""
    # Half a key, or an empty one after a full disk, would make tickets that anybody can forge.
    with contextlib.suppress(FileNotFoundError):
        key = path.read_bytes()
        if len(key) == KEY_BYTES:
            return key
    key = secrets.token_bytes(KEY_BYTES)
    fresh = path.with_suffix(".new")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return key
