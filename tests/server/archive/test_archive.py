"""The archive beside a server: follows the journal, never misses, and heals itself."""

import sqlite3
from pathlib import Path

import pytest

from protocol.commands import AddEntry
from protocol.errors import Refused
from protocol.model.text import Text
from server.archive.archive import PAGE, Archive
from server.archive.schema import FILE_NAME
from server.archive.search import Filter, search
from server.journal.errors import Reason as JournalReason
from tests.server.archive.make import archived, told
from tests.server.make import World, opening


async def _total(archive: Archive, text: str = "") -> int:
    return (await archive.ask(lambda link: search(link, Filter(text=text), page=1))).total


async def test_a_question_knows_the_newest_change(tmp_path: Path) -> None:
    """Also when it is asked at once."""
    world = World()
    async with archived(world, tmp_path) as archive:
        assert await _total(archive) == 0
        await told(
            world, archive, opening(), AddEntry(incident=1, text=Text("er ligt een fiets in het water"))
        )
        assert (await _total(archive), await _total(archive, "FIETS wat"), await _total(archive, "auto")) == (
            1,
            1,
            0,
        )


async def test_it_catches_up_at_the_start(tmp_path: Path) -> None:
    """With more than a page that happened while it was not there, after a clean stop and without a file."""
    world = World()
    async with archived(world, tmp_path) as archive:
        await told(world, archive, opening())
        assert await _total(archive) == 1
    for _ in range(PAGE + 1):
        await world.wish(opening())
    async with archived(world, tmp_path) as archive:
        assert await _total(archive) == PAGE + 2
    (tmp_path / FILE_NAME).unlink()
    async with archived(world, tmp_path) as archive:
        assert await _total(archive) == PAGE + 2


async def test_a_file_that_is_destroyed_is_made_anew_at_the_next_start(tmp_path: Path) -> None:
    """From the journal, whole."""
    world = World()
    async with archived(world, tmp_path) as archive:
        await told(world, archive, opening(), opening())
        await _total(archive)
    (tmp_path / FILE_NAME).write_bytes(b"\x00" * 10_000)
    async with archived(world, tmp_path) as archive:
        assert await _total(archive) == 2


async def test_a_question_that_cannot_be_asked_is_refused(tmp_path: Path) -> None:
    """Nobody gets a wrong answer."""

    def broken(_link: sqlite3.Connection) -> None:
        raise sqlite3.DatabaseError("database disk image is malformed")

    async with archived(World(), tmp_path) as archive:
        with pytest.raises(Refused, match=r"journal-unavailable\(why=archive\)"):
            await archive.ask(broken)


async def test_a_journal_that_cannot_be_read_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes on by itself when the disk does."""
    monkeypatch.setattr("server.archive.archive.RETRY_S", 0.01)
    world = World()
    await world.wish(opening())
    read = world.journal.records
    failures = iter((True, True))

    async def sometimes(after_seq: int, limit: int) -> object:
        if next(failures, False):
            raise OSError(JournalReason.IO_ERROR)
        return await read(after_seq, limit)

    monkeypatch.setattr(world.journal, "records", sometimes)
    async with archived(world, tmp_path) as archive:
        assert await _total(archive) == 1
