"""Words of lines at a console: beside the changes, by id, and remembered up to which change they are here."""

from protocol.facts.timeline import EntryAdded
from protocol.model.line_kind import LineKind
from protocol.model.moment import to_ms
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.session.client import ClientSession
from protocol.session.events import Alarmed, LinesMoved, WordsCame
from protocol.wire.frames import encode
from protocol.wire.messages import Alarm, OnLineRow, OnLines, Shown, Welcome
from protocol.wire.snapshot_writer import write_snapshot
from tests.protocol.make import ANNA, OPENED, minute, told

ENTRIES = told(OPENED, *[EntryAdded(incident=1, text=Text("mes"))] * 3).incidents[1].entries
NOW_MS = to_ms(minute(9))


def session() -> ClientSession:
    """One that has a board with an incident and no words."""
    made, board = ClientSession(first_id=1), told(OPENED)
    welcome = Welcome(
        world=Name("oefening"),
        exercise=True,
        name=ANNA,
        role=Role.UNIT,
        now=minute(9),
        history="h",
        seq=board.seq,
        at=board.at,
        snapshot=True,
        newest=board.seq,
        ticket="t",
    )
    made.opened(0.0)
    made.received(encode(welcome), 0.0, NOW_MS)
    for part in write_snapshot(board):
        made.received(encode(part), 0.0, NOW_MS)
    return made


def test_words_come_beside_the_changes_and_are_remembered_for_the_next_hello() -> None:
    """The board's own number stays what it was; an older telling takes nothing back."""
    made = session()
    assert made.hello().has == "h:1"
    for seq, entries in ((7, ENTRIES[:2]), (0, ENTRIES[1:])):
        shown = Shown(seq=seq, incident=1, line=LineKind.OPEN, entries=entries)
        assert made.received(encode(shown), 0.0, NOW_MS) == [WordsCame(shown=shown)]
    assert made.hello().has == "h:1:7"
    assert made.knowledge.board.seq == 1
    assert made.knowledge.board.incidents[1].entries == ENTRIES


def test_alarms_and_ticks_of_lines_are_told() -> None:
    """And change nothing of the board."""
    made = session()
    alarm = Alarm(unit=1, call_sign=Name("12.03"), incident=1)
    row = OnLineRow(incident=1, line=LineKind.OPEN, name=ANNA, read=2)
    before = made.knowledge.board
    assert made.received(encode(alarm), 0.0, NOW_MS) == [Alarmed(alarm=alarm)]
    assert made.received(encode(OnLines(rows=(row,))), 0.0, NOW_MS) == [LinesMoved(rows=(row,))]
    assert made.knowledge.board is before


def test_a_new_snapshot_begins_without_words() -> None:
    """They come again behind it."""
    made = session()
    shown = Shown(seq=7, incident=1, line=LineKind.OPEN, entries=ENTRIES)
    made.received(encode(shown), 0.0, NOW_MS)
    made.distrust_board()
    assert (made.hello().after, made.hello().words) == (0, 0)
