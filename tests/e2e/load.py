"""Callers who write line after line at a server in a process of its own, and what its journal holds of it."""

from collections import Counter
from pathlib import Path

from protocol.commands.timeline import AddEntry
from protocol.model.board import Board
from protocol.model.text import Text
from protocol.wire.messages import Done
from server.exercise.caller import Caller
from server.journal.sqlite import SqliteJournal
from server.room.saved_board import as_change, load_board
from tests.waiting import until

NAMES = ("anna", "ben", "carla")
PER_ROUND = 40
"""Wishes acknowledged between two kills."""


class Load:
    """Callers who write line after line, each line once, until told to stop."""

    def __init__(self) -> None:
        self.acknowledged: dict[str, int] = {}
        self.stop = False

    async def more(self, count: int) -> None:
        """Returns when so many more lines are acknowledged."""
        enough = len(self.acknowledged) + count
        await until(lambda: len(self.acknowledged) >= enough, "for answers")

    async def write(self, caller: Caller, name: str) -> None:
        """Waits for each answer, through every cut, before the next line."""
        number = 0
        while not self.stop:
            number += 1
            text = f"{name} {number}"
            answer = await caller.wish(AddEntry(incident=1, text=Text(text)))
            assert isinstance(answer, Done), answer
            self.acknowledged[text] = answer.seq


async def journalled(data: Path) -> tuple[Board, dict[str, int], Counter[str]]:
    """The board, the change that brought each text, and how often each text was brought."""
    journal = await SqliteJournal.open(data, world="meldkamer", now_ms=0)
    try:
        seq_by_text: dict[str, int] = {}
        times: Counter[str] = Counter()
        for record in await journal.records(0, 1_000_000):
            for fact in as_change(record).facts:
                text = getattr(fact, "text", None)
                if text is not None:
                    seq_by_text[text] = record.seq
                    times[text] += 1
        return await load_board(journal), seq_by_text, times
    finally:
        await journal.close()
