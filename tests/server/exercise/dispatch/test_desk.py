"""The second centralist: lets the visitor be first, and then sends somebody who is free."""

import random
from datetime import timedelta

import pytest
from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.units import AssignUnit
from protocol.facts.fact import Fact
from protocol.facts.promises import Reacted
from protocol.facts.units import UnitSignedOn
from protocol.model.board import Board
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name
from server.exercise.dispatch.desk import PATIENCE_S, Desk, look
from server.exercise.setting.diary import VISITOR_FACTOR
from server.exercise.setting.now import Now
from server.exercise.setting.setting import INTAKE
from server.exercise.shift import make_setting
from tests.protocol.make import OPENED, minute, then, told
from tests.server.exercise.rig import VISITOR

SETTING = make_setting(1, 12)
POINT = SETTING.town.nodes[0]
MELDING = evolve(OPENED, priority=Priority.P1, place=Place(name=Name("Hoek"), point=POINT))
LEAST_S, MOST_S = PATIENCE_S[Priority.P1]


def _board(*more: Fact, by: Name = INTAKE, units: int = 1) -> Board:
    """A most urgent melding, and so many units."""
    board = told(MELDING, by=by)
    for unit, call_sign in enumerate(list(SETTING.crew_by_call_sign)[:units], start=1):
        board = then(board, UnitSignedOn(unit=unit, call_sign=call_sign))
    return then(board, *more, by=by) if more else board


def _looks(board: Board, *at_s: float) -> list[list[Command]]:
    """What the desk wishes at each of those seconds."""
    desk, dice, wished = Desk(), random.Random(1), []
    for now_s in at_s:
        now = Now(s=now_s, at=minute(9) + timedelta(seconds=now_s))
        desk, wishes = look(desk, board, dict.fromkeys(board.units, POINT), now, SETTING, dice)
        wished.append(list(wishes))
    return wished


@pytest.mark.parametrize(("by", "factor"), [(INTAKE, 1.0), (VISITOR, VISITOR_FACTOR)])
def test_it_waits_for_somebody_else_and_longer_at_the_visitor_s_own(by: Name, factor: float) -> None:
    """Then it sends the unit that is free."""
    first, early, late = _looks(_board(by=by), 0.0, factor * LEAST_S - 0.1, factor * MOST_S)
    assert (first, early) == ([], [])
    assert late == [AssignUnit(incident=1, unit=1)]


def test_one_unit_is_sent_to_one_melding() -> None:
    """Also when two are due in the same look."""
    board = then(_board(), evolve(MELDING, incident=2), by=INTAKE)
    _, wishes = _looks(board, 0.0, MOST_S)
    assert len(wishes) == 1


def test_with_nobody_free_it_sends_nobody_and_looks_again() -> None:
    """Without a wish that would be refused."""
    assert _looks(_board(units=0), 0.0, MOST_S, MOST_S + 60) == [[], [], []]


def test_what_was_agreed_stands_until_its_time() -> None:
    """Nobody is sent while the caller agreed to somebody later; then a unit is."""
    due = minute(9) + timedelta(seconds=600)
    agreed = Reacted(incident=1, kind=ReactionKind.AGREED_LATER, agreed=True, due=due)
    _, during, after = _looks(_board(agreed), 0.0, 500.0, 700.0)
    assert during == []
    assert [getattr(wish, "kind", None) for wish in after] == [ReactionKind.UNIT_NOW]
