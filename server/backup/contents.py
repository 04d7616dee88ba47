"""Which files of a data directory belong in a copy of it, and why the others do not."""

from pathlib import Path

from attrs import frozen

from server.accounts.accounts import FILE_NAME as ACCOUNTS
from server.accounts.tickets import FILE_NAME as TICKET_KEY
from server.archive.schema import FILE_NAME as ARCHIVE
from server.journal.lock import NAME as LOCK
from server.journal.schema import FILE_NAME as JOURNAL
from server.melder.codes import FILE_NAME as CODES_KEY
from server.settings.settings import FILE_NAME as SETTINGS
from server.settings.settings import Settings

ALWAYS = (SETTINGS, ACCOUNTS, TICKET_KEY, CODES_KEY)
"""Copied where they are there. Each is written whole by its owner, so a copy is never half of one."""

MADE_ANEW = (ARCHIVE,)
"""The server makes these from the journal when they are not there."""

_COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite lays beside a database: part of it, and copied with it."""


@frozen(kw_only=True)
class Contents:
    """Of one data directory, as it is now; each a name from the directory on, but `elsewhere`."""

    files: tuple[str, ...]
    """Beside the journal, which is copied in a way of its own."""

    made_anew: tuple[str, ...]
    """There and not copied, because the server makes them anew."""

    unknown: tuple[str, ...]
    """There and not copied, because nobody here knows what they are."""

    elsewhere: tuple[Path, ...]
    """What the settings name outside of the directory: not copied, and needed where it is put back."""


def contents_of(directory: Path, settings: Settings) -> Contents:
    """What is there. Reads no file. Raises OSError."""
    named = [path for path in (settings.classifications, settings.map) if path is not None]
    inside = [name for path in named if (name := _name_in(directory, path)) is not None]
    files = [name for name in (*ALWAYS, *inside) if (directory / name).is_file()]
    there = sorted(path.name for path in directory.iterdir())
    known = {JOURNAL, LOCK, *MADE_ANEW, *(name.split("/")[0] for name in files)}
    known |= {name + suffix for name in (JOURNAL, *MADE_ANEW) for suffix in _COMPANIONS}
    return Contents(
        files=tuple(dict.fromkeys(files)),
        made_anew=tuple(name for name in MADE_ANEW if name in there),
        unknown=tuple(name for name in there if name not in known),
        elsewhere=tuple(path for path in named if _name_in(directory, path) is None),
    )


def _name_in(directory: Path, path: Path) -> str | None:
    """The path from the directory on; None for one that leads elsewhere."""
    try:
        return path.resolve().relative_to(directory.resolve()).as_posix()
    except ValueError:
        return None
