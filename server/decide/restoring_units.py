"""What gives a unit and its emergency back what they had before a deed. Pure; part of `restoring`."""

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from protocol.facts.back import EmergencyRestored, UnitRestored
from protocol.facts.fact import Fact
from protocol.facts.units import UnitSignedOff
from protocol.fold.back import UNIT_FIELDS
from protocol.model.board import Board
from protocol.model.text import Name
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.decide.deed import Deed
from server.decide.given_back import BuiltOn, given_back

_RECKONED = ("expected_at",)
"""Of a unit: the server's, and it goes with the status."""


def unit_facts(deed: Deed, now: Board, id: int, by: Name) -> Iterator[Fact]:
    """Back as it was, off duty again, or on duty again. Raises BuiltOn."""
    then, after, here = (board.units.get(id) for board in (deed.before, deed.after, now))
    if then is None and after is not None:
        if here is None or evolve(here, pair_words=after.pair_words) != after or id in now.emergencies:
            raise BuiltOn("unit")
        yield UnitSignedOff(unit=id)
    elif then is not None and after is None:
        other = now.unit_called(then.call_sign)
        if here is not None or (other is not None and other.id not in deed.before.units):
            raise BuiltOn("unit")
        yield UnitRestored(unit=id, unit_was=then)
    elif then is not None and after is not None and then != after:
        if here is None:
            raise BuiltOn("unit")
        fields = _unit_fields(then, after, here, by)
        if fields:
            names = tuple(map(Name, fields))
            yield UnitRestored(unit=id, unit_was=evolve(here, **fields), fields=names)


def _unit_fields(then: Unit, after: Unit, here: Unit, by: Name) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    on_the_way = is_on_the_way(after, here)
    for name in UNIT_FIELDS:
        was, became, is_now = getattr(then, name), getattr(after, name), getattr(here, name)
        if name in _RECKONED:
            continue
        if name == "pair_words" and then.pair is not None and after.pair is not None:
            value = _struck(was, became, is_now, by)
        elif (name == "pair_words" and then.pair is None) or (name in ("status", "since") and on_the_way):
            value = was
        else:
            value = given_back(name, was, became, is_now)
        if value != is_now:
            fields[name] = value
    if fields.keys() & {"status", "incident"} and then.expected_at != here.expected_at:
        fields["expected_at"] = then.expected_at
    return fields


def is_on_the_way(after: Unit, here: Unit) -> bool:
    """True when a unit that was given a melding said that it goes: it has read it, and builds nothing yet."""
    given = after.status is UnitStatus.ASSIGNED and here.status is UnitStatus.EN_ROUTE
    return given and after.incident is not None and here.incident == after.incident


def _struck(was: Any, became: Any, is_now: Any, by: Name) -> Any:
    """The words of the pair's own line, those of the deed struck."""
    said = {word for word in became if word not in was}
    return tuple(evolve(word, struck_by=by) if word in said else word for word in is_now)


def emergency_facts(deed: Deed, now: Board, id: int) -> Iterator[Fact]:
    """It stands again, or without the word of whoever said to have it. Raises BuiltOn."""
    then, after, here = (board.emergencies.get(id) for board in (deed.before, deed.after, now))
    if then is None or then == after:
        return
    if after is None:
        if here is not None or id not in now.units:
            raise BuiltOn("emergency")
        yield EmergencyRestored(emergency=then)
    elif here is None:
        raise BuiltOn("emergency")
    else:
        answered = given_back("answered_by", then.answered_by, after.answered_by, here.answered_by)
        yield EmergencyRestored(emergency=evolve(here, answered_by=answered))
