"""A backup of the real server under load, and back: everything acknowledged before it is there."""

import asyncio
import subprocess
import sys
from contextlib import AsyncExitStack
from pathlib import Path

from console.net.access import Access
from console.net.link import Link, new_link
from protocol.address import read_address
from protocol.commands.command import Command
from protocol.commands.timeline import AddEntry
from protocol.model.board import Board
from protocol.model.text import Text
from protocol.session.events import Answered, Event
from protocol.wire.messages import Done, Refusal
from server.backup.manifest import read_manifest
from server.journal.verify import verify
from tests.e2e.load import NAMES, PER_ROUND, Load, journalled
from tests.e2e.process import ROOT, ServerProcess
from tests.server.accounts_file import secret_of
from tests.server.live import staying
from tests.server.make import opening
from tests.waiting import until


async def _command(*words: object) -> subprocess.CompletedProcess[str]:
    """`openlijn-server` with these words, as an operator runs it beside the server."""
    return await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "server", *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _texts(board: Board) -> list[str]:
    return [entry.text for entry in board.incidents[1].entries]


async def _loaded(process: ServerProcess, stack: AsyncExitStack, load: Load) -> None:
    url = f"ws://127.0.0.1:{process.port}"
    callers = [await stack.enter_async_context(staying(url, name)) for name in NAMES]
    assert isinstance(await callers[0].wish(opening()), Done)
    writers = await stack.enter_async_context(asyncio.TaskGroup())
    stack.callback(setattr, load, "stop", True)
    for caller, name in zip(callers, NAMES, strict=True):
        writers.create_task(load.write(caller, name))


async def test_what_was_acknowledged_before_a_backup_is_back_after_it(
    process: ServerProcess, tmp_path: Path
) -> None:
    """The server writes on meanwhile, and dies afterwards with all that it had."""
    load = Load()
    async with AsyncExitStack() as stack:
        await _loaded(process, stack, load)
        await load.more(PER_ROUND)
        before = dict(load.acknowledged)
        made = await _command("backup", "--data", process.data, tmp_path / "backup")
        assert made.returncode == 0, made.stderr
        during = len(load.acknowledged) - len(before)
        await load.more(PER_ROUND)
        assert during > 0
    assert await process.stop() == 0
    back = await _command("restore", "--data", tmp_path / "back", tmp_path / "backup")
    assert back.returncode == 0, back.stderr
    board, seq_by_text, times = await journalled(tmp_path / "back")
    assert {text: seq_by_text.get(text) for text in before} == before
    assert set(times.values()) == {1}
    assert board.seq == read_manifest(tmp_path / "backup").records
    assert verify(tmp_path / "back").findings == ()
    assert load.acknowledged.items() - seq_by_text.items(), "nothing was written after the backup"


async def test_consoles_of_the_history_before_begin_anew(process: ServerProcess, tmp_path: Path) -> None:
    """They know more than the server that was put back: no number of theirs is believed, and they end with
    its board. Their secrets serve, their tickets do not; and what was wished without an answer is not carried
    out by itself.
    """
    link = _console(process)
    async with link.running():
        await until(lambda: link.store.complete, "for the board")
        assert isinstance(await _done(link, opening()), Done)
        assert (await _command("backup", "--data", process.data, tmp_path / "backup")).returncode == 0
        for number in range(5):
            lost = AddEntry(incident=1, text=Text(f"na de reservekopie {number}"))
            assert isinstance(await _done(link, lost), Done)
        known = link.store.board
        process.kill()
        unanswered = link.wish(AddEntry(incident=1, text=Text("zonder antwoord")))
        process.data.rename(tmp_path / "data.before")
        back = await _command("restore", "--data", process.data, tmp_path / "backup")
        assert back.returncode == 0, back.stderr
        await process.start()
        manifest = read_manifest(tmp_path / "backup")
        await until(lambda: link.store.board.seq == manifest.records, "for the board that was put back")
        assert known.seq == manifest.records + 5
        assert _texts(link.store.board) == []
        assert isinstance(await _done(link, AddEntry(incident=1, text=Text("verder"))), Done)
        assert _texts(link.store.board) == ["verder"]
        assert [wish.id for wish in link.store.withheld] == [unanswered]
    assert verify(process.data).meta.history != manifest.history


def _console(process: ServerProcess) -> Link:
    """A person's console: it goes on in another history, and holds back what was meant for the one before."""
    address = read_address(f"ws://{NAMES[0]}@127.0.0.1:{process.port}")
    return new_link(Access(address=address, secret=secret_of(NAMES[0])))


async def _done(link: Link, command: Command) -> Done | Refusal:
    """The answer to this wish."""
    answers: dict[int, Done | Refusal] = {}

    def heard(event: Event) -> None:
        if isinstance(event, Answered):
            answers[event.answer.id] = event.answer

    stop = link.store.listen(heard)
    try:
        id = link.wish(command)
        await until(lambda: id in answers, f"for the answer to {type(command).__name__}")
        return answers[id]
    finally:
        stop()


async def test_nothing_is_put_back_under_a_running_server(process: ServerProcess, tmp_path: Path) -> None:
    """It is told which process has the folder, and the server goes on."""
    assert (await _command("backup", "--data", process.data, tmp_path / "backup")).returncode == 0
    refused = await _command("restore", "--data", process.data, tmp_path / "backup")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert f"is in use by process {process.pid}: stop that server first" in refused.stderr
    async with staying(f"ws://127.0.0.1:{process.port}", NAMES[0]) as caller:
        assert isinstance(await caller.wish(opening()), Done)


async def test_a_second_backup_never_takes_the_place_of_the_first(
    process: ServerProcess, tmp_path: Path
) -> None:
    """It is refused in one line, and the first is as it was."""
    words = ("backup", "--data", process.data, tmp_path / "backup")
    assert (await _command(*words)).returncode == 0
    first = {path.name: path.read_bytes() for path in (tmp_path / "backup").iterdir()}
    again = await _command(*words)
    assert again.returncode == 1
    assert "is there already, and nothing is overwritten: name a new folder" in again.stderr
    assert {path.name: path.read_bytes() for path in (tmp_path / "backup").iterdir()} == first
