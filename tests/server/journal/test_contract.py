"""What every journal promises, asked of each of them."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from server.journal.errors import CommandRepeated, JournalUnavailable, Reason, SequenceGap
from server.journal.interface import Journal
from server.journal.memory import MemoryJournal
from tests.server.journal.make import append_all, big, record
from tests.server.journal.rig import MemoryRig, Rig, SqliteRig


@pytest.fixture(params=["memory", "sqlite"])
async def rig(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Rig]:
    """An empty journal and the means to break its disk."""
    rig = MemoryRig() if request.param == "memory" else await SqliteRig.made(tmp_path / "data")
    yield rig
    await rig.journal.close()


class TestAppending:
    """Numbered without gaps, durable on return."""

    async def test_a_new_journal_is_empty_and_waits_for_record_1(self, rig: Rig) -> None:
        """It knows its world and its birth."""
        journal = rig.journal
        assert (journal.world, journal.last_seq, journal.next_seq) == ("live", 0, 1)
        assert journal.history
        assert await journal.records(0, 10) == ()
        assert await journal.newest_checkpoint() is None

    async def test_an_appended_record_is_there_on_return(self, rig: Rig) -> None:
        """And comes back as it was."""
        one = record(
            1, by="é ' \" opco", command=2**63 - 1, incidents=(12, 2**63 - 1), body=bytes(range(256))
        )
        await rig.journal.append(one)
        assert rig.journal.last_seq == 1
        assert (one,) == await rig.journal.records(0, 10)

    @pytest.mark.parametrize("seq", [1, 2, 4, 900])
    async def test_a_record_out_of_turn_is_refused(self, rig: Rig, seq: int) -> None:
        """And changes nothing: the one in turn is still taken."""
        await append_all(rig.journal, [record(1), record(2)])
        with pytest.raises(SequenceGap) as caught:
            await rig.journal.append(record(seq))
        assert (3, seq) == (caught.value.expected, caught.value.got)
        await rig.journal.append(record(3))
        assert rig.journal.last_seq == 3

    async def test_concurrent_appends_finish_in_order(self, rig: Rig) -> None:
        """Many records under way at once keep their order, to the last one."""
        finished: list[int] = []

        async def append(seq: int) -> None:
            await rig.journal.append(record(seq))
            finished.append(seq)
            assert rig.journal.last_seq >= seq

        await asyncio.gather(*(append(seq) for seq in range(1, 1201)))
        assert list(range(1, 1201)) == finished
        assert finished == [one.seq for one in await rig.journal.records(0, 5000)]

    async def test_next_seq_runs_ahead_of_last_seq(self, rig: Rig) -> None:
        """A record under way has its number taken, but is not durable yet."""
        under_way = asyncio.gather(rig.journal.append(record(1)), rig.journal.append(record(2)))
        while rig.journal.next_seq == 1:
            await asyncio.sleep(0)
        assert rig.journal.next_seq == 3
        await under_way
        assert (rig.journal.last_seq, rig.journal.next_seq) == (2, 3)

    async def test_a_cancelled_sender_leaves_no_gap(self, rig: Rig) -> None:
        """Its record is stored or not, and the next one follows either way."""
        async with asyncio.TaskGroup() as group:
            first = group.create_task(rig.journal.append(record(1)))
            while rig.journal.next_seq == 1:
                await asyncio.sleep(0)
            first.cancel()
            await rig.journal.append(record(2))
        assert (record(1), record(2)) == await rig.journal.records(0, 10)


class TestRefusing:
    """A disk that fails stores nothing of a record, and is forgiven when it comes back."""

    async def test_a_full_disk_refuses_the_record(self, rig: Rig) -> None:
        """With the reason, and nothing of it stored."""
        await rig.journal.append(big(1))
        await rig.break_disk()
        with pytest.raises(JournalUnavailable) as caught:
            await rig.journal.append(big(2))
        assert caught.value.reason == Reason.DISK_FULL
        assert (rig.journal.last_seq, rig.journal.next_seq) == (1, 2)
        assert (big(1),) == await rig.journal.records(0, 10)

    async def test_all_that_waits_behind_a_refused_record_is_refused_too(self, rig: Rig) -> None:
        """Their numbers no longer follow."""
        await rig.break_disk()
        errors = await append_all(rig.journal, [big(seq) for seq in range(1, 1201)])
        assert {JournalUnavailable} == {type(error) for error in errors}
        assert (rig.journal.last_seq, rig.journal.next_seq) == (0, 1)

    async def test_appending_works_again_when_the_disk_does(self, rig: Rig) -> None:
        """From the number after the last durable one."""
        await rig.journal.append(big(1))
        await rig.break_disk()
        await append_all(rig.journal, [big(2), big(3)])
        await rig.mend_disk()
        await append_all(rig.journal, [big(2), big(3)])
        assert (big(1), big(2), big(3)) == await rig.journal.records(0, 10)

    async def test_the_first_refused_sender_may_go_on_while_others_still_wait(self, rig: Rig) -> None:
        """Stragglers of the failed numbering are refused without harming the new one."""
        await rig.break_disk()

        async def first() -> None:
            try:
                await rig.journal.append(big(1))
            except JournalUnavailable:
                await rig.mend_disk()
                await append_all(rig.journal, [record(1), record(2)])

        others = [rig.journal.append(big(seq)) for seq in range(2, 1800)]
        _, *errors = await asyncio.gather(first(), *others, return_exceptions=True)
        assert {JournalUnavailable} == {type(error) for error in errors}
        assert (record(1), record(2)) == await rig.journal.records(0, 10)

    async def test_a_checkpoint_is_refused_too(self, rig: Rig) -> None:
        """And the older one stays."""
        await rig.journal.append(record(1))
        await rig.journal.save_checkpoint(0, b"older")
        await rig.break_disk()
        with pytest.raises(JournalUnavailable):
            await rig.journal.save_checkpoint(1, bytes(50_000))
        assert await rig.journal.newest_checkpoint() == (0, b"older")


class TestCommands:
    """One command makes at most one change."""

    async def test_a_command_is_found_by_its_sender_and_id(self, rig: Rig) -> None:
        """Ids belong to their sender."""
        await append_all(rig.journal, [record(1, by="a", command=7), record(2, by="b", command=7)])
        assert [
            await rig.journal.find_command(by, command)
            for by, command in [("a", 7), ("b", 7), ("c", 7), ("a", 8)]
        ] == [1, 2, None, None]

    async def test_command_0_is_nobodys(self, rig: Rig) -> None:
        """The server's own changes are never taken for repetitions."""
        await append_all(rig.journal, [record(1, by="a"), record(2, by="a")])
        assert rig.journal.last_seq == 2
        assert await rig.journal.find_command("a", 0) is None
        assert list(await rig.journal.recent_commands(10)) == []

    async def test_a_repeated_command_is_refused(self, rig: Rig) -> None:
        """The error names the change that it made; a new one takes the number."""
        await rig.journal.append(record(1, by="a", command=7))
        with pytest.raises(CommandRepeated) as caught:
            await rig.journal.append(record(2, by="a", command=7))
        assert caught.value.seq == 1
        await rig.journal.append(record(2, by="a", command=8))
        assert await rig.journal.find_command("a", 8) == 2

    async def test_a_command_repeated_in_one_batch_is_refused(self, rig: Rig) -> None:
        """What came before it is stored, what waits behind it is refused."""
        batch = [record(1, by="a", command=5), record(2), record(3, by="a", command=5), record(4)]
        errors = await append_all(rig.journal, batch)
        assert [None, None, CommandRepeated, JournalUnavailable] == [
            e if e is None else type(e) for e in errors
        ]
        assert isinstance(errors[3], JournalUnavailable)
        assert errors[3].reason == Reason.BEHIND
        assert (rig.journal.last_seq, rig.journal.next_seq) == (2, 3)

    async def test_recent_commands_are_the_newest_in_order(self, rig: Rig) -> None:
        """Oldest first, so that a cache filled from them ends with the newest."""
        await append_all(rig.journal, [record(seq, by="a", command=seq % 3 and seq) for seq in range(1, 9)])
        assert list(await rig.journal.recent_commands(3)) == [("a", 5, 5), ("a", 7, 7), ("a", 8, 8)]


