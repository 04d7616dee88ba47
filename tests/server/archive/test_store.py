"""The writing side: however the changes come, the archive is the same; a file in doubt is made anew."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.change import Change
from protocol.facts.back import DeedTakenBack, IncidentRestored
from protocol.facts.incidents import IncidentClosed, IncidentOpened
from protocol.facts.units import UnitAssigned, UnitSignedOn
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.missing import Missing
from protocol.model.moment import from_ms
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from server.archive.case import from_json
from server.archive.errors import NotUsable
from server.archive.schema import connect
from server.archive.store import SAVE_EVERY, Store, open_store
from tests.histories import histories

OPENED = IncidentOpened(
    incident=1, priority=Priority.P1, what=Name("brand"), place=Place(name=Name("Blaak 31"))
)


def _change(seq: int, *facts: Any) -> Change:
    return Change(seq=seq, at=from_ms(1_790_000_000_000 + seq * 1_000), by=Name("anna"), facts=facts)


def _content(path: Path) -> dict[str, list[Any]]:
    connection = connect(path, writing=False)
    try:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            for table in ("incident", "closing")
        } | {"words": connection.execute("SELECT rowid, said FROM words ORDER BY 1").fetchall()}
    finally:
        connection.close()


def _fill(path: Path, changes: Sequence[Change], cuts: Sequence[int], *, crash: bool = False) -> None:
    """Takes the changes in parts; between parts the store is closed, or dies without a word."""
    ends = sorted({min(cut, len(changes)) for cut in cuts} | {len(changes)})
    for end in ends:
        store = Store(path, "h")
        store.add(changes[store.seq : end])
        if crash:
            store.abandon()
        else:
            store.close()


@settings(max_examples=40)
@given(history=histories(), cuts=st.lists(st.integers(0, 60), max_size=4), crash=st.booleans())
def test_growing_is_the_same_as_making_anew(
    history: Sequence[Change], cuts: Sequence[int], crash: bool
) -> None:
    """Whatever the history, wherever it is cut, with a clean stop or a crash at each cut."""
    with TemporaryDirectory() as folder:
        grown, made = Path(folder) / "grown.db", Path(folder) / "made.db"
        _fill(grown, history, cuts, crash=crash)
        _fill(made, history, ())
        assert _content(grown) == _content(made)


def test_what_only_the_facts_say_is_kept(tmp_path: Path) -> None:
    """The first assignment, and what an emergency passed over."""
    path = tmp_path / "archive.db"
    _fill(
        path,
        [
            _change(1, OPENED, UnitSignedOn(unit=1, call_sign=Name("12.01"))),
            _change(2, UnitAssigned(incident=1, unit=1)),
            _change(3, IncidentClosed(incident=1, reason=Text("klaar"), passed=(Missing.FEEDBACK,))),
        ],
        (2,),
    )
    content = _content(path)
    case = from_json(content["incident"][0][-1])
    assert (case.assigned, case.passed) == (from_ms(1_790_000_002_000), ("feedback",))
    assert content["closing"] == [(3, 1, 1_790_000_003_000, '["feedback"]')]


def test_the_board_is_saved_now_and_then(tmp_path: Path) -> None:
    """After a crash only the newest changes are taken again."""
    path = tmp_path / "archive.db"
    store = Store(path, "h")
    store.add(_change(seq, OPENED) for seq in range(1, SAVE_EVERY + 1))
    store.add([_change(SAVE_EVERY + 1, OPENED)])
    store.abandon()
    assert Store(path, "h").seq == SAVE_EVERY


def _other_history(path: Path) -> None:
    Store(path, "another").close()


def _garbage(path: Path) -> None:
    path.write_bytes(b"this is no database at all" * 400)


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _old_version(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.close()


def _no_table(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE meta")
    connection.close()


def _bad_board(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = x'00' WHERE key = 'board'")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("harm", [_garbage, _cut_short, _old_version, _bad_board, _no_table, Path.unlink])
def test_a_file_in_doubt_is_made_anew(tmp_path: Path, harm: Any) -> None:
    """Missing, damaged or of another version: it begins at nothing and the journal fills it."""
    path = tmp_path / "archive.db"
    _fill(path, [_change(1, OPENED)], ())
    harm(path)
    store = open_store(path, "h", last_seq=10)
    assert store.seq == 0
    store.add([_change(1, OPENED)])
    store.close()
    assert len(_content(path)["incident"]) == 1


def test_an_archive_of_another_journal_or_ahead_of_it_is_made_anew(tmp_path: Path) -> None:
    """After a restore from a backup its numbers mean nothing."""
    path = tmp_path / "archive.db"
    _other_history(path)
    with pytest.raises(NotUsable, match="another journal"):
        Store(path, "h")
    store = open_store(path, "h", last_seq=5)
    store.add(_change(seq, OPENED) for seq in range(1, 6))
    store.close()
    kept, anew = (open_store(path, "h", last_seq=last) for last in (5, 4))
    assert (kept.seq, anew.seq) == (5, 0)
    kept.abandon()
    anew.close()


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    """It holds what people said."""
    Store(tmp_path / "archive.db", "h").close()
    assert (tmp_path / "archive.db").stat().st_mode & 0o777 == 0o600


def test_a_closing_that_was_taken_back_is_none(tmp_path: Path) -> None:
    """Nothing was passed over, and a unit that was called back was never sent."""
    opened = fold(Board(), _change(1, OPENED, UnitSignedOn(unit=1, call_sign=Name("12.03"))))
    closing = IncidentClosed(incident=1, reason=Text("weg"), passed=(Missing.FEEDBACK,))
    fields = tuple(map(Name, ("phase", "phase_since", "closed_because", "units", "involved")))
    store = open_store(tmp_path / "a", "h", last_seq=3)
    store.add(
        [
            _change(1, OPENED, UnitSignedOn(unit=1, call_sign=Name("12.03"))),
            _change(2, UnitAssigned(incident=1, unit=1), closing),
            _change(
                3,
                DeedTakenBack(deed=2, what=Name("CloseIncident"), incidents=(1,)),
                IncidentRestored(incident=1, fields=fields, incident_was=opened.incidents[1]),
            ),
        ]
    )
    store.close()
    content = _content(tmp_path / "a")
    assert content["closing"] == []
    case = from_json(content["incident"][0][-1])
    assert (case.closed, case.passed, case.assigned) == (None, (), None)
