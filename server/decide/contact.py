"""Decisions about the contact line: who is put through, who listens, who speaks; and the melder's own."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from protocol.commands.contact import (
    CloseContact,
    ComeIn,
    LeaveContact,
    Listen,
    MakeLink,
    OpenContact,
    SayAsMelder,
    SaySafe,
    ShareWhere,
    StepBack,
    StepIn,
    TellMelder,
    WithdrawLink,
)
from protocol.errors import Reason, Refused
from protocol.facts.contact import (
    ContactClosed,
    ContactLeft,
    ContactOpened,
    LinkMade,
    LinkOpened,
    LinkWithdrawn,
    Listening,
    MelderSafe,
    MelderSaid,
    MelderShared,
    MelderTold,
    SteppedBack,
    SteppedIn,
)
from protocol.facts.fact import Fact
from protocol.facts.promises import MelderTaken
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.member import Right
from protocol.model.role import Role
from protocol.rules.contact import holder
from server.decide.actor import Actor
from server.decide.lookup import known_incident, open_incident, unit_on_duty

MOST_WORDS = 2_000
"""On one contact line; nobody reads more, and a page that runs wild stops here."""


def open_(board: Board, command: OpenContact, actor: Actor) -> tuple[Fact, ...]:
    """One key, also while the unit drives; another unit takes the place of the one before (A46, A47)."""
    incident = open_incident(board, command.incident)
    unit = unit_on_duty(board, command.unit)
    actor.must_own(unit)
    line = incident.contact_line
    if line.is_open and line.unit == unit.call_sign:
        raise Refused(Reason.CONTACT_OPEN, incident=incident.number, unit=unit.call_sign)
    return (ContactOpened(incident=incident.number, unit=unit.call_sign),)


def listen(board: Board, command: Listen, actor: Actor) -> tuple[Fact, ...]:
    """For all to see (A49)."""
    incident = _with_contact(board, command.incident)
    _say_why(actor, command.why)
    if incident.contact_line.member(actor.name) is not None:
        return ()
    return (Listening(incident=incident.number, why=command.why),)


def step_in(board: Board, command: StepIn, actor: Actor) -> tuple[Fact, ...]:
    """Whoever steps in without listening first is seen to come in as well."""
    incident = _with_contact(board, command.incident)
    _say_why(actor, command.why)
    member = incident.contact_line.member(actor.name)
    if member is not None and member.right is Right.TALKS:
        return ()
    return (SteppedIn(incident=incident.number, why=command.why),)


def step_back(board: Board, command: StepBack, actor: Actor) -> tuple[Fact, ...]:
    """The officer who talks to the melder stays; anybody else may fall silent."""
    incident = _with_contact(board, command.incident)
    _say_why(actor, command.why)
    member = incident.contact_line.member(actor.name)
    if member is None:
        raise Refused(Reason.NOT_ON_CONTACT, incident=incident.number)
    if member.right is Right.LISTENS:
        return ()
    return (SteppedBack(incident=incident.number, why=command.why),)


def leave(board: Board, command: LeaveContact, actor: Actor) -> tuple[Fact, ...]:
    """Only who is on it can go off it."""
    incident = _with_contact(board, command.incident)
    if incident.contact_line.member(actor.name) is None:
        raise Refused(Reason.NOT_ON_CONTACT, incident=incident.number)
    return (ContactLeft(incident=incident.number),)


def close(board: Board, command: CloseContact, _actor: Actor) -> tuple[Fact, ...]:
    """Ended by anybody of the police; the melder's page stays until its link ends."""
    incident = _with_contact(board, command.incident)
    return (ContactClosed(incident=incident.number, why=command.why),)


