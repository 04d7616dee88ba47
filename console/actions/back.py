"""What a person can do with an own deed of a moment ago: take it back.

At a desk the part `console.back` says which deed is meant; a script means the account's last one.
"""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action
from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.model.board import Board


def _take_back(_values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (TakeBack(),)


ACTIONS = (
    Action(
        id="take-back",
        verb="herroep",
        english="undo",
        key="ctrl+z",
        build=_take_back,
        command_type=TakeBack,
        at_once=True,
    ),
)
