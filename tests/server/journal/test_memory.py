"""The journal in memory: what it does beside the contract that it shares with the one on disk."""

import asyncio

import pytest

from server.journal.errors import CommandRepeated, JournalUnavailable, Reason
from server.journal.memory import MemoryJournal
from tests.server.journal.make import append_all, record


async def test_nothing_is_stored_before_the_loop_turns() -> None:
    """As on a disk: accepted is not durable, and those that came together become so together."""
    journal = MemoryJournal()
    futures = [journal.accept(record(seq)) for seq in (1, 2)]
    assert (journal.last_seq, journal.next_seq) == (0, 3)
    await asyncio.gather(*futures)
    assert journal.last_seq == 2


async def test_trouble_refuses_with_its_reason_until_it_is_over() -> None:
    """The number is given again."""
    journal = MemoryJournal()
    journal.trouble = Reason.IO_ERROR
    with pytest.raises(JournalUnavailable) as caught:
        await journal.append(record(1))
    assert caught.value.reason is Reason.IO_ERROR
    journal.trouble = None
    await journal.append(record(1))
    assert await journal.records(0, 9) == (record(1),)


async def test_a_command_that_was_done_is_refused_with_all_behind_it() -> None:
    """What stood before it in the same batch is stored."""
    journal = MemoryJournal()
    await journal.append(record(1, command=7))
    errors = await append_all(journal, [record(2, command=8), record(3, command=7), record(4, command=9)])
    assert [type(error) for error in errors] == [type(None), CommandRepeated, JournalUnavailable]
    assert (journal.last_seq, journal.next_seq) == (2, 3)


async def test_closing_stores_what_was_accepted_and_then_takes_nothing() -> None:
    """Readers hear that it is closed."""
    journal = MemoryJournal()
    future = journal.accept(record(1))
    await journal.close()
    await future
    with pytest.raises(JournalUnavailable):
        journal.accept(record(2))
    with pytest.raises(JournalUnavailable):
        await journal.records(0, 1)
