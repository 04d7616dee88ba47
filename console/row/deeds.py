"""What is likely next, as numbers behind Space: pure rules over one melding and what this desk has sent.

A deed counts with what this seat has sent and is not answered yet: whoever presses Send and Put through in
one breath gets both. Each number keeps its meaning for ever; what cannot be done now is dim, with why.
"""

from collections.abc import Callable, Mapping

from attrs import frozen

from console.actions.deed_numbers import deeds_for
from console.dispatch.arrivals import seeming
from console.dispatch.dispatching import Dispatching
from console.harmless import harmless
from console.line.heads import talks
from console.paint.age import travel
from console.part.context import Context
from console.part.whose_desk import is_units, our_unit
from console.row.deed import Deed
from console.unit.asks import cards_to_take, near
from protocol.commands.command import Command
from protocol.commands.contact import OpenContact
from protocol.commands.incidents import CloseIncident
from protocol.commands.units import AssignUnit
from protocol.model.incident import Incident
from protocol.model.text import Name
from protocol.permissions import may
from protocol.rules.letting_go import missing_to_let_go
from protocol.rules.stacking import waits_for_unit


@frozen(kw_only=True)
class _Now:
    """How it stands with one deed."""

    beside: str = ""
    """Beside its name: whom or what it concerns."""

    likely: bool = False
    why_not: str = ""
    target: int | None = None


_Rule = Callable[[Context, Dispatching, Incident], _Now]


def deeds_of(context: Context, dispatch: Dispatching) -> tuple[Deed, ...]:
    """All ten, 1 to 9 and then 0, for the selected melding."""
    numbers = deeds_for(unit=is_units(context))
    order = sorted(numbers, key=lambda number: (number == 0, number))
    return tuple(_deed(context, dispatch, number, numbers[number]) for number in order)


def likely(deeds: tuple[Deed, ...]) -> tuple[Deed, ...]:
    """The bright ones."""
    return tuple(each for each in deeds if each.likely)


def _deed(context: Context, dispatch: Dispatching, number: int, action: str) -> Deed:
    name = context.say(f"deed-{action}")
    if not _permitted(context, action):
        return Deed(number=number, action=action, words=name, why_not=context.say("deed-not-yours"))
    if action == "palette":
        return Deed(number=number, action=action, words=name)
    incident = context.chosen()
    if action in _WITHOUT_MELDING:
        now = _WITHOUT_MELDING[action](context)
    elif incident is None:
        return Deed(number=number, action=action, words=name, why_not=context.say("row-no-melding"))
    elif not incident.is_open:
        return Deed(number=number, action=action, words=name, why_not=context.say("deed-closed"))
    else:
        now = _RULES.get(action, _always)(context, dispatch, incident)
    return Deed(
        number=number,
        action=action,
        words=f"{name} {now.beside}" if now.beside else name,
        likely=now.likely and not now.why_not,
        why_not=now.why_not,
        target=now.target,
    )


def _permitted(context: Context, action: str) -> bool:
    """True when our role may: deeds of the screen alone are judged by the wish that they end in."""
    wish = _ENDS_IN.get(action)
    if wish is not None and context.role is not None:
        return may(context.role, wish)
    return context.permitted(context.catalog.by_id[action])


def going(context: Context, incident: Incident) -> tuple[int, ...]:
    """The units on a melding, with those that this desk has sent and of which it has no answer yet."""
    sent = (
        wish.command.unit
        for wish in context.waiting
        if isinstance(wish.command, AssignUnit) and wish.command.incident == incident.number
    )
    return tuple(dict.fromkeys((*incident.units, *sent)))


def _always(_context: Context, _dispatch: Dispatching, _incident: Incident) -> _Now:
    return _Now()


