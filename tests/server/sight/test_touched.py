"""The incidents that a change touched: the same as a walk over both boards finds, without the walk."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import server.sight.visibility
from protocol.change import Change
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, PriorityChanged
from protocol.facts.timeline import LinesJoined, LinesParted, PartnerInvited
from protocol.fold import fold, fold_all
from protocol.model.board import CLOSED_KEPT, Board
from protocol.model.priority import Priority
from protocol.model.text import Text
from server.sight.audience import Audience, View
from server.sight.board_view import is_invited
from server.sight.touched import touched
from server.sight.visibility import seen
from tests.histories import histories
from tests.line_steps import PARTNER
from tests.protocol.make import OPENED, change, then, told
from tests.strategies import facts
from tests.whole_walk import whole_walk

GGZ = Audience(view=View.PARTNER, name=PARTNER)
DONE = Text("afgehandeld")


@given(histories(max_steps=40))
@settings(max_examples=100)
def test_a_history_touches_just_what_differs(history: tuple[Change, ...]) -> None:
    """At every step, whatever happened in it."""
    board = Board()
    for each in history:
        before, board = board, fold(board, each)
        assert touched(each, before, board) == whole_walk(each, before, board)


@given(histories(max_steps=12), facts(st.integers(1, 6)))
@settings(max_examples=200)
def test_any_fact_touches_just_what_differs(history: tuple[Change, ...], fact: Fact) -> None:
    """Also one that makes no sense on that board."""
    board = fold_all(Board(), history)
    made = change(board.seq + 1, fact)
    after = fold(board, made)
    assert touched(made, board, after) == whole_walk(made, board, after)


@given(histories(waves=False, max_steps=40))
@settings(max_examples=60)
def test_a_partner_is_told_the_same_as_by_the_whole_walk(history: tuple[Change, ...]) -> None:
    """The very same facts in the same order, so the very same frames and boards."""
    board = Board()
    with pytest.MonkeyPatch.context() as patch:
        for each in history:
            before, board = board, fold(board, each)
            cheap = seen(each, before, board, GGZ)
            patch.setattr(server.sight.visibility, "touched", whole_walk)
            assert cheap == seen(each, before, board, GGZ)
            patch.undo()


def test_the_others_of_a_group_of_lines_are_touched() -> None:
    """No fact names them."""
    three = told(OPENED, evolve(OPENED, incident=2), evolve(OPENED, incident=3))
    joined = then(three, LinesJoined(incident=1, other=2))
    more = change(joined.seq + 1, LinesJoined(incident=3, other=1))
    group = fold(joined, more)
    assert touched(more, joined, group) == (1, 2, 3)
    parted = change(group.seq + 1, LinesParted(incident=2))
    assert touched(parted, group, fold(group, parted)) == (1, 2, 3)


def test_what_leaves_a_full_row_is_touched() -> None:
    """The oldest, when another is closed."""
    board = told(*(evolve(OPENED, incident=number) for number in range(1, CLOSED_KEPT + 2)))
    for number in range(1, CLOSED_KEPT + 1):
        board = then(board, IncidentClosed(incident=number, reason=DONE))
    last = change(board.seq + 1, IncidentClosed(incident=CLOSED_KEPT + 1, reason=DONE))
    assert touched(last, board, fold(board, last)) == (1, CLOSED_KEPT + 1)


@pytest.mark.parametrize("others", [0, 500])
def test_what_a_partner_costs_does_not_grow_with_the_board(
    monkeypatch: pytest.MonkeyPatch, others: int
) -> None:
    """The incident that the change names is looked at, and none of the others."""
    invited = PartnerInvited(incident=1, partner=PARTNER)
    board = told(OPENED, invited, *(evolve(OPENED, incident=number + 2) for number in range(others)))
    made = change(board.seq + 1, PriorityChanged(incident=1, priority=Priority.P1))
    looked_at = []

    def counted(incident: object, partner: str) -> bool:
        looked_at.append(incident)
        return is_invited(incident, partner)  # type: ignore[arg-type]

    monkeypatch.setattr("server.sight.visibility.is_invited", counted)
    assert seen(made, board, fold(board, made), GGZ) == made.facts
    assert len(looked_at) == 2
