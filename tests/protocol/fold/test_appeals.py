"""What opens an appeal, and what alone answers it."""

import pytest
from attrs import evolve

from protocol.facts.appeals import AppealHeard, UnitsProposed
from protocol.facts.contact import ContactOpened, MelderSaid, MelderTold, SteppedIn
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, IncidentReopened, PriorityChanged
from protocol.facts.pairs import EmergencyRaised
from protocol.facts.promises import MelderSpokenTo
from protocol.facts.scale import ColleaguesAsked
from protocol.facts.timeline import EntryAdded, LineJoined
from protocol.facts.units import UnitAssigned, UnitReleased, UnitSignedOn
from protocol.model.appeal import Appeal, AppealKind
from protocol.model.board import Board
from protocol.model.priority import Priority
from protocol.model.text import UNSEEN, Name, Text
from tests.protocol.make import ANNA, BEN, OPENED, SIGNED_ON, minute, then, told

URGENT = evolve(OPENED, priority=Priority.P1)
RAISED = PriorityChanged(incident=1, priority=Priority.P1)
SENT = UnitAssigned(incident=1, unit=1)
WROTE = MelderSaid(incident=1, text=UNSEEN)
ASKED = ColleaguesAsked(incident=1, text=Text("tweede koppel"))
ROOM_HEARD = AppealHeard(incident=1, kind=AppealKind.PRIORITY_1)


def kinds(board: Board) -> list[AppealKind]:
    """What melding 1 asks, oldest first."""
    return [each.kind for each in board.incidents[1].appeals]


def test_a_priority_1_asks_who_goes_since_it_became_one() -> None:
    """Opened as one or raised to one, by whoever did it."""
    at_once = told(URGENT).incidents[1].appeals
    assert at_once == (Appeal(kind=AppealKind.PRIORITY_1, since=minute(1), by=ANNA),)
    raised = then(told(OPENED), RAISED, by=BEN).incidents[1].appeals
    assert raised == (Appeal(kind=AppealKind.PRIORITY_1, since=minute(2), by=BEN),)
    assert kinds(told(OPENED)) == []


@pytest.mark.parametrize("answer", [SENT, ROOM_HEARD, IncidentClosed(incident=1, reason=Text("klaar"))])
def test_a_unit_that_is_sent_or_the_rooms_word_answers_it(answer: Fact) -> None:
    """Nothing else does: not the log, not the line."""
    board = told(URGENT, SIGNED_ON, EntryAdded(incident=1, text=Text("x")), LineJoined(incident=1))
    assert kinds(board) == [AppealKind.PRIORITY_1]
    assert kinds(then(board, answer)) == []


def test_a_lower_priority_asks_no_more_and_a_reopened_one_asks_again() -> None:
    """By what it is at that moment."""
    lowered = then(told(URGENT), PriorityChanged(incident=1, priority=Priority.P3))
    assert kinds(lowered) == []
    reopened = told(
        URGENT, IncidentClosed(incident=1, reason=Text("x")), IncidentReopened(incident=1, reason=Text("x"))
    )
    assert kinds(reopened) == [AppealKind.PRIORITY_1]


def test_those_on_it_are_asked_when_it_becomes_priority_1_under_them() -> None:
    """Each hears for itself; it stands until all who are on it have, or are off it."""
    second = UnitSignedOn(unit=2, call_sign=Name("12.04"))
    board = told(OPENED, SIGNED_ON, second, SENT, UnitAssigned(incident=1, unit=2), RAISED)
    assert kinds(board) == [AppealKind.PRIORITY_1, AppealKind.YOUR_PRIORITY_1]
    board = then(board, ROOM_HEARD)
    one = then(board, AppealHeard(incident=1, kind=AppealKind.YOUR_PRIORITY_1, unit=1))
    assert one.incidents[1].appeals[0].heard == (1,)
    assert kinds(then(one, AppealHeard(incident=1, kind=AppealKind.YOUR_PRIORITY_1, unit=2))) == []
    assert kinds(then(one, UnitReleased(incident=1, unit=2))) == []


def test_colleagues_asked_stands_until_one_comes() -> None:
    """Asked again is asked anew (A64); no word answers it."""
    board = told(OPENED, SIGNED_ON, ASKED)
    assert kinds(board) == [AppealKind.COLLEAGUES]
    again = then(board, ASKED, by=BEN)
    assert again.incidents[1].appeals == (Appeal(kind=AppealKind.COLLEAGUES, since=minute(4), by=BEN),)
    assert kinds(then(again, EntryAdded(incident=1, text=Text("wij horen het")))) == [AppealKind.COLLEAGUES]
    assert kinds(then(again, SENT)) == []


@pytest.mark.parametrize(
    "answer",
    [
        ContactOpened(incident=1, unit=Name("12.03")),
        SteppedIn(incident=1),
        MelderTold(incident=1, text=UNSEEN),
        MelderSpokenTo(incident=1),
    ],
    ids=lambda fact: type(fact).__name__,
)
def test_a_melder_who_writes_asks_for_words_until_there_are_some(answer: Fact) -> None:
    """More words do not ask anew; an officer who talks there makes it no question at all."""
    board = told(OPENED, WROTE, WROTE)
    assert [each.since for each in board.incidents[1].appeals] == [minute(2)]
    assert kinds(then(board, SIGNED_ON, SENT)) == [AppealKind.CALLER]
    assert kinds(then(board, answer)) == []
    assert kinds(told(OPENED, ContactOpened(incident=1, unit=Name("12.03")), WROTE)) == []


def test_the_emergency_of_a_colleague_is_no_second_question() -> None:
    """It asks by itself, of everybody."""
    board = told(SIGNED_ON, URGENT)
    assert kinds(then(board, EmergencyRaised(unit=1, incident=1))) == []


def test_whom_the_server_would_send_stands_with_what_asks_for_them() -> None:
    """Beside the other appeals, which name nobody."""
    board = told(URGENT, WROTE, ASKED)
    proposed = then(board, UnitsProposed(incident=1, units=(4, 2))).incidents[1].appeals
    assert {each.kind: each.proposed for each in proposed} == {
        AppealKind.PRIORITY_1: (4, 2),
        AppealKind.CALLER: (),
        AppealKind.COLLEAGUES: (4, 2),
    }


def test_a_proposed_unit_that_heard_it_answers_for_itself_alone() -> None:
    """The room is asked on."""
    heard = then(told(URGENT), AppealHeard(incident=1, kind=AppealKind.PRIORITY_1, unit=7)).incidents[1]
    assert [(each.kind, each.heard) for each in heard.appeals] == [(AppealKind.PRIORITY_1, (7,))]
