"""Who may see what: which part of which fact goes to whom. Pure; the wire never carries what may not be seen.

Three audiences share three runs of changes: the control room, the street (units), and each partner its own. A
literal table says for every kind of fact how each gets it. Words of lines do not travel in the run: they are
shown to those who are on the line, beside it. The melder's page has a view of its own (`server.melder`).
"""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from functools import partial
from typing import Any, TypeGuard

from attrs import evolve, fields, frozen
from immutables import Map

from protocol.change import Change
from protocol.facts import (
    contact,
    dispatch,
    incidents,
    intake,
    letting_go,
    order,
    pairs,
    promises,
    scale,
    shown,
    timeline,
    units,
    work,
    world,
)
from protocol.facts.contact import LinkOpened
from protocol.facts.fact import Fact
from protocol.facts.shown import IncidentHidden, IncidentShown
from protocol.fold import fold
from protocol.model.board import NOBODY, UNSAID, Board
from protocol.model.contact import Contact
from protocol.model.contact_line import ContactLine
from protocol.model.incident import Incident
from protocol.model.intake import Intake
from protocol.model.letting_go import LettingGo
from protocol.model.role import Role
from protocol.model.text import UNSEEN, Name
from protocol.model.work import Work
from protocol.session.digest import BoardDigest
from server.decide.actor import Actor
from server.sight.touched import touched


class View(Enum):
    """Three kinds of audience."""

    ROOM = auto()
    STREET = auto()
    PARTNER = auto()


@frozen(kw_only=True)
class Audience:
    """Consoles that see the same run of changes."""

    view: View
    name: Name = NOBODY
    """The account, for a partner; "" for those who share a view."""


ShownAs = Callable[[Incident], Incident]
"""From an incident to what a partner has of it."""

ROOM = Audience(view=View.ROOM)
STREET = Audience(view=View.STREET)

_VIEW_BY_ROLE: Mapping[Role, View] = {
    Role.CENTRALIST: View.ROOM,
    Role.OPCO: View.ROOM,
    Role.UNIT: View.STREET,
    Role.INFO_DESK: View.ROOM,
    Role.PARTNER: View.PARTNER,
    Role.EXERCISE_LEADER: View.ROOM,
    Role.OBSERVER: View.ROOM,
    Role.AUDITOR: View.ROOM,
}


def audience_of(actor: Actor) -> Audience:
    """Which run somebody hears. Raises KeyError for the melder, who hears none."""
    view = _VIEW_BY_ROLE[actor.role]
    return Audience(view=View.PARTNER, name=actor.name) if view is View.PARTNER else Audience(view=view)


class Sight(Enum):
    """How an audience gets a fact."""

    ALL = auto()
    """As it is."""

    TOLD = auto()
    """That it was said, and not what."""

    WORDS = auto()
    """Not in the run: its words are shown to who is on the line."""

    INVITED = auto()
    """As it is, to a partner that was invited to the incident; else not at all."""

    NOTHING = auto()


_A, _T, _W, _I, _N = Sight.ALL, Sight.TOLD, Sight.WORDS, Sight.INVITED, Sight.NOTHING

