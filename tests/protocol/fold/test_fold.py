"""The fold: the same on both sides, for every history and every cut."""

from hypothesis import example, given
from hypothesis import strategies as st

from protocol import fold as folds
from protocol.change import Change
from protocol.facts.incidents import IncidentClosed, PhaseEntered
from protocol.facts.timeline import EntryAdded, LineJoined
from protocol.fold import fold, fold_all
from protocol.model.board import CLOSED_KEPT, Board
from protocol.model.phase import Phase
from protocol.model.text import Text
from protocol.model.unit_status import UnitStatus
from protocol.wire.snapshot import SnapshotReader
from protocol.wire.snapshot_writer import write_snapshot
from protocol.wire.tags import FACTS
from tests.histories import histories
from tests.protocol.make import ANNA, OPENED, change, minute, told
from tests.strategies import boards, changes

CLOSED = IncidentClosed(incident=1, reason=Text("rust"))
WROTE = EntryAdded(incident=1, text=Text("mes gezien"))


def _carried(board: Board) -> Board:
    reader = SnapshotReader(board.seq, board.at)
    for part in write_snapshot(board):
        reader.read(part)
    assert reader.complete
    return reader.board


def test_every_fact_has_exactly_one_fold() -> None:
    """In one of the files, one for each noun."""
    nouns = (
        *(folds.units, folds.incidents, folds.timeline, folds.intake),
        *(folds.promises, folds.work, folds.letting_go, folds.order, folds.dispatch),
        *(folds.contact, folds.scale, folds.pairs, folds.back, folds.shown, folds.appeals),
    )
    kinds = [kind for noun in nouns for kind in noun.FOLDS]
    assert sorted(kind.__name__ for kind in FACTS.values()) == sorted(kind.__name__ for kind in kinds)


def test_the_board_takes_the_number_and_time_of_the_change() -> None:
    """Also when numbers were passed over that this console may not see."""
    board = fold(told(OPENED), change(9, LineJoined(incident=1)))
    assert (9, minute(9)) == (board.seq, board.at)


def test_the_facts_of_a_change_happen_in_order() -> None:
    """The second may speak of what the first made."""
    board = fold(Board(), change(1, OPENED, EntryAdded(incident=1, text=Text("a")), LineJoined(incident=1)))
    assert (
        [entry.id for entry in board.incidents[1].entries],
        [member.name for member in board.incidents[1].members],
    ) == ([1], [ANNA])


@given(histories(), st.data())
def test_a_snapshot_at_any_cut_and_the_rest_equal_the_whole(
    history: tuple[Change, ...], data: st.DataObject
) -> None:
    """Whoever comes in at any moment ends with the same board as who was there all along."""
    cut = data.draw(st.integers(0, len(history)))
    at_cut = fold_all(Board(), history[:cut])
    assert fold_all(at_cut, history[cut:]) == fold_all(_carried(at_cut), history[cut:])


@given(histories())
def test_the_board_of_a_history_is_consistent(history: tuple[Change, ...]) -> None:
    """Units and incidents know each other, only who drives is expected, the closed row is what is closed."""
    board = fold_all(Board(), history)
    assert {n for n, each in board.incidents.items() if not each.is_open} == set(board.closed)
    assert len(set(board.closed)) == len(board.closed) <= CLOSED_KEPT
    bonds = {(each.number, unit) for each in board.incidents.values() for unit in each.units}
    assert {(each.incident, each.id) for each in board.units.values() if each.incident} == bonds
    driving = (UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE)
    assert all(each.status in driving for each in board.units.values() if each.expected_at is not None)
    for each in board.incidents.values():
        assert [entry.id for entry in each.entries] == list(range(1, len(each.entries) + 1))


@given(boards(), st.lists(changes(st.integers(1, 6)), max_size=12))
def test_the_fold_is_total(board: Board, arbitrary: list[Change]) -> None:
    """No fact is refused, whatever it is about and whether or not it makes sense; the number is its own."""
    for each in arbitrary:
        board = fold(board, each)
        assert (each.seq, each.at) == (board.seq, board.at)


@given(st.lists(changes(st.integers(1, 2)), max_size=12))
@example([change(1, OPENED), change(2, PhaseEntered(incident=1, phase=Phase.CLOSED))])
@example([change(1, OPENED), change(2, CLOSED), change(3, PhaseEntered(incident=1, phase=Phase.ADD), WROTE)])
@example([change(1, OPENED), change(2, CLOSED), change(3, OPENED, WROTE)])
def test_a_snapshot_carries_whatever_the_fold_has_made(arbitrary: list[Change]) -> None:
    """Also of a history that no room would have accepted: what is on the board arrives."""
    board = fold_all(Board(), arbitrary)
    assert board == _carried(board)
