"""From a change accepted to everybody having it, beside `websockets.broadcast` of the same bytes.

Both sides run as real processes on one machine: one sender, one server, one process of listeners. Ours goes
through decision, journal (fsync) and the hub, and is counted when it is in the console's board; the baseline
only broadcasts and only receives.
"""

import asyncio
import struct
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from websockets.asyncio.client import connect

from protocol.commands.incidents import OpenIncident
from protocol.commands.units import AssignUnit, SetUnitStatus, SignOnUnit
from protocol.model.place import Place
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from protocol.wire.messages import Refusal
from server.exercise.caller import Caller, Doorbell
from tests.bench.figure import Figure, percentile
from tests.bench.processes import (
    NAME,
    account,
    crowd,
    raw_process,
    resident_kb,
    server_process,
)

CHANGES = 200
INTERVAL_S = 0.02
FRAME_BYTES = 18


async def _ours(
    directory: Path, kind: str, count: int, interval_s: float
) -> tuple[list[float], list[float], float]:
    """Seconds from sending to the last console, to every console, and server memory per console in kB."""
    secret, ticket = account(directory)
    async with server_process(directory, secret, ticket) as server:
        caller = Caller(Doorbell(url=server.url, name=NAME, secret=server.secret))
        async with asyncio.TaskGroup() as tasks:
            stay = tasks.create_task(caller.stay())
            await caller.ready()
            await _board(caller)
            before_kb = resident_kb(server.pid)
            async with crowd(kind, count, server.orders) as people:
                await asyncio.sleep(1)
                each_kb = (resident_kb(server.pid) - before_kb) / count
                sent_at = await _changes(caller, interval_s, absolute=kind == "store")
                await asyncio.sleep(1)
                arrivals = await people.arrivals()
            stay.cancel()
    return *_delays(sent_at, arrivals, count), each_kb


async def _board(caller: Caller) -> None:
    for number in range(100):
        wish = OpenIncident(what=Name(f"melding {number}"), place=Place(name=Name(f"straat {number}")))
        assert not isinstance(await caller.wish(wish), Refusal)
    await caller.wish(SignOnUnit(call_sign=Name("12.01")))
    await caller.wish(AssignUnit(incident=1, unit=1))


async def _changes(caller: Caller, interval_s: float, *, absolute: bool) -> dict[int, float]:
    """Sends the changes; when each was sent, by number (in the journal, or counted from the first)."""
    sent_at: dict[int, float] = {}
    for number in range(1, CHANGES + 1):
        status = UnitStatus.EN_ROUTE if number % 2 else UnitStatus.ON_SCENE
        started = monotonic()
        answer = await caller.wish(SetUnitStatus(unit=1, status=status))
        assert not isinstance(answer, Refusal), answer
        sent_at[answer.seq if absolute else number] = started
        await asyncio.sleep(max(0.0, started + interval_s - monotonic()))
    return sent_at


async def _raw(kind: str, count: int, interval_s: float) -> tuple[list[float], list[float]]:
    async with raw_process() as port:
        orders = {"url": f"ws://127.0.0.1:{port}", "host": "127.0.0.1", "port": port}
        async with (
            crowd(kind, count, orders) as people,
            connect(orders["url"], proxy=None, compression=None) as sender,  # type: ignore[arg-type]
        ):
            await asyncio.sleep(1)
            sent_at = {}
            for number in range(1, CHANGES + 1):
                sent_at[number] = started = monotonic()
                await sender.send(struct.pack(">I", number) + b"x" * (FRAME_BYTES - 4))
                await asyncio.sleep(max(0.0, started + interval_s - monotonic()))
            await asyncio.sleep(1)
            return _delays(sent_at, await people.arrivals(), count)


def _delays(
    sent_at: dict[int, float], arrivals: dict[int, list[float]], count: int
) -> tuple[list[float], list[float]]:
    missing = [number for number in sent_at if len(arrivals.get(number, ())) != count]
    if missing:
        raise RuntimeError(f"{len(missing)} frames did not reach all {count} listeners")
    last = [max(arrivals[number]) - at for number, at in sent_at.items()]
    every = [at - sent_at[number] for number in sent_at for at in arrivals[number]]
    return last, every


def fifty() -> Iterator[Figure]:
    """50 consoles with their stores, journal durable."""
    with TemporaryDirectory() as folder:
        last, _, _ = asyncio.run(_ours(Path(folder) / "data", "store", 50, INTERVAL_S))
    raw, _ = asyncio.run(_raw("bare", 50, INTERVAL_S))
    for share, label in ((0.5, "p50"), (0.99, "p99")):
        yield Figure(
            name=f"change sent -> in all of 50 stores, {label}",
            value=percentile(last, share) * 1000,
            unit="ms",
            baseline=percentile(raw, share) * 1000,
            baseline_name="websockets.broadcast to 50 that only receive",
            at_most_times=2,
            note="decided, journalled with fsync, folded on every console",
        )


def thousand() -> Iterator[Figure]:
    """1,000 consoles: memory, and one change to all."""
    with TemporaryDirectory() as folder:
        last, _, each_kb = asyncio.run(_ours(Path(folder) / "data", "lean", 1_000, 0.2))
    raw, _ = asyncio.run(_raw("lean", 1_000, 0.2))
    yield Figure(name="server memory per console, 1,000", value=each_kb, unit="kB", target=60)
    for share, label, times in ((0.5, "p50", None), (0.99, "p99", 1.5)):
        yield Figure(
            name=f"one change to all of 1,000, {label}",
            value=percentile(last, share) * 1000,
            unit="ms",
            baseline=percentile(raw, share) * 1000,
            baseline_name="websockets.broadcast to 1,000",
            at_most_times=times,
        )
