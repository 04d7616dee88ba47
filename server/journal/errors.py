"""What can go wrong with a journal, each as its own class with the facts a caller decides on as attributes.

Raised by every journal, caught by the room (appending) and by the server's start (opening). The messages
are for the log and the command line; what a console shows is made from `Reason` elsewhere.
"""

from enum import StrEnum
from pathlib import Path


class Reason(StrEnum):
    """Why the journal cannot store or read just now."""

    DISK_FULL = "disk-full"
    IO_ERROR = "io-error"
    READ_ONLY = "read-only"
    BUSY = "busy"
    DAMAGED = "damaged"
    CLOSED = "closed"
    BEHIND = "behind"
    """Its number no longer follows, for a record before it was refused."""
    BROKEN = "broken"
    """The journal's own program failed; only a restart helps."""


class JournalError(Exception):
    """The root of all journal errors."""


class JournalUnavailable(JournalError):
    """The journal cannot do it now; nothing of the record is stored. Trying again later is right."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"the journal is unavailable ({reason}){': ' + detail if detail else ''}")
        self.reason = reason
        self.detail = detail


class SequenceGap(JournalError):
    """A record does not carry the number that comes next; it is not stored."""

    def __init__(self, expected: int, got: int) -> None:
        super().__init__(f"the next record must have seq {expected}, got {got}")
        self.expected = expected
        self.got = got


class CommandRepeated(JournalError):
    """The sender's command already made a change; a second one is not stored."""

    def __init__(self, by: str, command: int, seq: int) -> None:
        super().__init__(f"command {command} of {by!r} already made record {seq}")
        self.by = by
        self.command = command
        self.seq = seq


class JournalDamaged(JournalError):
    """What is stored is not what was written. `seq` is the first record in doubt, None if unknown."""

    def __init__(self, path: Path, seq: int | None, detail: str) -> None:
        where = "" if seq is None else f" at record {seq}"
        super().__init__(
            f"{path} is damaged{where}: {detail}. Copy the whole directory before anything else touches it, "
            "then put the newest good copy back"
            + (
                ""
                if seq is None
                else f", or set aside record {seq} and all after it: "
                f"openlijn-server journal repair --data {path.parent} --from {seq}"
            )
        )
        self.path = path
        self.seq = seq
        self.detail = detail


class JournalTooNew(JournalError):
    """A newer server wrote this journal: its tables (`what` "schema") or the records in them ("language")."""

    def __init__(self, path: Path, found: int, known: int, *, what: str = "language") -> None:
        super().__init__(
            f"{path} has {what} version {found}, this server knows up to version {known}: "
            f"start the newer server, or put back a copy that version {known} wrote"
        )
        self.path = path
        self.found = found
        self.known = known
        self.what = what


class NotAJournal(JournalError):
    """The file is something else."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"{path} is not a journal: {detail}. Point the server at another data directory, "
            "or put the newest good copy of the journal back"
        )
        self.path = path
        self.detail = detail


class WrongWorld(JournalError):
    """The journal belongs to another world; live and exercise never mix."""

    def __init__(self, path: Path, found: str, wanted: str) -> None:
        super().__init__(
            f"{path} belongs to the world {found!r}, this server runs {wanted!r}: "
            "give each world its own directory"
        )
        self.path = path
        self.found = found
        self.wanted = wanted


class JournalInUse(JournalError):
    """Another server holds this journal. `pid` is None when it could not be read."""

    def __init__(self, path: Path, pid: int | None) -> None:
        who = "another process" if pid is None else f"process {pid}"
        super().__init__(f"{path} is in use by {who}: stop that server first, or use another data directory")
        self.path = path
        self.pid = pid
