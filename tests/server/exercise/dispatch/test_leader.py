"""The OpCo of the shift: onto the line of what is most urgent, a word, and off again."""

import random

from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.timeline import JoinLine, LeaveLine, Speak
from protocol.facts.incidents import PriorityChanged
from protocol.facts.timeline import LineJoined
from protocol.facts.units import UnitAssigned
from protocol.model.board import Board
from protocol.model.priority import Priority
from server.exercise.dispatch.leader import JOINS_S, SPEAKS_S, Leader, listen
from server.exercise.setting.setting import LEADER
from server.exercise.shift import make_setting
from tests.protocol.make import OPENED, SIGNED_ON, then, told

SETTING = make_setting(1, 12)
URGENT = told(evolve(OPENED, priority=Priority.P1), SIGNED_ON, UnitAssigned(incident=1, unit=1))


def _next(leader: Leader, board: Board, now_s: float, most_s: float) -> tuple[Leader, list[Command]]:
    """What it wishes in that time, looked at first at `now_s` and last at its end."""
    dice = random.Random(1)
    leader, first = listen(leader, board, now_s, SETTING, dice)
    assert first == ()
    leader, wishes = listen(leader, board, now_s + most_s, SETTING, dice)
    return leader, list(wishes)


def test_it_steps_on_speaks_once_and_stays_until_it_is_no_longer_urgent() -> None:
    """Each after a while."""
    leader, wishes = _next(Leader(), URGENT, 0.0, JOINS_S[1])
    assert wishes == [JoinLine(incident=1)]
    on_line = then(URGENT, LineJoined(incident=1), by=LEADER)
    leader, wishes = _next(leader, on_line, 100.0, SPEAKS_S[1])
    assert [type(wish) for wish in wishes] == [Speak]
    leader, wishes = _next(leader, on_line, 200.0, 999.0)
    assert wishes == []
    calm = then(on_line, PriorityChanged(incident=1, priority=Priority.P3))
    _, wishes = _next(leader, calm, 2_000.0, JOINS_S[1])
    assert wishes == [LeaveLine(incident=1)]


def test_it_leaves_alone_what_is_less_urgent_or_has_no_unit() -> None:
    """It listens in where something happens."""
    for board in (told(OPENED), told(evolve(OPENED, priority=Priority.P1))):
        assert _next(Leader(), board, 0.0, 999.0)[1] == []
