"""First come, first served, until it stacks; then by priority, only while it must (A4)."""

from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed
from protocol.facts.order import OrderSwitched
from protocol.facts.promises import Reacted
from protocol.facts.units import TaskSet, UnitAssigned, UnitReleased, UnitStatusSet
from protocol.model.board import Board
from protocol.model.order import Order
from protocol.model.priority import Priority
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.rules.stacking import Stack, in_order, order_for, stack_of, waits_for_unit
from tests.protocol.make import OPENED, SIGNED_ON, told
from tests.protocol.rules.make import SENT
from tests.strategies import boards

ASSIGNED = UnitAssigned(incident=1, unit=1)
TO_PRIORITY = OrderSwitched(order=Order.PRIORITY, why=Text("drie wachten"))
WAYS = [kind for kind in ReactionKind if kind.sends_nobody]


def _waits(*facts: Fact) -> bool:
    return waits_for_unit(told(SIGNED_ON, OPENED, *facts).incidents[1])


def test_an_open_melding_without_a_unit_waits() -> None:
    """A4: also when its unit was taken off it again."""
    assert _waits()
    assert not _waits(ASSIGNED, SENT)
    assert _waits(ASSIGNED, SENT, UnitReleased(incident=1, unit=1))
    assert not _waits(IncidentClosed(incident=1, reason=Text("klaar")))


@pytest.mark.parametrize("kind", WAYS, ids=lambda kind: kind.key)
def test_what_was_agreed_otherwise_does_not_wait_for_a_unit(kind: ReactionKind) -> None:
    """A4: until the newest reaction sends one."""
    agreed = Reacted(incident=1, kind=kind, agreed=True)
    assert not _waits(agreed)
    assert _waits(agreed, SENT)


def test_who_is_at_work_that_must_go_on_could_not_go() -> None:
    """B3: at work that can be broken off it could; otherwise the board would wait for nobody."""
    task = TaskSet(unit=1, what=Name("school"))
    assert stack_of(told(SIGNED_ON, task)).available == 1
    assert stack_of(told(SIGNED_ON, evolve(task, interruptible=False))).available == 0


def test_the_stack_counts_who_waits_and_who_could_go() -> None:
    """A4: a unit that is on something or unavailable could not."""
    units = [evolve(SIGNED_ON, unit=id, call_sign=Name(f"12.0{id}")) for id in range(1, 5)]
    waiting = [evolve(OPENED, incident=number) for number in range(1, 4)]
    away = UnitStatusSet(unit=2, status=UnitStatus.UNAVAILABLE)
    board = told(*units, *waiting, ASSIGNED, SENT, away)
    assert stack_of(board) == Stack(waiting=2, available=2)


@pytest.mark.parametrize(
    ("waiting", "now", "expected"),
    [
        (6, Order.ARRIVAL, Order.ARRIVAL),
        (7, Order.ARRIVAL, Order.PRIORITY),
        (6, Order.PRIORITY, Order.PRIORITY),
        (5, Order.PRIORITY, Order.PRIORITY),
        (4, Order.PRIORITY, Order.ARRIVAL),
        (4, Order.ARRIVAL, Order.ARRIVAL),
    ],
)
def test_the_board_turns_at_one_threshold_and_back_at_another(
    waiting: int, now: Order, expected: Order
) -> None:
    """A4: with five units free, it turns when two more wait, and back when one fewer does."""
    stack = Stack(waiting=waiting, available=5)
    assert order_for(stack, now, turn_at=2, turn_back_at=-1) is expected


COUNTS = st.integers(0, 60)
STACKS = st.builds(Stack, waiting=COUNTS, available=COUNTS)
THRESHOLDS = st.tuples(st.integers(-20, 20), st.integers(-20, 20)).filter(lambda pair: pair[0] < pair[1])


@given(STACKS, st.sampled_from(Order), THRESHOLDS)
def test_the_same_stack_never_turns_the_board_twice(
    stack: Stack, now: Order, thresholds: tuple[int, int]
) -> None:
    """A4: asked again, the answer stays, from whichever order one began."""
    back, turn = thresholds
    once = order_for(stack, now, turn_at=turn, turn_back_at=back)
    assert order_for(stack, once, turn_at=turn, turn_back_at=back) is once


@given(st.lists(STACKS, min_size=2, max_size=40), st.sampled_from(Order), THRESHOLDS)
def test_the_board_never_flutters(stacks: list[Stack], now: Order, thresholds: tuple[int, int]) -> None:
    """A4: between two turns the stack crossed the whole way from one threshold to the other."""
    back, turn = thresholds
    turned_at = []
    for stack in stacks:
        order = order_for(stack, now, turn_at=turn, turn_back_at=back)
        if order is not now:
            turned_at.append(stack.waiting - stack.available)
        now = order
    assert all(abs(one - other) >= turn - back for one, other in pairwise(turned_at))


def test_what_has_no_reaction_stands_first_and_then_comes_the_order() -> None:
    """A3, A4: as they came, or by priority and then as they came."""
    opened = [
        evolve(OPENED, incident=number, priority=priority)
        for number, priority in enumerate([Priority.P3, Priority.P1, Priority.P2, Priority.P1], start=1)
    ]
    reacted = [evolve(SENT, incident=number) for number in (1, 4)]
    board = told(*opened, *reacted)
    assert [each.number for each in in_order(board)] == [2, 3, 1, 4]
    assert [each.number for each in in_order(told(*opened, *reacted, TO_PRIORITY))] == [2, 3, 4, 1]


def test_by_priority_a_waiting_trifle_never_stands_above_a_running_emergency() -> None:
    """A4: of priority 4 and 5; in the order of arrival whatever waits stands first (A3)."""
    opened = [
        evolve(OPENED, incident=number, priority=priority)
        for number, priority in enumerate([Priority.P5, Priority.P1, Priority.P4, Priority.P3], start=1)
    ]
    board = told(*opened, evolve(SENT, incident=2))
    assert [each.number for each in in_order(board)] == [1, 3, 4, 2]
    assert [each.number for each in in_order(told(*opened, evolve(SENT, incident=2), TO_PRIORITY))] == [
        4,
        2,
        3,
        1,
    ]


def test_what_was_left_alone_stands_on_top_again() -> None:
    """A3: above the ones that run, older or newer."""
    opened = [evolve(OPENED, incident=number) for number in (1, 2)]
    running = [evolve(SENT, incident=number) for number in (1, 2)]
    facts = [*opened, SIGNED_ON, *running, evolve(ASSIGNED, incident=2)]
    assert [each.number for each in in_order(told(*facts))] == [1, 2]
    left = told(*facts, UnitReleased(incident=2, unit=1))
    assert [each.number for each in in_order(left)] == [2, 1]


@given(boards(), st.data())
def test_the_order_is_total_and_does_not_hang_on_how_the_board_was_built(
    board: Board, data: st.DataObject
) -> None:
    """A4: every open incident once; the same on every console."""
    shown = in_order(board)
    open_ones = {number for number, each in board.incidents.items() if each.is_open}
    assert sorted(each.number for each in shown) == sorted(open_ones)
    shuffled = data.draw(st.permutations(sorted(board.incidents)))
    rebuilt = Board().incidents
    for number in shuffled:
        rebuilt = rebuilt.set(number, board.incidents[number])
    assert in_order(evolve(board, incidents=rebuilt)) == shown
