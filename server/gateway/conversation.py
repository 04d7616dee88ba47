"""What one message from a console brings about. Behind every link stands the same conversation.

Commands go to the room and their answers to the hub, behind the facts they made; signs of life, positions and
documents go to the hub. Called by the gateway with one message at a time; knows no socket and no bytes.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime

from attrs import evolve

from protocol.commands.command import Command
from protocol.errors import Reason, Refused, WishUnreadable
from protocol.model.map_address import DOCUMENT as MAP
from protocol.model.presence import HalfCall, Presence
from protocol.permissions import MAY_FETCH, REPORTS_POSITIONS, kind_of, may_fetch
from protocol.wire.frames import encode
from protocol.wire.messages import Alive, Do, Done, Fetch, LooksAt, OnLine, Positions, Refusal, UpMessage
from server.decide.actor import Actor
from server.documents.documents import Documents
from server.documents.pieces import pieces
from server.faults.faults import Faults, Part
from server.hub.hub import Hub
from server.hub.peer import Peer
from server.journal.errors import JournalError, JournalUnavailable
from server.metrics import Metrics
from server.room.room import Room

KNOWN_DOCUMENTS = frozenset().union(*MAY_FETCH.values())
"""Of other names the documents themselves say what is wrong."""

MAX_DOCUMENTS = 4
"""Under way on one link, pieces of maps not counted."""

MAX_PIECES_OF_MAPS = 8
"""Under way on one link, beside the documents: a person's question never waits for the map to arrive."""


class Conversation:
    """What all links have in common."""

    def __init__(
        self,
        *,
        room: Room,
        hub: Hub,
        documents: Documents,
        metrics: Metrics,
        clock: Callable[[], datetime],
        faults: Faults,
        fill_in: Callable[[Command], Awaitable[Command]] | None = None,
    ) -> None:
        """`fill_in` adds to a wish what only the server knows; None adds nothing."""
        self._room = room
        self._hub = hub
        self._documents = documents
        self._metrics = metrics
        self._clock = clock
        self._faults = faults
        self._fill_in = fill_in

    async def answer(self, peer: Peer, message: UpMessage) -> None:
        """Do what the message asks; returns when it is answered. Raises JournalError."""
        match message:
            case Alive():
                self._hub.acknowledged(peer, message.received_bytes)
            case Do():
                await self._do(peer, message)
            case Positions():
                if peer.actor.role in REPORTS_POSITIONS:
                    now = self._clock()
                    # A clock that runs ahead must not make its positions outlive the true ones.
                    self._hub.moved(fix if fix.at <= now else evolve(fix, at=now) for fix in message.fixes)
            case OnLine():
                self._hub.on_line(peer, message, self._clock())
            case LooksAt():
                self._hub.looks_at(peer, message.window)
            case Presence() | HalfCall():
                self._hub.present(peer, message)
            case Fetch():
                await self._fetch(peer, message)

    def refuse_unreadable(self, peer: Peer, wish: WishUnreadable) -> None:
        """A wish that this version does not know, or not in this shape: refused in words, as any other."""
        what, expected = f"{wish.why.path}: {wish.why.got!r:.40}", wish.why.expected[:80]
        refused = Refused(Reason.INVALID, what=what, expected=expected)
        self._metrics.commands.labels(str(refused.reason)).inc()
        self._hub.reply(peer, _refusal(wish.id, refused))

    async def _do(self, peer: Peer, message: Do) -> None:
        with self._metrics.decided_s.time():
            try:
                command = message.command
                if self._fill_in is not None:
                    # What cannot be filled in is wished as it came.
                    with self._faults.contained(Part.FILLING_IN, passing=(Refused,)):
                        command = await self._fill_in(command)
                accepted = await self._room.do(peer.actor, message.id, command)
            except Refused as refused:
                self._metrics.commands.labels(str(refused.reason)).inc()
                self._hub.reply(peer, _refusal(message.id, refused))
                return
        self._metrics.commands.labels("done").inc()
        done = Done(id=message.id, seq=accepted.seq, number=accepted.number)
        self._hub.reply(peer, encode(done), after_seq=accepted.seq)

    async def _fetch(self, peer: Peer, message: Fetch) -> None:
        kind = kind_of(message.document)
        lane, most = (peer.map_bulk, MAX_PIECES_OF_MAPS) if kind == MAP else (peer.bulk, MAX_DOCUMENTS)
        try:
            if len(lane) >= most:
                raise Refused(Reason.TOO_FAST, most=most)
            if kind in KNOWN_DOCUMENTS and not may_fetch(peer.actor.role, message.document):
                raise Refused(Reason.NOT_ALLOWED, asked_command=kind, own_role=peer.actor.role.key)
            content = await self._document(message.document, peer.actor)
        except JournalUnavailable as unavailable:
            why = str(unavailable.reason)
            self._hub.reply(peer, _refusal(message.id, Refused(Reason.JOURNAL_UNAVAILABLE, why=why)))
            return
        except Refused as refused:
            self._hub.reply(peer, _refusal(message.id, refused))
            return
        lane.append(pieces(message.id, content, message.offset))
        self._hub.pump(peer)

    async def _document(self, name: str, actor: Actor) -> bytes:
        """Raises Refused, JournalUnavailable."""
        with self._faults.contained(Part.DOCUMENTS, passing=(Refused, JournalError)):
            return await self._documents.document(name, actor)
        raise Refused(Reason.FAULT, what=name[:80])


def _refusal(id: int, refused: Refused) -> bytes:
    args = refused.args_by_name
    return encode(
        Refusal(
            id=id,
            reason=refused.reason,
            texts=tuple((name, value) for name, value in args.items() if isinstance(value, str)),
            numbers=tuple((name, value) for name, value in args.items() if isinstance(value, int)),
        )
    )
