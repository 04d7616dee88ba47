"""Words of lines: what a change added, who is on a line, and what each may read."""

from attrs import evolve

from protocol.change import Change
from protocol.facts.contact import ContactOpened, Listening, MelderSaid, MelderTold
from protocol.facts.fact import Fact
from protocol.facts.incidents import PriorityChanged
from protocol.facts.timeline import (
    CardPushed,
    CardTaken,
    EntryAdded,
    EntryStruck,
    LineJoined,
    LinesJoined,
    LineSpoken,
    PartnerInvited,
    Whispered,
)
from protocol.facts.units import UnitAssigned
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.entry import CardKind, EntryKind
from protocol.model.line_kind import LineKind
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from server.sight.audience import ROOM, STREET, Audience, View
from server.sight.words import Words, all_words, on_line, readable, words_of
from tests.protocol.make import BEN, OPENED, SIGNED_ON, change, then, told

GGZ = Audience(view=View.PARTNER, name=Name("ggz"))
HELLO = Text("ik kom")


def added(board: Board, *facts: Fact) -> tuple[Words, ...]:
    """What the next change, of these facts, did to the lines."""
    next_one: Change = change(board.seq + 1, *facts)
    return words_of(next_one, board, fold(board, next_one))


def test_a_change_without_words_added_none() -> None:
    """Whatever else it did."""
    assert added(told(OPENED), PriorityChanged(incident=1, priority=Priority.P1)) == ()


def test_new_words_are_those_at_the_end() -> None:
    """Of the open line and of the contact line, each by itself."""
    board = told(OPENED, EntryAdded(incident=1, text=HELLO))
    open_, contact = added(board, LineSpoken(incident=1, text=HELLO), MelderSaid(incident=1, text=HELLO))
    assert (open_.line, [(each.id, each.kind) for each in open_.entries]) == (
        LineKind.OPEN,
        [(2, EntryKind.SPOKEN)],
    )
    assert (contact.line, [(each.id, each.kind) for each in contact.entries]) == (
        LineKind.CONTACT,
        [(1, EntryKind.MELDER)],
    )


def test_a_changed_word_is_told_again() -> None:
    """Struck, or a card that somebody took; the others are not."""
    card = CardPushed(incident=1, card=CardKind.WARNING, text=HELLO)
    board = told(OPENED, EntryAdded(incident=1, text=HELLO), card)
    (struck,) = added(board, EntryStruck(incident=1, entry=1))
    assert [(each.id, each.struck_by) for each in struck.entries] == [(1, "anna")]
    (taken,) = added(board, CardTaken(incident=1, entry=2))
    assert [(each.id, each.taken_by) for each in taken.entries] == [(2, ("anna",))]


def test_words_on_joined_lines_are_words_of_each() -> None:
    """Said on one, heard on both."""
    board = told(OPENED, evolve(OPENED, incident=2), LinesJoined(incident=1, other=2))
    assert [each.incident for each in added(board, LineSpoken(incident=2, text=HELLO))] == [1, 2]


def test_who_is_on_an_open_line() -> None:
    """A unit by joining or by being sent; a partner by joining what it was invited to; the room: none."""
    board = told(OPENED, SIGNED_ON, UnitAssigned(incident=1, unit=1))
    board = then(board, LineJoined(incident=1), by=BEN)
    board = then(board, LineJoined(incident=1), by=GGZ.name)
    one = board.incidents[1]
    assert on_line(one, LineKind.OPEN, board, STREET) == {"12.03", "ben", "ggz"}
    assert on_line(one, LineKind.OPEN, board, ROOM) == frozenset()
    assert on_line(one, LineKind.OPEN, board, GGZ) == frozenset()
    board = then(board, PartnerInvited(incident=1, partner=GGZ.name))
    assert on_line(board.incidents[1], LineKind.OPEN, board, GGZ) == {"ggz"}
    assert on_line(None, LineKind.OPEN, board, STREET) == frozenset()


def test_who_is_on_a_contact_line() -> None:
    """Who stands there for all to see, and never a partner."""
    board = told(OPENED, SIGNED_ON, ContactOpened(incident=1, unit=Name("12.03")))
    board = then(board, Listening(incident=1), by=GGZ.name)
    one = board.incidents[1]
    for audience in (ROOM, STREET):
        assert on_line(one, LineKind.CONTACT, board, audience) == {"12.03", "anna", "ggz"}
    assert on_line(one, LineKind.CONTACT, board, GGZ) == frozenset()


def test_a_partner_reads_only_what_was_said_aloud() -> None:
    """No log, no whisper, no card (A80); the others on the line read all."""
    card = CardPushed(incident=1, card=CardKind.WARNING, text=HELLO)
    said: tuple[Fact, ...] = (LineSpoken(incident=1, text=HELLO), Whispered(incident=1, text=HELLO), card)
    entries = all_words(told(OPENED, EntryAdded(incident=1, text=HELLO), *said).incidents[1], LineKind.OPEN)
    assert [each.kind for each in readable(entries, LineKind.OPEN, GGZ)] == [EntryKind.SPOKEN]
    assert readable(entries, LineKind.OPEN, STREET) == entries


def test_the_words_of_the_contact_line_are_its_own() -> None:
    """They stand in no timeline."""
    board = told(OPENED, EntryAdded(incident=1, text=HELLO), MelderTold(incident=1, text=HELLO))
    kinds = {line: [each.kind for each in all_words(board.incidents[1], line)] for line in LineKind}
    assert kinds == {LineKind.OPEN: [EntryKind.LOGGED], LineKind.CONTACT: [EntryKind.TOLD]}
