"""Who may see what: which part of which fact goes to whom. Pure; the wire never carries what may not be seen.

A literal table says for every kind of fact how the control room, the street and a partner get it. Words of
lines do not travel in the run: they are shown to those who are on the line, beside it. The melder's page has
a view of its own (`server.melder`).
"""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import Any

from attrs import evolve
from immutables import Map

from protocol.change import Change
from protocol.facts import (
    appeals,
    back,
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
from protocol.model.board import UNSAID, Board
from protocol.model.incident import Incident
from protocol.model.text import UNSEEN, Name
from server.sight.audience import Audience, View
from server.sight.board_view import ShownAs, is_invited, looks_the_same, partners_incident
from server.sight.touched import touched


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

    NAMED = auto()
    """To a partner whom it names, with that name alone; else not at all."""

    NOTHING = auto()


_A, _T, _W, _I, _N = Sight.ALL, Sight.TOLD, Sight.WORDS, Sight.INVITED, Sight.NOTHING
_M = Sight.NAMED

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
    appeals.AppealHeard: (_A, _A, _I),
    appeals.UnitsProposed: (_A, _A, _I),
    back.DeedTakenBack: (_A, _A, _M),
    back.IncidentRestored: (_A, _A, _N),
    back.ChoicesRestored: (_A, _N, _N),
    back.UnitRestored: (_A, _A, _N),
    back.EntryRestored: (_A, _W, _W),
    back.WordStruck: (_A, _A, _N),
    back.EmergencyRestored: (_A, _A, _N),
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
    yield from (recalled for fact in change.facts if (recalled := _recalled(fact, name)) is not None)
    for number in touched(change, before, after):
        then, now = before.incidents.get(number), after.incidents.get(number)
        if is_invited(now, name):
            yield from _of_incident(change, then if is_invited(then, name) else None, now, shown)
        elif is_invited(then, name):
            yield IncidentHidden(incident=number)


def _recalled(fact: Fact, name: Name) -> Fact | None:
    """That a deed which asked or told this partner is taken back; whom else it told is not its to read."""
    if not isinstance(fact, back.DeedTakenBack) or name not in fact.people:
        return None
    return evolve(fact, people=(name,), units=(), had_it=(), everyone=False)


def _of_incident(change: Change, then: Incident | None, now: Incident, shown: ShownAs) -> Iterator[Fact]:
    """Of an incident that the change touched, now that the partner sees it; `then` None when it did not."""
    if then is None:
        yield IncidentShown(incident_now=shown(now))
        return
    told = tuple(_partners_facts(change, now.number))
    if not told and looks_the_same(then, now):
        # Nearly always words for others: not worth making two views to find them equal.
        return
    had, wanted = shown(then), shown(now)
    if told and _leads_to(had, told, wanted, change):
        yield from told
    elif had != wanted:
        yield IncidentShown(incident_now=wanted)


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