SIGHTS: Mapping[type, tuple[Sight, Sight, Sight]] = {
    # fact: room, street, partner
    world.WorldFounded: (_A, _A, _A),
    order.OrderSwitched: (_A, _A, _N),
    units.UnitSignedOn: (_A, _A, _N),
    units.UnitSignedOff: (_A, _A, _N),
    units.UnitStatusSet: (_A, _A, _N),
    units.UnitAssigned: (_A, _A, _I),
    units.UnitReleased: (_A, _A, _I),
    units.TaskSet: (_A, _A, _N),
    units.TaskEnded: (_A, _A, _N),
    dispatch.ArrivalExpected: (_A, _A, _N),
    dispatch.ChoiceWeighed: (_A, _N, _N),
    dispatch.ChoiceExplained: (_A, _N, _N),
    dispatch.SkillsAsked: (_A, _A, _N),
    incidents.IncidentOpened: (_A, _A, _N),
    incidents.PlaceChanged: (_A, _A, _I),
    incidents.PlaceSaid: (_A, _A, _I),
    incidents.WhatChanged: (_A, _A, _I),
    incidents.PriorityChanged: (_A, _A, _I),
    incidents.PhaseEntered: (_A, _A, _I),
    incidents.IncidentClosed: (_A, _A, _I),
    incidents.IncidentReopened: (_A, _A, _I),
    intake.IntakeDescribed: (_A, _A, _N),
    intake.MelderDescribed: (_A, _A, _N),
    intake.IncidentClassified: (_A, _A, _I),
    intake.QuestionAnswered: (_A, _A, _N),
    intake.CaughtFlagged: (_A, _A, _N),
    intake.CaughtMarked: (_A, _A, _N),
    intake.DescriptionSent: (_A, _T, _N),
    timeline.EntryAdded: (_A, _W, _W),
    timeline.EntryStruck: (_A, _W, _W),
    intake.EarlierRecorded: (_A, _W, _W),
    intake.ReportAttached: (_A, _W, _W),
    timeline.LineSpoken: (_A, _W, _W),
    timeline.Whispered: (_A, _W, _W),
    timeline.CardPushed: (_A, _W, _W),
    timeline.CardTaken: (_A, _W, _W),
    timeline.LineJoined: (_A, _A, _I),
    timeline.LineLeft: (_A, _A, _I),
    timeline.LinesJoined: (_A, _A, _N),
    timeline.LinesParted: (_A, _A, _N),
    timeline.PartnerInvited: (_A, _A, _N),
    timeline.PartnerDismissed: (_A, _A, _N),
    promises.Reacted: (_A, _A, _N),
    promises.PromiseMade: (_A, _A, _N),
    promises.PromiseKept: (_A, _A, _N),
    promises.PromiseMoved: (_A, _A, _N),
    promises.PromiseBroken: (_A, _A, _N),
    promises.MelderSpokenTo: (_A, _A, _N),
    promises.MelderOffered: (_A, _A, _N),
    promises.MelderTaken: (_A, _A, _N),
    work.AimAdded: (_A, _A, _N),
    work.AimDropped: (_A, _A, _N),
    work.NeedStated: (_A, _A, _I),
    work.NeedMet: (_A, _A, _I),
    work.AdditionStated: (_A, _A, _N),
    work.CitizenNoted: (_A, _A, _N),
    work.Referred: (_A, _A, _I),
    work.ReferralAccepted: (_A, _A, _I),
    letting_go.HandoverOffered: (_A, _A, _N),
    letting_go.HandoverAcknowledged: (_A, _A, _N),
    letting_go.CitizenGoesOn: (_A, _A, _N),
    letting_go.EndChecked: (_A, _A, _N),
    letting_go.FeedbackGiven: (_A, _A, _N),
    contact.ContactOpened: (_A, _A, _N),
    contact.Listening: (_A, _A, _N),
    contact.SteppedIn: (_A, _A, _N),
    contact.SteppedBack: (_A, _A, _N),
    contact.ContactLeft: (_A, _A, _N),
    contact.ContactClosed: (_A, _A, _N),
    contact.MelderTold: (_T, _T, _N),
    contact.MelderSaid: (_T, _T, _N),
    contact.MelderShared: (_A, _A, _N),
    contact.MelderSafe: (_A, _A, _N),
    contact.LinkMade: (_A, _A, _N),
    contact.LinkOpened: (_T, _T, _N),
    contact.LinkWithdrawn: (_A, _A, _N),
    scale.ColleaguesAsked: (_A, _A, _I),
    scale.WhoNoted: (_A, _A, _N),
    scale.WhoTaken: (_A, _A, _N),
    scale.WhoDropped: (_A, _A, _N),
    scale.LeadSwitched: (_A, _A, _I),
    scale.LevelSet: (_A, _A, _I),
    scale.GripSet: (_A, _A, _I),
    pairs.PairSplit: (_A, _A, _N),
    pairs.PairSpoken: (_A, _A, _N),
    pairs.StrengthenAsked: (_A, _A, _N),
    pairs.PairJoined: (_A, _A, _N),
    pairs.EmergencyRaised: (_A, _A, _N),
    pairs.EmergencyAnswered: (_A, _A, _N),
    pairs.EmergencyEnded: (_A, _A, _N),
    shown.IncidentShown: (_A, _A, _A),
    shown.IncidentHidden: (_A, _A, _A),
}
"""Every kind of fact; one that is missing here is an error of ours, and reaches nobody."""


