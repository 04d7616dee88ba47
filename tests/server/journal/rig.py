"""A journal together with the switch that fills its disk, for tests that ask the same of every journal."""

from pathlib import Path
from typing import Protocol

from server.journal.errors import Reason
from server.journal.interface import Journal
from server.journal.memory import MemoryJournal
from server.journal.sqlite import SqliteJournal


class Rig(Protocol):
    """Breaking is immediate; what was appended before is not touched."""

    @property
    def journal(self) -> Journal:
        """The journal under test, made for "live"."""

    async def break_disk(self) -> None:
        """From now on the disk is full."""

    async def mend_disk(self) -> None:
        """From now on it is not."""


class MemoryRig:
    """Of the journal in memory."""

    def __init__(self) -> None:
        self.journal = MemoryJournal(world="live", history="5c1d")

    async def break_disk(self) -> None:
        self.journal.trouble = Reason.DISK_FULL

    async def mend_disk(self) -> None:
        self.journal.trouble = None


class SqliteRig:
    """Of the journal on disk: SQLite itself is told that the file may not grow."""

    def __init__(self, journal: SqliteJournal) -> None:
        self.journal = journal

    @classmethod
    async def made(cls, data_dir: Path) -> "SqliteRig":
        return cls(await SqliteJournal.open(data_dir, world="live", now_ms=5))

    async def break_disk(self) -> None:
        await self._limit(1)  # SQLite takes this as: no page more than there are

    async def mend_disk(self) -> None:
        await self._limit(2**30)

    async def _limit(self, pages: int) -> None:
        await self.journal.writer.do(
            lambda connection: connection.execute(f"PRAGMA max_page_count={pages}").close()
        )
