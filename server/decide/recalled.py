"""Who was asked or told by a deed, and hears that it is recalled. Pure.

From the facts of the deed and the boards around it; names are accounts, call signs or what somebody typed for
a person. That everybody near was asked is said apart.
"""

from collections.abc import Iterator

from protocol.facts.contact import ContactOpened, MelderTold
from protocol.facts.fact import Fact
from protocol.facts.intake import DescriptionSent
from protocol.facts.letting_go import HandoverOffered
from protocol.facts.pairs import EmergencyAnswered, EmergencyEnded, StrengthenAsked
from protocol.facts.promises import MelderOffered, MelderTaken, PromiseMade
from protocol.facts.scale import ColleaguesAsked, LeadSwitched, WhoNoted
from protocol.facts.timeline import (
    CardPushed,
    LineSpoken,
    PartnerDismissed,
    PartnerInvited,
    Whispered,
)
from protocol.facts.units import UnitAssigned, UnitReleased, UnitStatusSet
from protocol.facts.work import NeedStated, Referred
from protocol.model.appeal import AppealKind
from protocol.model.board import Board
from protocol.model.text import Name, same_name
from protocol.rules.appeals import appeal
from server.decide.deed import Deed
from server.decide.restoring_units import is_on_the_way

_TO_EVERYBODY = (ColleaguesAsked, DescriptionSent, EmergencyAnswered, EmergencyEnded)
_ON_THE_LINE = (LineSpoken, Whispered, CardPushed, LeadSwitched)


def people_of(deed: Deed, by: Name) -> tuple[Name, ...]:
    """Each once, in order of mention, without whoever takes it back."""
    names = (name for fact in deed.change.facts for name in _named(fact, deed))
    return tuple(dict.fromkeys(name for name in names if name and not same_name(name, by)))


def is_everyones(deed: Deed) -> bool:
    """True when it asked or told everybody."""
    return any(isinstance(fact, _TO_EVERYBODY) for fact in deed.change.facts)


def had_it(deed: Deed, now: Board, by: Name) -> tuple[Name, ...]:
    """Who said since that they have it: the unit that drives, who took the card."""
    found: list[Name] = []
    for fact in deed.change.facts:
        if isinstance(fact, UnitAssigned):
            after, here = deed.after.units.get(fact.unit), now.units.get(fact.unit)
            if after is not None and here is not None and is_on_the_way(after, here):
                found.append(here.call_sign)
        elif isinstance(fact, ColleaguesAsked):
            found += _heard_by(fact.incident, now)
        elif isinstance(fact, CardPushed):
            incident, said = now.incidents.get(fact.incident), deed.after.incidents.get(fact.incident)
            card = None if said is None or not said.entries else said.entries[-1].id
            entries = () if incident is None else incident.entries
            found += [name for entry in entries if entry.id == card for name in entry.taken_by]
    return tuple(name for name in dict.fromkeys(found) if not same_name(name, by))


def _heard_by(number: int, now: Board) -> Iterator[Name]:
    """Which units said that they heard that colleagues are asked."""
    incident = now.incidents.get(number)
    asked = None if incident is None else appeal(incident, AppealKind.COLLEAGUES)
    for id in () if asked is None else asked.heard:
        unit = now.units.get(id)
        if unit is not None:
            yield unit.call_sign


def _named(fact: Fact, deed: Deed) -> Iterator[Name]:
    match fact:
        case UnitAssigned() | UnitReleased() | UnitStatusSet():
            unit = deed.before.units.get(fact.unit)
            yield from () if unit is None else (unit.call_sign,)
        case StrengthenAsked():
            unit = deed.before.units.get(fact.unit)
            other = None if unit is None else deed.before.units.get(unit.pair or 0)
            yield from () if other is None else (other.call_sign,)
        case ContactOpened():
            yield fact.unit
        case MelderOffered():
            yield fact.to
        case MelderTaken():
            incident = deed.before.incidents.get(fact.incident)
            yield from () if incident is None else (incident.contact.holder,)
        case PromiseMade() | NeedStated():
            yield fact.from_whom
        case HandoverOffered():
            yield fact.taker
        case Referred() | PartnerInvited() | PartnerDismissed():
            yield fact.partner
        case WhoNoted():
            yield fact.who
        case MelderTold():
            incident = deed.before.incidents.get(fact.incident)
            members = () if incident is None else incident.contact_line.members
            yield from (member.name for member in members)
        case _ if isinstance(fact, _ON_THE_LINE):
            incident = deed.before.incidents.get(fact.about().incidents[0])
            members = () if incident is None else incident.members
            yield from (member.name for member in members)
        case _:
            return
