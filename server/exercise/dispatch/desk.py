"""The second centralist: sends a unit when nobody else did for a while, or deals with it otherwise.

Pure: `look` takes the desk and the board and gives the desk afterwards and its wishes. It waits long enough
for the visitor to be first, and longer still with what the visitor opened; what the visitor agreed with a
caller stands until its time has come. Whom it sends is `sending`'s, letting go is `farewell`'s.
"""

import random
from collections.abc import Mapping

from attrs import evolve, field, frozen
from immutables import Map

from protocol.commands.command import Command
from protocol.commands.promises import React
from protocol.commands.units import AssignUnit
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from protocol.rules.reaction import returns_to_board
from server.exercise.dispatch.sending import chosen
from server.exercise.setting.diary import VISITOR_FACTOR
from server.exercise.setting.now import Now
from server.exercise.setting.setting import Setting

PATIENCE_S = {
    Priority.P1: (25.0, 40.0),
    Priority.P2: (45.0, 80.0),
    Priority.P3: (50.0, 100.0),
    Priority.P4: (60.0, 130.0),
    Priority.P5: (80.0, 150.0),
}
"""How long a melding waits for somebody else to send a unit, least and most."""

SECOND_UNIT_S = (8.0, 20.0)
"""Until a priority 1 gets its second unit."""

WITHOUT_UNIT = {Priority.P3: 0.15, Priority.P4: 0.35, Priority.P5: 0.6}
"""How often nobody is sent, with the caller's agreement."""


@frozen(kw_only=True)
class Watch:
    """What the desk waits for at one incident."""

    stage: tuple[bool, int]
    """Whether it merges out, and with how many units (2 for more)."""

    until_s: float


@frozen(kw_only=True)
class Desk:
    """What the desk has in mind."""

    watches: Map[int, Watch] = field(factory=Map)
    sent: frozenset[tuple[int, Name]] = frozenset()
    """Whom it sent where: incident and call sign, while the incident is open."""


def look(
    desk: Desk,
    board: Board,
    points: Mapping[int, Point],
    now: Now,
    setting: Setting,
    dice: random.Random,
) -> tuple[Desk, tuple[Command, ...]]:
    """The desk after looking at the board, and what it wishes. `points` says where units are, by id."""
    wishes: list[Command] = []
    watches: dict[int, Watch] = {}
    taken: set[int] = set()
    sent: set[tuple[int, Name]] = set()
    for incident in board.open_incidents():
        stage = (incident.phase is Phase.MERGE_OUT, min(2, len(incident.units)))
        watch = desk.watches.get(incident.number)
        if watch is None or watch.stage != stage:
            watch = Watch(stage=stage, until_s=now.s + _patience_s(incident, setting, dice))
        if now.s >= watch.until_s:
            wish = _wish(incident, board, points, taken, now, setting)
            if wish is not None:
                wishes.append(wish)
            if isinstance(wish, AssignUnit):
                taken.add(wish.unit)
                sent.add((incident.number, board.units[wish.unit].call_sign))
            # Until its effect shows, or a unit is free: not again in the next instant.
            watch = evolve(watch, until_s=now.s + dice.uniform(8, 15))
        watches[incident.number] = watch
    sent |= {(number, call_sign) for number, call_sign in desk.sent if number in watches}
    return evolve(desk, watches=Map(watches), sent=frozenset(sent)), tuple(wishes)


def _patience_s(incident: Incident, setting: Setting, dice: random.Random) -> float:
    if incident.units:
        return dice.uniform(*SECOND_UNIT_S)
    factor = 1.0 if setting.is_simulated(incident.opened_by) else VISITOR_FACTOR
    return factor * dice.uniform(*PATIENCE_S[incident.priority])


def _wish(
    incident: Incident,
    board: Board,
    points: Mapping[int, Point],
    taken: set[int],
    now: Now,
    setting: Setting,
) -> Command | None:
    """What this incident needs now; None when nothing, or when nobody is free."""
    if not incident.units:
        if incident.phase is Phase.MERGE_OUT:
            return None
        last = incident.reactions[-1] if incident.reactions else None
        if last is None and setting.is_simulated(incident.opened_by):
            odds = WITHOUT_UNIT.get(incident.priority, 0.0)
            if setting.part("without-unit", incident.number) < odds:
                return _otherwise(incident, setting)
        elif last is not None and last.kind.sends_nobody:
            if not returns_to_board(incident, now.at):
                return None
            return React(incident=incident.number, kind=ReactionKind.UNIT_NOW)
    wanted = 2 if incident.priority is Priority.P1 and incident.phase is not Phase.MERGE_OUT else 1
    if len(incident.units) >= wanted:
        return None
    return chosen(incident, board, points, taken, setting)


def _otherwise(incident: Incident, setting: Setting) -> React:
    """By telephone, or the neighbourhood officer takes it up; the caller agrees."""
    number, manners = incident.number, setting.manners
    by_telephone = setting.part("by-telephone", number) < 0.6
    text = setting.pick(manners.telephone if by_telephone else manners.neighbourhood, "otherwise", number)
    kind = ReactionKind.BY_TELEPHONE if by_telephone else ReactionKind.NEIGHBOURHOOD_OFFICER
    return React(incident=number, kind=kind, agreed=True, text=Text(text))
