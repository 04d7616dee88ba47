"""The board as far as it has arrived."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.change import Change
from protocol.errors import BadMessage, WrongShape
from protocol.fold import fold_all
from protocol.model.board import Board
from protocol.model.moment import to_ms
from protocol.session.knowledge import Knowledge
from protocol.wire.messages import SnapshotPart
from protocol.wire.snapshot_writer import write_snapshot
from tests.histories import histories
from tests.protocol.make import OPENED, change
from tests.protocol.session.helpers import FakeServer

SERVER = FakeServer()


def _awaiting(board: Board) -> Knowledge:
    knowledge = Knowledge()
    knowledge.welcomed(SERVER.welcome(board.seq, to_ms(board.at), snapshot=True))
    return knowledge


def test_nothing_is_known_at_first() -> None:
    """The number to resume after is 0, which asks for a snapshot."""
    knowledge = Knowledge()
    assert (knowledge.complete, knowledge.seq, knowledge.board) == (False, 0, Board())


def test_a_part_that_nobody_waits_for_is_refused() -> None:
    """Before a welcome, and after the last part."""
    (part,) = write_snapshot(Board())
    with pytest.raises(BadMessage, match="a snapshot part without a snapshot"):
        Knowledge().part(part)
    knowledge = _awaiting(Board())
    knowledge.part(part)
    with pytest.raises(BadMessage, match="a snapshot part without a snapshot"):
        knowledge.part(part)


@given(histories(), st.data())
def test_changes_may_come_in_anywhere_between_the_parts(
    history: tuple[Change, ...], data: st.DataObject
) -> None:
    """The board afterwards is the same; meanwhile it has every change that came, and no number to resume."""
    cut = data.draw(st.integers(0, len(history)))
    board = fold_all(Board(), history[:cut])
    knowledge = _awaiting(board)
    parts, later = list(write_snapshot(board)), list(history[cut:])
    while parts:
        assert (knowledge.complete, knowledge.seq) == (False, 0)
        comes_now: bool = data.draw(st.booleans())
        if later and comes_now:
            knowledge.change(later[0])
            assert later.pop(0).seq == knowledge.board.seq
        else:
            knowledge.part(parts.pop(0))
    assert knowledge.complete
    for each in later:
        knowledge.change(each)
    expected = fold_all(Board(), history)
    assert expected == knowledge.board
    assert knowledge.seq == expected.seq


def test_a_second_snapshot_replaces_the_first() -> None:
    """Parts of the first are not expected any more, nor the changes that waited for its end."""
    knowledge = _awaiting(Board())
    knowledge.change(change(1, OPENED))
    knowledge.welcomed(SERVER.welcome(0, to_ms(Board().at), snapshot=True))
    (part,) = write_snapshot(Board())
    knowledge.part(part)
    assert knowledge.board == Board()


def test_a_bad_part_leaves_the_board_as_it_was() -> None:
    """And the next right one is still taken."""
    knowledge = _awaiting(Board())
    (part,) = write_snapshot(Board())
    with pytest.raises(WrongShape):
        knowledge.part(SnapshotPart(index=1, count=2, packed=part.packed))
    knowledge.part(part)
    assert knowledge.complete
