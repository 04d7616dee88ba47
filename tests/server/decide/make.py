"""People and refusals for the tests of decisions; boards come from `tests.protocol.make`."""

import pytest

from protocol.commands.command import Command
from protocol.errors import Reason, Refused
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.model.text import Name
from server.decide import decide
from server.decide.actor import Actor

ANNA = Actor(name=Name("anna"), role=Role.CENTRALIST)
BEN = Actor(name=Name("ben"), role=Role.OPCO)
SERVER = Actor(name=Name("server"), role=Role.CENTRALIST, is_server=True)
UNIT_1203 = Actor(name=Name("12.03"), role=Role.UNIT)


def refused(board: Board, command: Command, by: Actor = ANNA) -> tuple[Reason, dict[str, str | int]]:
    """Why the command is refused, and what fills in the sentence; fails when it is not refused."""
    with pytest.raises(Refused) as caught:
        decide(board, command, by)
    return caught.value.reason, dict(caught.value.args_by_name)
