"""Two hundred lines with ten members each, fifty messages a second, links that are cut, and an alarm to all.

Real processes: one server, one crowd of 2,000 consoles of units. A message counts when a member has decoded
it. Beside it stands `websockets.broadcast` of every message to everybody, which only sends and only receives.
What each member heard is compared with the server's own journal.
"""

import asyncio
import json
import struct
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from websockets.asyncio.client import connect

from protocol.change import Change
from protocol.commands.command import Command
from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import JoinLine
from protocol.commands.units import SignOnUnit
from protocol.facts.fact import Fact
from protocol.facts.world import WorldFounded
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.moment import normal, to_ms
from protocol.model.place import Place
from protocol.model.role import Role
from protocol.model.text import Name
from server.accounts.accounts import EPHEMERAL, Accounts
from server.accounts.tickets import Tickets
from server.decide import decide
from server.decide.actor import Actor
from server.journal.sqlite import SqliteJournal
from server.room.room import as_record
from server.room.saved_board import load_board
from server.settings.settings import Settings
from tests.bench.figure import Figure, percentile
from tests.bench.processes import Crowd, child, crowd, raw_process, server_process

LINES, MEMBERS_EACH = 200, 10
PER_S, FOR_S, ALARMS_FOR_S = 50, 30, 25
CUTS, SLOW = 20, 20
BROADCASTS, ALONE = 200, 20
FRAME_BYTES = 90
SETTLE_S = 20.0
"""For what a broadcast to everybody has left to send."""


class _Founding:
    """The journal of a world in which everybody is on a line, by the server's own decisions."""

    def __init__(self) -> None:
        self.board = Board()
        self.changes: list[tuple[Change, Board]] = []

    def take(self, by: Name, facts: tuple[Fact, ...]) -> None:
        change = Change(seq=self.board.seq + 1, at=normal(datetime.now(UTC)), by=by, facts=facts)
        self.changes.append((change, self.board))
        self.board = fold(self.board, change)

    def wish(self, actor: Actor, command: Command) -> None:
        self.take(actor.name, decide(self.board, command, actor))


def _founded() -> tuple[_Founding, list[tuple[Name, int, int]]]:
    """The world, and per member its name, incident and unit."""
    founding = _Founding()
    founding.take(Name("server"), (WorldFounded(world=Settings().world, exercise=False),))
    desk = Actor(name=Name("bench"), role=Role.CENTRALIST)
    members: list[tuple[Name, int, int]] = []
    for number in range(1, LINES + 1):
        place = Place(name=Name(f"straat {number}"))
        founding.wish(desk, OpenIncident(what=Name(f"melding {number}"), place=place))
        for _ in range(MEMBERS_EACH):
            unit = len(members) + 1
            name = Name(f"{unit // 100 + 11}.{unit % 100:02}")
            actor = Actor(name=name, role=Role.UNIT)
            founding.wish(actor, SignOnUnit(call_sign=name))
            founding.wish(actor, JoinLine(incident=number))
            members.append((name, number, unit))
    return founding, members


async def _world(directory: Path) -> list[list[Any]]:
    """Written to the disk; per member its name, ticket, incident and unit."""
    founding, members = _founded()
    journal = await SqliteJournal.open(directory, world=Settings().world, now_ms=to_ms(datetime.now(UTC)))
    async with asyncio.TaskGroup() as tasks:
        for change, before in founding.changes:
            tasks.create_task(journal.append(as_record(change, change.seq, before)))
    await journal.close()
    accounts = Accounts(directory, hasher=EPHEMERAL)
    accounts.add_all({name: Role.UNIT for name, _, _ in members})
    tickets, account_by_name = Tickets(directory, accounts, journal.history), accounts.all()
    return [[name, tickets.make(account_by_name[name]), incident, unit] for name, incident, unit in members]


@asynccontextmanager
async def _members(orders: dict[str, Any]) -> AsyncIterator[tuple[Crowd, Any]]:
    async with child("-m", "tests.bench.member_crowd") as process:
        assert process.stdin is not None
        process.stdin.write(json.dumps(orders).encode() + b"\n")
        people = Crowd(process)
        async with asyncio.timeout(300):
            await people.answer()
        yield people, process.stdin


async def _ours(directory: Path) -> tuple[dict[str, Any], dict[str, Any], dict[int, list[int]]]:
    """What the crowd says of the lines, of the alarms, and what the journal holds of each line, by ids."""
    directory.mkdir(parents=True, exist_ok=True)
    rows = await _world(directory)
    async with server_process(directory, "", "") as server:
        orders = {
            "host": "127.0.0.1",
            "port": server.port,
            "members": rows,
            "next_incident": LINES + 1,
            "per_s": PER_S,
            "for_s": FOR_S,
            "cuts": CUTS,
            "slow": SLOW,
            "alarms_for_s": ALARMS_FOR_S,
        }
        async with _members(orders) as (people, stdin), asyncio.timeout(240):
            stdin.write(b"\n")
            lines = await people.answer()
            stdin.write(b"\n")
            alarms = await people.answer()
    journal = await SqliteJournal.open(directory, world=Settings().world, now_ms=to_ms(datetime.now(UTC)))
    board = await load_board(journal)
    await journal.close()
    kept = {number: [entry.id for entry in board.incidents[number].entries] for number in range(1, LINES + 1)}
    return lines, alarms, kept


