"""The actions of scaling: a rung up, a rung down, and who may."""

from typing import Any

import pytest
from attrs import evolve

from console.actions.catalog import CATALOG
from console.actions.deed_numbers import number_of
from console.actions.problem import NotUnderstood
from protocol.commands.command import Command
from protocol.commands.scale import SetLevel
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.model.scale import Level, Scale
from tests.console.grammar.make import BOARD


def at(level: Level) -> Board:
    """417 is on this rung."""
    known = evolve(BOARD.incidents[417], scale=Scale(level=level))
    return evolve(BOARD, incidents=BOARD.incidents.set(417, known))


def made(id: str, board: Board, **values: Any) -> tuple[Command, ...]:
    """What the action makes for 417."""
    build = CATALOG.by_id[id].build
    assert build is not None
    return build({"incident": 417, **values}, board)


@pytest.mark.parametrize("level", list(Level)[:-1])
def test_up_and_down_are_each_others_way_back(level: Level) -> None:
    """The same verb on every rung (A77)."""
    above = Level(level + 1)
    assert made("scale-up", at(level)) == (SetLevel(incident=417, level=above),)
    assert made("scale-down", at(above)) == (SetLevel(incident=417, level=level),)


def test_rungs_may_be_skipped() -> None:
    """Named, any rung in that direction will do."""
    assert made("scale-up", at(Level.TEAM), level=Level.NATIONAL) == (
        SetLevel(incident=417, level=Level.NATIONAL),
    )


@pytest.mark.parametrize(
    ("id", "now", "named", "key"),
    [
        ("scale-up", Level.INTERNATIONAL, None, "problem-ladder-ends-up"),
        ("scale-down", Level.TEAM, None, "problem-ladder-ends-down"),
        ("scale-up", Level.REGION, Level.TEAM, "problem-level-not-up"),
        ("scale-down", Level.REGION, Level.NATIONAL, "problem-level-not-down"),
    ],
)
def test_up_never_goes_down(id: str, now: Level, named: Level | None, key: str) -> None:
    """A slip of the verb is said before anything is sent."""
    with pytest.raises(NotUnderstood) as raised:
        made(id, at(now), **({} if named is None else {"level": named}))
    assert raised.value.problem.key == key


def test_colleagues_call_colleagues() -> None:
    """From the street as from the room (A64), and asking is one key; a partner scales nothing."""
    ids = {"ask-colleagues", "come-along", "note-who", "switch-lead", "scale-up", "scale-down", "set-grip"}
    assert ids <= {action.id for action in CATALOG.offered(Role.UNIT)}
    assert not ids & {action.id for action in CATALOG.offered(Role.PARTNER)}
    assert [number_of("ask-colleagues", unit=unit) for unit in (False, True)] == [2, 2]
    assert CATALOG.by_id["ask-colleagues"].at_once
