"""The facts that give everything back what it had before a deed, on the board of this moment. Pure.

Raises BuiltOn where somebody built on the deed. What the server itself reckoned after it, a choice weighed or
an arrival expected, is no building: it goes with the deed.
"""

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from protocol.commands.timeline import Speak, Whisper
from protocol.facts.back import (
    ChoicesRestored,
    EntryRestored,
    IncidentRestored,
    WordStruck,
)
from protocol.facts.contact import LinkWithdrawn
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed
from protocol.facts.order import OrderSwitched
from protocol.facts.timeline import EntryStruck
from protocol.facts.units import UnitAssigned
from protocol.fold.back import INCIDENT_FIELDS, LINE_FIELDS
from protocol.model.appeal import AppealKind
from protocol.model.board import Board
from protocol.model.contact_line import ContactLine
from protocol.model.incident import Incident
from protocol.model.text import TAKEN_BACK, Name
from protocol.model.unit_status import UnitStatus
from protocol.rules.appeals import Appeals
from server.decide.deed import Deed
from server.decide.given_back import BuiltOn, given_back
from server.decide.restoring_units import emergency_facts, unit_facts

_STAYS = (Speak, Whisper)
"""Whoever spoke stays on the line: off it nobody would see the own words struck."""


def restoring(deed: Deed, now: Board, *, by: Name, status: bool = False) -> tuple[Fact, ...]:
    """In this order: incidents, units, emergencies, the order of the board.

    `status` for a deed on a unit's status: that always goes back, and of its melding what nobody moved since.
    """
    about = deed.change.about(deed.before)
    incidents = (fact for number in about.incidents for fact in _incident(deed, now, number, status=status))
    units = (fact for id in about.units for fact in unit_facts(deed, now, id, by))
    emergencies = (fact for id in about.units for fact in emergency_facts(deed, now, id))
    return (*incidents, *units, *emergencies, *_order(deed, now))


def _incident(deed: Deed, now: Board, number: int, *, status: bool) -> Iterator[Fact]:
    then, after, here = (board.incidents.get(number) for board in (deed.before, deed.after, now))
    if after is None:
        return  # it left the board to make room, and is in the journal
    if here is None:
        raise BuiltOn("incident")
    if then is None:
        yield from _opened(after, here)
        return
    fields: dict[str, Any] = {}
    for name in INCIDENT_FIELDS:
        if name == "members" and isinstance(deed.command, _STAYS):
            continue
        was, became, is_now = getattr(then, name), getattr(after, name), getattr(here, name)
        try:
            value = _value(name, was, became, is_now)
        except BuiltOn:
            if not status:
                raise
            continue
        if value != is_now:
            fields[name] = value
    if status:
        fields = _there_still(fields, deed, now, here)
    if "units" in fields and not evolve(here, phase=fields.get("phase", here.phase)).is_open:
        raise BuiltOn("units")
    if fields:
        yield _incident_restored(here, fields)
    yield from _choices(deed, then, after, here)
    yield from _words(then, after, here)
    link = after.contact_line.link
    if link != then.contact_line.link and link is not None and not link.is_withdrawn:
        yield LinkWithdrawn(incident=number)


def _opened(after: Incident, here: Incident) -> Iterator[Fact]:
    """Closed, unless anybody did anything with it since; what was written and struck since is nothing."""
    same = evolve(here, entries=after.entries, choices=after.choices)
    if same != after or any(entry.struck_by is None for entry in here.entries[len(after.entries) :]):
        raise BuiltOn("incident")
    yield IncidentClosed(incident=here.number, reason=TAKEN_BACK)


def _incident_restored(here: Incident, fields: dict[str, Any]) -> IncidentRestored:
    was = Incident(
        number=here.number,
        opened_at=here.opened_at,
        opened_by=here.opened_by,
        priority=here.priority,
        what=here.what,
        place=here.place,
        phase_since=here.phase_since,
    )
    names = tuple(map(Name, fields))
    return IncidentRestored(incident=here.number, fields=names, incident_was=evolve(was, **fields))


def _value(name: str, then: Any, after: Any, now: Any) -> Any:
    match name:
        case "contact_line":
            return _line(then, after, now)
        case "appeals":
            return _appeals(then, after, now)
        case _:
            return given_back(name, then, after, now)


