"""The keeper: turns the board while meldingen stack, says why, and leaves alone what a person chose."""

import asyncio

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.commands.incidents import CloseIncident
from protocol.commands.order import SwitchOrder
from protocol.commands.units import SignOnUnit
from protocol.errors import Refused
from protocol.model.board import Board
from protocol.model.order import Order
from protocol.model.terms import Terms
from protocol.model.text import Name, Text
from protocol.rules.stacking import Stack
from server.journal.errors import Reason as JournalReason
from server.room.keeper import Keeper, advised, first_advice, reason
from server.room.room import SERVER
from tests.server.make import BEN, World, opening

TERMS = Terms(turn_at=2, turn_back_at=0)


async def _opened(world: World, times: int) -> None:
    for _ in range(times):
        await world.wish(opening())


async def _closed(world: World, *numbers: int) -> None:
    for number in numbers:
        await world.wish(CloseIncident(incident=number, reason=Text("klaar"), emergency=True))


async def test_the_board_turns_when_they_stack_and_back_when_they_do_not() -> None:
    """In the server's name, with the numbers as the reason; between the thresholds it stays (A4)."""
    world = World()
    keeper = Keeper(world.room, TERMS)
    seen = []
    for step in (_opened(world, 1), _opened(world, 1), _closed(world, 1), _closed(world, 2)):
        await step
        await keeper.look()
        seen.append((world.room.board.order, str(world.room.board.order_why)))
    assert seen == [
        (Order.ARRIVAL, ""),
        (Order.PRIORITY, "waiting=2 available=0 turn_at=2"),
        (Order.PRIORITY, "waiting=2 available=0 turn_at=2"),
        (Order.ARRIVAL, "waiting=0 available=0 turn_back_at=0"),
    ]
    assert world.room.board.order_by == SERVER.name
    await world.check()


async def test_units_that_can_go_are_counted_against_those_that_wait() -> None:
    """Two wait and one can go: that is one too many, not two."""
    world = World()
    keeper = Keeper(world.room, TERMS)
    await world.wish(SignOnUnit(call_sign=Name("12.01")))
    await _opened(world, 2)
    await keeper.look()
    assert world.room.board.order is Order.ARRIVAL


async def test_what_a_person_chose_stands_until_the_next_crossing() -> None:
    """Also after a restart of the server (A6)."""
    world = World()
    keeper = Keeper(world.room, TERMS)
    await _opened(world, 2)
    await keeper.look()
    await world.wish(SwitchOrder(order=Order.ARRIVAL, why=Text("we redden het")), BEN)
    await keeper.look()
    assert world.room.board.order is Order.ARRIVAL
    await world.restart()
    keeper = Keeper(world.room, TERMS)
    await keeper.look()
    assert (world.room.board.order, world.room.board.order_by) == (Order.ARRIVAL, BEN.name)
    await _closed(world, 1, 2)
    await keeper.look()
    await _opened(world, 2)
    await keeper.look()
    assert (world.room.board.order, world.room.board.order_by) == (Order.PRIORITY, SERVER.name)


async def test_after_a_restart_it_goes_on_where_it_was() -> None:
    """What it turned itself, it turns back."""
    world = World()
    await _opened(world, 2)
    await Keeper(world.room, TERMS).look()
    await _closed(world, 1, 2)
    await world.restart()
    await Keeper(world.room, TERMS).look()
    assert world.room.board.order is Order.ARRIVAL


async def test_a_journal_that_refuses_does_not_end_it() -> None:
    """The advice is not taken for done, and is followed when the disk does its work again."""
    world = World()
    keeper = Keeper(world.room, TERMS)
    await _opened(world, 2)
    world.journal.trouble = JournalReason.DISK_FULL
    with pytest.raises(Refused):
        await keeper.look()
    world.journal.trouble = None
    await keeper.look()
    assert world.room.board.order is Order.PRIORITY


async def _until(world: World, order: Order) -> None:
    async with asyncio.timeout(10):
        while world.room.board.order is not order:
            await asyncio.sleep(0)


async def test_a_ring_is_enough() -> None:
    """It looks by itself, at the start and after every change."""
    world = World()
    await _opened(world, 2)
    keeper = Keeper(world.room, TERMS)
    async with asyncio.TaskGroup() as tasks:
        work = tasks.create_task(keeper.keep())
        await _until(world, Order.PRIORITY)
        await _closed(world, 1, 2)
        keeper.ring()
        await _until(world, Order.ARRIVAL)
        work.cancel()


@given(st.integers(-3, 3), st.integers(1, 4), st.sampled_from(Order))
def test_between_the_thresholds_the_order_stays(turn_back_at: int, gap: int, before: Order) -> None:
    """An empty board has a stack of 0: it turns at or below it, turns back at or above it, else stays."""
    terms = Terms(turn_at=turn_back_at + gap, turn_back_at=turn_back_at)
    expected = Order.PRIORITY if terms.turn_at <= 0 else Order.ARRIVAL if turn_back_at >= 0 else before
    assert advised(Board(), before, terms) is expected


def test_the_reason_holds_the_numbers() -> None:
    """In a form that every console can say in its own language."""
    stack = Stack(waiting=5, available=2)
    assert reason(stack, Order.PRIORITY, TERMS) == "waiting=5 available=2 turn_at=2"
    assert reason(stack, Order.ARRIVAL, TERMS) == "waiting=5 available=2 turn_back_at=0"


def test_a_person_s_choice_is_told_from_the_server_s() -> None:
    """By who switched last."""
    board = evolve(Board(), order=Order.PRIORITY, order_by=BEN.name)
    assert first_advice(board, TERMS) is Order.ARRIVAL
    assert first_advice(evolve(board, order_by=SERVER.name), TERMS) is Order.PRIORITY
