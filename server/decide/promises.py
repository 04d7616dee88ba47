"""Decisions about reactions, promises and who holds the melder."""

from collections.abc import Callable, Mapping
from typing import Any

from protocol.commands.promises import (
    BreakPromise,
    KeepPromise,
    MakePromise,
    MovePromise,
    OfferMelder,
    React,
    SpeakToMelder,
    TakeMelder,
)
from protocol.errors import Reason, Refused
from protocol.facts.fact import Fact
from protocol.facts.promises import (
    MelderOffered,
    MelderSpokenTo,
    MelderTaken,
    PromiseBroken,
    PromiseKept,
    PromiseMade,
    PromiseMoved,
    Reacted,
)
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.promise import Promise
from protocol.rules.contact import holder
from protocol.rules.reaction import may_react
from server.decide.actor import Actor
from server.decide.lookup import known_incident, open_incident, room_for_one_more


def react(board: Board, command: React, _actor: Actor) -> tuple[Fact, ...]:
    """Sending nobody is a reaction only with the melder's agreement (A15, A16)."""
    incident = open_incident(board, command.incident)
    if not may_react(command.kind, agreed=command.agreed):
        raise Refused(Reason.REACTION_NOT_AGREED, incident=incident.number, asked_reaction=command.kind.key)
    room_for_one_more(incident, incident.reactions)
    return (
        Reacted(
            incident=incident.number,
            kind=command.kind,
            agreed=command.agreed,
            text=command.text,
            due=command.due,
        ),
    )


def make(board: Board, command: MakePromise, _actor: Actor) -> tuple[Fact, ...]:
    """A promise can also be made after closing: feedback by tomorrow (A14)."""
    incident = known_incident(board, command.incident)
    if command.due <= board.at:
        raise Refused(Reason.DUE_PASSED, incident=incident.number)
    room_for_one_more(incident, incident.promises)
    return (
        PromiseMade(
            incident=incident.number,
            what=command.what,
            due=command.due,
            from_whom=command.from_whom,
            to_whom=command.to_whom,
        ),
    )


def keep(board: Board, command: KeepPromise, _actor: Actor) -> tuple[Fact, ...]:
    """Late is still kept: when, the times tell (A13)."""
    incident, promise = _open_promise(board, command.incident, command.promise)
    return (PromiseKept(incident=incident.number, promise=promise.id),)


def move(board: Board, command: MovePromise, _actor: Actor) -> tuple[Fact, ...]:
    """Agreed anew; the old one stays visible (A14)."""
    incident, promise = _open_promise(board, command.incident, command.promise)
    if command.due <= board.at:
        raise Refused(Reason.DUE_PASSED, incident=incident.number)
    room_for_one_more(incident, incident.promises)
    return (PromiseMoved(incident=incident.number, promise=promise.id, due=command.due, why=command.why),)


def break_(board: Board, command: BreakPromise, _actor: Actor) -> tuple[Fact, ...]:
    """Said before somebody has to find out (A13)."""
    incident, promise = _open_promise(board, command.incident, command.promise)
    return (PromiseBroken(incident=incident.number, promise=promise.id, why=command.why),)


def speak_to_melder(board: Board, command: SpeakToMelder, _actor: Actor) -> tuple[Fact, ...]:
    """Every time counts, also twice a minute (A17)."""
    incident = known_incident(board, command.incident)
    return (MelderSpokenTo(incident=incident.number),)


def offer_melder(board: Board, command: OfferMelder, _actor: Actor) -> tuple[Fact, ...]:
    """Offered to somebody else than who has it (A18)."""
    incident = open_incident(board, command.incident)
    if command.to == holder(incident):
        raise Refused(Reason.MELDER_HELD, incident=incident.number, by=command.to)
    return (MelderOffered(incident=incident.number, to=command.to),)


def take_melder(board: Board, command: TakeMelder, actor: Actor) -> tuple[Fact, ...]:
    """Taken with a word, offered or not: whoever speaks to the melder may take the contact (A21)."""
    incident = open_incident(board, command.incident)
    if actor.name == holder(incident):
        raise Refused(Reason.MELDER_HELD, incident=incident.number, by=actor.name)
    return (MelderTaken(incident=incident.number),)


def _open_promise(board: Board, number: int, id: int) -> tuple[Incident, Promise]:
    incident = known_incident(board, number)
    if id > len(incident.promises):
        raise Refused(Reason.NO_SUCH_PROMISE, incident=number, promise=id, last=len(incident.promises))
    promise = incident.promises[id - 1]
    if not promise.is_open:
        raise Refused(Reason.PROMISE_SETTLED, incident=number, promise=id, is_promise=promise.state.key)
    return incident, promise


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    React: react,
    MakePromise: make,
    KeepPromise: keep,
    MovePromise: move,
    BreakPromise: break_,
    SpeakToMelder: speak_to_melder,
    OfferMelder: offer_melder,
    TakeMelder: take_melder,
}
