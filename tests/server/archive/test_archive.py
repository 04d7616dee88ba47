"""The archive beside a server: follows the journal, never misses, and heals itself."""

import asyncio
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.commands.dispatch import ExplainChoice, WeighChoice
from protocol.commands.timeline import AddEntry
from protocol.commands.units import AssignUnit, SignOnUnit
from protocol.errors import Refused
from protocol.model.choice import Choice, ChoiceReason
from protocol.model.terms import Terms
from protocol.model.text import Name, Text
from server.archive.archive import PAGE, Archive
from server.archive.schema import FILE_NAME
from server.archive.search import Filter, search
from server.archive.window import indicators_of
from server.journal.errors import Reason as JournalReason
from server.room.room import SERVER
from tests.server.archive.make import archived, told
from tests.server.make import LONGEST_S, World, opening, run


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


async def test_the_bias_meter_hears_what_the_server_weighed_and_people_explained(tmp_path: Path) -> None:
    """From the dispatch to the indicators of the shift (B6)."""
    world = World()
    choice = Choice(unit=Name("12.03"), travel_s=90, nearest=Name("M7"), nearest_s=30)
    async with archived(world, tmp_path) as archive:
        await told(world, archive, opening(), SignOnUnit(call_sign=Name("12.03")))
        await told(world, archive, AssignUnit(incident=1, unit=1))
        await told(world, archive, WeighChoice(incident=1, choice=choice), by=SERVER)
        await told(world, archive, ExplainChoice(incident=1, reason=ChoiceReason.COMPETENCE))
        now = world.room.board.at
        found = await archive.ask(lambda link: indicators_of(link, now=now, terms=Terms()))
    assert found["shift"]["choices"] == {
        "of": 1,
        "nearest": 0,
        "passed_over": 1,
        "extra_s": {"p50": 60, "p90": 60, "total": 60},
        "explained": 1,
        "reasons": {"competence": 1},
        "by_road": 1,
    }


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


async def test_damage_that_shows_in_use_is_healed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that cannot be read is refused once; then everything is there again."""
    monkeypatch.setattr("server.archive.archive.RETRY_S", 0.01)
    world = World()
    async with archived(world, tmp_path) as archive:
        await told(world, archive, opening(), opening())
        assert await _total(archive) == 2
        other = sqlite3.connect(tmp_path / FILE_NAME)
        other.execute("UPDATE incident SET body = 'no json' WHERE number = 1")
        other.commit()
        other.close()
        with pytest.raises(Refused):
            await _total(archive)
        async with asyncio.timeout(LONGEST_S):
            while await _answers(archive) != 2:
                await asyncio.sleep(0.01)
        await told(world, archive, AddEntry(incident=1, text=Text("en verder")))
        assert await _total(archive, "verder") == 1


async def _answers(archive: Archive) -> int | None:
    try:
        return await _total(archive)
    except Refused:
        return None


@settings(max_examples=25)
@given(place=st.integers(0, 2**20), bit=st.integers(0, 7))
def test_no_flipped_bit_harms_anything_but_the_answer(place: int, bit: int) -> None:
    """The server goes on; a question is answered or refused, and the next one too."""

    async def work() -> None:
        world = World()
        with TemporaryDirectory() as folder:
            path = Path(folder) / FILE_NAME
            async with archived(world, path.parent) as archive:
                await told(world, archive, opening(), AddEntry(incident=1, text=Text("een fiets")))
                await _total(archive)
            content = bytearray(path.read_bytes())
            content[place % len(content)] ^= 1 << bit
            path.write_bytes(content)
            async with archived(world, path.parent) as archive:
                await told(world, archive, AddEntry(incident=1, text=Text("nog een")), opening())
                await _answers(archive)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("server.archive.archive.RETRY_S", 0.01)
        run(work())
