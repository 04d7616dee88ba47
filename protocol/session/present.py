"""Who of the room is where at this moment: the last tick of each desk, as one value.

Made by the session from the ticks of one link, and empty at each welcome. Pure.
"""

from collections.abc import Iterator

from attrs import evolve, field, frozen
from immutables import Map

from protocol.model.presence import HalfCall, Presence, Spot
from protocol.model.text import Name
from protocol.wire.messages import SeatHalfCall, SeatPresence


@frozen(kw_only=True)
class AtSeat:
    """One desk of the room."""

    seat: int
    name: Name
    presence: Presence = field(factory=Presence)
    halves: Map[int, HalfCall] = field(factory=Map)
    """The calls that are being taken there, by their mark."""


@frozen(kw_only=True)
class HalfAt:
    """A call that is being taken at another desk."""

    seat: int
    name: Name
    half: HalfCall


@frozen(kw_only=True)
class Present:
    """Every other desk of the room."""

    seats: Map[int, AtSeat] = field(factory=Map)

    def told(self, tick: SeatPresence | SeatHalfCall) -> "Present":
        """With this tick; a desk that is gone is forgotten, with the calls that were taken there."""
        known = self.seats.get(tick.seat)
        if isinstance(tick, SeatHalfCall):
            return self if known is None else self._with(evolve(known, halves=_halves(known, tick.half)))
        here = Presence(state=tick.state, incident=tick.incident)
        if here.spot is Spot.AWAY:
            return self if known is None else evolve(self, seats=self.seats.delete(tick.seat))
        if known is None:
            return self._with(AtSeat(seat=tick.seat, name=tick.name, presence=here))
        return self._with(evolve(known, name=tick.name or known.name, presence=here))

    def at(self, incident: int) -> tuple[AtSeat, ...]:
        """The desks that look at this melding, by name."""
        found = (each for each in self.seats.values() if each.presence.incident == incident)
        return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.seat)))

    @property
    def halves(self) -> tuple[HalfAt, ...]:
        """The calls that are being taken, by desk and then as they began."""
        return tuple(self._halves())

    def _halves(self) -> Iterator[HalfAt]:
        for seat in sorted(self.seats):
            here = self.seats[seat]
            for mark in sorted(here.halves):
                yield HalfAt(seat=seat, name=here.name, half=here.halves[mark])

    def _with(self, here: AtSeat) -> "Present":
        return evolve(self, seats=self.seats.set(here.seat, here))


NOBODY_PRESENT = Present()


def _halves(known: AtSeat, half: HalfCall) -> Map[int, HalfCall]:
    if half.stands:
        return known.halves.set(half.mark, half)
    return known.halves.delete(half.mark) if half.mark in known.halves else known.halves
