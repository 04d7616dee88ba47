"""What a person can do to share: cards of information, partners on an incident, lines that become one."""

from collections.abc import Callable, Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind, Where
from console.actions.incidents import OPEN_INCIDENT
from protocol.commands.command import Command
from protocol.commands.timeline import DismissPartner, InvitePartner, JoinLines, PartLines, PushCard, TakeCard
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.text import Name


def _has_card(incident: Incident) -> bool:
    return any(entry.card is not None for entry in incident.entries)


def _has_partner(incident: Incident) -> bool:
    return bool(incident.scale.partners)


def _is_joined(incident: Incident) -> bool:
    return bool(incident.scale.joined_to)


def _of(offer: Callable[[Any], bool]) -> Arg:
    return Arg(kind=ArgKind.INCIDENT, name="incident", offer=offer)


def _push(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (PushCard(incident=values["incident"], card=values["card-kind"], text=values["text"]),)


def _take(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (TakeCard(incident=values["incident"], entry=values["card-entry"]),)


def _invite(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (InvitePartner(incident=values["incident"], partner=values["partner"]),)


def _dismiss(values: Mapping[str, Any], board: Board) -> tuple[Command, ...]:
    """The name may be shortened, as long as it can mean one partner only."""
    incident = board.incidents.get(values["incident"])
    partners = () if incident is None else incident.scale.partners
    begun = values["partner"].casefold()
    meant = [each for each in partners if each.casefold() == begun] or [
        each for each in partners if each.casefold().startswith(begun)
    ]
    partner: Name = meant[0] if len(meant) == 1 else values["partner"]
    return (DismissPartner(incident=values["incident"], partner=partner),)


def _join(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (JoinLines(incident=values["incident"], other=values["other-incident"]),)


def _part(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (PartLines(incident=values["incident"]),)


_PARTNER = Arg(kind=ArgKind.PARTNER, name="partner")

ACTIONS = (
    Action(
        id="push-card",
        verb="infokaart",
        english="card",
        args=(
            OPEN_INCIDENT,
            Arg(kind=ArgKind.CARD_KIND, name="card-kind"),
            Arg(kind=ArgKind.TEXT, name="text"),
        ),
        build=_push,
        command_type=PushCard,
    ),
    Action(
        id="take-card",
        verb="heb",
        english="got",
        where=Where.LINE,
        args=(_of(_has_card), Arg(kind=ArgKind.CARD, name="card-entry")),
        build=_take,
        command_type=TakeCard,
        at_once=True,
    ),
    Action(
        id="invite-partner",
        verb="uitnodigen",
        english="invite",
        args=(OPEN_INCIDENT, _PARTNER),
        build=_invite,
        command_type=InvitePartner,
    ),
    Action(
        id="dismiss-partner",
        verb="afscheid",
        english="dismiss",
        args=(_of(_has_partner), _PARTNER),
        build=_dismiss,
        command_type=DismissPartner,
    ),
    Action(
        id="join-lines",
        verb="samenvoegen",
        english="merge",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.OTHER_INCIDENT, name="other-incident")),
        build=_join,
        command_type=JoinLines,
    ),
    Action(
        id="part-lines",
        verb="scheiden",
        english="part",
        args=(_of(_is_joined),),
        build=_part,
        command_type=PartLines,
    ),
)
