"""The work that the benches do: a board of 100 calls and the changes of the busiest hour, from real calls.

Where the real file is not beside the checkout, calls of the same shape are generated, and the table says so.
Everything is decided by the server's own decisions, so a change here is a change as it would be.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from attrs import frozen

from protocol.change import Change
from protocol.commands.command import Command
from protocol.commands.incidents import CloseIncident, OpenIncident
from protocol.commands.units import AssignUnit, SetUnitStatus, SignOnUnit
from protocol.errors import Refused
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from server.decide import decide
from server.decide.actor import Actor
from server.rehearse.calls import Call, read_calls
from server.rehearse.findings import Findings
from server.rehearse.mapping_file import read_mapping, shipped
from server.rehearse.schedule import Closed, Dispatched, EnRoute, OnScene, Received, plan, steps

CALLS_FILE = Path(__file__).parents[3] / "shared/data/calls/sf_law_dispatched_calls_realtime.csv"
CENTRALISTS = tuple(Actor(name=Name(f"centralist-{n}"), role=Role.CENTRALIST) for n in range(1, 5))
UNITS = 60
BOARD_CALLS = 100


@frozen(kw_only=True)
class Workload:
    """A start and what happens next."""

    board: Board
    """100 open calls and 60 units."""

    changes: tuple[Change, ...]
    """The busiest hour, in order, following the board."""

    source: str
    """`real` or `generated`."""


def workload() -> Workload:
    """The board and the hour. Takes about a second."""
    real = CALLS_FILE.exists()
    calls = list(_real_calls()) if real else list(_generated_calls())
    planned = plan(calls, ZoneInfo("UTC"), None)
    player = _Player(planned.start)
    for number in range(1, UNITS + 1):
        player.wish(SignOnUnit(call_sign=Name(f"{number // 10 + 11}.{number % 10:02}")))
    before = [call for call in calls if call.received < planned.start][-BOARD_CALLS:]
    for call in before:
        player.wish(_opening(call))
    board = player.board
    player.changes.clear()
    for step in steps(planned, for_s=3600):
        player.at = planned.start + timedelta(seconds=step.offset_s)
        match step.what:
            case Received(call=call):
                player.open(call)
            case Dispatched(call=call):
                player.assign(call)
            case EnRoute(call=call):
                player.status(call, UnitStatus.EN_ROUTE)
            case OnScene(call=call):
                player.status(call, UnitStatus.ON_SCENE)
            case Closed(call=call):
                player.close(call)
    return Workload(board=board, changes=tuple(player.changes), source="real" if real else "generated")


def _opening(call: Call) -> Command:
    place = Place(name=Name(call.place or "onbekend"), point=call.point)
    return OpenIncident(what=Name(call.what), place=place, priority=call.priority)


class _Player:
    """Applies wishes to a board, as the room would."""

    def __init__(self, at: datetime) -> None:
        self.board = Board()
        self.changes: list[Change] = []
        self.at = at
        self._number_by_call: dict[int, int] = {}
        self._unit_by_call: dict[int, int] = {}
        self._turn = 0

    def wish(self, command: Command) -> bool:
        self._turn += 1
        actor = CENTRALISTS[self._turn % len(CENTRALISTS)]
        try:
            facts = decide(self.board, command, actor)
        except Refused:
            return False
        change = Change(seq=self.board.seq + 1, at=max(self.at, self.board.at), by=actor.name, facts=facts)
        self.board = fold(self.board, change)
        self.changes.append(change)
        return True

    def open(self, call: Call) -> None:
        if self.wish(_opening(call)):
            self._number_by_call[call.order] = self.board.last_incident

    def assign(self, call: Call) -> None:
        free = [unit.id for unit in self.board.units.values() if unit.incident is None]
        number = self._number_by_call.get(call.order)
        if number is not None and free and self.wish(AssignUnit(incident=number, unit=min(free))):
            self._unit_by_call[call.order] = min(free)

    def status(self, call: Call, status: UnitStatus) -> None:
        unit = self._unit_by_call.get(call.order)
        if unit is not None:
            self.wish(SetUnitStatus(unit=unit, status=status))

    def close(self, call: Call) -> None:
        number = self._number_by_call.get(call.order)
        if number is not None:
            reason = Text(call.disposition or "afgehandeld")
            # The file has stages only: nothing in it says who took over or who told the melder.
            self.wish(CloseIncident(incident=number, reason=reason, emergency=True))


def _real_calls() -> Iterator[Call]:
    mapping = read_mapping(shipped()).calls
    if mapping is None:
        raise ValueError("the shipped mapping has no calls")
    yield from read_calls(CALLS_FILE, mapping, Findings())


def _generated_calls() -> Iterator[Call]:
    chance = random.Random(7)
    start = datetime(2026, 1, 15, 10, tzinfo=UTC)
    kinds = [f"MELDING SOORT {number}" for number in range(90)]
    for order in range(400):
        received = start + timedelta(seconds=order * 32)
        yield Call(
            order=order,
            source_id=str(order),
            received=received,
            entry=received,
            dispatched=received + timedelta(seconds=chance.randint(10, 600)),
            en_route=received + timedelta(seconds=700),
            on_scene=received + timedelta(seconds=1_200),
            closed=received + timedelta(seconds=2_400),
            what=chance.choice(kinds),
            priority=Priority(chance.randint(1, 3)),
            place=f"STRAAT {chance.randint(1, 900)} / LAAN {chance.randint(1, 900)}",
            point=Point(lat_deg=52 + chance.random() / 10, lon_deg=4.3 + chance.random() / 10),
            disposition="AFG",
            on_view=False,
        )
