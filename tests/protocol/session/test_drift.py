"""The watch for drift: compares at the right number, asks for a snapshot once, goes round in no circle."""

from functools import cache
from itertools import pairwise

import pytest
from attrs import evolve

from protocol.errors import Drifted, OutOfStep
from protocol.facts.timeline import EntryAdded
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.session.digest import MOST_HASHED, WORDS_APART, BoardDigest
from protocol.session.drift import FIRST_REST_S, MOST_REST_S, DriftWatch, Stated
from tests.protocol.make import OPENED, then, told

BOARD = told(OPENED, evolve(OPENED, incident=2))
OTHER = told(OPENED, evolve(OPENED, incident=2, what=Name("anders")))
THIRD = told(OPENED, evolve(OPENED, incident=2, what=Name("nog anders")))


@cache
def stated(board: Board) -> Stated:
    """What a server with this board states to its control room."""
    digest = BoardDigest(has_timelines=True).digest_of(board, most=1_000_000)
    assert digest is not None
    return Stated(seq=board.seq, digest=digest)


def welcomed(role: Role = Role.CENTRALIST, history: str = "h1") -> DriftWatch:
    """A watch on a link that has just begun."""
    watch = DriftWatch()
    watch.welcomed(role, history)
    return watch


def look(watch: DriftWatch, here: Board, there: Board, now_s: float = 0.0) -> Stated | None:
    """The server states what it has, and what is here is compared."""
    watch.stated(stated(there))
    return watch.look(here, now_s)


def drifted(watch: DriftWatch, now_s: float, here: Board = OTHER) -> bool:
    """Whether it asks for a snapshot at that moment."""
    try:
        look(watch, here, BOARD, now_s)
    except Drifted:
        return True
    return False


def test_a_board_that_is_the_servers_is_left_alone() -> None:
    """As long as that is so; and nothing is compared that was not stated."""
    watch = welcomed()
    assert watch.look(OTHER, 0.0) is None
    assert look(watch, BOARD, BOARD) is None
    assert watch.look(OTHER, 0.0) is None


def test_a_board_that_differs_asks_for_a_snapshot_and_says_why() -> None:
    """As a driver of the session knows it: out of step, with a reason for its log."""
    watch = welcomed()
    own, theirs = stated(OTHER).digest, stated(BOARD).digest
    with pytest.raises(OutOfStep, match=f"at change 2 has the digest {own:08x}, .* server's {theirs:08x}"):
        look(watch, OTHER, BOARD)


def test_it_is_compared_only_at_the_number_that_was_stated() -> None:
    """A statement that overtook its changes waits for them; one that the board has gone beyond is dropped."""
    watch = welcomed()
    assert look(watch, told(OPENED), BOARD) is None
    with pytest.raises(Drifted):
        watch.look(OTHER, 0.0)
    watch = welcomed()
    assert look(watch, then(BOARD, EntryAdded(incident=1, text=Text("mes"))), OTHER) is None
    assert watch.look(BOARD, 0.0) is None


def test_the_newest_statement_counts() -> None:
    """Whatever was stated before it."""
    watch = welcomed()
    watch.stated(stated(OTHER))
    assert look(watch, BOARD, BOARD) is None


def test_what_was_stated_on_an_earlier_link_counts_no_more() -> None:
    """The numbers on the next one may be of another journal."""
    watch = welcomed()
    watch.stated(stated(BOARD))
    watch.welcomed(Role.CENTRALIST, "h2")
    assert watch.look(OTHER, 0.0) is None


def test_a_large_board_is_compared_when_it_is_reckoned_to_the_end() -> None:
    """Bit by bit; the statement stands as long as the board stands still."""
    opened = [evolve(OPENED, incident=number) for number in range(1, 2 * MOST_HASHED + 2)]
    board = told(*opened)
    watch = welcomed()
    watch.stated(evolve(stated(board), digest=1))
    assert [watch.look(board, 0.0) for _ in range(2)] == [None, None]
    with pytest.raises(Drifted):
        watch.look(board, 0.0)


def test_when_the_snapshot_helped_all_is_well_again() -> None:
    """And a later drift is mended too, when the first rest is over."""
    watch = welcomed()
    assert drifted(watch, 0.0)
    assert look(watch, BOARD, BOARD, 8.0) is None
    assert not drifted(watch, FIRST_REST_S - 1)
    assert drifted(watch, FIRST_REST_S)


