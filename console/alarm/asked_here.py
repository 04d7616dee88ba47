"""Whom a question means at this desk, and since which rung of its climb. Pure.

By role, account and unit alone: the same board says the same at every desk, and nobody need know who sits
where.
"""

from datetime import datetime, timedelta

from attrs import frozen

from console.alarm.asking import Asking
from console.part.context import Context
from console.part.sounds import ROOM, Whom
from console.part.whose_desk import our_unit
from protocol.commands.pairs import AnswerEmergency
from protocol.model.point import distance_m
from protocol.model.role import Role
from protocol.model.text import same_name
from protocol.permissions import may


@frozen(kw_only=True)
class Key:
    """What makes two questions at one desk the same, whoever else they mean by now."""

    sound: str
    number: int
    since: datetime
    of: int
    rung: int


@frozen(kw_only=True)
class Here:
    """A question that means whoever sits at this desk."""

    asking: Asking
    rung: int
    """0 for who was asked at once, else which of its climbs came here."""

    @property
    def key(self) -> Key:
        """The same for the same question at the same desk: it sounds once."""
        each = self.asking
        return Key(sound=each.sound.key, number=each.number, since=each.since, of=each.of, rung=self.rung)


def asked_here(asking: Asking, context: Context) -> Here | None:
    """The first rung on which it means this desk, of those that it has reached; None for none."""
    sound, now = asking.sound, context.now
    own = bool(asking.by) and same_name(asking.by, context.name)
    if not own and any(_means(whom, asking, context) for whom in sound.asked):
        return Here(asking=asking, rung=0)
    for rung, climb in enumerate(sound.climbs, 1):
        if now - asking.since >= timedelta(seconds=climb.after_s) and _means(climb.to, asking, context):
            return Here(asking=asking, rung=rung)
    return None


def _means(whom: Whom, asking: Asking, context: Context) -> bool:
    role, name = context.role, context.name
    match whom:
        case Whom.EVERYBODY:
            return role is not None and may(role, AnswerEmergency)
        case Whom.ROOM:
            return role in ROOM
        case Whom.OPCO:
            return role is Role.OPCO
        case Whom.NAMED:
            return bool(name) and any(same_name(name, each) for each in asking.names)
        case Whom.WHOSE_DEED:
            return bool(name) and same_name(name, asking.by)
        case Whom.UNITS:
            unit = our_unit(context)
            return unit is not None and unit.id in asking.units and unit.id not in asking.heard
        case Whom.NEARBY:
            return _is_free_nearby(asking, context)


def _is_free_nearby(asking: Asking, context: Context) -> bool:
    unit, incident = our_unit(context), context.board.incidents.get(asking.number)
    if unit is None or incident is None or not unit.can_be_called:
        return False
    if unit.id in asking.heard or same_name(unit.call_sign, asking.by):
        return False
    fix, point = context.fixes.get(unit.id), incident.place.point
    return fix is not None and point is not None and distance_m(fix.point, point) <= context.terms.nearby_m
