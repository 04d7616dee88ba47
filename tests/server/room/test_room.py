"""The room: each wish once, durable before it is told, told in order; what the disk refuses never was."""

import asyncio
from collections.abc import Callable

import pytest

from protocol.commands.command import Command
from protocol.commands.incidents import CloseIncident
from protocol.commands.order import SwitchOrder
from protocol.commands.timeline import AddEntry, JoinLine
from protocol.commands.units import SignOnUnit
from protocol.errors import Reason, Refused
from protocol.fold import fold_all
from protocol.model.board import Board
from protocol.model.order import Order
from protocol.model.text import Name, Text
from server.faults.faults import Faults, Part
from server.journal.errors import Reason as JournalReason
from server.journal.memory import MemoryJournal
from server.room.room import SERVER, Accepted, Room
from server.room.saved_board import load_board
from tests.server.held_journal import HeldJournal
from tests.server.make import ANNA, BEN, Clock, Told, World, opening, strict
from tests.waiting import until


def _line(text: str = "regel", incident: int = 1) -> AddEntry:
    return AddEntry(incident=incident, text=Text(text))


async def test_a_wish_is_durable_and_told_before_it_is_answered() -> None:
    """The answer carries the number of the change and the number that it gave out."""
    world = World()
    assert await world.wish(opening()) == Accepted(seq=1, number=1)
    assert world.told.seqs == [1]
    assert await world.wish(SignOnUnit(call_sign=Name("12.03"))) == Accepted(seq=2, number=1)
    assert await world.wish(_line()) == Accepted(seq=3, number=0)
    await world.check()


async def test_many_at_once_are_told_in_the_order_of_their_numbers() -> None:
    """A hundred wishes of two people share a few commits."""
    world = World()
    wishes = [world.wish(opening(f"nummer {n}"), (ANNA, BEN)[n % 2]) for n in range(100)]
    answers = await asyncio.gather(*wishes)
    assert answers == [Accepted(seq=n, number=n) for n in range(1, 101)]
    assert world.told.seqs == list(range(1, 101))
    await world.check()


async def test_the_same_wish_again_gets_the_first_answer() -> None:
    """Also when its own effect would now refuse it."""
    world = World()
    await world.wish(opening())
    first = await world.wish(JoinLine(incident=1), id=77)
    assert first == await world.wish(JoinLine(incident=1), id=77)
    assert world.told.seqs == [1, 2]


async def test_ids_are_each_persons_own() -> None:
    """Two accounts may use the same number."""
    world = World()
    assert await world.wish(opening(), ANNA, id=5) == Accepted(seq=1, number=1)
    assert await world.wish(opening(), BEN, id=5) == Accepted(seq=2, number=2)


@pytest.mark.parametrize("twin", [opening(), JoinLine(incident=1)], ids=["would fit again", "would not"])
async def test_a_wish_that_comes_over_two_links_at_once_is_done_once(twin: JoinLine) -> None:
    """Both links get the same answer, while the first is still on its way to the disk."""
    world = World()
    await world.wish(opening())
    answers = await asyncio.gather(*(world.wish(twin, id=9) for _ in range(5)))
    assert answers[0] == Accepted(seq=2, number=answers[0].number if isinstance(answers[0], Accepted) else -1)
    assert answers == [answers[0]] * 5
    assert world.told.seqs == [1, 2]


async def test_a_twin_of_a_refused_wish_is_refused_alike() -> None:
    """With the same reason."""
    world = World()
    answers = await asyncio.gather(*(world.wish(_line(), id=9) for _ in range(3)))
    assert {str(answer) for answer in answers} == {str(Refused(Reason.NO_SUCH_INCIDENT, incident=1, last=0))}


async def test_a_twin_goes_on_when_whoever_asked_first_is_gone() -> None:
    """Cancelling the first does not take the answer from the second, nor is it done twice."""
    world = World()
    first = asyncio.get_running_loop().create_task(world.room.do(ANNA, 9, opening()))
    await asyncio.sleep(0)
    second = asyncio.get_running_loop().create_task(world.room.do(ANNA, 9, opening()))
    await asyncio.sleep(0)
    first.cancel()
    assert await second == Accepted(seq=1, number=1)
    assert await world.wish(opening()) == Accepted(seq=2, number=2)
    await world.check()


async def _cancelled_on_its_way(world: World, journal: HeldJournal, id: int, command: Command) -> None:
    """Somebody asks, and is cancelled while the record is on its way to the disk."""
    journal.is_held = True
    asker = asyncio.get_running_loop().create_task(world.room.do(ANNA, id, command))
    await until(lambda: journal.next_seq > journal.last_seq + 1, "for the record to be on its way")
    asker.cancel()
    await asyncio.wait([asker])
    assert asker.cancelled()


