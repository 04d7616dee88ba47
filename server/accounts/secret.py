"""Where a command gets a secret: the environment, a file of its owner's alone, or a prompt.

Never the command line, which everybody on the machine can read. Says what is wrong by a key of the texts.
"""

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from protocol.errors import OpenlijnError

VARIABLE = "OPENLIJN_SECRET"


class SecretProblem(OpenlijnError):
    """There is no usable secret. `key` and `args_by_name` make the sentence."""

    def __init__(self, key: str, **args_by_name: str) -> None:
        super().__init__(key, args_by_name)
        self.key = key
        self.args_by_name: Mapping[str, str] = args_by_name


def read_secret(path: Path | None, environ: Mapping[str, str], prompt: Callable[[], str] | None) -> str:
    """The secret: from the file when one is named, else the environment, else `prompt` (None: nobody to ask).

    Raises SecretProblem.
    """
    if path is not None:
        return _from_file(path)
    secret = environ.get(VARIABLE) or (prompt() if prompt is not None else "")
    if not secret:
        raise SecretProblem("secret-missing")
    return secret


def _from_file(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            # Asked of the open file, so that nobody can put another in its place in between.
            if os.fstat(file.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise SecretProblem("secret-file-shared", path=str(path))
            secret = file.readline().strip()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "utf-8"
        raise SecretProblem("secret-file-unreadable", path=str(path), why=why) from error
    if not secret:
        raise SecretProblem("secret-file-empty", path=str(path))
    return secret
