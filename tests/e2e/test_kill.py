"""kill -9 of the real server under load, again and again: nothing is lost, nothing done twice."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from protocol.commands.timeline import AddEntry
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.model.text import Text
from protocol.wire.messages import Done
from server.exercise.caller import Caller
from server.journal.sqlite import SqliteJournal
from server.room.saved_board import as_change, load_board
from tests.e2e.process import ServerProcess
from tests.server.accounts_file import with_accounts
from tests.server.live import counted, staying
from tests.server.make import opening
from tests.waiting import until

NAMES = ("anna", "ben", "carla")
PER_ROUND = 40
"""Wishes acknowledged between two kills."""


@pytest.fixture
async def process(tmp_path: Path) -> AsyncIterator[ServerProcess]:
    """A server with three centralists; ended whatever happens."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    with_accounts(data, dict.fromkeys(NAMES, Role.CENTRALIST))
    one = ServerProcess(data)
    try:
        await one.start()
        yield one
    finally:
        one.end()


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


async def _journalled(data: Path) -> tuple[Board, dict[str, int], Counter[str]]:
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


async def _kill_again_and_again(process: ServerProcess, kills: int) -> None:
    load = Load()
    async with AsyncExitStack() as stack:
        url = f"ws://127.0.0.1:{process.port}"
        callers = [await stack.enter_async_context(staying(url, name)) for name in NAMES]
        assert isinstance(await callers[0].wish(opening()), Done)
        async with asyncio.TaskGroup() as writers:
            for caller, name in zip(callers, NAMES, strict=True):
                for hand in ("links", "rechts"):
                    writers.create_task(load.write(caller, f"{name} {hand}"))
            for _ in range(kills):
                await load.more(PER_ROUND)
                process.kill()
                await process.start()
            await load.more(PER_ROUND)
            load.stop = True
        newest = max(load.acknowledged.values())
        await until(lambda: all(caller.board.seq >= newest for caller in callers), "for the boards")
        samples = await counted(process.port)
        assert samples["openlijn_arrivals_total", "resume"] >= len(NAMES)
        assert ("openlijn_arrivals_total", "snapshot") not in samples
        boards = [caller.board for caller in callers]
    assert await process.stop() == 0
    board, seq_by_text, times = await _journalled(process.data)
    assert boards == [board] * len(NAMES)
    assert {text: seq_by_text.get(text) for text in load.acknowledged} == load.acknowledged
    assert set(times.values()) == {1}


async def test_killed_five_times_under_load(process: ServerProcess) -> None:
    """Every console resumes from its number, without a snapshot, and ends with the server's board."""
    await _kill_again_and_again(process, 5)


@pytest.mark.slow
async def test_killed_fifty_times_under_load(process: ServerProcess) -> None:
    """The same for a long look."""
    await _kill_again_and_again(process, 50)
