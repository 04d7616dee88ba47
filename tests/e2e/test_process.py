"""The real server as a process: it stops cleanly, keeps its secrets, and survives a disk without room."""

import resource
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from protocol.commands.timeline import AddEntry
from protocol.errors import Reason
from protocol.model.role import Role
from protocol.model.text import Text
from protocol.wire.messages import Done, Refusal
from server.journal.schema import FILE_NAME
from server.journal.sqlite import SqliteJournal
from server.room.saved_board import from_checkpoint, load_board
from tests.e2e.process import ServerProcess
from tests.server.accounts_file import secret_of, with_accounts
from tests.server.live import UPGRADE, basic, get, staying
from tests.server.make import opening
from tests.waiting import until


@pytest.fixture
async def process(tmp_path: Path) -> AsyncIterator[ServerProcess]:
    """A server for Anna; ended whatever happens."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    with_accounts(data, {"anna": Role.CENTRALIST})
    one = ServerProcess(data)
    try:
        await one.start()
        yield one
    finally:
        one.end()


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
async def test_a_stop_is_clean(process: ServerProcess, by: signal.Signals) -> None:
    """Exit status 0 with a console connected; a checkpoint makes the next start short; no traceback."""
    async with staying(f"ws://127.0.0.1:{process.port}", "anna") as caller:
        assert isinstance(await caller.wish(opening()), Done)
        board = caller.board
        assert await process.stop(by) == 0
    journal = await SqliteJournal.open(process.data, world="meldkamer", now_ms=0)
    try:
        checkpoint = await journal.newest_checkpoint()
        assert checkpoint is not None
        assert from_checkpoint(checkpoint[1]) == board == await load_board(journal)
    finally:
        await journal.close()
    log = process.log.read_text()
    assert log.endswith("openlijn-server: stopped\n")
    assert "Traceback" not in log


async def test_a_secret_is_nowhere_to_be_seen(process: ServerProcess) -> None:
    """Not in the process list, not in the log, not in any file: right or nearly right."""
    async with staying(f"ws://127.0.0.1:{process.port}", "anna") as caller:
        await caller.wish(opening())
        await get(process.port, "/", {**UPGRADE, "Authorization": basic("anna", "bijna-goed")})
        proc = Path(f"/proc/{process.pid}")
        places = [proc / "cmdline", proc / "environ", process.log, *process.data.iterdir()]
        for secret in (secret_of("anna"), "bijna-goed"):
            for place in places:
                assert secret.encode() not in place.read_bytes(), place


async def test_a_disk_without_room_refuses_writes_and_nothing_else(process: ServerProcess) -> None:
    """The reason is said, reading goes on, and with room again writing does; what was refused never was."""
    async with staying(f"ws://127.0.0.1:{process.port}", "anna") as caller:
        assert isinstance(await caller.wish(opening()), Done)
        size = max(path.stat().st_size for path in process.data.glob(f"{FILE_NAME}*"))
        _, most = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (size + 40_000, most))
        acknowledged = 0
        while isinstance(answer := await caller.wish(_line(acknowledged + 1)), Done):
            acknowledged += 1
            assert acknowledged < 1_000
        assert isinstance(answer, Refusal)
        assert answer.reason == Reason.JOURNAL_UNAVAILABLE
        assert dict(answer.texts)["why"] in ("disk-full", "io-error")
        health = await get(process.port, "/health")
        assert (health.status, health.body.splitlines()[0]) == (200, f"ok {acknowledged + 2}")
        async with staying(f"ws://127.0.0.1:{process.port}", "anna") as another:
            assert another.board == caller.board
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (most, most))
        answers = [await caller.wish(_line(acknowledged + 1)) for _ in range(3)]
        assert isinstance(answers[-1], Done)
        done = acknowledged + sum(isinstance(answer, Done) for answer in answers)
        await until(lambda: len(caller.board.incidents[1].entries) == done)
        board = caller.board
    process.kill()
    journal = await SqliteJournal.open(process.data, world="meldkamer", now_ms=0)
    try:
        assert await load_board(journal) == board
    finally:
        await journal.close()


def _line(number: int) -> AddEntry:
    return AddEntry(incident=1, text=Text(f"{number} " + "x" * 1_500))
