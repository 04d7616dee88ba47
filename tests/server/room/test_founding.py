"""Founding: a new world says once which it is, and an old one is not called another kind."""

from pathlib import Path

import pytest

from protocol.facts.world import WorldFounded
from protocol.model.board import Board
from protocol.model.moment import from_ms
from protocol.model.text import Name
from server.journal.errors import WrongWorld
from server.journal.sqlite import SqliteJournal
from server.room.founding import founded
from server.room.saved_board import as_change, load_board

WORLD = Name("oefenstad")
NOW = from_ms(1_790_000_000_000)


async def _board(directory: Path, exercise: bool) -> Board:
    journal = await SqliteJournal.open(directory, world=WORLD, now_ms=0)
    try:
        board = await load_board(journal)
        founded_board = await founded(journal, board, WORLD, exercise, NOW)
        assert founded_board == await load_board(journal)
        first = as_change((await journal.records(0, 1))[0])
        assert (first.by, first.at, first.facts) == (
            "server",
            NOW,
            (WorldFounded(world=WORLD, exercise=True),),
        )
        return founded_board
    finally:
        await journal.close()


async def test_a_world_is_founded_at_its_first_start_only(tmp_path: Path) -> None:
    """In the server's name, at the time of that world."""
    assert (await _board(tmp_path / "data", exercise=True)).seq == 1
    assert (await _board(tmp_path / "data", exercise=True)).seq == 1


async def test_live_and_exercise_never_mix(tmp_path: Path) -> None:
    """The journal says what it was; the settings cannot make it another."""
    await _board(tmp_path / "data", exercise=True)
    with pytest.raises(WrongWorld, match="belongs to the world 'oefenstad, an exercise'"):
        await _board(tmp_path / "data", exercise=False)
