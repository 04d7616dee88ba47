"""Who could go to the selected melding (B5): when to ask the server, what came, whether the list is shown.

`advising` does the asking. A melding to which nobody goes is asked for before anybody
wants to know, so that the answer is there when the key is pressed; nothing is asked twice while nothing
moved.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import zip_longest

from attrs import frozen

from console.dispatch.ranked import Ranked, Ranking, ranking_in
from console.part.context import Context
from console.part.memo import Remembered
from console.units.standing import NO_TRAVELS
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.unit_status import UnitStatus
from protocol.session.provisional import is_provisional

SHOWN_EVERY = timedelta(seconds=5)
UNSEEN_EVERY = timedelta(seconds=20)
"""Between two askings for one melding, while something moves: shown, and ready for a key."""

GOOD_FOR = timedelta(seconds=60)
"""Nobody is sent by an older ranking without a look at a new one."""

AT_REST = timedelta(milliseconds=600)
"""Somebody who walks over the board asks for nothing."""

STEADY = timedelta(milliseconds=700)
"""A key pressed sooner after the order changed was meant for another unit."""

STEP_QUANTA = 200
"""Some 200 m: a smaller move of a unit is none here."""


@frozen(kw_only=True)
class Asked:
    """What the answer depends on."""

    incident: tuple[object, ...]
    units: tuple[object, ...]
    places: tuple[object, ...]


class Recommending:
    """One melding's ranking at a time."""

    def __init__(self) -> None:
        self.shown = False
        self.refused = ""
        """Why there is none, in words; empty when nothing was refused."""

        self._ranking: Ranking | None = None
        self._travels: Mapping[int, float] = NO_TRAVELS
        self._standing: Mapping[int, tuple[object, ...]] = {}
        self._asked: Asked | None = None
        self._asked_for: int | None = None
        self._asked_at: datetime | None = None
        self._came_at: datetime | None = None
        self._changed_at: datetime | None = None
        self._changed: frozenset[int] = frozenset()
        self._states: Remembered[Asked] = Remembered()
        self._under_way: int | None = None
        self._looked_at: int | None = None
        self._looked_since: datetime | None = None
        self._rested = True

    def forget(self) -> None:
        """Another history: away with the list, and with who could go there."""
        self.shown, self.refused = False, ""
        self._ranking, self._travels, self._standing = None, NO_TRAVELS, {}
        self._asked = self._asked_for = self._asked_at = self._under_way = None
        self._came_at, self._changed_at, self._changed = None, None, frozenset()
        self._looked_at, self._looked_since, self._rested = None, None, True

    def ranking(self, context: Context) -> Ranking | None:
        """That of the selected melding; None while there is none."""
        found = self._ranking
        return found if found is not None and found.number == context.incident else None

    def travels(self, context: Context) -> Mapping[int, float]:
        """Travel time in seconds by unit id, as far as it is known; the same object until another came."""
        return NO_TRAVELS if self.ranking(context) is None else self._travels

    def age_s(self, context: Context) -> int:
        """Of the ranking, in whole seconds."""
        return 0 if self._came_at is None else int((context.now - self._came_at).total_seconds())

    def is_steady(self, context: Context, place: int) -> bool:
        """False just after another unit came to this row (from 0) under the eye."""
        rested = self._changed_at is None or context.now - self._changed_at >= STEADY
        return rested or place not in self._changed

    def first(self, context: Context) -> Ranked | None:
        """Who would go by one key: the best, while the ranking is good and nothing changed with that unit."""
        ranking = self.ranking(context)
        if ranking is None or not ranking.units or not ranking.point or self._is_old(context):
            return None
        best = ranking.units[0]
        return (
            best
            if self.holds(context, best) and best.travel_s is not None and best.why("task-fixed") is None
            else None
        )

    def holds(self, context: Context, ranked: Ranked) -> bool:
        """True while the unit does what it did when the server ranked it."""
        now = _standing(context.board).get(ranked.unit)
        return now is not None and now == self._standing.get(ranked.unit)

    def show(self) -> None:
        """The list, from now on; a refusal is tried again."""
        self.shown, self.refused, self._rested = True, "", True

    def hide(self) -> None:
        """Away with the list."""
        self.shown = False

    def due(self, context: Context, *, quick: bool) -> int | None:
        """The melding to ask for now; None for none. Without `quick` nothing that nobody wanted to see."""
        now = context.now
        incident = context.chosen()
        self._look(context, now)
        if incident is None or not incident.is_open or not context.complete:
            return None
        if self._under_way == incident.number or (self.refused and self._asked_for == incident.number):
            return None
        unasked = quick and not incident.units and incident.place.point is not None
        wanted = (self.shown or unasked) and self._rests(now)
        return incident.number if wanted and self._moved(context, incident, now) else None

    def asking(self, context: Context, number: int) -> None:
        """It is being asked for."""
        incident = context.board.incidents[number]
        self._asked, self._asked_for = self._state(context, incident), number
        self._asked_at, self._under_way, self.refused = context.now, number, ""

    def came(self, context: Context, number: int, document: bytes) -> None:
        """The answer."""
        self._under_way = None
        ranking, before = ranking_in(document, number), self.ranking(context)
        if number != context.incident:
            return
        if before is not None:
            pairs = zip_longest(before.units, ranking.units)
            changed = {
                at for at, (old, new) in enumerate(pairs) if not (old and new and old.unit == new.unit)
            }
            if changed:
                self._changed, self._changed_at = frozenset(changed), context.now
        self._ranking, self._came_at = ranking, context.now
        self._travels = {each.unit: each.travel_s for each in ranking.units if each.travel_s is not None}
        self._standing = _standing(context.board)

    def refuse(self, context: Context, number: int, why: str) -> None:
        """The server has none."""
        self._under_way = None
        if number == context.incident:
            self._ranking, self.refused = None, why

    def _is_old(self, context: Context) -> bool:
        return self._came_at is None or context.now - self._came_at > GOOD_FOR

    def _look(self, context: Context, now: datetime) -> None:
        """Which melding one looks at, and since when; one that was reached from a long look is at rest."""
        number = context.incident
        if number != self._looked_at:
            since = self._looked_since
            # A new call that got its number is where one stood already.
            came = is_provisional(self._looked_at)
            self._rested = came or since is None or now - since >= AT_REST
            self._looked_at, self._looked_since = number, now
            self.refused = ""

    def _rests(self, now: datetime) -> bool:
        return self._rested or (self._looked_since is not None and now - self._looked_since >= AT_REST)

    def _moved(self, context: Context, incident: Incident, now: datetime) -> bool:
        """True when another answer may be had than the one there is, and not too soon."""
        if self._asked is None or self._asked_at is None or self._asked_for != incident.number:
            return True
        waited = now - self._asked_at
        state = self._states.of(
            (incident, context.board.units, context.fixes), lambda: self._state(context, incident)
        )
        if state.incident != self._asked.incident:
            return True
        every = SHOWN_EVERY if self.shown else UNSEEN_EVERY
        if state.units != self._asked.units:
            every = min(every, SHOWN_EVERY)
        return waited >= every and state != self._asked

    def _state(self, context: Context, incident: Incident) -> Asked:
        standing = _standing(context.board)
        return Asked(
            incident=(
                incident.number,
                incident.place.point,
                incident.skills,
                incident.priority,
                incident.units,
            ),
            units=tuple((id, standing[id]) for id in sorted(standing)),
            places=_places(context.fixes),
        )


def _standing(board: Board) -> dict[int, tuple[object, ...]]:
    """What a unit does, as far as it weighs: given out or driving is the same."""
    return {
        unit.id: (_coarse(unit.status), unit.incident, unit.task, unit.team) for unit in board.units.values()
    }


def _coarse(status: UnitStatus) -> UnitStatus:
    return UnitStatus.EN_ROUTE if status is UnitStatus.ASSIGNED else status


def _places(fixes: Mapping[int, Fix]) -> tuple[object, ...]:
    return tuple(
        (id, round(fix.point.lat_deg * 1e5) // STEP_QUANTA, round(fix.point.lon_deg * 1e5) // STEP_QUANTA)
        for id, fix in sorted(fixes.items())
    )