def test_when_it_did_not_help_that_is_said_once_and_left() -> None:
    """However often the server states it, on however many links."""
    watch = welcomed()
    assert drifted(watch, 0.0)
    assert look(watch, OTHER, BOARD, 8.0) == stated(BOARD)
    for now_s in range(16, 100_000, 1_000):
        watch.welcomed(Role.CENTRALIST, "h1")
        assert look(watch, OTHER, BOARD, float(now_s)) is None


def test_another_difference_is_tried_once_more() -> None:
    """Something changed: a snapshot may help now. It is said again when that did not help either."""
    watch = welcomed()
    assert drifted(watch, 0.0)
    assert look(watch, OTHER, BOARD, 8.0) is not None
    assert drifted(watch, FIRST_REST_S, THIRD)
    assert look(watch, THIRD, BOARD, FIRST_REST_S + 8) is not None
    assert not drifted(watch, 1e9, THIRD)


def test_another_history_begins_anew() -> None:
    """At once: what was tried was tried with other facts."""
    watch = welcomed()
    assert drifted(watch, 0.0)
    assert look(watch, OTHER, BOARD, 8.0) is not None
    watch.welcomed(Role.CENTRALIST, "h2")
    assert drifted(watch, 9.0)


def test_a_difference_that_came_back_after_it_was_gone_is_mended() -> None:
    """It was left as long as it stood; now it is a new one."""
    watch = welcomed()
    assert drifted(watch, 0.0)
    assert look(watch, OTHER, BOARD, 8.0) is not None
    assert look(watch, BOARD, BOARD, 16.0) is None
    assert drifted(watch, FIRST_REST_S)


@pytest.mark.parametrize("helped", [True, False], ids=["helped", "did not help"])
def test_drift_that_always_returns_fetches_the_board_less_and_less_often(helped: bool) -> None:
    """Whether or not each snapshot helped: in a day there are a few dozen, and never two in a minute."""
    watch = welcomed()
    snapshots: list[float] = []
    for turn in range(24 * 120):
        now_s = turn * 30.0
        here = BOARD if helped and snapshots[-1:] == [now_s - 30.0] else (OTHER, THIRD)[turn % 2]
        if drifted(watch, now_s, here):
            snapshots.append(now_s)
    assert all(later - sooner >= FIRST_REST_S for sooner, later in pairwise(snapshots))
    assert 24 <= len(snapshots) <= 24 + 8


def test_after_a_long_calm_the_first_rest_is_short_again() -> None:
    """A drift of this morning does not make this evening's wait."""
    watch = welcomed()
    now_s = 0.0
    for _ in range(3):
        assert drifted(watch, now_s)
        assert look(watch, BOARD, BOARD, now_s) is None
        now_s += MOST_REST_S
    assert look(watch, BOARD, BOARD, now_s) is None
    assert drifted(watch, now_s)
    assert look(watch, BOARD, BOARD, now_s) is None
    assert drifted(watch, now_s + FIRST_REST_S)


@pytest.mark.parametrize(
    "role", [role for role in Role if role is not Role.MELDER], ids=lambda role: role.key
)
def test_timelines_count_for_who_gets_them_with_the_changes(role: Role) -> None:
    """To the others words come beside the changes, to each its own."""
    watch = welcomed(role)
    wrote = then(told(OPENED), EntryAdded(incident=1, text=Text("mes")))
    server = BoardDigest(has_timelines=role not in WORDS_APART).digest_of(wrote)
    assert server is not None
    watch.stated(Stated(seq=2, digest=server))
    assert watch.look(wrote, 0.0) is None
    watch.stated(Stated(seq=2, digest=server))
    silent = evolve(told(OPENED), seq=2)
    if role in WORDS_APART:
        assert watch.look(silent, 0.0) is None
    else:
        with pytest.raises(Drifted):
            watch.look(silent, 0.0)


def test_drift_of_its_own_while_a_snapshot_was_on_its_way_is_mended_too() -> None:
    """A second fault before the first mend was compared is no sign that boards do not help: after the rest it
    is fetched anew, and nobody is told that it cannot be mended.
    """
    watch = welcomed()
    assert drifted(watch, 0.0)
    assert look(watch, THIRD, BOARD, 1.0) is None
    assert not drifted(watch, FIRST_REST_S - 1, THIRD)
    assert drifted(watch, FIRST_REST_S, THIRD)
    assert look(watch, BOARD, BOARD, FIRST_REST_S + 1) is None