async def _raw(count: int) -> tuple[list[float], list[float], float]:
    """A broadcast alone, broadcasts at this rate, to so many; and the frames that came in a second."""
    async with raw_process() as port:
        orders = {"url": f"ws://127.0.0.1:{port}", "host": "127.0.0.1", "port": port}
        async with (
            crowd("lean", count, orders) as people,
            connect(f"ws://127.0.0.1:{port}", proxy=None, compression=None) as sender,
        ):
            await asyncio.sleep(1)
            sent_at = {}
            for number in range(1, ALONE + BROADCASTS + 1):
                sent_at[number] = started = monotonic()
                await sender.send(struct.pack(">I", number) + b"x" * (FRAME_BYTES - 4))
                wait_s = 0.5 if number <= ALONE else 1 / PER_S
                await asyncio.sleep(max(0.0, started + wait_s - monotonic()))
            await asyncio.sleep(SETTLE_S)
            arrivals = await people.arrivals()
    if any(len(arrivals.get(number, ())) != count for number in sent_at):
        raise RuntimeError("a broadcast did not reach all listeners")
    alone, crowded = (
        [at - sent_at[number] for number in part for at in arrivals[number]]
        for part in (range(1, ALONE + 1), range(ALONE + 1, ALONE + BROADCASTS + 1))
    )
    last = max(arrivals[ALONE + BROADCASTS])
    return alone, crowded, count * BROADCASTS / (last - sent_at[ALONE + 1])


def lines() -> Iterator[Figure]:
    """2,000 members of 200 lines, 50 messages a second, 20 cut links; then alarms beside the same load."""
    count = LINES * MEMBERS_EACH
    with TemporaryDirectory() as folder:
        told, alarms, kept = asyncio.run(_ours(Path(folder) / "data"))
    alone, crowded, raw_frames_per_s = asyncio.run(_raw(count))
    if alarms["refusals"] or sum(map(len, kept.values())) != alarms["sent"]:
        raise RuntimeError("not every message was taken")
    lost = twice = 0
    for _, incident, ids in alarms["ids"]:
        lost += len(set(kept[incident]) - set(ids))
        twice += len(ids) - len(set(ids))
    for share, label, target in ((0.5, "p50", None), (0.99, "p99", 250)):
        yield Figure(
            name=f"message on a line -> each of its members, {label}",
            value=percentile(told["delays_s"], share) * 1000,
            unit="ms",
            target=target,
            baseline=percentile(crowded, share) * 1000,
            baseline_name=f"the same rate, websockets.broadcast of all to all {count}",
            note=f"{LINES} lines, {count} members, {PER_S} a second for {FOR_S} s, journalled with fsync",
        )
    yield Figure(
        name="frames of words a second for that",
        value=told["words_per_s"],
        unit="",
        baseline=PER_S * count,
        baseline_name=f"all to all; {raw_frames_per_s:.0f} of them came a second",
        note=f"{told['frames_per_s']:.0f} frames a second with signs of life and ticks",
    )
    yield Figure(
        name=f"messages lost over {CUTS} cut links",
        value=lost,
        unit="",
        target=0,
        note=f"{alarms['sent']} messages by the journal; {told['late']} came after a resume; half of the "
        f"cuts unknown to the server; {told['resumes']} resumed, {told['snapshots']} snapshots",
    )
    yield Figure(name="messages that came twice to a member", value=twice, unit="", target=0)
    everywhere = alarms["quick_alarms_s"] + alarms["slow_alarms_s"]
    if len(everywhere) < alarms["raised"] * count:
        raise RuntimeError(f"{alarms['raised'] * count - len(everywhere)} alarms did not come")
    for share, label, target in ((0.5, "p50", None), (0.99, "p99", 1_000)):
        yield Figure(
            name=f"emergency pressed -> on each of {count} consoles, {label}",
            value=percentile(everywhere, share) * 1000,
            unit="ms",
            target=target,
            baseline=percentile(alone, share) * 1000,
            baseline_name=f"websockets.broadcast to {count}, nothing else going on",
            note=f"beside {PER_S} messages a second, {SLOW} links at 9,600 bit/s: there "
            f"p99 {percentile(alarms['slow_alarms_s'], 0.99) * 1000:.0f} ms",
        )