def seen(
    change: Change, before: Board, after: Board, audience: Audience, *, shown: ShownAs | None = None
) -> tuple[Fact, ...]:
    """What of the change the audience's run carries; empty when nothing.

    `before` and `after` are the boards without and with it; only a partner's view hangs on them. `shown` may
    remember what `partners_incident` made, for who asks of one change after the other.
    """
    if audience.view is View.PARTNER:
        return tuple(_partner_sees(change, before, after, audience.name, shown or partners_incident))
    found = (_seen(fact, audience.view) for fact in change.facts)
    return tuple(fact for fact in found if fact is not None)


def _seen(fact: Fact, view: View) -> Fact | None:
    room, street, _ = SIGHTS[type(fact)]
    match room if view is View.ROOM else street:
        case Sight.ALL:
            return fact
        case Sight.TOLD:
            return _wordless(fact)
        case _:
            return None


def _wordless(fact: Any) -> Fact:
    """The table gives TOLD only to facts with a text, or with the key of the melder's page."""
    told: Fact
    told = evolve(fact, key=Name(UNSEEN)) if isinstance(fact, LinkOpened) else evolve(fact, text=UNSEEN)
    return told


def _partner_sees(change: Change, before: Board, after: Board, name: Name, shown: ShownAs) -> Iterator[Fact]:
    """What leads from what it had to what it may have: the facts where they do, else the incident anew."""
    yield from (fact for fact in change.facts if SIGHTS[type(fact)][2] is Sight.ALL)
    for number in touched(change, before, after):
        then, now = before.incidents.get(number), after.incidents.get(number)
        if is_invited(now, name):
            yield from _of_incident(change, then if is_invited(then, name) else None, now, shown)
        elif is_invited(then, name):
            yield IncidentHidden(incident=number)


def _of_incident(change: Change, then: Incident | None, now: Incident, shown: ShownAs) -> Iterator[Fact]:
    """Of an incident that the change touched, now that the partner sees it; `then` None when it did not."""
    if then is None:
        yield IncidentShown(incident_now=shown(now))
        return
    told = tuple(_partners_facts(change, now.number))
    if not told and _looks_the_same(then, now):
        # Nearly always words for others: not worth making two views to find them equal.
        return
    had, wanted = shown(then), shown(now)
    if told and _leads_to(had, told, wanted, change):
        yield from told
    elif had != wanted:
        yield IncidentShown(incident_now=wanted)


def _looks_the_same(then: Incident, now: Incident) -> bool:
    """True when every field of which a partner sees anything is the same object as before."""
    return all(getattr(then, name) is getattr(now, name) for name in _SEEN_FIELDS)


def _partners_facts(change: Change, number: int) -> Iterator[Fact]:
    """The reasons in them are told in police words; a partner gets that it happened."""
    for fact in change.facts:
        if SIGHTS[type(fact)][2] is not Sight.INVITED or number not in fact.about().incidents:
            continue
        match fact:
            case incidents.IncidentClosed():
                yield evolve(fact, reason=UNSEEN)
            case incidents.IncidentReopened():
                yield evolve(fact, reason=UNSEEN)
            case scale.LeadSwitched():
                yield evolve(fact, why=UNSEEN)
            case scale.LevelSet() | scale.GripSet():
                yield evolve(fact, why=UNSAID)
            case scale.ColleaguesAsked():
                yield evolve(fact, text=UNSAID)
            case _:
                yield fact


def _leads_to(had: Incident, told: tuple[Fact, ...], wanted: Incident, change: Change) -> bool:
    board = Board(incidents=Map({had.number: had}))
    return fold(board, evolve(change, facts=told)).incidents.get(had.number) == wanted


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
