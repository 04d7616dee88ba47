"""The OpCo of the shift: steps onto the line of what is most urgent, says a word, and steps off again.

Pure: `listen` takes the leader and the board and gives the leader afterwards and its wishes.
"""

import random

from attrs import evolve, field, frozen
from immutables import Map

from protocol.commands.command import Command
from protocol.commands.timeline import JoinLine, LeaveLine, Speak
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.priority import Priority
from protocol.model.text import Text
from server.exercise.setting.setting import LEADER, Setting

JOINS_S = (12.0, 35.0)
SPEAKS_S = (8.0, 20.0)


@frozen(kw_only=True)
class Leader:
    """What the OpCo has in mind: when the next step is due, by incident."""

    due_s: Map[int, float] = field(factory=Map)
    spoken: frozenset[int] = frozenset()


def listen(
    leader: Leader, board: Board, now_s: float, setting: Setting, dice: random.Random
) -> tuple[Leader, tuple[Command, ...]]:
    """The leader at `now_s`, and what it wishes: onto the line, a word, off the line."""
    wishes: list[Command] = []
    due_s: dict[int, float] = {}
    spoken = leader.spoken
    for incident in board.open_incidents():
        wish = _next(incident, spoken, setting, dice)
        if wish is None:
            continue
        wait_s = SPEAKS_S if isinstance(wish, Speak) else JOINS_S
        due_s[incident.number] = leader.due_s.get(incident.number, now_s + dice.uniform(*wait_s))
        if now_s >= due_s[incident.number]:
            wishes.append(wish)
            del due_s[incident.number]
            spoken = spoken | {incident.number} if isinstance(wish, Speak) else spoken
    return evolve(leader, due_s=Map(due_s), spoken=spoken), tuple(wishes)


def _next(
    incident: Incident, spoken: frozenset[int], setting: Setting, dice: random.Random
) -> Command | None:
    on_line = incident.is_on(LEADER)
    number = incident.number
    urgent = incident.priority is Priority.P1 and incident.phase is not Phase.MERGE_OUT
    if urgent and not on_line and incident.units and number not in spoken:
        return JoinLine(incident=number)
    if urgent and on_line and number not in spoken:
        return Speak(incident=number, text=Text(dice.choice(setting.stories.phrases.leader)))
    if on_line and not urgent:
        return LeaveLine(incident=number)
    return None
