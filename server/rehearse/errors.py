"""What makes a rehearsal impossible, as opposed to dirt, which is counted and played around.

Raised by the readers; the command line shows the message as it is. Never raised for one row. A mistake in the
mapping is a ConfigWrong, as in every file of configuration.
"""

from pathlib import Path

from protocol.errors import OpenlijnError


class RehearsalError(OpenlijnError):
    """The root of everything the reading half raises on purpose."""


class FileUnreadable(RehearsalError):
    """The file cannot be opened or read, or does not begin with a row of column names."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: cannot be read: {why}")
        self.path = path
        self.why = why


class ColumnsMissing(RehearsalError):
    """The mapping names columns that the file lacks: all of them at once, beside what the file has."""

    def __init__(self, path: Path, missing: tuple[str, ...], present: tuple[str, ...]) -> None:
        shown = ", ".join(name[:60] for name in present[:60])
        super().__init__(
            f"{path}: the mapping names columns that are not there: {', '.join(missing)}; has: {shown}"
        )
        self.path = path
        self.missing = missing
        self.present = present


class NothingUsable(RehearsalError):
    """No row of the file can be played; says how many were read and how many the mapping left out."""

    def __init__(self, path: Path, rows: int, left_out: int) -> None:
        super().__init__(f"{path}: no usable row: {rows} read, {left_out} left out by the mapping")
        self.path = path
        self.rows = rows
        self.left_out = left_out
