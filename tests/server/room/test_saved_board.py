"""The board at the last stop: checkpoints and the records after them, at any cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.change import Change
from protocol.errors import BadMessage
from protocol.fold import fold, fold_all
from protocol.model.board import Board
from protocol.wire import VERSION
from protocol.wire.packing import pack
from server.journal.memory import MemoryJournal
from server.journal.record import Record
from server.room.room import as_record
from server.room.saved_board import ChangeUnreadable, as_change, as_checkpoint, from_checkpoint, load_board
from tests.histories import histories
from tests.protocol.make import OPENED, SIGNED_ON, change
from tests.server.make import run
from tests.strategies import boards


@given(boards())
def test_a_checkpoint_is_the_board(board: Board) -> None:
    """Whatever is on it."""
    assert from_checkpoint(as_checkpoint(board)) == board


@given(histories(), st.data())
def test_checkpoint_and_later_records_are_the_fold_of_all(
    history: tuple[Change, ...], data: st.DataObject
) -> None:
    """Cut anywhere; with no checkpoint at all, too."""
    cut = data.draw(st.integers(0, len(history)), label="cut")

    async def restarted() -> Board:
        journal = MemoryJournal()
        board = Board()
        for each in history:
            await journal.append(as_record(each, 0, Board()))
            board = fold(board, each)
            if each.seq == cut:
                await journal.save_checkpoint(cut, as_checkpoint(board))
        assert [as_change(record) for record in await journal.records(0, 10_000)] == list(history)
        return await load_board(journal)

    assert run(restarted()) == fold_all(Board(), history)


async def test_an_empty_journal_is_an_empty_board() -> None:
    """Nothing happened yet."""
    assert await load_board(MemoryJournal()) == Board()


@pytest.mark.parametrize(
    "body", [b"", b"\xc1", b"\x01", b"\x93\x01\x02\x03", b"\x93\x01\x00\x91\xc4\x01\xff"]
)
def test_a_checkpoint_that_is_none_is_a_bad_message(body: bytes) -> None:
    """Whatever is wrong with it, there is one error to catch."""
    with pytest.raises(BadMessage):
        from_checkpoint(body)


async def test_a_record_that_this_version_cannot_read_is_named() -> None:
    """With what to do: the board behind it is nobody's to guess."""
    journal = MemoryJournal()
    await journal.append(as_record(change(1, OPENED), 0, Board()))
    unknown = Record(seq=2, at_ms=0, by="anna", command=0, incidents=(), body=pack([[120, 1]]))
    await journal.append(unknown)
    words = rf"change 2 .* version {VERSION} .*a tag of this version @ .*got 120.*start the server that"
    with pytest.raises(ChangeUnreadable, match=words) as caught:
        await load_board(journal)
    assert caught.value.seq == 2


async def test_a_checkpoint_that_cannot_be_read_costs_time_and_no_facts(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The records tell everything; the log says what was passed over."""
    journal = MemoryJournal()
    history = (change(1, OPENED), change(2, SIGNED_ON))
    for each in history:
        await journal.append(as_record(each, 0, Board()))
    await journal.save_checkpoint(1, b"\xc1")
    assert await load_board(journal) == fold_all(Board(), history)
    assert "checkpoint" in caplog.text
