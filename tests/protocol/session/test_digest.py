"""The digest: equal for equal boards whatever led to them, another one for every difference that counts."""

from itertools import accumulate, pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from immutables import Map

from protocol.change import Change
from protocol.facts.timeline import EntryAdded
from protocol.facts.units import UnitSignedOff, UnitSignedOn
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.entry import Entry, EntryKind
from protocol.model.incident import Incident
from protocol.model.text import Name, Text
from protocol.session.digest import DIGEST_BYTES, BoardDigest
from protocol.wire.snapshot import SnapshotReader
from protocol.wire.snapshot_writer import write_snapshot
from tests.histories import histories
from tests.protocol.make import OPENED, SIGNED_ON, besides, minute, then, told
from tests.strategies import incidents

ENOUGH = 1_000_000


def digest_of(board: Board, *, has_timelines: bool = True) -> int:
    """Reckoned from nothing."""
    digest = BoardDigest(has_timelines=has_timelines).digest_of(board, most=ENOUGH)
    assert digest is not None
    return digest


def counted(board: Board) -> Board:
    """The board without what does not count."""
    bare = {
        number: evolve(each, contact_line=evolve(each.contact_line, words=()))
        for number, each in board.incidents.items()
    }
    return evolve(besides(board), incidents=Map(bare))


def worded(board: Board, word: str) -> Board:
    """The board with one word on the contact line of its first incident."""
    incident = board.incidents[1]
    said = Entry(id=1, at=minute(1), by=Name("melder"), text=Text(word), kind=EntryKind.MELDER)
    line = evolve(incident.contact_line, words=(said,))
    return evolve(board, incidents=board.incidents.set(1, evolve(incident, contact_line=line)))


@given(histories(max_steps=20, waves=False), st.booleans())
def test_kept_from_change_to_change_it_is_the_digest_from_nothing(
    history: tuple[Change, ...], has_timelines: bool
) -> None:
    """For every history, at every step, with timelines and without."""
    board, kept = Board(), BoardDigest(has_timelines=has_timelines)
    for each in history:
        board = fold(board, each)
        assert kept.digest_of(board, most=ENOUGH) == digest_of(board, has_timelines=has_timelines)


@given(histories(max_steps=15, waves=False), st.data())
def test_looked_at_now_and_then_and_a_little_at_a_time_it_is_the_same(
    history: tuple[Change, ...], data: st.DataObject
) -> None:
    """Also when the board went on before it was reckoned to the end."""
    board, kept = Board(), BoardDigest(has_timelines=True)
    for each in history:
        board = fold(board, each)
        most: int = data.draw(st.integers(0, 4))
        digest = kept.digest_of(board, most=most)
        assert digest in (None, digest_of(board))
    while (digest := kept.digest_of(board, most=1)) is None:
        pass
    assert digest == digest_of(board)


@given(histories())
@settings(max_examples=25)
def test_a_board_that_came_in_a_snapshot_has_the_digest_of_the_one_that_was_sent(
    history: tuple[Change, ...],
) -> None:
    """Though no object of it is the same one."""
    board = Board()
    for each in history:
        board = fold(board, each)
    reader = SnapshotReader(board.seq, board.at)
    for part in write_snapshot(board):
        reader.read(part)
    assert digest_of(reader.board) == digest_of(board)


@given(histories(max_steps=20, waves=False))
def test_it_differs_exactly_where_boards_differ(history: tuple[Change, ...]) -> None:
    """Their numbers and times aside, and the words of contact lines; and it is as long as it says."""
    boards = list(accumulate(history, fold, initial=Board()))
    for one, other in pairwise(boards):
        assert (digest_of(one) == digest_of(other)) == (counted(one) == counted(other))
        assert 0 <= digest_of(one) < 256**DIGEST_BYTES


@given(incidents(), incidents())
@settings(max_examples=25)
def test_every_part_of_an_incident_counts(one: Incident, other: Incident) -> None:
    """One field of it is taken from another incident; if that changed anything the digest says so."""
    board = told(OPENED)
    before = evolve(one, contact_line=evolve(one.contact_line, words=()))
    for name in ("what", "priority", "place", "phase", "units", "entries", "work", "scale", "intake"):
        after = evolve(before, **{name: getattr(other, name)})
        with_before = evolve(board, incidents=board.incidents.set(one.number, before))
        with_after = evolve(board, incidents=board.incidents.set(one.number, after))
        assert (digest_of(with_before) == digest_of(with_after)) == (before == after)


def test_the_same_difference_in_two_incidents_does_not_cancel_out() -> None:
    """As it would by checksums, whose differences depend on the difference alone."""
    board = told(OPENED, evolve(OPENED, incident=2))
    changed = {number: evolve(each, what=Name("vechtpartiJ")) for number, each in board.incidents.items()}
    assert digest_of(evolve(board, incidents=board.incidents.update(changed))) != digest_of(board)