async def test_a_change_is_told_although_whoever_asked_is_gone() -> None:
    """It is durable, so it is on the board, and nobody needs to wish something else first."""
    journal = HeldJournal()
    world = World(journal)
    await world.wish(opening())
    await _cancelled_on_its_way(world, journal, 9, opening("weg"))
    assert (world.room.board.last_incident, world.told.seqs) == (1, [1])
    journal.release()
    await until(lambda: world.room.board.last_incident == 2, "for the board")
    assert world.told.seqs == [1, 2]
    await world.check()


@pytest.mark.parametrize("twin", [opening(), JoinLine(incident=1)], ids=["would fit again", "would not"])
@pytest.mark.parametrize("when", ["before it is stored", "after it was stored"])
async def test_the_same_wish_again_gets_the_answer_that_whoever_asked_first_did_not_wait_for(
    twin: JoinLine, when: str
) -> None:
    """Whether it comes while the record is on its way or later; it is done once."""
    journal = HeldJournal()
    world = World(journal)
    await world.wish(opening())
    await _cancelled_on_its_way(world, journal, 9, twin)
    if when == "after it was stored":
        journal.release()
        await until(lambda: world.told.seqs == [1, 2])
        assert await world.wish(twin, id=9) == await world.wish(twin, id=9)
    else:
        again = asyncio.get_running_loop().create_task(world.wish(twin, id=9))
        await asyncio.sleep(0)
        journal.release()
        answer = await again
        assert isinstance(answer, Accepted)
        assert answer.seq == 2
    assert world.told.seqs == [1, 2]
    await world.check()


async def test_what_the_disk_refuses_after_whoever_asked_is_gone_never_was() -> None:
    """Its twin, and whoever decided behind it, are done instead."""
    journal = HeldJournal()
    world = World(journal)
    await world.wish(opening())
    await _cancelled_on_its_way(world, journal, 9, opening("weg"))
    twin = asyncio.get_running_loop().create_task(world.wish(opening("weg"), id=9))
    await asyncio.sleep(0)
    journal.trouble = JournalReason.DISK_FULL
    journal.release()
    journal.trouble = None
    assert await twin == Accepted(seq=2, number=2)
    assert await world.wish(opening()) == Accepted(seq=3, number=3)
    await world.check()


async def test_a_wish_from_before_a_restart_is_not_done_again() -> None:
    """The journal remembers who asked what."""
    world = World()
    first = await world.wish(opening(), id=5)
    await world.restart()
    assert await world.wish(opening(), id=5) == first
    assert world.room.board.last_incident == 1


async def test_a_thousand_that_repeat_themselves_after_a_restart_hold_up_nobody() -> None:
    """New wishes between them are done, and every old one gets its old answer."""
    world = World()
    first = [await world.wish(opening(), id=id) for id in range(1, 501)]
    await world.restart()
    mixed = [world.wish(opening(), id=id) for id in range(1, 1_001)]
    answers = await asyncio.gather(*mixed)
    assert answers[:500] == first
    assert [answer.seq for answer in answers[500:] if isinstance(answer, Accepted)] == list(range(501, 1_001))
    await world.check()


async def test_a_repeated_wish_that_the_room_forgot_is_known_to_the_journal() -> None:
    """Those behind it in the same commit are decided anew, and done."""
    world = World()
    first = await world.wish(opening(), id=5)
    board = await load_board(world.journal)
    world.room = Room(world.journal, board, publish=world.told, clock=world.clock, faults=strict())
    answers = await asyncio.gather(*(world.wish(opening(), id=id) for id in (90, 5, 91, 92)))
    assert answers == [
        Accepted(seq=2, number=2),
        first,
        Accepted(seq=3, number=3),
        Accepted(seq=4, number=4),
    ]
    await world.check()


async def test_what_the_disk_refuses_never_happened() -> None:
    """The reason is said; the board stays; the next wish, when there is room again, gets the same number."""
    world = World()
    await world.wish(opening())
    world.journal.trouble = JournalReason.DISK_FULL
    refusals = await asyncio.gather(*(world.wish(opening()) for _ in range(3)))
    assert [str(refused) for refused in refusals] == ["journal-unavailable(why=disk-full)"] * 3
    assert world.room.board.last_incident == 1
    world.journal.trouble = None
    assert await world.wish(opening()) == Accepted(seq=2, number=2)
    await world.check()


async def test_a_refused_wish_may_be_sent_again_under_its_id() -> None:
    """It was not done, so it is done now."""
    world = World()
    world.journal.trouble = JournalReason.DISK_FULL
    await world.wish(opening(), id=5)
    world.journal.trouble = None
    assert await world.wish(opening(), id=5) == Accepted(seq=1, number=1)


class _Refusing(MemoryJournal):
    """Lets `meanwhile` run in the moment between a refusal and whoever hears of it."""

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: Callable[[], None] | None = None

    def _commit(self) -> None:
        if self.meanwhile is not None:
            # What it begins stands in the loop's queue before those who wait for the record.
            self.meanwhile()
            self.meanwhile = None
        super()._commit()
        self.trouble = None


