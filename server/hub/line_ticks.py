"""What members of lines have read, who types and who wants the floor: ticks, of which the last one counts.

Fed by consoles through the hub, told to the members of the same line with the next tick. Kept in memory only:
after a restart everybody says it anew. Who has the floor is decided by `protocol.rules.floor`.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from attrs import evolve

from protocol.model.board import Board
from protocol.model.floor import Floor, FloorPriority, Hand
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.rules.floor import released, requested
from protocol.wire.messages import OnLine, OnLineRow
from server.decide.actor import Actor

Line = tuple[int, LineKind]


class LineTicks:
    """The rows of every line, and what changed since they were last taken."""

    def __init__(self) -> None:
        self._row_by_name: dict[Line, dict[Name, OnLineRow]] = {}
        self._floor: dict[Line, Floor] = {}
        self._fresh: set[Line] = set()

    def hear(self, actor: Actor, tick: OnLine, board: Board, now: datetime) -> None:
        """What one member says; of somebody who is not on that line it is dropped."""
        incident = board.incidents.get(tick.incident)
        if incident is None or actor.name not in members_of(incident, tick.line):
            return
        line = (tick.incident, tick.line)
        rows = self._row_by_name.setdefault(line, {})
        known = rows.get(actor.name)
        row = OnLineRow(
            incident=tick.incident,
            line=tick.line,
            name=actor.name,
            delivered=max(tick.delivered, known.delivered if known else 0),
            read=max(tick.read, known.read if known else 0),
            hand=Hand.STILL if tick.hand is Hand.GONE else tick.hand,
        )
        floor = self._floor.get(line, Floor())
        if tick.hand in (Hand.WANTS, Hand.HAS):
            floor = requested(floor, actor.name, _priority(actor, incident, board), now)
        else:
            floor = released(floor, actor.name, now)
        self._floor[line] = floor
        rows[actor.name] = row
        self._fresh.add(line)

    def gone(self, name: Name, now: datetime) -> None:
        """Its link ended: it types nothing and wants nothing."""
        for line, rows in self._row_by_name.items():
            row = rows.get(name)
            if row is not None and row.hand is not Hand.STILL:
                rows[name] = evolve(row, hand=Hand.STILL)
                self._floor[line] = released(self._floor.get(line, Floor()), name, now)
                self._fresh.add(line)

    def fresh(self, board: Board, now: datetime) -> list[Line]:
        """Lines with news since the last time, each once; lines that are no more are forgotten."""
        for line in [line for line in self._row_by_name if line[0] not in board.incidents]:
            del self._row_by_name[line]
            self._floor.pop(line, None)
        for line in self._row_by_name:
            self._settle(line, members_of(board.incidents[line[0]], line[1]), now)
        lines = [line for line in self._fresh if line in self._row_by_name]
        self._fresh.clear()
        return lines

    def _settle(self, line: Line, members: Collection[str], now: datetime) -> None:
        """Who left the line wants its floor no more: it goes to who waits."""
        floor = self._floor.get(line, Floor())
        for name in [floor.holder, *(each.name for each in floor.queue)]:
            if name and name not in members:
                self._floor[line] = released(self._floor[line], name, now)
                self._fresh.add(line)
        rows = self._row_by_name[line]
        for name in [name for name in rows if name not in members]:
            del rows[name]

    def rows(self, line: Line, members: Iterable[str]) -> tuple[OnLineRow, ...]:
        """What each of these members has and does, by name."""
        floor = self._floor.get(line, Floor())
        waiting = {each.name for each in floor.queue}
        wanted = set(members)
        found = []
        for name, row in sorted(self._row_by_name.get(line, {}).items()):
            if name in wanted:
                hand = Hand.HAS if floor.holder == name else Hand.WANTS if name in waiting else row.hand
                found.append(evolve(row, hand=hand))
        return tuple(found)


def members_of(incident: Incident, line: LineKind) -> tuple[Name, ...]:
    """Who is on this line, by account."""
    on_it = incident.members if line is LineKind.OPEN else incident.contact_line.members
    return tuple(member.name for member in on_it)


def _priority(actor: Actor, incident: Incident, board: Board) -> FloorPriority:
    """A colleague in need goes before the room, and the room before the others."""
    in_need = any(
        each.call_sign == actor.name and each.incident == incident.number
        for each in board.emergencies.values()
    )
    if in_need:
        return FloorPriority.EMERGENCY
    return FloorPriority.ROOM if actor.role in (Role.CENTRALIST, Role.OPCO) else FloorPriority.NORMAL