def test_the_order_of_a_timeline_counts() -> None:
    """The same lines in another order are another timeline."""
    board = told(OPENED, *(EntryAdded(incident=1, text=Text(word)) for word in ("eerst", "dan")))
    incident = board.incidents[1]
    turned = evolve(incident, entries=tuple(reversed(incident.entries)))
    assert digest_of(evolve(board, incidents=board.incidents.set(1, turned))) != digest_of(board)


def test_an_object_under_another_key_counts() -> None:
    """Two incidents that stand in each other's place are another board."""
    board = told(OPENED, evolve(OPENED, incident=2))
    one, two = board.incidents[1], board.incidents[2]
    swapped = board.incidents.set(1, two).set(2, one)
    assert digest_of(evolve(board, incidents=swapped)) != digest_of(board)


def test_what_is_gone_counts_no_more() -> None:
    """A unit that signed off leaves the digest as though it had never come, its number aside."""
    kept = BoardDigest(has_timelines=True)
    board = told(OPENED, SIGNED_ON)
    kept.digest_of(board)
    gone = then(board, UnitSignedOff(unit=1))
    assert kept.digest_of(gone) == digest_of(evolve(told(OPENED), last_unit=1))


def test_words_that_come_beside_the_changes_do_not_count() -> None:
    """Those of the contact line for nobody, those of a timeline for who is told them on the line."""
    board = told(OPENED)
    assert digest_of(worded(board, "help")) == digest_of(worded(board, "niets")) == digest_of(board)
    wrote = then(board, EntryAdded(incident=1, text=Text("mes gezien")))
    assert digest_of(wrote, has_timelines=False) == digest_of(board, has_timelines=False)
    assert digest_of(wrote) != digest_of(board)


def test_what_the_audience_may_not_see_does_not_count() -> None:
    """An incident that it does not see, and of another the part that it does not see."""

    def seen(incident: Incident) -> Incident | None:
        return None if incident.number == 2 else evolve(incident, what=Name("iets"))

    def seen_digest(board: Board) -> int | None:
        return BoardDigest(has_timelines=True, seen=seen).digest_of(board, most=ENOUGH)

    board = evolve(told(OPENED), last_incident=2)
    secret = evolve(OPENED, incident=2, what=Name("geheim"))
    assert seen_digest(then(board, secret)) == seen_digest(board)
    other = evolve(board.incidents[1], what=Name("anders"))
    assert seen_digest(evolve(board, incidents=board.incidents.set(1, other))) == seen_digest(board)
    assert seen_digest(board) != digest_of(board)


def test_a_new_line_costs_itself_and_its_incident_and_not_the_lines_before_it() -> None:
    """And a look at a board that is still the same costs nothing."""
    kept = BoardDigest(has_timelines=True)
    wrote = EntryAdded(incident=1, text=Text("mes gezien"))
    wrote_there = evolve(wrote, incident=2)
    board = told(OPENED, evolve(OPENED, incident=2), *[wrote, wrote_there] * 50)
    assert kept.digest_of(board, most=51) is None
    assert kept.digest_of(board, most=51) == kept.digest_of(board, most=0) == digest_of(board)
    more = then(board, wrote, wrote_there)
    assert kept.digest_of(more, most=2) is None
    assert BoardDigest(has_timelines=True).digest_of(more, most=3) is None
    kept.digest_of(board, most=3)
    assert kept.digest_of(more, most=3) == digest_of(more)


@pytest.mark.parametrize("most", [1, 7, 30])
def test_a_large_board_is_reckoned_bit_by_bit(most: int) -> None:
    """Never many more than so many objects at once, and in the end all of them."""
    opened = [evolve(OPENED, incident=number) for number in range(1, 31)]
    board = told(*opened, *(UnitSignedOn(unit=n, call_sign=Name(f"12.{n:02}")) for n in range(1, 11)))
    kept, rounds = BoardDigest(has_timelines=True), 1
    while (digest := kept.digest_of(board, most=most)) is None:
        rounds += 1
    assert rounds == -(-40 // most)
    assert digest == digest_of(board)


def test_what_was_altered_where_it_lies_is_found_in_a_round_of_rechecks() -> None:
    """A frozen value that somebody changed all the same is still the same object; each gets its turn."""
    board = told(*(evolve(OPENED, incident=number) for number in range(1, 8)), SIGNED_ON)
    kept = BoardDigest(has_timelines=True)
    before = kept.digest_of(board)
    for _ in range(3):
        kept.recheck(3)
    assert kept.digest_of(board) == before
    object.__setattr__(board.incidents[4], "what", Name("iets anders"))
    assert kept.digest_of(board) == before
    for _ in range(3):
        kept.recheck(3)
    assert kept.digest_of(board) == digest_of(board) != before


def test_a_recheck_of_what_is_gone_changes_nothing() -> None:
    """Its turn had come, and it left the board."""
    kept = BoardDigest(has_timelines=True)
    board = told(SIGNED_ON, evolve(SIGNED_ON, unit=2, call_sign=Name("12.04")))
    kept.digest_of(board)
    kept.recheck(1)
    gone = then(board, UnitSignedOff(unit=1))
    kept.digest_of(gone)
    kept.recheck(5)
    assert kept.digest_of(gone) == digest_of(gone)
