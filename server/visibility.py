"""Who may see what: which part of which fact goes to whom. Pure; the wire never carries what may not be seen.

Three audiences share three runs of changes: the control room, the street (units), and each partner its own. A
literal table says for every kind of fact how each gets it. Words of lines do not travel in the run: they are
shown to those who are on the line, beside it. The melder's page has a view of its own (`server.melder`).
"""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from typing import Any

from attrs import evolve, frozen
from immutables import Map

from protocol import facts
from protocol.change import Change
from protocol.facts import Fact, IncidentHidden, IncidentShown, LinkOpened
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
from server.decide.actor import Actor


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
    facts.WorldFounded: (_A, _A, _A),
    facts.OrderSwitched: (_A, _A, _N),
    facts.UnitSignedOn: (_A, _A, _N),
    facts.UnitSignedOff: (_A, _A, _N),
    facts.UnitStatusSet: (_A, _A, _N),
    facts.UnitAssigned: (_A, _A, _I),
    facts.UnitReleased: (_A, _A, _I),
    facts.TaskSet: (_A, _A, _N),
    facts.TaskEnded: (_A, _A, _N),
    facts.ArrivalExpected: (_A, _A, _N),
    facts.ChoiceWeighed: (_A, _N, _N),
    facts.ChoiceExplained: (_A, _N, _N),
    facts.SkillsAsked: (_A, _A, _N),
    facts.IncidentOpened: (_A, _A, _N),
    facts.PlaceChanged: (_A, _A, _I),
    facts.WhatChanged: (_A, _A, _I),
    facts.PriorityChanged: (_A, _A, _I),
    facts.PhaseEntered: (_A, _A, _I),
    facts.IncidentClosed: (_A, _A, _I),
    facts.IncidentReopened: (_A, _A, _I),
    facts.IntakeDescribed: (_A, _A, _N),
    facts.IncidentClassified: (_A, _A, _I),
    facts.QuestionAnswered: (_A, _A, _N),
    facts.CaughtFlagged: (_A, _A, _N),
    facts.DescriptionSent: (_A, _T, _N),
    facts.EntryAdded: (_A, _W, _W),
    facts.EntryStruck: (_A, _W, _W),
    facts.EarlierRecorded: (_A, _W, _W),
    facts.ReportAttached: (_A, _W, _W),
    facts.LineSpoken: (_A, _W, _W),
    facts.Whispered: (_A, _W, _W),
    facts.CardPushed: (_A, _W, _W),
    facts.CardTaken: (_A, _W, _W),
    facts.LineJoined: (_A, _A, _I),
    facts.LineLeft: (_A, _A, _I),
    facts.LinesJoined: (_A, _A, _N),
    facts.LinesParted: (_A, _A, _N),
    facts.PartnerInvited: (_A, _A, _N),
    facts.PartnerDismissed: (_A, _A, _N),
    facts.Reacted: (_A, _A, _N),
    facts.PromiseMade: (_A, _A, _N),
    facts.PromiseKept: (_A, _A, _N),
    facts.PromiseMoved: (_A, _A, _N),
    facts.PromiseBroken: (_A, _A, _N),
    facts.MelderSpokenTo: (_A, _A, _N),
    facts.MelderOffered: (_A, _A, _N),
    facts.MelderTaken: (_A, _A, _N),
    facts.AimAdded: (_A, _A, _N),
    facts.AimDropped: (_A, _A, _N),
    facts.NeedStated: (_A, _A, _I),
    facts.NeedMet: (_A, _A, _I),
    facts.AdditionStated: (_A, _A, _N),
    facts.CitizenNoted: (_A, _A, _N),
    facts.Referred: (_A, _A, _I),
    facts.ReferralAccepted: (_A, _A, _I),
    facts.HandoverOffered: (_A, _A, _N),
    facts.HandoverAcknowledged: (_A, _A, _N),
    facts.CitizenGoesOn: (_A, _A, _N),
    facts.EndChecked: (_A, _A, _N),
    facts.FeedbackGiven: (_A, _A, _N),
    facts.ContactOpened: (_A, _A, _N),
    facts.Listening: (_A, _A, _N),
    facts.SteppedIn: (_A, _A, _N),
    facts.SteppedBack: (_A, _A, _N),
    facts.ContactLeft: (_A, _A, _N),
    facts.ContactClosed: (_A, _A, _N),
    facts.MelderTold: (_T, _T, _N),
    facts.MelderSaid: (_T, _T, _N),
    facts.MelderShared: (_A, _A, _N),
    facts.MelderSafe: (_A, _A, _N),
    facts.LinkMade: (_A, _A, _N),
    facts.LinkOpened: (_T, _T, _N),
    facts.LinkWithdrawn: (_A, _A, _N),
    facts.ColleaguesAsked: (_A, _A, _I),
    facts.WhoNoted: (_A, _A, _N),
    facts.WhoTaken: (_A, _A, _N),
    facts.WhoDropped: (_A, _A, _N),
    facts.LeadSwitched: (_A, _A, _I),
    facts.LevelSet: (_A, _A, _I),
    facts.GripSet: (_A, _A, _I),
    facts.PairSplit: (_A, _A, _N),
    facts.PairSpoken: (_A, _A, _N),
    facts.StrengthenAsked: (_A, _A, _N),
    facts.PairJoined: (_A, _A, _N),
    facts.EmergencyRaised: (_A, _A, _N),
    facts.EmergencyAnswered: (_A, _A, _N),
    facts.EmergencyEnded: (_A, _A, _N),
    facts.IncidentShown: (_A, _A, _A),
    facts.IncidentHidden: (_A, _A, _A),
}
"""Every kind of fact; one that is missing here is an error of ours, and reaches nobody."""


