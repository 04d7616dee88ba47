"""The real console in a terminal dies while somebody types: the next one has everything, and says so."""

import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.cli.exits import Exit
from protocol.model.role import Role
from tests.e2e.play.seat import CTRL_O, ENTER, Seat, seat
from tests.e2e.process import ServerProcess
from tests.server.accounts_file import with_accounts
from tests.waiting import until

DRAFT, HALF = "rode jas, half", "log 1 de achterdeur sta"
BACK = "Wat u typte staat er weer: opdrachtregel, bij melding 1"


@pytest.fixture
async def process(tmp_path: Path) -> AsyncIterator[ServerProcess]:
    """A live server for Anna; ended whatever happens."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    with_accounts(data, {"anna": Role.CENTRALIST})
    one = ServerProcess(data)
    try:
        await one.start()
        yield one
    finally:
        one.end()


@contextmanager
def _anna(process: ServerProcess, home: Path) -> Iterator[Seat]:
    with seat("anna", f"ws://anna@127.0.0.1:{process.port}", home, columns=120, rows=36) as one:
        yield one


def _kept(home: Path) -> list[str]:
    """What lies in the files of typed text."""
    return [path.read_text() for path in (home / "state").rglob("*.typed")]


async def _types(anna: Seat) -> None:
    """A draft to the line of a melding, and half a command."""
    await anna.sits_down()
    anna.types("nieuw 2 inbraak @ Kade 3")
    await anna.sees("inbraak", "Kade 3")
    anna.press(DRAFT)
    await anna.sees(DRAFT)
    anna.press(f"{CTRL_O}{HALF}")
    await anna.sees(HALF)


async def _finds(anna: Seat) -> None:
    """Both are back, and one line says so."""
    await anna.sits_down()
    await anna.sees(BACK, DRAFT)
    anna.press(CTRL_O)
    await anna.sees(HALF)


async def test_kill_9(process: ServerProcess, tmp_path: Path) -> None:
    """No last word: what was typed a moment ago is on the disk already. What is done with is not kept."""
    with _anna(process, tmp_path) as anna:
        await _types(anna)
        await until(lambda: any(HALF in kept and DRAFT in kept for kept in _kept(tmp_path)), "for the disk")
        assert anna.dies(signal.SIGKILL) == -signal.SIGKILL
    with _anna(process, tmp_path) as anna:
        await _finds(anna)
        anna.press(f"nd{ENTER}")
        await anna.sees("de achterdeur stand")
        await until(lambda: not any(HALF in kept for kept in _kept(tmp_path)), "for it to be done with")
        assert any(DRAFT in kept for kept in _kept(tmp_path))


async def test_a_closed_terminal(process: ServerProcess, tmp_path: Path) -> None:
    """The window is closed, or the ssh line breaks, in the middle of a word."""
    with _anna(process, tmp_path) as anna:
        await _types(anna)
        anna.loses_terminal()
    with _anna(process, tmp_path) as anna:
        await _finds(anna)


async def test_a_friendly_end(process: ServerProcess, tmp_path: Path) -> None:
    """Asked to end by the system: the terminal is given back, and what is kept is said on it."""
    with _anna(process, tmp_path) as anna:
        await _types(anna)
        assert anna.dies(signal.SIGTERM) == Exit.TERMINATED
        assert "Bewaard: 2 teksten." in anna.received().decode()
    with _anna(process, tmp_path) as anna:
        await _finds(anna)
