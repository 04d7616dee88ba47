"""What facts about the contact line do to an incident."""

from protocol.facts.contact import (
    ContactClosed,
    ContactLeft,
    ContactOpened,
    LinkMade,
    LinkOpened,
    LinkWithdrawn,
    Listening,
    MelderSafe,
    MelderSaid,
    MelderShared,
    MelderTold,
    SteppedBack,
    SteppedIn,
)
from protocol.model.board import Board
from protocol.model.contact_line import ContactLine, MelderLink
from protocol.model.entry import Entry, EntryKind
from protocol.model.member import Member, Right
from protocol.model.text import UNSEEN, Name, Text
from tests.protocol.make import ANNA, BEN, BLAAK, OPENED, SIGNED_ON, minute, then, told

CALL = Name("12.03")
PUT_THROUGH = ContactOpened(incident=1, unit=CALL)
LINK = LinkMade(incident=1, number=1, expires_at=minute(60))
CAME_IN = LinkOpened(incident=1, key=Name("sleutel"))
HELP = MelderSaid(incident=1, text=Text("help"))


def line(board: Board) -> ContactLine:
    """The contact line of the first incident."""
    return board.incidents[1].contact_line


def rights(board: Board) -> dict[str, Right]:
    """Who is on it, and with what right."""
    return {each.name: each.right for each in line(board).members}


def test_who_puts_the_melder_through_listens_and_the_unit_talks() -> None:
    """For all to see (A49); the unit that takes it itself talks alone."""
    board = told(OPENED, SIGNED_ON, PUT_THROUGH)
    at = minute(3)
    assert line(board).members == (
        Member(name=CALL, since=at, right=Right.TALKS),
        Member(name=ANNA, since=at, right=Right.LISTENS),
    )
    assert (line(board).is_open, line(board).opened_at, line(board).unit) == (True, at, CALL)
    assert rights(then(told(OPENED, SIGNED_ON), PUT_THROUGH, by=CALL)) == {CALL: Right.TALKS}


def test_stepping_in_and_back_changes_the_right_and_nobodys_place() -> None:
    """Who steps in from nowhere is on it from then on; leaving takes off only oneself."""
    board = then(told(OPENED, PUT_THROUGH), SteppedIn(incident=1))
    assert rights(board) == {CALL: Right.TALKS, ANNA: Right.TALKS}
    board = then(then(board, SteppedBack(incident=1)), Listening(incident=1), by=BEN)
    assert rights(board) == {CALL: Right.TALKS, ANNA: Right.LISTENS, BEN: Right.LISTENS}
    assert rights(then(board, ContactLeft(incident=1), by=BEN)) == {CALL: Right.TALKS, ANNA: Right.LISTENS}


def test_words_are_counted_from_1_and_kept_apart_from_the_timeline() -> None:
    """With who, when and which way."""
    board = then(told(OPENED, PUT_THROUGH, HELP), MelderTold(incident=1, text=Text("ik kom")), by=CALL)
    assert line(board).words == (
        Entry(id=1, at=minute(3), by=ANNA, text=Text("help"), kind=EntryKind.MELDER),
        Entry(id=2, at=minute(4), by=CALL, text=Text("ik kom"), kind=EntryKind.TOLD),
    )
    assert (line(board).said, board.incidents[1].entries) == (2, ())
    assert board.incidents[1].contact.spoken_at == minute(4)


def test_words_that_may_not_be_seen_are_counted_all_the_same() -> None:
    """Whoever comes onto the line later gets them by their ids."""
    board = told(OPENED, MelderSaid(incident=1, text=UNSEEN), MelderTold(incident=1, text=UNSEEN))
    assert (line(board).said, line(board).words) == (2, ())


def test_contact_is_direct_once_melder_and_officer_are_both_there() -> None:
    """Whichever came last, and at its first moment (A46, A52)."""
    officer_first = told(OPENED, LINK, PUT_THROUGH, CAME_IN, HELP)
    assert line(officer_first).direct_at == minute(4)
    page_first = told(OPENED, LINK, CAME_IN, HELP, PUT_THROUGH)
    assert line(page_first).direct_at == minute(5)
    assert line(told(OPENED, LINK, CAME_IN, HELP)).direct_at is None
    assert line(told(OPENED, LINK, PUT_THROUGH)).direct_at is None


def test_a_closed_line_keeps_its_words_link_and_times() -> None:
    """Only the people are gone."""
    before = line(told(OPENED, LINK, PUT_THROUGH, CAME_IN, HELP))
    after = line(told(OPENED, LINK, PUT_THROUGH, CAME_IN, HELP, ContactClosed(incident=1)))
    assert (after.is_open, after.members) == (False, ())
    assert (after.words, after.link, after.direct_at) == (before.words, before.link, before.direct_at)


def test_a_link_is_made_opened_and_withdrawn() -> None:
    """A new one begins anew."""
    board = told(OPENED, LINK, CAME_IN)
    link = MelderLink(number=1, expires_at=minute(60), opened_at=minute(3), key=Name("sleutel"))
    assert line(board).link == link
    assert link.is_good(minute(59))
    assert not link.is_good(minute(60))
    withdrawn = line(then(board, LinkWithdrawn(incident=1))).link
    assert withdrawn is not None
    assert not withdrawn.is_good(minute(5))
    anew = then(board, LinkMade(incident=1, number=2, expires_at=minute(90)))
    assert line(anew).link == MelderLink(number=2, expires_at=minute(90))


def test_the_melder_tells_where_and_that_it_is_safe() -> None:
    """The last place counts."""
    point = BLAAK.point
    assert point is not None
    board = told(OPENED, MelderShared(incident=1, point=point), MelderSafe(incident=1))
    assert (line(board).melder_at, line(board).safe_at) == (point, minute(3))
