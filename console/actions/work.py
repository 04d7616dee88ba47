"""What a person can do with what those involved do together: aims, needs, additions, citizens, referrals."""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind
from console.actions.incidents import OPEN_INCIDENT
from console.actions.intake import INCIDENT
from console.actions.promises import AGREED
from protocol.commands.command import Command
from protocol.commands.work import (
    AcceptReferral,
    AddAim,
    DropAim,
    MeetNeed,
    NoteCitizen,
    Refer,
    StateAddition,
    StateNeed,
)
from protocol.model.board import Board
from protocol.model.text import Text

_LINE = Arg(kind=ArgKind.TEXT, name="text", most_chars=200)
_AIM = Arg(kind=ArgKind.AIM, name="aim")


def _aim(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (AddAim(incident=values["incident"], aim=values["aim"], text=values["text"]),)


def _drop(values: Mapping[str, Any], board: Board) -> tuple[Command, ...]:
    """The line may be shortened, as long as it can mean one only."""
    incident = board.incidents.get(values["incident"])
    lines = () if incident is None else incident.work.aims
    begun = values["text"].casefold()
    meant = [
        each.text for each in lines if each.aim is values["aim"] and each.text.casefold().startswith(begun)
    ]
    text: Text = meant[0] if len(meant) == 1 else values["text"]
    return (DropAim(incident=values["incident"], aim=values["aim"], text=text),)


def _need(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (StateNeed(incident=values["incident"], what=values["needed"], from_whom=values["from-whom"]),)


def _met(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (MeetNeed(incident=values["incident"], need=values["need"], how=values["how"]),)


def _addition(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (StateAddition(incident=values["incident"], unit=values["unit"], text=values["text"]),)


def _citizen(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (NoteCitizen(incident=values["incident"], name=values["name"], role=values["citizen-role"]),)


def _refer(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    consent = values.get("agreed", False)
    return (Refer(incident=values["incident"], partner=values["partner"], consent=consent),)


def _accepted(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (
        AcceptReferral(incident=values["incident"], referral=values["referral"], by_whom=values["by-whom"]),
    )


ACTIONS = (
    Action(
        id="aim",
        verb="doel",
        english="aim",
        letter="D",
        args=(OPEN_INCIDENT, _AIM, _LINE),
        build=_aim,
        command_type=AddAim,
    ),
    Action(
        id="drop-aim",
        verb="schrap",
        english="drop",
        args=(OPEN_INCIDENT, _AIM, _LINE),
        build=_drop,
        command_type=DropAim,
    ),
    Action(
        id="need",
        verb="nodig",
        english="need",
        args=(
            OPEN_INCIDENT,
            Arg(kind=ArgKind.TEXT, name="needed", most_chars=200),
            Arg(kind=ArgKind.NAME, name="from-whom", words=("van:", "from:")),
        ),
        build=_need,
        command_type=StateNeed,
    ),
    Action(
        id="met",
        verb="vervuld",
        english="met",
        args=(
            OPEN_INCIDENT,
            Arg(kind=ArgKind.NEED, name="need"),
            Arg(kind=ArgKind.TEXT, name="how", most_chars=200),
        ),
        build=_met,
        command_type=MeetNeed,
    ),
    Action(
        id="addition",
        verb="voegtoe",
        english="adds",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.UNIT, name="unit"), _LINE),
        build=_addition,
        command_type=StateAddition,
    ),
    Action(
        id="citizen",
        verb="burger",
        english="citizen",
        args=(
            OPEN_INCIDENT,
            Arg(kind=ArgKind.CITIZEN_ROLE, name="citizen-role"),
            Arg(kind=ArgKind.NAME, name="name"),
        ),
        build=_citizen,
        command_type=NoteCitizen,
    ),
    Action(
        id="refer",
        verb="verwijs",
        english="refer",
        args=(
            OPEN_INCIDENT,
            Arg(kind=ArgKind.FLAG, name="agreed", words=AGREED, required=False),
            Arg(kind=ArgKind.NAME, name="partner"),
        ),
        build=_refer,
        command_type=Refer,
    ),
    Action(
        id="accepted",
        verb="aanvaard",
        english="accepted",
        args=(
            INCIDENT,
            Arg(kind=ArgKind.REFERRAL, name="referral"),
            Arg(kind=ArgKind.NAME, name="by-whom"),
        ),
        build=_accepted,
        command_type=AcceptReferral,
    ),
)
