"""Reading the journal file in threads of its own, each with its own connection, so that the event loop
never waits.

Two threads at most, apart from the interpreter's shared pool, so that reading and password hashing do not
queue behind each other. Never writes: the connections are read-only.
"""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from server.journal.errors import JournalUnavailable, Reason
from server.journal.schema import connect
from server.journal.trouble import unreadable

Answer = TypeVar("Answer")


class Readers:
    """Connections are opened when first needed and live until `close`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="journal-reader")
        self._own = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._closed = False

    async def ask(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """The answer to `question`, asked in a reading thread.

        Raises:
            JournalUnavailable: closed, or the disk fails.
            JournalDamaged: SQLite finds the file malformed.
        """
        if self._closed:
            raise JournalUnavailable(Reason.CLOSED)
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._answer, question)

    def _answer(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        try:
            connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
            if connection is None:
                connection = self._own.connection = connect(self._path, writing=False)
                self._connections.append(connection)
            return question(connection)
        except sqlite3.Error as error:
            raise unreadable(error, self._path) from error

    def stop(self) -> None:
        """Waits for the questions under way and closes: call it off the loop."""
        self._closed = True
        self._pool.shutdown(wait=True)
        for connection in self._connections:
            connection.close()
        self._connections.clear()
