"""What this console has of its lines and does there, told up; and what the others have, as marks.

The same for the room and a unit. Told at most once a second and only what changed; after a
cut everything anew, because the server keeps it in memory. Sends nothing itself: `due` gives the ticks.
"""

from collections.abc import Iterable

from console.part.context import Context
from protocol.model.entry import Entry
from protocol.model.floor import Hand
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.text import Name
from protocol.session.events import Event, LinesMoved, Welcomed
from protocol.wire.messages import OnLine, OnLineRow

Line = tuple[int, LineKind]
_QUIET = (Hand.STILL, Hand.GONE)
EVERY_S = 1.0
TYPES_FOR_S = 8.0
"""Somebody types for this long after the last key."""


class LineTicks:
    """The rows of our lines, and what was told of ours."""

    def __init__(self) -> None:
        self._row_by_name: dict[Line, dict[Name, OnLineRow]] = {}
        self._told: dict[Line, OnLine] = {}
        self._read: dict[Line, int] = {}
        self._looked_at_s = float("-inf")
        self._typed: tuple[Line, float] | None = None
        self.wanted: set[Line] = set()
        """The lines on which we want the floor."""

    def forget(self) -> None:
        """Another history: these lines are not those."""
        self._row_by_name, self._told, self._read, self.wanted = {}, {}, {}, set()
        self._looked_at_s, self._typed = float("-inf"), None

    def take(self, event: Event) -> None:
        """Rows of the others; a new link must hear ours again."""
        match event:
            case LinesMoved(rows=rows):
                for row in rows:
                    self._row_by_name.setdefault((row.incident, row.line), {})[row.name] = row
            case Welcomed():
                self._told.clear()
                self._looked_at_s = float("-inf")
            case _:
                pass

    def typed(self, line: Line | None, now_s: float) -> None:
        """Somebody typed to this line; None: stopped typing, because it was sent or left."""
        self._typed = None if line is None else (line, now_s)

    def want(self, line: Line) -> bool:
        """Ask for the floor, or no longer. Whether we want it now."""
        self.wanted ^= {line}
        return line in self.wanted

    def due(self, context: Context, in_view: Iterable[Line], now_s: float) -> list[OnLine]:
        """What must be told up now; `in_view` are the lines whose newest words are on the screen."""
        if now_s - self._looked_at_s < EVERY_S or not context.complete:
            return []
        self._looked_at_s = now_s
        seen, name = set(in_view), context.name
        found = []
        for incident in context.board.incidents.values():
            for kind in _ours(incident, name):
                line = (incident.number, kind)
                tick = self._tick(line, words_of(incident, kind), seen, now_s)
                if self._told.get(line, OnLine(incident=line[0], line=kind)) != tick:
                    self._told[line] = tick
                    found.append(tick)
        return found

    def rows(self, context: Context, line: Line) -> tuple[OnLineRow, ...]:
        """What those who are on the line now have and do, in the order of the line."""
        incident, rows = context.board.incidents.get(line[0]), self._row_by_name.get(line, {})
        on_it = () if incident is None else members_of(incident, line[1])
        return tuple(rows[name] for name in on_it if name in rows)

    def hands(self, context: Context, line: Line) -> tuple[tuple[Name, Hand], ...]:
        """Who of the others on the line types, wants the floor or has it."""
        us = context.name
        rows = (row for row in self.rows(context, line) if row.name != us and row.hand not in _QUIET)
        return tuple((row.name, row.hand) for row in rows)

    def _tick(self, line: Line, words: tuple[Entry, ...], seen: set[Line], now_s: float) -> OnLine:
        newest = words[-1].id if words else 0
        if line in seen:
            self._read[line] = max(newest, self._read.get(line, 0))
        types = self._typed is not None and self._typed[0] == line and now_s - self._typed[1] < TYPES_FOR_S
        hand = Hand.WANTS if line in self.wanted else Hand.TYPING if types else Hand.STILL
        return OnLine(
            incident=line[0],
            line=line[1],
            delivered=newest,
            read=min(newest, self._read.get(line, 0)),
            hand=hand,
        )


def words_of(incident: Incident, kind: LineKind) -> tuple[Entry, ...]:
    """What was said on that line, as far as it is here."""
    return incident.entries if kind is LineKind.OPEN else incident.contact_line.words


def members_of(incident: Incident, kind: LineKind) -> tuple[Name, ...]:
    """Who is on that line, by account."""
    members = incident.members if kind is LineKind.OPEN else incident.contact_line.members
    return tuple(member.name for member in members)


def _ours(incident: Incident, name: str) -> list[LineKind]:
    if not incident.is_open:
        return []
    open_ = [LineKind.OPEN] if incident.is_on(name) else []
    return open_ + ([LineKind.CONTACT] if incident.contact_line.member(name) is not None else [])
