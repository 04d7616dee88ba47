"""An arrival: what a console that dials gets first.

From what it says it has (a number, and of which journal) to a welcome and a peer: go on from the recent
changes, or from the journal, or begin with a snapshot when it has nothing, too little, or a number that this
journal never gave out. Called by the gateway; the hub sends.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from attrs import field, frozen

from protocol.errors import OpenlijnError
from protocol.model.moment import from_ms
from protocol.model.terms import Terms
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from protocol.wire.deltas import DeltaWriter
from protocol.wire.frames import encode
from protocol.wire.messages import Welcome
from server.accounts import Account
from server.decide.actor import Actor
from server.hub import Hub
from server.journal.errors import JournalError
from server.journal.interface import Journal
from server.journal.record import Record
from server.peer import Outlet, Peer
from server.saved_board import as_change

MOST_RESUMED = 8_192
"""Beyond this many missed changes a snapshot is the shorter way."""


@frozen(kw_only=True)
class World:
    """What a welcome says of the world; the same for everybody."""

    name: Name
    exercise: bool
    history: str
    """Which journal: its numbers mean nothing in another."""

    status_numbers: tuple[tuple[int, UnitStatus], ...]
    terms: Terms = field(factory=Terms)
    map: bytes = b""
    """The address of the index of its map; empty without one."""


async def arrive(
    hub: Hub,
    journal: Journal,
    world: World,
    account: Account,
    outlet: Outlet,
    *,
    after: int,
    history: str,
    ticket: str,
    now: datetime,
) -> Peer:
    """The peer, joined to the hub, with its welcome under way.

    `after` and `history` are what the console says it has; 0 and "" for nothing.
    """
    actor = Actor(name=account.name, role=account.role)
    resumes = history == world.history and 0 < after <= hub.seq
    missed: list[tuple[int, bytes]] = []
    at_ms = hub.at_ms_of(after) if resumes else None
    if resumes and (at_ms is None or after < hub.oldest_after):
        at_ms, missed = await _from_journal(hub, journal, after)
    if at_ms is not None:
        peer = Peer(outlet, actor, seq=after, now_s=hub.now_s())
        if missed:
            peer.backlog.extend(missed)
            # The journal's frames are not of the hub's run: names in it are learnt only after them.
            peer.began_seq = missed[-1][0]
        seq, at, snapshot = after, from_ms(at_ms), False
    else:
        board, frames = hub.snapshot()
        peer = Peer(outlet, actor, seq=board.seq, now_s=hub.now_s())
        peer.resumed, peer.snapshot = False, iter(frames)
        seq, at, snapshot = board.seq, board.at, True
    welcome = Welcome(
        world=world.name,
        exercise=world.exercise,
        name=account.name,
        role=account.role,
        now=now,
        history=world.history,
        seq=seq,
        at=at,
        newest=hub.seq,
        snapshot=snapshot,
        ticket=ticket,
        status_numbers=world.status_numbers,
        terms=world.terms,
        map=world.map,
    )
    hub.join(peer, encode(welcome))
    return peer


async def _from_journal(hub: Hub, journal: Journal, after: int) -> tuple[int | None, list[tuple[int, bytes]]]:
    """The time of change `after` and the frames from there to the hub's recent changes.

    (None, []) when that is too much, or cannot be read: then a snapshot serves.
    """
    if hub.seq - after > MOST_RESUMED:
        return None, []
    try:
        records = await journal.records(after - 1, hub.seq - after + 1)
    except (JournalError, OpenlijnError):
        return None, []
    if not records or records[0].seq != after:
        return None, []
    # Thousands of them take a good part of a second, which the event loop must not stand still for.
    return records[0].at_ms, await asyncio.to_thread(_frames, records)


def _frames(records: Sequence[Record]) -> list[tuple[int, bytes]]:
    """Every record but the first, numbered and in the plain form, which leans on the one before it."""
    writer = DeltaWriter(records[0].seq, records[0].at_ms)
    return [(record.seq, writer.write(as_change(record)).plain) for record in records[1:]]
