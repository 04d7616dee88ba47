"""The writing side of the archive: changes in, rows out. One thread at a time; never on the event loop.

It folds the changes on a board of its own, so that a rebuild and the daily growth are one and the same path.
The board is saved now and then; after a crash the changes since are taken again, which changes nothing.
"""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from protocol.change import Change
from protocol.errors import BadMessage
from protocol.facts.back import DeedTakenBack, IncidentRestored
from protocol.facts.incidents import IncidentClosed, IncidentReopened
from protocol.facts.units import UnitAssigned
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.moment import to_ms
from server.archive.case import Case, as_json, from_json
from server.archive.errors import NotUsable, is_damage
from server.archive.keys import as_indexed, digits_of, place_key, same_number_key, what_key
from server.archive.schema import discard, open_file
from server.archive.summary import case_of, words_of
from server.room.saved_board import as_checkpoint, from_checkpoint

SAVE_EVERY = 1_000
"""Changes between two saved boards: what a start takes again at most."""


@frozen(kw_only=True)
class _Touched:
    """An incident after the newest change about it, and what only the facts say."""

    incident: Incident
    assigned: datetime | None
    passed: tuple[str, ...]


class Store:
    """One open archive file."""

    def __init__(self, path: Path, history: str) -> None:
        """Opens or makes the file. Raises NotUsable, sqlite3.Error."""
        self._connection = open_file(path, history)
        try:
            self.board = self._saved_board()
        except BaseException:
            self._connection.close()
            raise
        self._saved_seq = self.board.seq

    @property
    def seq(self) -> int:
        """The newest change in it."""
        return self.board.seq

    def add(self, changes: Iterable[Change]) -> None:
        """Writes what the changes brought about: all or, when it raises, nothing.

        Raises sqlite3.Error, NotUsable, UnicodeDecodeError.
        """
        board, touched, closings = self.board, dict[int, _Touched](), []
        undone: list[tuple[int]] = []
        for change in changes:
            numbers = change.incidents(board)
            board = fold(board, change)
            for number in numbers:
                incident = board.incidents.get(number)
                if incident is not None:
                    known = touched.get(number) or self._known(incident)
                    touched[number] = _after(evolve(known, incident=incident), change)
            closings += [
                (change.seq, fact.incident, to_ms(change.at), json.dumps([each.key for each in fact.passed]))
                for fact in change.facts
                if isinstance(fact, IncidentClosed)
            ]
            undone += [(fact.deed,) for fact in change.facts if isinstance(fact, DeedTakenBack)]
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            for each in touched.values():
                self._write(each)
            self._connection.executemany("INSERT OR REPLACE INTO closing VALUES (?, ?, ?, ?)", closings)
            self._connection.executemany("DELETE FROM closing WHERE seq = ?", undone)
            if board.seq - self._saved_seq >= SAVE_EVERY:
                self._save(board)
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise
        if board.seq - self._saved_seq >= SAVE_EVERY:
            self._saved_seq = board.seq
        self.board = board

    def close(self) -> None:
        """Saves the board and lets go of the file. Raises sqlite3.Error."""
        try:
            if self.board.seq > self._saved_seq:
                self._save(self.board)
        finally:
            self._connection.close()

    def abandon(self) -> None:
        """Lets go of a damaged file without a word more in it."""
        self._connection.close()

    def _save(self, board: Board) -> None:
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('board', ?)", (as_checkpoint(board),))

    def _saved_board(self) -> Board:
        found = self._connection.execute("SELECT value FROM meta WHERE key = 'board'").fetchone()
        if found is None:
            return Board()
        try:
            return from_checkpoint(found[0])
        except BadMessage as error:
            raise NotUsable(f"its board cannot be read: {error}") from error

    def _known(self, incident: Incident) -> _Touched:
        found = self._connection.execute(
            "SELECT body FROM incident WHERE number = ?", (incident.number,)
        ).fetchone()
        if found is None:
            return _Touched(incident=incident, assigned=None, passed=())
        case = from_json(found[0])
        return _Touched(incident=incident, assigned=case.assigned, passed=case.passed)

    def _write(self, touched: _Touched) -> None:
        case = case_of(touched.incident, assigned=touched.assigned, passed=touched.passed)
        row = row_of(case)
        marks = ", ".join("?" * len(row))
        self._connection.execute(f"INSERT OR REPLACE INTO incident VALUES ({marks})", row)
        self._connection.execute("DELETE FROM words WHERE rowid = ?", (case.number,))
        self._connection.execute(
            "INSERT INTO words (rowid, said) VALUES (?, ?)",
            (case.number, as_indexed(words_of(touched.incident))),
        )


def row_of(case: Case) -> tuple[Any, ...]:
    """The case as a row: what is searched by, and the whole of it."""
    return (
        case.number,
        to_ms(case.opened),
        None if case.closed is None else to_ms(case.closed),
        case.priority,
        case.code.casefold(),
        what_key(case.what),
        place_key(case.place),
        case.lat,
        case.lon,
        digits_of(case.melder_number),
        same_number_key(case.melder_number),
        case.feedback,
        as_json(case),
    )


def open_store(path: Path, history: str, *, last_seq: int) -> Store:
    """The archive at `path`, made anew where it is missing, damaged or ahead of a journal at `last_seq`.

    Raises sqlite3.Error, OSError when even a new one cannot be made.
    """
    try:
        store = Store(path, history)
        if store.seq <= last_seq:
            return store
        store.close()
    except (NotUsable, UnicodeDecodeError, sqlite3.Error) as error:
        # A table that is not there is damage here, where every question is our own.
        missing = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR
        if not is_damage(error) and not missing:
            raise
    discard(path)
    return Store(path, history)


def _after(touched: _Touched, change: Change) -> _Touched:
    """What the facts of the change say that the board forgets."""
    for fact in change.facts:
        if touched.incident.number not in fact.about().incidents:
            continue
        match fact:
            case UnitAssigned():
                touched = evolve(touched, assigned=touched.assigned or change.at)
            case IncidentClosed():
                touched = evolve(touched, passed=tuple(each.key for each in fact.passed))
            case IncidentReopened():
                touched = evolve(touched, passed=())
            case IncidentRestored():
                passed = () if touched.incident.is_open else touched.passed
                assigned = touched.assigned if touched.incident.involved else None
                touched = evolve(touched, passed=passed, assigned=assigned)
    return touched
