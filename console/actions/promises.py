"""What a person can do so that there is always a reaction, promises are kept and the melder is spoken to."""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind
from console.actions.incidents import OPEN_INCIDENT
from console.actions.intake import INCIDENT
from protocol.commands.command import Command
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
from protocol.model.board import Board
from protocol.model.text import Name, Text
from protocol.rules.contact import holder

AGREED = ("akkoord", "agreed", "eens", "ok", "consent")
_SOMEBODY = Name("melder")
"""To whom a promise is, while nobody said a name; the domain's own word in every language."""


def _react(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (
        React(
            incident=values["incident"],
            kind=values["reaction"],
            agreed=values.get("agreed", False),
            text=values.get("text", Text("")),
            due=values.get("due"),
        ),
    )


def _promise(values: Mapping[str, Any], board: Board) -> tuple[Command, ...]:
    incident = board.incidents.get(values["incident"])
    melder = None if incident is None else incident.intake.melder
    to_whom = _SOMEBODY if melder is None or not melder.name.strip() else melder.name
    from_whom = _SOMEBODY if incident is None else holder(incident)
    return (
        MakePromise(
            incident=values["incident"],
            what=values["promised"],
            due=values["due"],
            from_whom=values.get("from-whom", from_whom),
            to_whom=values.get("to-whom", to_whom),
        ),
    )


def _keep(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (KeepPromise(incident=values["incident"], promise=values["promise"]),)


def _move(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (
        MovePromise(
            incident=values["incident"], promise=values["promise"], due=values["due"], why=values["reason"]
        ),
    )


def _break(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (BreakPromise(incident=values["incident"], promise=values["promise"], why=values["reason"]),)


def _spoken(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (SpeakToMelder(incident=values["incident"]),)


def _offer(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (OfferMelder(incident=values["incident"], to=values["to-whom"]),)


def _take(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (TakeMelder(incident=values["incident"]),)


_PROMISE = Arg(kind=ArgKind.PROMISE, name="promise")
_DUE = Arg(kind=ArgKind.DUE, name="due")

ACTIONS = (
    Action(
        id="react",
        verb="reactie",
        english="react",
        aliases=("reageer",),
        letter="r",
        args=(
            OPEN_INCIDENT,
            Arg(kind=ArgKind.REACTION, name="reaction"),
            Arg(kind=ArgKind.FLAG, name="agreed", words=AGREED, required=False),
            Arg(kind=ArgKind.DUE, name="due", required=False),
            Arg(kind=ArgKind.TEXT, name="text", most_chars=500, required=False),
        ),
        build=_react,
        command_type=React,
    ),
    Action(
        id="promise",
        verb="toezegging",
        english="promise",
        aliases=("beloof",),
        letter="T",
        args=(
            OPEN_INCIDENT,
            _DUE,
            Arg(kind=ArgKind.TEXT, name="promised", most_chars=200),
            Arg(kind=ArgKind.NAME, name="from-whom", words=("door:", "by:"), required=False),
            Arg(kind=ArgKind.NAME, name="to-whom", words=("aan:", "to:"), required=False),
        ),
        build=_promise,
        command_type=MakePromise,
    ),
    Action(
        id="keep",
        verb="nagekomen",
        english="kept",
        letter="N",
        args=(INCIDENT, _PROMISE),
        build=_keep,
        command_type=KeepPromise,
        at_once=True,
    ),
    Action(
        id="move",
        verb="verzet",
        english="move",
        args=(INCIDENT, _PROMISE, _DUE, Arg(kind=ArgKind.TEXT, name="reason", most_chars=500)),
        build=_move,
        command_type=MovePromise,
    ),
    Action(
        id="break",
        verb="breek",
        english="break",
        args=(INCIDENT, _PROMISE, Arg(kind=ArgKind.TEXT, name="reason", most_chars=500)),
        build=_break,
        command_type=BreakPromise,
    ),
    Action(
        id="spoken",
        verb="gesproken",
        english="spoken",
        letter="m",
        args=(OPEN_INCIDENT,),
        build=_spoken,
        command_type=SpeakToMelder,
        at_once=True,
    ),
    Action(
        id="offer-melder",
        verb="contact",
        english="contact",
        aliases=("offer",),
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.NAME, name="to-whom")),
        build=_offer,
        command_type=OfferMelder,
    ),
    Action(
        id="take-melder",
        verb="neem",
        english="take",
        args=(OPEN_INCIDENT,),
        build=_take,
        command_type=TakeMelder,
        at_once=True,
    ),
)