class TestReading:
    """Pages, oldest first."""

    async def test_records_come_in_pages(self, rig: Rig) -> None:
        """After a number, at most so many, none past the end."""
        all_ = [record(seq) for seq in range(1, 8)]
        await append_all(rig.journal, all_)
        assert tuple(all_[2:5]) == await rig.journal.records(2, 3)
        assert tuple(all_[5:]) == await rig.journal.records(5, 3)
        assert await rig.journal.records(7, 3) == ()
        assert await rig.journal.records(99, 3) == ()

    async def test_the_records_of_an_incident(self, rig: Rig) -> None:
        """Only those about it, in pages."""
        incidents = [(1,), (2, 1), (), (2,), (1, 2, 3)]
        all_ = [record(seq, incidents=touched) for seq, touched in enumerate(incidents, 1)]
        await append_all(rig.journal, all_)
        assert (all_[0], all_[1], all_[4]) == await rig.journal.of_incident(1, 10)
        assert (all_[1], all_[3]) == await rig.journal.of_incident(2, 2)
        assert (all_[4],) == await rig.journal.of_incident(2, 2, after_seq=4)
        assert await rig.journal.of_incident(4, 10) == ()

    @pytest.mark.parametrize(("after_seq", "limit"), [(-1, 1), (0, 0), (0, -1)])
    async def test_an_impossible_page_is_refused(self, rig: Rig, after_seq: int, limit: int) -> None:
        """By every reader."""
        with pytest.raises(ValueError, match="must be"):
            await rig.journal.records(after_seq, limit)
        with pytest.raises(ValueError, match="must be"):
            await rig.journal.of_incident(1, limit, after_seq=after_seq)