def _send(context: Context, dispatch: Dispatching, incident: Incident) -> _Now:
    best = dispatch.recommending.first(context)
    wants = waits_for_unit(incident) and not going(context, incident)
    if best is None:
        return _Now(beside=context.say("deed-look-who"), likely=wants)
    beside = f"{harmless(best.call_sign)}, {travel(best.travel_s)}"
    unit = context.board.units.get(best.unit)
    if unit is not None and unit.incident is not None and unit.incident != incident.number:
        beside += f", {context.say('deed-leaves', incident=unit.incident)}"
    return _Now(beside=beside, likely=wants, target=best.unit)


def _more(context: Context, _dispatch: Dispatching, incident: Incident) -> _Now:
    if not going(context, incident):
        return _Now(why_not=context.say("deed-nobody-on-it"))
    return _Now()


def _put_through(context: Context, _dispatch: Dispatching, incident: Incident) -> _Now:
    contact, on_it = incident.contact_line, going(context, incident)
    if contact.is_open:
        mine = contact.member(context.name)
        key = "step-back" if talks(incident, context.name) else "listen" if mine is None else "step-in"
        return _Now(beside=f"({context.say(f'deed-{key}')})")
    if not on_it:
        return _Now(why_not=context.say("deed-nobody-on-it"))
    sent = any(
        isinstance(wish.command, OpenContact) and wish.command.incident == incident.number
        for wish in context.waiting
    )
    unit = context.board.units.get(on_it[0])
    beside = "" if unit is None else harmless(unit.call_sign)
    return _Now(beside=beside, likely=not sent and contact.opened_at is None, target=on_it[0])


def _arrived(context: Context, _dispatch: Dispatching, incident: Incident) -> _Now:
    unit = seeming(context)
    if unit is not None:
        return _Now(beside=harmless(unit.call_sign), likely=True, target=unit.id)
    if not incident.units:
        return _Now(why_not=context.say("deed-nobody-on-it"))
    return _Now()


def _spoken(context: Context, _dispatch: Dispatching, incident: Incident) -> _Now:
    unspoken = incident.contact_line.direct_at is None and not incident.promises
    return _Now(likely=bool(incident.units) and unspoken)


def _let_go(context: Context, _dispatch: Dispatching, incident: Incident) -> _Now:
    missing = len(missing_to_let_go(incident))
    beside = context.say("deed-missing", count=missing) if missing else ""
    return _Now(beside=beside, likely=incident.arrived_at is not None and not missing)


def _card(context: Context, _dispatch: Dispatching, incident: Incident) -> _Now:
    cards = cards_to_take(incident, Name(context.name))
    return _Now(likely=bool(cards), why_not="" if cards else context.say("unit-no-card"))


def _mate(context: Context) -> _Now:
    unit = our_unit(context)
    paired = unit is not None and unit.pair is not None
    return _Now(why_not="" if paired else context.say("deed-no-pair"))


def _come_along(context: Context) -> _Now:
    """To the melding on which one stands in the list, while on nothing; else to the nearest who asks."""
    unit, found = our_unit(context), near(context)
    if unit is None:
        return _Now(why_not=context.say("unit-first-sign-on"))
    if unit.incident is None:
        target = next((each for each in found if each.number == context.incident), next(iter(found), None))
    else:
        target = next((each for each in found if each.asked_by or each.in_need), None)
    if target is None:
        return _Now(why_not=context.say("unit-nobody-asks"))
    asks = bool(target.asked_by) or target.in_need
    return _Now(beside=str(target.number), likely=asks or unit.incident is None, target=target.number)


_ENDS_IN: Mapping[str, type[Command]] = {"assign-first": AssignUnit, "letting-go": CloseIncident}

_RULES: Mapping[str, _Rule] = {
    "assign-first": _send,
    "ask-colleagues": _more,
    "open-contact": _put_through,
    "arrived": _arrived,
    "spoken": _spoken,
    "letting-go": _let_go,
    "take-card": _card,
}

_WITHOUT_MELDING: Mapping[str, Callable[[Context], _Now]] = {
    "come-along": _come_along,
    "strengthen": _mate,
}
"""What a unit does that may have no melding at all."""
