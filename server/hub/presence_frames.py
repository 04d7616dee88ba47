"""Who of the room is at which desk, and which calls are being taken there: ticks, told to the other desks.

Fed by consoles through the hub. What is news is owed to each link and goes out with the tick of the hub, the
last value only, when the link has room. Kept in memory as long as a desk's link lasts; a street or a partner
neither says nor hears it.
"""

from collections.abc import Iterable
from itertools import count

from attrs import define, field

from protocol.model.presence import HalfCall, Presence
from protocol.model.text import Name
from protocol.permissions import HEARS_PRESENCE, IS_PRESENT
from protocol.wire.frames import encode
from protocol.wire.messages import SeatHalfCall, SeatPresence
from server.hub.peer import Peer
from server.hub.sender import Sender

MOST_HALF_CALLS = 12
"""Of one desk: nobody takes more calls at a time, and a console that went wrong must not fill the others'."""


@define
class _Desk:
    """One desk that said something."""

    seat: int
    name: Name
    presence: Presence = field(factory=Presence)
    halves: dict[int, HalfCall] = field(factory=dict)


class PresenceFrames:
    """Everybody at a desk, and who has not been told the newest."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._desks: dict[Peer, _Desk] = {}
        self._by_seat: dict[int, _Desk] = {}
        self._seats = count(1)
        self._listeners: set[Peer] = set()

    def joined(self, peer: Peer) -> None:
        """A link came in: it is owed everybody."""
        if peer.actor.role not in HEARS_PRESENCE:
            return
        self._listeners.add(peer)
        for desk in self._by_seat.values():
            peer.seats_owed.add(desk.seat)
            peer.halves_owed.update((desk.seat, mark) for mark in desk.halves)

    def take(self, peer: Peer, tick: Presence | HalfCall) -> None:
        """What one desk says; of who is not of the room it is dropped."""
        if peer.actor.role not in IS_PRESENT or peer.is_gone:
            return
        desk = self._desks.get(peer)
        if desk is None:
            desk = self._desks[peer] = _Desk(seat=next(self._seats), name=peer.actor.name)
            self._by_seat[desk.seat] = desk
            self._owe_seat(peer, desk.seat)
        if isinstance(tick, Presence):
            if tick != desk.presence:
                desk.presence = tick
                self._owe_seat(peer, desk.seat)
        elif self._taken(desk, tick):
            for other in self._listeners - {peer}:
                other.halves_owed.add((desk.seat, tick.mark))

    def gone(self, peer: Peer) -> None:
        """Its link ended: nobody is at that desk, and what was begun there lies on its own disk."""
        self._listeners.discard(peer)
        desk = self._desks.pop(peer, None)
        if desk is not None:
            del self._by_seat[desk.seat]
            self._owe_seat(peer, desk.seat)

    def tell(self, peers: Iterable[Peer]) -> None:
        """News of desks to the others, each when its link has room."""
        for peer in peers:
            while (peer.seats_owed or peer.halves_owed) and peer.is_idle and peer.pace.has_room:
                frame = self._next(peer)
                if frame is not None:
                    self._sender.give(peer, frame)

    def _owe_seat(self, peer: Peer, seat: int) -> None:
        for other in self._listeners - {peer}:
            other.seats_owed.add(seat)

    @staticmethod
    def _taken(desk: _Desk, tick: HalfCall) -> bool:
        """True when it is news."""
        if not tick.stands:
            return desk.halves.pop(tick.mark, None) is not None
        if desk.halves.get(tick.mark) == tick:
            return False
        if tick.mark not in desk.halves and len(desk.halves) >= MOST_HALF_CALLS:
            return False
        desk.halves[tick.mark] = tick
        return True

    def _next(self, peer: Peer) -> bytes | None:
        """Desks before their calls, because a call is told by the number of its desk."""
        if peer.seats_owed:
            return self._of_seat(peer, peer.seats_owed.pop())
        seat, mark = peer.halves_owed.pop()
        desk = self._by_seat.get(seat)
        if desk is None:
            return None
        return encode(SeatHalfCall(seat=seat, half=desk.halves.get(mark, HalfCall(mark=mark))))

    def _of_seat(self, peer: Peer, seat: int) -> bytes | None:
        desk, known = self._by_seat.get(seat), seat in peer.seats_known
        if desk is None:
            peer.seats_known.discard(seat)
            return encode(SeatPresence(seat=seat)) if known else None
        peer.seats_known.add(seat)
        here = desk.presence
        name = Name("") if known else desk.name
        return encode(SeatPresence(seat=seat, state=here.state, incident=here.incident, name=name))