def _appeals(then: Appeals, after: Appeals, now: Appeals) -> Appeals:
    """Of each kind by itself: what the deed asked is asked no longer, what it answered is asked again.

    That somebody heard it, or the server reckoned whom it would send, builds nothing on it.
    """
    was, became, is_now = ({each.kind: each for each in appeals} for appeals in (then, after, now))
    found = dict(is_now)
    for kind in AppealKind:
        if was.get(kind) == became.get(kind):
            continue
        if kind not in was:
            found.pop(kind, None)
        elif kind not in became or kind not in is_now:
            found.setdefault(kind, was[kind])
        else:
            heard = _as_heard(was[kind].heard, became[kind].heard, is_now[kind].heard)
            found[kind] = evolve(was[kind], heard=heard, proposed=is_now[kind].proposed)
    if found == is_now:
        return now
    if set(found) == set(was) and all(found[kind] == was[kind] for kind in found):
        return then
    return tuple(found.values())


def _as_heard(then: tuple[int, ...], after: tuple[int, ...], now: tuple[int, ...]) -> tuple[int, ...]:
    """Who heard it besides the one whose word is taken back."""
    gone = {*after} - {*then}
    return tuple(each for each in now if each not in gone)


def _line(then: ContactLine, after: ContactLine, now: ContactLine) -> ContactLine:
    """Who is on it; words that were said since on a line that was opened are building on it."""
    values = {
        name: given_back(name, getattr(then, name), getattr(after, name), getattr(now, name))
        for name in LINE_FIELDS
    }
    if all(getattr(now, name) == value for name, value in values.items()):
        return now
    if now.said != after.said:
        raise BuiltOn("contact_line")
    return ContactLine(**values)


def _there_still(fields: dict[str, Any], deed: Deed, now: Board, here: Incident) -> dict[str, Any]:
    """Where a colleague is on the spot too, the melding keeps its arrival and what came of it."""
    units = deed.change.about(deed.before).units
    there = [
        unit.since
        for id in here.units
        if id not in units and (unit := now.units.get(id)) is not None and unit.status is UnitStatus.ON_SCENE
    ]
    if not there or fields.get("arrived_at", here) is not None:
        return fields
    kept = {name: value for name, value in fields.items() if name not in ("phase", "phase_since")}
    return {**kept, "arrived_at": min(there)}


def _choices(deed: Deed, then: Incident, after: Incident, here: Incident) -> Iterator[Fact]:
    """A dispatch that was taken back is none to be explained; an explanation that was, is none."""
    choices = given_back("choices", then.choices, after.choices, here.choices)
    for fact in deed.change.facts:
        unit = deed.after.units.get(fact.unit) if isinstance(fact, UnitAssigned) else None
        if unit is None or fact.about().incidents != (here.number,):
            continue
        later = [at for at in range(len(after.choices), len(choices)) if choices[at].unit == unit.call_sign]
        if later:
            choices = (*choices[: later[-1]], *choices[later[-1] + 1 :])
    if choices != here.choices:
        yield ChoicesRestored(incident=here.number, choices=choices)


def _words(then: Incident, after: Incident, here: Incident) -> Iterator[Fact]:
    """What the deed said is struck; what it struck or took stands again as before."""
    now = {entry.id: entry for entry in here.entries}
    was = {entry.id: entry for entry in then.entries}
    for entry in after.entries:
        if entry.id not in was:
            if now[entry.id].struck_by is None:
                yield EntryStruck(incident=here.number, entry=entry.id)
        elif entry != was[entry.id]:
            before = was[entry.id]
            taken = given_back("taken_by", before.taken_by, entry.taken_by, now[entry.id].taken_by)
            struck = given_back("struck_by", before.struck_by, entry.struck_by, now[entry.id].struck_by)
            yield EntryRestored(incident=here.number, entry=entry.id, struck_by=struck, taken_by=taken)
    said = {word.id for word in then.contact_line.words}
    for word in after.contact_line.words:
        if word.id not in said:
            yield WordStruck(incident=here.number, word=word.id)


def _order(deed: Deed, now: Board) -> Iterator[Fact]:
    then, after = deed.before, deed.after
    if then.order is after.order:
        return
    if now.order is not after.order or now.order_since != after.order_since:
        raise BuiltOn("order")
    yield OrderSwitched(order=then.order, why=then.order_why or TAKEN_BACK)
