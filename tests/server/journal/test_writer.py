"""The writing thread, over a connection of its own: what it stores, refuses and runs in between."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.errors import CommandRepeated, JournalUnavailable, Reason
from server.journal.intake import Intake
from server.journal.record import Record
from server.journal.schema import FILE_NAME, open_file
from server.journal.writer import Writer
from tests.server.journal.make import LONGEST_S, record


class Desk:
    """A writer and the intake that numbers for it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        connection, _ = open_file(path, world="live", now_ms=1)
        self.intake = Intake(0)
        self.writer = Writer(connection, self.intake)

    async def store(self, *records: Record) -> list[BaseException | None]:
        """Puts all before any can be stored; what each one raised."""
        futures = []
        for one in records:
            waiting = self.intake.accept(one)
            self.writer.put(waiting)
            futures.append(waiting.future)
        async with asyncio.timeout(LONGEST_S):
            return await asyncio.gather(*futures, return_exceptions=True)

    def stored(self) -> list[int]:
        """The numbers that are in the file."""
        with closing(sqlite3.connect(self.path)) as connection:
            return [seq for (seq,) in connection.execute("SELECT seq FROM record ORDER BY seq")]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Stopped at the end."""
    made = Desk(tmp_path / FILE_NAME)
    yield made
    await asyncio.to_thread(made.writer.stop)


async def test_what_is_put_is_in_the_file_when_its_sender_hears(desk: Desk) -> None:
    """In order of its number, however many came together."""
    assert await desk.store(*(record(seq) for seq in range(1, 30))) == [None] * 29
    assert desk.stored() == list(range(1, 30))
    assert desk.intake.durable == 29


async def test_a_repeated_command_stops_what_stands_behind_it(desk: Desk) -> None:
    """What stood before it is stored; the next number is given anew."""
    await desk.store(record(1, command=7))
    errors = await desk.store(record(2, command=8), record(3, command=7), record(4, command=9))
    assert errors[0] is None
    assert isinstance(errors[1], CommandRepeated)
    assert (errors[1].command, errors[1].seq) == (7, 1)
    assert isinstance(errors[2], JournalUnavailable)
    assert errors[2].reason is Reason.BEHIND
    assert desk.stored() == [1, 2]
    assert await desk.store(record(3, command=9)) == [None]


async def test_one_sender_repeats_itself_and_two_do_not(desk: Desk) -> None:
    """The id of a command is its sender's own; 0 is none and may come often."""
    anna, ben = (record(seq, by=by, command=7) for seq, by in ((1, "anna"), (2, "ben")))
    assert await desk.store(anna, ben, record(3, by="ben"), record(4, by="ben")) == [None] * 4


async def test_work_that_fails_is_undone_and_the_writer_goes_on(desk: Desk) -> None:
    """In a transaction of its own: nothing of it stays."""

    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO touches VALUES (1, 1)")
        connection.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(JournalUnavailable) as caught:
        await desk.writer.do(fail)
    assert caught.value.reason is Reason.BROKEN
    assert await desk.store(record(1)) == [None]
    with closing(sqlite3.connect(desk.path)) as connection:
        assert connection.execute("SELECT count(*) FROM touches").fetchone() == (0,)


async def test_stopping_stores_what_waits(tmp_path: Path) -> None:
    """Nothing that was accepted is left behind, and the file is let go of."""
    desk = Desk(tmp_path / FILE_NAME)
    waiting = desk.intake.accept(record(1))
    desk.writer.put(waiting)
    await asyncio.to_thread(desk.writer.stop)
    await waiting.future
    assert desk.stored() == [1]


async def test_a_closed_journal_runs_no_work(desk: Desk) -> None:
    """Whoever asks hears why it is closed, instead of waiting for ever."""
    desk.intake.closed = JournalUnavailable(Reason.CLOSED, "the server stops")
    with pytest.raises(JournalUnavailable, match=r"closed.*the server stops"):
        await desk.writer.do(lambda connection: None)
