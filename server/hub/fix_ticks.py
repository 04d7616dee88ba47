"""Where units are, told to links as ticks: the last position wins, and a link that is full misses some.

Fed with positions by the hub; told with its tick to every link that has room. Kept in memory only: after a
restart the units say it anew.
"""

from collections.abc import Container, Iterable

from protocol.model.fix import Fix
from protocol.wire.frames import encode
from protocol.wire.messages import Positions
from server.hub.peer import Peer
from server.hub.sender import Sender
from server.sight.visibility import View

SLOW_TICK_S = 3.0
"""Between two frames of positions on a slow link: fifty units are a quarter of a second of 9,600 bit/s."""


class FixTicks:
    """The newest position of every unit, and who has heard which.

    Positions that came between two ticks are of one *round*. A link remembers the last round that it was
    told, so one that skipped some is told the newest position of each unit that moved meanwhile, and no
    queue grows.
    """

    def __init__(self, sender: Sender) -> None:
        self.fix_by_unit: dict[int, Fix] = {}
        self._round = 0
        self._round_by_unit: dict[int, int] = {}
        self._sender = sender

    def take(self, fixes: Iterable[Fix], on_duty: Container[int]) -> None:
        """Units were seen. Dropped: an older position than the known one, and who is not on duty."""
        for fix in fixes:
            known = self.fix_by_unit.get(fix.unit)
            if fix.unit in on_duty and (known is None or fix.at >= known.at):
                self.fix_by_unit[fix.unit] = fix
                self._round_by_unit[fix.unit] = self._round + 1

    def forget(self, on_duty: Iterable[int]) -> None:
        """Drop positions of units that went off duty."""
        keep = set(on_duty)
        for unit in [unit for unit in self.fix_by_unit if unit not in keep]:
            del self.fix_by_unit[unit], self._round_by_unit[unit]

    def tell_in_step(self, peers: Iterable[Peer], now_ms: int) -> None:
        """The round that ends now, encoded once, to everybody who has all earlier ones."""
        fresh = [unit for unit, round_ in self._round_by_unit.items() if round_ > self._round]
        if not fresh:
            return
        before, self._round = self._round, self._round + 1
        now_s = self._sender.now_s()
        in_step = [peer for peer in peers if peer.ticks_seen == before and self._takes(peer, now_s)]
        for peer in in_step:
            peer.ticks_seen, peer.ticked_at_s = self._round, now_s
        self._sender.give_all(in_step, self._frame(fresh, now_ms))

    def tell_late(self, peer: Peer, now_ms: int) -> None:
        """To one who missed rounds: where each unit is that moved meanwhile."""
        now_s = self._sender.now_s()
        if peer.ticks_seen < self._round and self._takes(peer, now_s):
            late = [unit for unit, round_ in self._round_by_unit.items() if round_ > peer.ticks_seen]
            peer.ticks_seen, peer.ticked_at_s = self._round, now_s
            if late:
                self._sender.give(peer, self._frame(late, now_ms))

    def _takes(self, peer: Peer, now_s: float) -> bool:
        if peer.run.audience.view is View.PARTNER:
            return False
        rested = not peer.pace.is_slow or now_s - peer.ticked_at_s >= SLOW_TICK_S
        return rested and peer.is_idle and peer.pace.has_room

    def _frame(self, units: Iterable[int], now_ms: int) -> bytes:
        return encode(Positions(fixes=tuple(self.fix_by_unit[unit] for unit in units)), now_ms=now_ms)
