"""Small boards and changes for the tests of this folder, told as a story."""

from datetime import datetime

from attrs import evolve

from protocol.change import Change
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentOpened
from protocol.facts.units import UnitSignedOn
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.moment import from_ms
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.text import Name

START_MS = 1_790_000_000_000

BLAAK = Place(name=Name("Blaak 31"), point=Point(lat_deg=51.92, lon_deg=4.49).on_grid())
OPENED = IncidentOpened(incident=1, priority=Priority.P2, what=Name("vechtpartij"), place=BLAAK)
SIGNED_ON = UnitSignedOn(unit=1, call_sign=Name("12.03"))
ANNA = Name("anna")
BEN = Name("ben")


def minute(seq: int) -> datetime:
    """When change `seq` is made: one a minute."""
    return from_ms(START_MS + seq * 60_000)


def change(seq: int, *facts: Fact, by: Name = ANNA) -> Change:
    """Change `seq`, made in its minute."""
    return Change(seq=seq, at=minute(seq), by=by, facts=facts)


def told(*facts: Fact, by: Name = ANNA) -> Board:
    """The board after these facts, one change each, from number 1 on."""
    board = Board()
    for seq, fact in enumerate(facts, start=1):
        board = fold(board, change(seq, fact, by=by))
    return board


def then(board: Board, *facts: Fact, by: Name = ANNA) -> Board:
    """The board after one more change."""
    return fold(board, change(board.seq + 1, *facts, by=by))


def besides(board: Board) -> Board:
    """The board without its number and time, to compare what the facts did."""
    return evolve(board, seq=0, at=minute(0))
