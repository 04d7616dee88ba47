"""What it costs the server to know, at a beat, what every board should be: 500 incidents and 200 units.

The room's digest, which holds all timelines, after one more line on one of them; beside it the same digest
from nothing, which is what it would cost without what was kept.
"""

from collections.abc import Iterator
from time import perf_counter

from protocol.change import Change
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentOpened
from protocol.facts.timeline import EntryAdded
from protocol.facts.units import UnitSignedOn
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.moment import from_ms
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.session.digest import MOST_HASHED
from server.sight.audience import ROOM
from server.sight.board_view import digest_for
from tests.bench.figure import Figure, percentile

INCIDENTS, UNITS, LINES_EACH = 500, 200, 20
BEATS = 300
START_MS = 1_790_000_000_000


class _Town:
    """A board that goes on."""

    def __init__(self) -> None:
        self.board = Board()
        place = Place(name=Name("Coolsingel"))
        for number in range(1, UNITS + 1):
            self.happens(UnitSignedOn(unit=number, call_sign=Name(f"{number // 100 + 11}.{number % 100:02}")))
        for number in range(1, INCIDENTS + 1):
            what = Name(f"melding van soort {number % 40}")
            self.happens(IncidentOpened(incident=number, priority=Priority.P2, what=what, place=place))
            for _ in range(LINES_EACH):
                self.writes(number)

    def happens(self, fact: Fact) -> None:
        seq = self.board.seq + 1
        change = Change(seq=seq, at=from_ms(START_MS + 1_000 * seq), by=Name("centralist-1"), facts=(fact,))
        self.board = fold(self.board, change)

    def writes(self, incident: int) -> None:
        self.happens(EntryAdded(incident=incident, text=Text("wij gaan kijken aan de overkant")))


def digests() -> Iterator[Figure]:
    """The cost of a beat with news, and the longest stretch while a whole board is new."""
    town, kept = _Town(), digest_for(ROOM)
    stretches: list[float] = []
    digest: int | None = None
    while digest is None:
        began_s = perf_counter()
        digest = kept.digest_of(town.board)
        stretches.append(perf_counter() - began_s)
    beats = []
    for beat in range(BEATS):
        town.writes(1 + beat * 7 % INCIDENTS)
        began_s = perf_counter()
        assert kept.digest_of(town.board) is not None
        beats.append(perf_counter() - began_s)
    yield Figure(
        name="a board's digest at a beat, after one change, median",
        value=percentile(beats, 0.5) * 1000,
        unit="ms",
        target=1.0,
        baseline=sum(stretches) * 1000,
        baseline_name="the same from nothing",
        note=f"{INCIDENTS} incidents of {LINES_EACH} lines, {UNITS} units; reckoned once for an audience",
    )
    yield Figure(
        name="the longest stretch while a whole board is new",
        value=max(stretches) * 1000,
        unit="ms",
        baseline=sum(stretches) * 1000,
        baseline_name="in one go",
        note=f"{len(stretches)} beats, {MOST_HASHED} objects and lines at each",
    )