def tell(board: Board, command: TellMelder, actor: Actor) -> tuple[Fact, ...]:
    """Who only listens does not speak; the officer's first word takes the melder over (A21)."""
    incident = _with_contact(board, command.incident)
    member = incident.contact_line.member(actor.name)
    if member is None:
        raise Refused(Reason.NOT_ON_CONTACT, incident=incident.number)
    if member.right is Right.LISTENS:
        raise Refused(Reason.ONLY_LISTENING, incident=incident.number)
    _room_for_words(incident)
    told = MelderTold(incident=incident.number, text=command.text)
    takes = actor.role is Role.UNIT and holder(incident) != actor.name
    return (MelderTaken(incident=incident.number), told) if takes else (told,)


def make_link(board: Board, command: MakeLink, actor: Actor) -> tuple[Fact, ...]:
    """A new number each time, so that an older code opens nothing."""
    incident = known_incident(board, command.incident)
    last = incident.contact_line.link
    number = 1 if last is None else last.number + 1
    expires_at = board.at + timedelta(seconds=actor.terms.link_lasts_s)
    return (LinkMade(incident=incident.number, number=number, expires_at=expires_at),)


def withdraw_link(board: Board, command: WithdrawLink, _actor: Actor) -> tuple[Fact, ...]:
    """Withdrawn once."""
    incident = known_incident(board, command.incident)
    link = incident.contact_line.link
    if link is None:
        raise Refused(Reason.NO_LINK, incident=incident.number)
    return () if link.is_withdrawn else (LinkWithdrawn(incident=incident.number),)


def come_in(board: Board, command: ComeIn, _actor: Actor) -> tuple[Fact, ...]:
    """The first page to come by a link keeps it: afterwards only the same page comes in."""
    incident = _by_link(board, command.incident)
    link = incident.contact_line.link
    if link is not None and link.key and link.key != command.key:
        raise Refused(Reason.LINK_TAKEN, incident=incident.number)
    if link is not None and link.key == command.key:
        return ()
    return (LinkOpened(incident=incident.number, key=command.key),)


def say_as_melder(board: Board, command: SayAsMelder, _actor: Actor) -> tuple[Fact, ...]:
    """Heard whether or not somebody is on the line: nothing typed is lost."""
    incident = _by_link(board, command.incident)
    _room_for_words(incident)
    return (MelderSaid(incident=incident.number, text=command.text),)


def share_where(board: Board, command: ShareWhere, _actor: Actor) -> tuple[Fact, ...]:
    """The same spot again is no news."""
    incident = _by_link(board, command.incident)
    point = command.point.on_grid()
    if incident.contact_line.melder_at == point:
        return ()
    return (MelderShared(incident=incident.number, point=point),)


def say_safe(board: Board, command: SaySafe, _actor: Actor) -> tuple[Fact, ...]:
    """Said once."""
    incident = _by_link(board, command.incident)
    return () if incident.contact_line.safe_at is not None else (MelderSafe(incident=incident.number),)


def _with_contact(board: Board, number: int) -> Incident:
    incident = open_incident(board, number)
    if not incident.contact_line.is_open:
        raise Refused(Reason.NO_CONTACT, incident=number)
    return incident


def _by_link(board: Board, number: int) -> Incident:
    incident = known_incident(board, number)
    link = incident.contact_line.link
    if link is None or link.is_withdrawn:
        raise Refused(Reason.NO_LINK, incident=number)
    return incident


def _room_for_words(incident: Incident) -> None:
    if incident.contact_line.said >= MOST_WORDS:
        raise Refused(Reason.TOO_MANY, incident=incident.number, most=MOST_WORDS)


def _say_why(actor: Actor, why: str) -> None:
    if actor.terms.reason_to_listen and not why.strip():
        raise Refused(Reason.REASON_NEEDED)


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    OpenContact: open_,
    Listen: listen,
    StepIn: step_in,
    StepBack: step_back,
    LeaveContact: leave,
    CloseContact: close,
    TellMelder: tell,
    MakeLink: make_link,
    WithdrawLink: withdraw_link,
    ComeIn: come_in,
    SayAsMelder: say_as_melder,
    ShareWhere: share_where,
    SaySafe: say_safe,
}