def seen(change: Change, before: Board, after: Board, audience: Audience) -> tuple[Fact, ...]:
    """What of the change the audience's run carries; empty when nothing.

    `before` and `after` are the boards without and with it; only a partner's view hangs on them.
    """
    if audience.view is View.PARTNER:
        return tuple(_partner_sees(change, before, after, audience.name))
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


def _partner_sees(change: Change, before: Board, after: Board, name: Name) -> Iterator[Fact]:
    """What leads from what it had to what it may have: the facts where they do, else the incident anew."""
    yield from (fact for fact in change.facts if SIGHTS[type(fact)][2] is Sight.ALL)
    for number, then in before.incidents.items():
        if is_invited(then, name) and not is_invited(after.incidents.get(number), name):
            yield IncidentHidden(incident=number)
    for number, now in after.incidents.items():
        earlier = before.incidents.get(number)
        if now is earlier or not is_invited(now, name):
            continue
        wanted = partners_incident(now)
        if earlier is None or not is_invited(earlier, name):
            yield IncidentShown(incident_now=wanted)
            continue
        had = partners_incident(earlier)
        told = tuple(_partners_facts(change, number))
        if told and _leads_to(had, told, wanted, change):
            yield from told
        elif had != wanted:
            yield IncidentShown(incident_now=wanted)


def _partners_facts(change: Change, number: int) -> Iterator[Fact]:
    """The reasons in them are told in police words; a partner gets that it happened."""
    for fact in change.facts:
        if SIGHTS[type(fact)][2] is not Sight.INVITED or _number(fact) != number:
            continue
        match fact:
            case facts.IncidentClosed():
                yield evolve(fact, reason=UNSEEN)
            case facts.IncidentReopened():
                yield evolve(fact, reason=UNSEEN)
            case facts.LeadSwitched():
                yield evolve(fact, why=UNSEEN)
            case facts.LevelSet() | facts.GripSet():
                yield evolve(fact, why=UNSAID)
            case facts.ColleaguesAsked():
                yield evolve(fact, text=UNSAID)
            case _:
                yield fact


def _leads_to(had: Incident, told: tuple[Fact, ...], wanted: Incident, change: Change) -> bool:
    board = Board(incidents=Map({had.number: had}))
    return fold(board, evolve(change, facts=told)).incidents.get(had.number) == wanted


def _number(fact: Any) -> int:
    return getattr(fact, "incident", 0)


def is_invited(incident: Incident | None, partner: str) -> bool:
    """True when this partner may see the incident (A80)."""
    return incident is not None and partner in incident.scale.partners


def partners_incident(incident: Incident) -> Incident:
    """The incident as a partner sees it: what, where, how urgent, who is there, what is needed of whom."""
    return evolve(
        incident,
        entries=(),
        intake=Intake(code=incident.intake.code),
        reactions=(),
        promises=(),
        contact=Contact(),
        contact_line=ContactLine(),
        letting_go=LettingGo(),
        work=Work(needs=incident.work.needs, referrals=incident.work.referrals),
        closed_because=None if incident.closed_because is None else UNSEEN,
        skills=(),
        choices=(),
        scale=evolve(incident.scale, who=(), partners=(), joined_to=(), asked_text=UNSAID),
    )


def board_for(board: Board, audience: Audience) -> Board:
    """The board as the audience may have it: what a snapshot for it holds."""
    if audience.view is View.PARTNER:
        shown = {
            number: partners_incident(incident)
            for number, incident in board.incidents.items()
            if is_invited(incident, audience.name)
        }
        return Board(
            seq=board.seq,
            at=board.at,
            incidents=Map(shown),
            closed=tuple(number for number in board.closed if number in shown),
        )
    as_seen: Callable[[Incident], Incident] = (
        _streets_incident if audience.view is View.STREET else _rooms_incident
    )
    return evolve(
        board,
        incidents=Map({number: as_seen(incident) for number, incident in board.incidents.items()}),
    )


def _rooms_incident(incident: Incident) -> Incident:
    line = incident.contact_line
    if line.words:
        line = evolve(line, words=())
    if line.link is not None and line.link.key:
        line = evolve(line, link=evolve(line.link, key=Name(UNSEEN)))
    return incident if line is incident.contact_line else evolve(incident, contact_line=line)


def _streets_incident(incident: Incident) -> Incident:
    return evolve(_rooms_incident(incident), entries=(), choices=())
