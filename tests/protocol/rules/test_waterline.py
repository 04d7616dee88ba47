"""The waterlijn (B29): who can still be called, and what one dispatch takes away."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.change import Change
from protocol.fold import fold_all
from protocol.model.board import Board
from protocol.model.task import Task
from protocol.model.terms import Terms
from protocol.model.text import Name
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from protocol.rules.waterline import Waterline, broken_by, waterlines
from tests.histories import histories
from tests.protocol.make import minute
from tests.protocol.make import told as told_board

NORTH, SOUTH = Name("noord"), Name("zuid")


def _unit(id: int, team: str = NORTH, *, busy: bool = False, task: bool | None = None) -> Unit:
    return Unit(
        id=id,
        call_sign=Name(f"12.{id:02}"),
        since=minute(1),
        team=Name(team),
        status=UnitStatus.ON_SCENE if busy else UnitStatus.AVAILABLE,
        incident=1 if busy else None,
        task=None if task is None else Task(what=Name("school"), since=minute(1), interruptible=task),
    )


def _board(*units: Unit) -> Board:
    return evolve(told_board(), units=told_board().units.update({unit.id: unit for unit in units}))


def _terms(**least: int) -> Terms:
    return Terms(waterline=tuple((Name(team), each) for team, each in least.items()))


def test_units_count_for_their_team_while_they_can_be_called() -> None:
    """At work that can be interrupted too; on a melding or at other work not. No minimum: no line."""
    board = _board(
        *(_unit(1), _unit(2, task=True), _unit(3, task=False), _unit(4, busy=True)),
        *(_unit(5, SOUTH), _unit(6, "")),
    )
    assert waterlines(board, _terms(zuid=2, noord=2)) == (
        Waterline(team="zuid", callable=1, least=2),
        Waterline(team="noord", callable=2, least=2),
    )
    assert waterlines(board, Terms()) == ()


@pytest.mark.parametrize(("callable", "least", "broken"), [(0, 0, False), (2, 2, False), (1, 2, True)])
def test_it_is_broken_below_its_minimum(callable: int, least: int, broken: bool) -> None:
    """At the minimum it holds."""
    assert Waterline(team="noord", callable=callable, least=least).is_broken is broken


@pytest.mark.parametrize(
    ("here", "least", "left"),
    [(3, 2, None), (2, 2, 1), (1, 2, 0), (1, 0, None), (1, 1, 0)],
)
def test_a_dispatch_is_warned_of_before_it_breaks_the_line(here: int, least: int, left: int | None) -> None:
    """Or leaves it broken: each that goes takes one away."""
    units = [_unit(id) for id in range(1, here + 1)]
    expected = None if left is None else Waterline(team="noord", callable=left, least=least)
    assert broken_by(_board(*units), units[0], _terms(noord=least)) == expected


@pytest.mark.parametrize("unit", [_unit(1, busy=True), _unit(1, task=False), _unit(1, SOUTH), _unit(1, "")])
def test_who_did_not_count_takes_nothing_away(unit: Unit) -> None:
    """Nor does a unit of a team without a minimum."""
    assert broken_by(_board(unit, _unit(2)), unit, _terms(noord=5)) is None


@given(histories(max_steps=12, waves=False), st.integers(0, 3))
def test_the_warning_says_what_the_line_will_be(history: tuple[Change, ...], least: int) -> None:
    """It is warned of exactly when the line is broken once the unit has gone."""
    board = fold_all(Board(), history)
    for unit in (each for each in board.units.values() if each.team):
        terms = Terms(waterline=((unit.team, least),))
        gone = evolve(board, units=board.units.set(unit.id, evolve(unit, status=UnitStatus.ASSIGNED)))
        (then,) = waterlines(gone, terms)
        expected = then if then.is_broken and unit.can_be_called else None
        assert broken_by(board, unit, terms) == expected
