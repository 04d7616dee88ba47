"""Telling: new words to those on a line, all of them to who comes late, and the rest to who returns."""

import pytest
from attrs import evolve

import server.hub.telling
from protocol.facts.contact import ContactOpened, MelderTold
from protocol.facts.fact import Fact
from protocol.facts.timeline import EntryAdded, EntryStruck, LineJoined, LineLeft, LineSpoken, PartnerInvited
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.line_kind import LineKind
from protocol.model.text import Name, Text
from protocol.wire.messages import Shown
from server.hub.telling import Telling, Told, whole_lines
from server.sight.audience import ROOM, STREET, Audience, View
from tests.protocol.make import BEN, OPENED, SIGNED_ON, change, told

GGZ = Audience(view=View.PARTNER, name=Name("ggz"))
CAS = Name("cas")
HELLO = Text("ik kom")


class Line:
    """A board that goes on, and a telling that is told of it."""

    def __init__(self, *facts: Fact) -> None:
        self.board = told(*facts)
        self.telling = Telling()

    def then(self, *facts: Fact, by: Name = BEN) -> list[Told]:
        """One more change, and what it lets whom read."""
        before, made = self.board, change(self.board.seq + 1, *facts, by=by)
        self.board = fold(before, made)
        return self.telling.told_of(made, before, self.board, [ROOM, STREET, GGZ])


def ids(shown: list[Shown]) -> list[tuple[int, list[int]]]:
    """Incident and entries of each."""
    return [(each.incident, [entry.id for entry in each.entries]) for each in shown]


def test_new_words_go_to_those_on_the_line() -> None:
    """And to nobody else; the room reads them in its run."""
    line = Line(OPENED, EntryAdded(incident=1, text=HELLO))
    line.then(LineJoined(incident=1))
    (told_,) = line.then(LineSpoken(incident=1, text=HELLO))
    assert (told_.audience, sorted(told_.names), told_.whole) == (STREET, ["ben"], False)
    assert [each.id for each in told_.entries] == [2]


def test_who_comes_late_gets_all_that_was_said() -> None:
    """Once, with what came in the same change; the others get only that."""
    line = Line(OPENED, EntryAdded(incident=1, text=HELLO))
    line.then(LineJoined(incident=1))
    new, whole = line.then(LineJoined(incident=1), LineSpoken(incident=1, text=HELLO), by=CAS)
    assert (sorted(new.names), [each.id for each in new.entries], new.whole) == (["ben"], [2], False)
    assert (sorted(whole.names), [each.id for each in whole.entries]) == (["cas"], [1, 2])
    assert whole.whole


def test_who_left_hears_no_more() -> None:
    """From the next word on."""
    line = Line(OPENED)
    line.then(LineJoined(incident=1))
    line.then(LineLeft(incident=1))
    assert line.then(LineSpoken(incident=1, text=HELLO), by=CAS) == []


def test_a_partner_on_the_line_hears_what_is_said_aloud() -> None:
    """And not what is written."""
    line = Line(OPENED, PartnerInvited(incident=1, partner=GGZ.name))
    line.then(LineJoined(incident=1), by=GGZ.name)
    assert GGZ not in [each.audience for each in line.then(EntryAdded(incident=1, text=HELLO))]
    heard = line.then(LineSpoken(incident=1, text=HELLO))
    assert [sorted(each.names) for each in heard if each.audience == GGZ] == [["ggz"]]


def test_who_returns_gets_what_was_said_since_and_nothing_again() -> None:
    """Words that had come before the last ones shown stay unsent."""
    line = Line(OPENED)
    line.then(LineJoined(incident=1))
    for _ in range(4):
        line.then(LineSpoken(incident=1, text=HELLO))
    had = line.board.seq - 2
    assert ids(line.telling.missed("Ben", STREET, had, line.board)) == [(1, [3]), (1, [4])]
    assert line.telling.missed("ben", STREET, line.board.seq, line.board) == []
    assert line.telling.missed("cas", STREET, had, line.board) == []


def test_who_has_nothing_or_comes_after_a_restart_gets_whole_lines() -> None:
    """What was told before this run is not remembered."""
    line = Line(OPENED, EntryAdded(incident=1, text=HELLO), LineJoined(incident=1))
    assert ids(line.telling.missed("anna", STREET, 0, line.board)) == [(1, [1])]
    assert ids(line.telling.missed("anna", STREET, line.board.seq, line.board)) == [(1, [1])]
    line.then(LineSpoken(incident=1, text=HELLO))
    assert ids(line.telling.missed("anna", STREET, line.board.seq - 2, line.board)) == [(1, [1, 2])]
    assert ids(line.telling.missed("anna", STREET, line.board.seq - 1, line.board)) == [(1, [2])]


def test_who_was_away_for_too_long_gets_whole_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory is short; nothing is lost by it."""
    monkeypatch.setattr(server.hub.telling, "RECENT_WORDS", 3)
    line = Line(OPENED)
    line.telling = Telling()
    line.then(LineJoined(incident=1))
    for _ in range(6):
        line.then(LineSpoken(incident=1, text=HELLO))
    assert ids(line.telling.missed("ben", STREET, line.board.seq - 2, line.board)) == [(1, [5]), (1, [6])]
    assert ids(line.telling.missed("ben", STREET, line.board.seq - 4, line.board)) == [
        (1, [1, 2, 3, 4, 5, 6])
    ]


def _on_both() -> Line:
    line = Line(OPENED, evolve(OPENED, incident=2), SIGNED_ON)
    line.then(LineJoined(incident=1))
    line.then(ContactOpened(incident=1, unit=BEN), by=BEN)
    return line


def test_of_several_words_of_one_change_only_the_last_carry_its_number() -> None:
    """So that a cut between them loses none."""
    line = _on_both()
    before = line.board.seq
    both = line.then(LineSpoken(incident=1, text=HELLO), MelderTold(incident=1, text=HELLO))
    mine = [each.shown("ben") for each in both if each.audience == STREET]
    assert [(each.line, each.seq) for each in mine] == [
        (LineKind.OPEN, before),
        (LineKind.CONTACT, before + 1),
    ]
    cut_between = line.telling.missed("ben", STREET, mine[0].seq, line.board)
    assert cut_between == mine


def test_of_whole_lines_only_the_last_says_that_all_is_there() -> None:
    """Who is cut before gets them again."""
    line = _on_both()
    line.then(LineSpoken(incident=1, text=HELLO), MelderTold(incident=1, text=HELLO))
    lines = whole_lines("ben", STREET, line.board)
    assert [each.seq for each in lines] == [0, line.board.seq]
    assert whole_lines("nobody", STREET, line.board) == []


def test_a_struck_word_is_told_again() -> None:
    """To those who have it."""
    line = Line(OPENED, EntryAdded(incident=1, text=HELLO))
    line.then(LineJoined(incident=1))
    (struck,) = line.then(EntryStruck(incident=1, entry=1), by=CAS)
    assert [(each.id, each.struck_by) for each in struck.entries] == [(1, "cas")]


def test_a_board_without_incidents_tells_nothing() -> None:
    """To nobody."""
    assert Telling().missed("ben", STREET, 0, Board()) == []