class TestCheckpoints:
    """The newest two states."""

    async def test_the_newest_by_number_is_given(self, rig: Rig) -> None:
        """Whichever was saved last; the same number again replaces."""
        await append_all(rig.journal, [record(seq) for seq in range(1, 6)])
        for seq, body in [(2, b"two"), (5, b"five"), (3, b"three"), (5, b"")]:
            await rig.journal.save_checkpoint(seq, body)
        assert await rig.journal.newest_checkpoint() == (5, b"")

    @pytest.mark.parametrize("seq", [-1, 2])
    async def test_a_state_that_the_records_do_not_reach_is_refused(self, rig: Rig, seq: int) -> None:
        """It would hide a loss."""
        await rig.journal.append(record(1))
        with pytest.raises(ValueError, match="last_seq 1"):
            await rig.journal.save_checkpoint(seq, b"state")


class TestClosing:
    """The end is orderly."""

    async def test_what_was_accepted_is_stored_before_closing(self, rig: Rig) -> None:
        """Closing waits for the disk; the senders hear of it."""
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(rig.journal.append(record(seq))) for seq in range(1, 40)]
            while rig.journal.next_seq < 40:
                await asyncio.sleep(0)
            await rig.journal.close()
        assert [task.exception() for task in tasks] == [None] * 39
        assert rig.journal.last_seq == 39

    async def test_a_closed_journal_refuses_everything(self, rig: Rig) -> None:
        """With the reason; closing again does nothing."""
        await rig.journal.close()
        await rig.journal.close()
        journal: Journal = rig.journal
        calls: list[Any] = [
            journal.append(record(1)),
            journal.records(0, 1),
            journal.of_incident(1, 1),
            journal.find_command("a", 1),
            journal.recent_commands(1),
            journal.save_checkpoint(0, b""),
            journal.newest_checkpoint(),
        ]
        for call in calls:
            with pytest.raises(JournalUnavailable) as caught:
                await call
            assert caught.value.reason == Reason.CLOSED


async def test_memory_journals_share_nothing() -> None:
    """Two tests never meet."""
    one, other = MemoryJournal(world="live"), MemoryJournal(world="exercise")
    await one.append(record(1))
    assert (one.last_seq, other.last_seq) == (1, 0)
