"""Where units are, told to links as ticks: the last position wins, and a link is told what it can carry.

Fed with positions by the hub; told at its tick, and in pieces when a link has room again. Most links get
each round whole, in one frame made once for all. A link that cannot carry that gets pieces, what its map
shows first (`fix_choice`); a weak one only a piece every few seconds. Kept in memory only: after a restart
the units say it anew.
"""

from collections.abc import Container, Iterable

from protocol.model.fix import Fix
from protocol.wire.frames import encode
from protocol.wire.messages import Positions
from server.hub.fix_choice import in_turn, piece_of
from server.hub.peer import Peer
from server.hub.sender import Sender
from server.sight.audience import View

SLOW_TICK_S = 1.5
"""Between two pieces on a weak link: what the line carries in the meantime is left to what matters more."""

LEAST_PIECE_BYTES = 240
"""However narrow the window: some forty units, a fifth of a second of 9,600 bit/s."""


class FixTicks:
    """The newest position of every unit, and who has heard which.

    Positions that came between two ticks are of one *round*. Of each link it is known up to which round it
    was told (`FixesTold`), so no queue grows: one that skipped some is told the newest of each unit that
    moved.
    """

    def __init__(self, sender: Sender) -> None:
        self.fix_by_unit: dict[int, Fix] = {}
        self._round = 0
        self._moved_in: dict[int, int] = {}
        """The round in which each unit was seen last."""

        self._sender = sender
        self._ticked: tuple[int, float] = (0, 0.0)
        """The last tick on both clocks."""

    def hear(self, fixes: Iterable[Fix], on_duty: Container[int]) -> None:
        """Units were seen. Dropped: an older position than the known one, and who is not on duty."""
        for fix in fixes:
            known = self.fix_by_unit.get(fix.unit)
            if fix.unit in on_duty and (known is None or fix.at >= known.at):
                self.fix_by_unit[fix.unit] = fix
                self._moved_in[fix.unit] = self._round + 1

    def forget(self, on_duty: Iterable[int]) -> None:
        """Drop positions of units that went off duty."""
        keep = set(on_duty)
        for unit in [unit for unit in self.fix_by_unit if unit not in keep]:
            del self.fix_by_unit[unit], self._moved_in[unit]

    def tick(self, peers: Iterable[Peer], now_ms: int) -> None:
        """The round ends: the same frame to everybody who has all earlier ones; to the others by `give`."""
        now_s = self._sender.now_s()
        self._ticked = (now_ms, now_s)
        before = self._round
        fresh = [unit for unit, moved_in in self._moved_in.items() if moved_in > before]
        if fresh:
            self._round += 1
            fixes = tuple(self.fix_by_unit[unit] for unit in fresh)
            frame = encode(Positions(fixes=fixes), now_ms=now_ms)
            in_step = [
                peer
                for peer in peers
                if peer.fixes.has_all_of(before)
                and len(frame) <= most_bytes(peer)
                and self._takes(peer, now_s)
            ]
            for peer in in_step:
                peer.fixes.told_all(self._round, now_s)
            self._sender.give_all(in_step, frame)

    def give(self, peer: Peer) -> None:
        """What one link is owed, as far as it has room: on a weak one a piece, and then it rests."""
        now_ms, ticked_s = self._ticked
        now_s = self._sender.now_s()
        while not peer.fixes.has_all_of(self._round) and self._takes(peer, now_s):
            owed = peer.fixes.owed(self._moved_in, self._round)
            if not owed:
                peer.fixes.told_all(self._round)
                return
            turn = in_turn(owed, self.fix_by_unit, peer.fixes.round_of, peer.fixes.window)
            units, frame = piece_of(
                turn,
                self.fix_by_unit,
                most_bytes=most_bytes(peer),
                now_ms=now_ms + int((now_s - ticked_s) * 1000),
            )
            if len(units) == len(owed):
                peer.fixes.told_all(self._round, now_s)
            else:
                peer.fixes.told(units, self._round, now_s)
            self._sender.give(peer, frame)

    def _takes(self, peer: Peer, now_s: float) -> bool:
        if peer.run.audience.view is View.PARTNER:
            return False
        rested = not peer.pace.is_slow or now_s - peer.fixes.at_s >= SLOW_TICK_S
        return rested and peer.is_idle and peer.pace.has_room


def most_bytes(peer: Peer) -> int:
    """How long a frame of positions to this link may be now: what fits, and on a weak one a part of that."""
    pace = peer.pace
    return max(LEAST_PIECE_BYTES, pace.piece_bytes if pace.is_slow else pace.room_bytes)
