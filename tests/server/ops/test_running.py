"""A running server: begun, ended and begun again, with everything it knew."""

import contextlib
import sqlite3
import stat
from pathlib import Path

import pytest

from protocol.commands.timeline import AddEntry
from protocol.commands.units import SignOffUnit, SignOnUnit
from protocol.facts.world import WorldFounded
from protocol.model.fix import Fix
from protocol.model.moment import from_ms
from protocol.model.point import from_grid
from protocol.model.terms import Terms
from protocol.model.text import Name, Text
from server.journal.errors import JournalInUse, WrongWorld
from server.journal.schema import FILE_NAME
from server.journal.sqlite import SqliteJournal
from server.room.saved_board import as_change
from server.settings.settings import Settings
from tests.server.live import serving
from tests.server.make import opening
from tests.waiting import until


async def test_a_new_world_is_founded_once(tmp_path: Path) -> None:
    """Its first fact says which world it is, and whether it is an exercise."""
    settings = Settings(world=Name("oefenstad"), exercise=True)
    for _ in range(2):
        async with serving(tmp_path / "data", settings=settings) as served:
            assert served.listening.room.board.seq == 1
    journal = await SqliteJournal.open(tmp_path / "data", world="oefenstad", now_ms=0)
    change = as_change((await journal.records(0, 1))[0])
    await journal.close()
    assert (change.by, change.facts) == ("server", (WorldFounded(world=Name("oefenstad"), exercise=True),))


async def test_everything_is_there_after_a_stop(tmp_path: Path) -> None:
    """The board, and consoles resume in it."""
    # With few waiting the server leaves the order of the board alone: it would turn it at any moment.
    settings = Settings(terms=Terms(turn_at=50))
    async with serving(tmp_path / "data", settings=settings) as served, served.caller() as caller:
        await caller.wish(opening())
        await caller.wish(AddEntry(incident=1, text=Text("een regel")))
        board = served.listening.room.board
    async with serving(tmp_path / "data", settings=settings) as served:
        assert served.listening.room.board == board


async def test_the_data_directory_is_its_owners_alone(tmp_path: Path) -> None:
    """Made so, and every file in it."""
    async with serving(tmp_path / "data"):
        for path in (tmp_path / "data").iterdir():
            assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


async def test_another_kind_of_world_is_not_started(tmp_path: Path) -> None:
    """Live stays live: each world has a directory of its own."""
    async with serving(tmp_path / "data"):
        pass
    for settings in (Settings(exercise=True), Settings(world=Name("elders"))):
        with pytest.raises(WrongWorld):
            async with serving(tmp_path / "data", settings=settings):
                pass
    async with serving(tmp_path / "data"):
        pass


async def test_one_server_a_directory(tmp_path: Path) -> None:
    """The second says who holds it, and the first goes on."""
    async with serving(tmp_path / "data") as served:
        with pytest.raises(JournalInUse):
            async with serving(tmp_path / "data"):
                pass
        async with served.caller() as caller:
            await caller.wish(opening())


async def test_checkpoints_are_saved_on_the_way(tmp_path: Path) -> None:
    """Not only at a clean stop: a start after a crash is short, too."""
    settings = Settings(checkpoint_every=3, tick_interval_s=0.2)
    async with serving(tmp_path / "data", settings=settings) as served, served.caller() as caller:
        for _ in range(4):
            await caller.wish(opening())
        path = tmp_path / "data" / FILE_NAME

        def saved_seq() -> int:
            with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
                (seq,) = connection.execute("SELECT max(seq) FROM checkpoint").fetchone()
            return seq or 0

        await until(lambda: saved_seq() >= 4, "for a checkpoint")


async def test_who_goes_home_is_forgotten_on_the_map(tmp_path: Path) -> None:
    """At the next tick."""
    async with serving(tmp_path / "data") as served, served.caller() as caller:
        await caller.wish(SignOnUnit(call_sign=Name("12.03")))
        await caller.report((Fix(unit=1, point=from_grid(1, 1), at=from_ms(0)),))
        await until(lambda: served.listening.hub.fix_by_unit)
        await caller.wish(SignOffUnit(unit=1))
        await until(lambda: not served.listening.hub.fix_by_unit)


async def test_an_error_inside_comes_out_as_itself(tmp_path: Path) -> None:
    """Not wrapped in the group of the server's own tasks."""
    with pytest.raises(KeyError, match="van de gebruiker"):
        async with serving(tmp_path / "data"):
            raise KeyError("van de gebruiker")
