"""What each audience may have of an incident and of a board: what a snapshot holds, and what a digest counts.

A run of changes, as `visibility` cuts it, leads to the same. Pure.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeGuard

from attrs import evolve, fields
from immutables import Map

from protocol.model.appeal import AppealKind
from protocol.model.board import UNSAID, Board
from protocol.model.contact import Contact
from protocol.model.contact_line import ContactLine
from protocol.model.incident import Incident
from protocol.model.intake import Intake
from protocol.model.letting_go import LettingGo
from protocol.model.text import UNSEEN, Name
from protocol.model.work import Work
from protocol.rules.appeals import answered
from protocol.session.digest import BoardDigest
from server.sight.audience import Audience, View

ShownAs = Callable[[Incident], Incident]
"""From an incident to what a partner has of it."""


def is_invited(incident: Incident | None, partner: str) -> TypeGuard[Incident]:
    """True when this partner may see the incident (A80)."""
    return incident is not None and partner in incident.scale.partners


def partners_incident(incident: Incident) -> Incident:
    """The incident as a partner sees it: what, where, how urgent, who is there, what is needed of whom."""
    return evolve(
        incident,
        **_UNSEEN_FIELDS,
        intake=Intake(code=incident.intake.code),
        work=Work(needs=incident.work.needs, referrals=incident.work.referrals),
        closed_because=None if incident.closed_because is None else UNSEEN,
        appeals=answered(incident.appeals, AppealKind.CALLER),
        scale=evolve(incident.scale, who=(), partners=(), joined_to=(), asked_text=UNSAID),
    )


_UNSEEN_FIELDS: Mapping[str, Any] = {
    "entries": (),
    "reactions": (),
    "promises": (),
    "contact": Contact(),
    "contact_line": ContactLine(),
    "letting_go": LettingGo(),
    "skills": (),
    "choices": (),
}
"""Of these a partner sees nothing at all."""

_SEEN_FIELDS = tuple(each.name for each in fields(Incident) if each.name not in _UNSEEN_FIELDS)


def looks_the_same(then: Incident, now: Incident) -> bool:
    """True when a partner sees no difference at a glance: every field of which it sees anything is the same
    object as before.
    """
    return all(getattr(then, name) is getattr(now, name) for name in _SEEN_FIELDS)


def shown_as(audience: Audience) -> ShownAs:
    """How this audience has an incident that it may see at all."""
    match audience.view:
        case View.ROOM:
            return _rooms_incident
        case View.STREET:
            return _streets_incident
        case View.PARTNER:
            return partners_incident


def _may_see(incident: Incident, audience: Audience) -> bool:
    return audience.view is not View.PARTNER or is_invited(incident, audience.name)


def board_for(board: Board, audience: Audience, *, shown: ShownAs | None = None) -> Board:
    """The board as the audience may have it: what a snapshot for it holds.

    `shown` may remember what `shown_as` made, for who asks of one board after the other.
    """
    as_seen = shown or shown_as(audience)
    may_have = {number: as_seen(each) for number, each in board.incidents.items() if _may_see(each, audience)}
    return evolve(rest_for(board, audience), incidents=Map(may_have))


def incident_for(incident: Incident, audience: Audience) -> Incident | None:
    """The incident as the audience may have it; None for one that a partner may not have."""
    return shown_as(audience)(incident) if _may_see(incident, audience) else None


def digest_for(audience: Audience) -> BoardDigest:
    """The digest of what this audience may have, empty as yet; of boards as `rest_for` gives them."""
    seen_as = partial(incident_for, audience=audience)
    return BoardDigest(has_timelines=audience.view is View.ROOM, seen=seen_as)


def rest_for(board: Board, audience: Audience) -> Board:
    """The board as the audience may have it but for its incidents, which are all there and whole."""
    if audience.view is not View.PARTNER:
        return board
    closed = (number for number in board.closed if is_invited(board.incidents.get(number), audience.name))
    return Board(seq=board.seq, at=board.at, incidents=board.incidents, closed=tuple(closed))


def _rooms_incident(incident: Incident) -> Incident:
    line = incident.contact_line
    if line.words:
        line = evolve(line, words=())
    if line.link is not None and line.link.key:
        line = evolve(line, link=evolve(line.link, key=Name(UNSEEN)))
    return incident if line is incident.contact_line else evolve(incident, contact_line=line)


def _streets_incident(incident: Incident) -> Incident:
    return evolve(_rooms_incident(incident), entries=(), choices=())
