"""A server that starts: with a long journal, and under a thousand consoles that lost it a moment ago.

Real processes. The baseline of the first is the same journal without its checkpoints; of the second, the time
in which a thousand plain websockets clients connect to a plain server.
"""

import asyncio
import os
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from protocol.change import Change
from protocol.commands.units import SignOnUnit
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, IncidentOpened
from protocol.facts.timeline import EntryAdded
from protocol.facts.world import WorldFounded
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.moment import to_ms
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from server.exercise.caller import Caller, Doorbell
from server.journal.sqlite import SqliteJournal
from server.room.room import as_record
from server.room.saved_board import as_checkpoint
from server.settings.settings import Settings
from tests.bench.crowd import RESUMES, SNAPSHOTS
from tests.bench.figure import Figure
from tests.bench.processes import NAME, account, crowd, raw_process, server_process

FACTS = 200_000
CONSOLES = 1_000
OPEN_AT_ONCE = 150
ENTRIES_EACH = 3


def _history() -> Iterator[tuple[Fact, ...]]:
    """One fact a change: meldingen open, get three lines, and close; 150 are open at any time."""
    yield (WorldFounded(world=Settings().world, exercise=False),)
    number, made = 0, 1
    while made < FACTS:
        number += 1
        place = Place(name=Name(f"Straat {number % 700}"))
        facts: list[Fact] = [
            IncidentOpened(incident=number, priority=Priority.P2, what=Name("melding"), place=place)
        ]
        facts += [EntryAdded(incident=number, text=Text(f"regel {line}")) for line in range(ENTRIES_EACH)]
        if number > OPEN_AT_ONCE:
            facts.append(IncidentClosed(incident=number - OPEN_AT_ONCE, reason=Text("afgehandeld")))
        for fact in facts[: FACTS - made]:
            yield (fact,)
        made += len(facts)


async def _write(directory: Path) -> None:
    journal = await SqliteJournal.open(directory, world=Settings().world, now_ms=to_ms(datetime.now(UTC)))
    board = Board()
    at = datetime(2026, 1, 1, tzinfo=UTC)
    waiting: list[asyncio.Task[None]] = []
    async with asyncio.TaskGroup() as tasks:
        for seq, facts in enumerate(_history(), start=1):
            change = Change(seq=seq, at=at + timedelta(seconds=seq), by=Name(NAME), facts=facts)
            board = fold(board, change)
            waiting.append(tasks.create_task(journal.append(as_record(change, seq, Board()))))
            if len(waiting) >= 2_000:
                await asyncio.gather(*waiting)
                waiting.clear()
            if seq % Settings().checkpoint_every == 4_000:
                await asyncio.gather(*waiting)
                await journal.save_checkpoint(seq, as_checkpoint(board))
    await journal.close()


async def _start_s(directory: Path, ticket: str) -> float:
    """From starting the process to /health answering for the whole history."""
    started = monotonic()
    async with server_process(directory, "", ticket) as server:
        seconds = monotonic() - started
        if server.metric("openlijn_seq") != FACTS:
            raise RuntimeError("the server does not have the whole journal")
        return seconds


def long_journal() -> Iterator[Figure]:
    """200,000 facts, then serving."""
    with TemporaryDirectory() as folder:
        directory, bare = Path(folder) / "data", Path(folder) / "bare"
        _, ticket = account(directory)
        asyncio.run(_write(directory))
        shutil.copytree(directory, bare)
        with closing(sqlite3.connect(bare / "journal.db")) as database, database:
            database.execute("DELETE FROM checkpoint")
        seconds = asyncio.run(_start_s(directory, ticket))
        without_s = asyncio.run(_start_s(bare, ticket))
    yield Figure(
        name="restart with 200,000 facts -> serving",
        value=seconds,
        unit="s",
        target=2,
        baseline=without_s,
        baseline_name="the same without checkpoints",
        note="the interpreter's own start included",
    )


async def _resume(directory: Path) -> tuple[float, int, int]:
    """Seconds from the restart to the last resume, how many resumed, how many got a snapshot."""
    secret, ticket = account(directory)
    async with server_process(directory, secret, ticket) as first:
        caller = Caller(Doorbell(url=first.url, name=NAME, secret=secret))
        async with asyncio.TaskGroup() as tasks:
            stay = tasks.create_task(caller.stay())
            await caller.ready()
            for number in range(100):
                await caller.wish(SignOnUnit(call_sign=Name(f"{number // 10 + 11}.{number % 10:02}")))
            async with crowd("stay", CONSOLES, first.orders) as people:
                os.kill(first.pid, signal.SIGKILL)
                await asyncio.sleep(0.5)
                restarted = monotonic()
                async with server_process(directory, secret, ticket, port=first.port) as second:
                    async with asyncio.timeout(60):
                        while await asyncio.to_thread(second.metric, "openlijn_links") < CONSOLES + 1:
                            await asyncio.sleep(0.2)
                    await caller.wish(SignOnUnit(call_sign=Name("99.99")))
                    await asyncio.sleep(2)
                    arrivals = await people.arrivals()
                    newest = max(arrivals)
                    resumed, snapshots = arrivals.get(RESUMES, []), arrivals.get(SNAPSHOTS, [])
                    if len(arrivals[newest]) != CONSOLES:
                        raise RuntimeError("the change after the restart did not reach everybody")
            stay.cancel()
    return max(resumed + snapshots) - restarted, len(resumed), len(snapshots)


async def _plain_s() -> float:
    async with raw_process() as port:
        started = monotonic()
        orders = {"url": f"ws://127.0.0.1:{port}", "host": "127.0.0.1", "port": port}
        async with crowd("bare", CONSOLES, orders):
            return monotonic() - started


def kill_and_resume() -> Iterator[Figure]:
    """kill -9 under 1,000 consoles, start again, all back where they were."""
    with TemporaryDirectory() as folder:
        seconds, resumed, snapshots = asyncio.run(_resume(Path(folder) / "data"))
    plain_s = asyncio.run(_plain_s())
    yield Figure(
        name="server killed and started again -> all of 1,000 consoles resumed",
        value=seconds,
        unit="s",
        target=10,
        baseline=plain_s,
        baseline_name="1,000 plain clients connecting",
        note=f"{resumed} resumed from their last number",
    )
    yield Figure(name="snapshots sent for that", value=snapshots, unit="", target=0)
