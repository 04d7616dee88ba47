"""The archive beside a running server: follows the journal in a thread of its own, and answers questions.

The room rings after every change; the archive then reads on in the journal, a page at a time, so that it can
fall behind but never miss, hold up or remember anything. A file that is damaged is made anew.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from protocol.errors import BadMessage, Reason, Refused
from server.archive.errors import NotUsable, is_damage
from server.archive.schema import FILE_NAME, connect, discard
from server.archive.store import Store, open_store
from server.journal.errors import JournalError
from server.journal.interface import Journal
from server.journal.record import Record
from server.room.saved_board import as_change

log = logging.getLogger(__name__)

PAGE = 500
"""Records taken at a time: what can wait in memory."""

RETRY_S = 5.0
"""After the disk refused."""

GATHER_S = 0.05
"""Changes of such a moment are taken together: most are about the same few incidents."""

FRESH_WITHIN_S = 2.0
"""A question waits this long for the newest changes; then it is answered from what there is."""

_TROUBLE = (sqlite3.Error, NotUsable, UnicodeDecodeError)

Answer = TypeVar("Answer")


class Archive:
    """Made at the start of a server; `follow` is its work, `close` its end."""

    def __init__(self, directory: Path, journal: Journal) -> None:
        self.seq = -1
        """The newest change that can be found; -1 until there is a file to ask."""

        self._path = directory / FILE_NAME
        self._journal = journal
        self._store: Store | None = None
        self._doubted = False
        """The file turned out to be damaged in use: it is thrown away before the next change."""

        self._bell = asyncio.Event()
        self._moved = asyncio.Condition()
        self._writing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="archive-writer")
        self._reading = ThreadPoolExecutor(max_workers=1, thread_name_prefix="archive-reader")

    def ring(self) -> None:
        """There is more in the journal. Costs the caller nothing."""
        self._bell.set()

    async def follow(self) -> None:
        """Takes everything that is and will be in the journal, until cancelled."""
        while True:
            self._bell.clear()
            try:
                await self._catch_up()
            except (*_TROUBLE, OSError, JournalError, BadMessage) as error:
                log.warning("the archive waits at change %s: %s", self.seq, error)
                await asyncio.sleep(RETRY_S)
            else:
                await self._bell.wait()
                await asyncio.sleep(GATHER_S)

    async def ask(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """The answer to a question, asked in the reading thread, once the newest changes are in.

        Raises Refused when there is no archive to ask just now.
        """
        await self._fresh(self._journal.last_seq)
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._reading, self._answer, question)
        except _TROUBLE as error:
            log.warning("the archive cannot answer: %s", error)
            self._doubted = self._doubted or is_damage(error)
            self.ring()
            raise Refused(Reason.JOURNAL_UNAVAILABLE, why="archive") from error

    async def close(self) -> None:
        """Saves where it is and lets go of the file; whoever follows must be gone."""
        loop = asyncio.get_running_loop()
        try:
            if self._store is not None:
                await loop.run_in_executor(self._writing, self._store.close)
        except _TROUBLE as error:
            log.warning("the archive is not saved and will be caught up: %s", error)
        finally:
            self._store = None
            await asyncio.to_thread(self._stop)

    def _stop(self) -> None:
        self._writing.shutdown(wait=True)
        self._reading.shutdown(wait=True)

    async def _catch_up(self) -> None:
        loop = asyncio.get_running_loop()
        await self._at(await loop.run_in_executor(self._writing, self._opened))
        while self.seq < self._journal.last_seq:
            records = await self._journal.records(self.seq, PAGE)
            await self._at(await loop.run_in_executor(self._writing, self._take, records))

    def _opened(self) -> int:
        """The newest change in the file, which is opened, or made anew, where that is needed."""
        if self._doubted:
            if self._store is not None:
                self._store.abandon()
                self._store = None
            discard(self._path)
            self._doubted = False
        if self._store is None:
            self._store = open_store(self._path, self._journal.history, last_seq=self._journal.last_seq)
        return self._store.seq

    def _take(self, records: tuple[Record, ...]) -> int:
        assert self._store is not None
        try:
            self._store.add(as_change(record) for record in records)
        except _TROUBLE as error:
            self._doubted = is_damage(error)
            raise
        return self._store.seq

    async def _at(self, seq: int) -> None:
        async with self._moved:
            self.seq = seq
            self._moved.notify_all()

    async def _fresh(self, seq: int) -> None:
        try:
            async with asyncio.timeout(FRESH_WITHIN_S), self._moved:
                await self._moved.wait_for(lambda: self.seq >= seq)
        except TimeoutError:
            log.info("asked at change %s, the archive is at %s", seq, self.seq)

    def _answer(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        # A connection of its own: the file may have been made anew since the last question.
        connection = connect(self._path, writing=False)
        try:
            return question(connection)
        finally:
            connection.close()
