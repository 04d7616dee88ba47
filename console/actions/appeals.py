"""What a person can do with what a melding asks: say that it is heard, and go to what asks."""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action
from console.actions.incidents import OPEN_INCIDENT
from protocol.commands.appeals import HearAppeal
from protocol.commands.command import Command
from protocol.model.board import Board


def _hear(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (HearAppeal(incident=values["incident"]),)


ACTIONS = (
    Action(
        id="hear",
        verb="gezien",
        english="seen",
        key="ctrl+g",
        args=(OPEN_INCIDENT,),
        build=_hear,
        command_type=HearAppeal,
        at_once=True,
    ),
)
