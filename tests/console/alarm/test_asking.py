"""What a melding asks now, from the board and the time."""

from datetime import timedelta

import pytest
from attrs import evolve

from console.alarm.asking import asking
from console.part.sounds import (
    CALLER,
    COLLEAGUES,
    NO_REACTION,
    PRIORITY_1,
    PROMISE_LATE,
    PROMISE_SOON,
    RETURNED,
    SENT,
    YOUR_PRIORITY_1,
    Sound,
)
from protocol.facts.appeals import UnitsProposed
from protocol.facts.contact import MelderSaid
from protocol.facts.incidents import IncidentClosed, PriorityChanged
from protocol.facts.promises import PromiseMade, Reacted
from protocol.facts.scale import ColleaguesAsked
from protocol.facts.units import UnitAssigned, UnitStatusSet
from protocol.model.board import Board
from protocol.model.priority import Priority
from protocol.model.reaction import ReactionKind
from protocol.model.terms import Terms
from protocol.model.text import UNSEEN, Name, Text
from protocol.model.unit_status import UnitStatus
from tests.protocol.make import ANNA, BEN, OPENED, SIGNED_ON, minute, then, told

URGENT = evolve(OPENED, priority=Priority.P1)
REACTED = Reacted(incident=1, kind=ReactionKind.BY_TELEPHONE, agreed=True)


def asks(board: Board, at: int) -> list[Sound]:
    """Of melding 1 in this minute."""
    return [each.sound for each in asking(board, board.incidents[1], minute(at), Terms())]


def test_appeals_are_asked_as_they_stand() -> None:
    """Each as its own question, with whom it means."""
    board = told(URGENT, REACTED, UnitsProposed(incident=1, units=(3,)), MelderSaid(incident=1, text=UNSEEN))
    board = then(board, ColleaguesAsked(incident=1), by=BEN)
    found = asking(board, board.incidents[1], minute(5), Terms())
    assert [(each.sound, each.by, each.names, each.units) for each in found] == [
        (PRIORITY_1, ANNA, (), (3,)),
        (CALLER, ANNA, (ANNA,), ()),
        (COLLEAGUES, BEN, (ANNA,), ()),
    ]


def test_the_unit_that_raised_it_itself_is_not_asked_whether_it_knows() -> None:
    """The others on it are."""
    second = evolve(SIGNED_ON, unit=2, call_sign=Name("12.04"))
    board = told(OPENED, SIGNED_ON, second, *(UnitAssigned(incident=1, unit=id) for id in (1, 2)))
    board = then(board, PriorityChanged(incident=1, priority=Priority.P1), by=Name("12.03"))
    found = {each.sound: each for each in asking(board, board.incidents[1], minute(7), Terms())}
    assert found[YOUR_PRIORITY_1].units == (2,)


def test_what_waits_without_a_reaction_asks_whoever_opened_it_once_its_time_is_there() -> None:
    """A priority 1 to which nobody goes asks that already (A3)."""
    assert asks(told(OPENED), 1) == []
    assert asks(told(OPENED), 2) == [NO_REACTION]
    assert asks(told(URGENT), 2) == [PRIORITY_1]
    assert asks(told(OPENED, REACTED), 9) == []


def test_an_agreed_delay_that_is_over_asks_who_agreed_to_it() -> None:
    """Since its own time (A16)."""
    board = told(OPENED)
    board = then(board, evolve(REACTED, kind=ReactionKind.AGREED_LATER, due=minute(30)), by=BEN)
    assert asks(board, 29) == []
    (found,) = asking(board, board.incidents[1], minute(31), Terms())
    assert (found.sound, found.since, found.names) == (RETURNED, minute(30), (BEN,))


def test_a_promise_asks_who_made_it_and_afterwards_others() -> None:
    """Each promise for itself (A14)."""
    made = PromiseMade(
        incident=1, what=Text("belt"), due=minute(30), from_whom=Name("12.03"), to_whom=Name("melder")
    )
    board = told(OPENED, REACTED, made, evolve(made, due=minute(60)))
    assert asks(board, 24) == []
    assert asks(board, 26) == [PROMISE_SOON]
    assert asks(board, 31) == [PROMISE_LATE]
    soon, late = asks(board, 56), asking(board, board.incidents[1], minute(61), Terms())
    assert soon == [PROMISE_LATE, PROMISE_SOON]
    assert [(each.of, each.names) for each in late] == [(1, ("12.03", ANNA)), (2, ("12.03", ANNA))]


def test_a_unit_that_was_sent_is_asked_until_it_says_something() -> None:
    """That it goes, or anything else."""
    board = told(OPENED, SIGNED_ON, REACTED, UnitAssigned(incident=1, unit=1))
    (found,) = asking(board, board.incidents[1], minute(5), Terms())
    assert (found.sound, found.units, found.since) == (SENT, (1,), minute(4))
    assert asks(then(board, UnitStatusSet(unit=1, status=UnitStatus.EN_ROUTE)), 6) == []


@pytest.mark.parametrize("later", [0, 90])
def test_a_closed_melding_asks_nothing(later: int) -> None:
    """Whatever it asked before."""
    board = told(URGENT, IncidentClosed(incident=1, reason=Text("x")))
    now = minute(3) + timedelta(minutes=later)
    assert asking(board, board.incidents[1], now, Terms()) == ()
