"""What a person can do on the contact line: put through, listen, speak, and the melder's link.

`step` is one key for stepping in and back: which of the two depends on who presses it, which the desk knows;
so it is the screen's own. `show-link` asks the server for a document.
"""

from collections.abc import Callable, Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind
from console.actions.incidents import OPEN_INCIDENT
from console.actions.intake import INCIDENT
from protocol.commands.command import Command
from protocol.commands.contact import (
    MAX_WORDS_CHARS,
    CloseContact,
    LeaveContact,
    Listen,
    MakeLink,
    OpenContact,
    StepBack,
    StepIn,
    TellMelder,
    WithdrawLink,
)
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.text import Text

Build = Callable[[Mapping[str, Any], Board], tuple[Command, ...]]


def _has_contact(incident: Incident) -> bool:
    return incident.contact_line.is_open


def _has_link(incident: Incident) -> bool:
    return incident.contact_line.link is not None


CONTACT = Arg(kind=ArgKind.INCIDENT, name="incident", offer=_has_contact)
WHY = Arg(kind=ArgKind.TEXT, name="reason", most_chars=200, required=False)
_LINKED = Arg(kind=ArgKind.INCIDENT, name="incident", offer=_has_link)


def _open(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (OpenContact(incident=values["incident"], unit=values["on-incident"]),)


def _tell(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (TellMelder(incident=values["incident"], text=values["text"]),)


def _with_why(make: type[Listen] | type[StepIn] | type[StepBack] | type[CloseContact]) -> Build:
    """The incident and, where somebody gave one, the reason."""

    def build(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
        return (make(incident=values["incident"], why=values.get("reason", Text(""))),)

    return build


def _of(make: type[LeaveContact] | type[MakeLink] | type[WithdrawLink]) -> Build:
    """The incident alone."""

    def build(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
        return (make(incident=values["incident"]),)

    return build


ACTIONS = (
    Action(
        id="open-contact",
        verb="verbind",
        english="connect",
        aliases=("doorverbinden",),
        letter="c",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.ON_INCIDENT, name="on-incident")),
        build=_open,
        command_type=OpenContact,
        at_once=True,
    ),
    Action(
        id="listen",
        verb="luister",
        english="listen",
        args=(CONTACT, WHY),
        build=_with_why(Listen),
        command_type=Listen,
        at_once=True,
    ),
    Action(
        id="step",
        verb="wissel",
        english="step",
        args=(CONTACT,),
        at_once=True,
    ),
    Action(
        id="step-in",
        verb="meepraten",
        english="step-in",
        args=(CONTACT, WHY),
        build=_with_why(StepIn),
        command_type=StepIn,
        at_once=True,
    ),
    Action(
        id="step-back",
        verb="terugtreden",
        english="step-back",
        args=(CONTACT, WHY),
        build=_with_why(StepBack),
        command_type=StepBack,
        at_once=True,
    ),
    Action(
        id="leave-contact",
        verb="ophangen",
        english="hangup",
        args=(CONTACT,),
        build=_of(LeaveContact),
        command_type=LeaveContact,
        at_once=True,
    ),
    Action(
        id="close-contact",
        verb="verbreek",
        english="disconnect",
        args=(CONTACT, WHY),
        build=_with_why(CloseContact),
        command_type=CloseContact,
    ),
    Action(
        id="tell-melder",
        verb="vertel",
        english="tell",
        args=(CONTACT, Arg(kind=ArgKind.TEXT, name="text", most_chars=MAX_WORDS_CHARS)),
        build=_tell,
        command_type=TellMelder,
    ),
    Action(
        id="make-link",
        verb="maak-link",
        english="make-link",
        args=(INCIDENT,),
        build=_of(MakeLink),
        command_type=MakeLink,
        at_once=True,
    ),
    Action(
        id="withdraw-link",
        verb="trek-in",
        english="withdraw",
        args=(_LINKED,),
        build=_of(WithdrawLink),
        command_type=WithdrawLink,
    ),
    Action(
        id="show-link",
        verb="link",
        english="show-link",
        args=(_LINKED,),
        at_once=True,
    ),
)
