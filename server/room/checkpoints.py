"""Checkpoints: the board saved now and then, away from the event loop, so that the next start is short.

Looks at the room's board, hands it to the journal. Nothing is lost without one: a start then folds more
records.
"""

import asyncio
import logging
from collections.abc import Callable

from protocol.model.board import Board
from server.journal.errors import JournalError
from server.journal.interface import Journal
from server.room.saved_board import as_checkpoint

log = logging.getLogger(__name__)


class Checkpoints:
    """Made at the start of a server; `keep` is its work, `save_last` its end."""

    def __init__(self, journal: Journal, board: Callable[[], Board], *, every: int, seq: int) -> None:
        """One every so many changes; `seq` is the number of the board that can be read already."""
        self._journal = journal
        self._board = board
        self._every = every
        self._saved_seq = seq

    async def keep(self, interval_s: float) -> None:
        """Looks once every so many seconds, until cancelled."""
        while True:
            await asyncio.sleep(interval_s)
            await self.save_if_due()

    async def save_if_due(self) -> None:
        """One, when there were changes enough since the last."""
        if self._board().seq - self._saved_seq >= self._every:
            await self.save_last()

    async def save_last(self) -> None:
        """One of the newest board, unless there is one."""
        board = self._board()
        if board.seq == self._saved_seq:
            return
        try:
            await self._journal.save_checkpoint(board.seq, await asyncio.to_thread(as_checkpoint, board))
            self._saved_seq = board.seq
        except JournalError as error:
            log.warning("no checkpoint at %s: %s", board.seq, error)