async def test_a_wish_in_the_moment_between_refusal_and_return_is_decided_anew() -> None:
    """It was decided on what then did not happen; it is done on what did."""
    journal = _Refusing()
    told = Told()
    room = Room(journal, Board(), publish=told, clock=Clock(), faults=strict())
    await room.do(ANNA, 1, opening())
    between: list[asyncio.Task[Accepted]] = []

    def another_comes() -> None:
        between.append(asyncio.get_running_loop().create_task(room.do(BEN, 1, opening("tussendoor"))))

    journal.meanwhile = another_comes
    journal.trouble = JournalReason.IO_ERROR
    with pytest.raises(Refused, match="journal-unavailable"):
        await room.do(ANNA, 2, opening("valt weg"))
    assert await between[0] == Accepted(seq=2, number=2)
    assert [fact.what for change in told.changes for fact in change.facts if hasattr(fact, "what")] == [
        "vechtpartij",
        "tussendoor",
    ]


async def test_a_clock_that_is_set_back_does_not_turn_time_around() -> None:
    """A change is never older than the one before it."""
    world = World()
    await world.wish(opening())
    at = world.room.board.at
    world.clock.now = world.clock.now.replace(year=2020)
    await world.wish(opening())
    assert world.room.board.at == at


async def test_a_value_that_the_journal_cannot_hold_spoils_nothing() -> None:
    """An id that is no number is a mistake of the program, and the next wish is done all the same."""
    world = World()
    with pytest.raises(ValueError, match="command must be a whole number"):
        await world.room.do(ANNA, True, opening())
    assert await world.wish(opening()) == Accepted(seq=1, number=1)


async def test_a_closed_journal_is_a_refusal() -> None:
    """Nobody waits for ever at the end of the day."""
    world = World()
    await world.wish(opening())
    await world.journal.close()
    assert str(await world.wish(_line())) == "journal-unavailable(why=closed)"
    refused = await world.wish(CloseIncident(incident=9, reason=Text("x")))
    assert str(refused) == "no-such-incident(incident=9, last=1)"


async def test_the_board_after_a_restart_is_the_board_before_it() -> None:
    """Whatever was told, nothing else."""
    world = World()
    for text in ("een", "twee", "drie"):
        await world.wish(opening(text))
    before = world.room.board
    await world.restart()
    assert world.room.board == before == fold_all(Board(), world.told.changes)


async def test_the_server_wishes_in_its_own_name_and_by_the_same_rules() -> None:
    """Two of its wishes are never one; what changes nothing is refused; the answer comes when it is told."""
    world = World()
    turn, back = (SwitchOrder(order=order, why=Text("druk")) for order in (Order.PRIORITY, Order.ARRIVAL))
    answers = [await world.room.do_own(wish) for wish in (turn, back, turn)]
    assert answers == [Accepted(seq=n, number=0) for n in (1, 2, 3)]
    assert {change.by for change in world.told.changes} == {SERVER.name}
    with pytest.raises(Refused, match="no-change"):
        await world.room.do_own(turn)
    await world.restart()
    assert await world.room.do_own(back) == Accepted(seq=4, number=0)
    await world.check()


async def test_the_servers_own_wish_waits_its_turn_between_those_of_people() -> None:
    """Numbers go round; nothing is lost when the disk refuses in between."""
    world = World()
    own = world.room.do_own(SwitchOrder(order=Order.PRIORITY, why=Text("druk")))
    answers = await asyncio.gather(world.wish(opening()), own, world.wish(opening()))
    assert [answer.seq for answer in answers if isinstance(answer, Accepted)] == [1, 2, 3]
    await world.check()


async def test_a_wish_that_was_done_is_not_refused_for_a_disk_that_is_full_now() -> None:
    """Also when the room does not remember it: the journal can still be read."""
    world = World()
    first = await world.wish(opening(), id=5)
    await world.restart(remembers=False)
    world.journal.trouble = JournalReason.DISK_FULL
    assert await world.wish(opening(), id=5) == first


async def test_a_wish_at_which_the_program_fails_is_refused_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Those behind it are done, and it may be sent again once the program is mended."""
    counted: list[tuple[Part, str]] = []
    faults = Faults(now_s=lambda: 0.0, count=lambda *fault: counted.append(fault))
    world = World()
    world.room = Room(world.journal, Board(), publish=world.told, clock=world.clock, faults=faults)

    def never(*_args: object) -> None:
        raise KeyError("vergeten")

    for name in ("decide", "fold"):
        with monkeypatch.context() as patched:
            patched.setattr(f"server.room.room.{name}", never)
            assert str(await world.wish(opening(), id=7)) == "fault(what=OpenIncident)"
    assert await world.wish(opening(), id=7) == Accepted(seq=1, number=1)
    assert counted == [(Part.DECIDING, "KeyError")] * 2
    await world.check()
