"""An arrival: what a console that dials gets first.

From what it says it has (a number, and of which journal) to a welcome and a peer: go on from the recent
changes, or from the journal, or begin with a snapshot when it has nothing, too little, or a number that this
journal never gave out. Called by the gateway; the hub sends.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from attrs import evolve, field, frozen

from protocol.errors import OpenlijnError
from protocol.model.board import Board
from protocol.model.moment import from_ms
from protocol.model.terms import Terms
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from protocol.wire.deltas import DeltaWriter
from protocol.wire.frames import encode
from protocol.wire.messages import Welcome
from server.accounts.accounts import Account
from server.decide.actor import Actor
from server.faults.faults import Faults, Part
from server.hub.hub import Hub
from server.hub.peer import Outlet, Peer
from server.hub.run import Run
from server.hub.snapshot_frames import SnapshotFrames
from server.journal.errors import JournalError
from server.journal.interface import Journal
from server.journal.record import Record
from server.room.saved_board import as_change
from server.sight.audience import Audience, View, audience_of
from server.sight.visibility import seen

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
    words: int = 0,
    ticket: str,
    now: datetime,
    faults: Faults,
) -> Peer:
    """The peer, joined to the hub, with its welcome under way.

    `after`, `history` and `words` are what the console says it has; 0 and "" for nothing.
    """
    actor = Actor(name=account.name, role=account.role, terms=world.terms)
    run = hub.run_of(audience_of(actor))
    resumes = history == world.history and 0 < after <= hub.seq
    at_ms = run.at_ms_of(after) if resumes and after >= run.oldest_after else None
    missed: _Missed | None = None
    if resumes and at_ms is None:
        # A change that cannot be told keeps nobody out: a snapshot holds what it did.
        with faults.contained(Part.RESUME):
            missed = await _from_journal(hub, journal, run, after)
    if at_ms is not None:
        peer = Peer(outlet, actor, run, seq=after, now_s=hub.now_s())
        seq, at, snapshot, newest = after, from_ms(at_ms), False, run.seq
    elif missed is not None:
        peer = Peer(outlet, actor, run, seq=after, now_s=hub.now_s())
        last = _go_on(peer, missed, after)
        newest = last if run.seq == missed.run_seq else run.seq
        seq, at, snapshot = after, from_ms(missed.at_ms), False
    else:
        run, whole = await hub.snapshot(run.audience)
        peer = Peer(outlet, actor, run, seq=whole.seq, now_s=hub.now_s())
        peer.resumed, peer.snapshot = False, SnapshotFrames(whole)
        seq, at, snapshot, newest, words = whole.seq, from_ms(whole.at_ms), True, run.seq, 0
    welcome = Welcome(
        world=world.name,
        exercise=world.exercise,
        name=account.name,
        role=account.role,
        now=now,
        history=world.history,
        seq=seq,
        at=at,
        newest=newest,
        snapshot=snapshot,
        ticket=ticket,
        status_numbers=world.status_numbers,
        terms=world.terms,
        map=world.map,
    )
    hub.join(peer, encode(welcome), words_seq=words)
    return peer


@frozen(kw_only=True)
class _Missed:
    """What the journal holds for somebody who returns."""

    at_ms: int
    """When the change was made after which it goes on."""

    frames: tuple[tuple[int, int, bytes], ...]
    """Number, time and frame of each change that its audience sees."""

    run_seq: int
    """The run's newest change when the journal was read: what follows is in the run."""


async def _from_journal(hub: Hub, journal: Journal, run: Run, after: int) -> _Missed | None:
    """The changes from `after` to the run's recent ones; None when that is too much, or cannot be read.

    A partner's view hangs on what the board was at every step: to it, a snapshot serves.
    """
    count, run_seq = hub.seq - after, run.seq
    if count > MOST_RESUMED or run.audience.view is View.PARTNER:
        return None
    try:
        records = await journal.records(after - 1, count + 1)
    except (JournalError, OpenlijnError):
        return None
    if not records or records[0].seq != after:
        return None
    # Thousands of them take a good part of a second, which the event loop must not stand still for.
    frames = await asyncio.to_thread(_frames, records, run.audience)
    return _Missed(at_ms=records[0].at_ms, frames=frames, run_seq=run_seq)


def _frames(records: Sequence[Record], audience: Audience) -> tuple[tuple[int, int, bytes], ...]:
    """Every record but the first, in the plain form, which leans on the one before it."""
    writer = DeltaWriter(records[0].seq, records[0].at_ms)
    found = []
    for record in records[1:]:
        change = as_change(record)
        facts = seen(change, Board(), Board(), audience)
        if facts:
            written = writer.write(evolve(change, facts=facts))
            found.append((record.seq, record.at_ms, written.plain))
    return tuple(found)


def _go_on(peer: Peer, missed: _Missed, after: int) -> int:
    """Give the peer what it missed, and its place in the run behind that; its last change by then."""
    last, last_at_ms = after, missed.at_ms
    for seq, at_ms, frame in missed.frames:
        peer.backlog.append((seq, frame))
        last, last_at_ms = seq, at_ms
    if peer.backlog:
        peer.backlog[-1] = (missed.run_seq, peer.backlog[-1][1])
    else:
        peer.cursor = missed.run_seq
    if last != missed.run_seq:
        peer.bridge = (last, last_at_ms)
    # The journal's frames are not of the run: names in it are learnt only after them.
    peer.began_seq = missed.run_seq
    return last
