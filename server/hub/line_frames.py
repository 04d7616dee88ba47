"""What members of lines have read and do, told to the other members with the tick of the hub.

`line_ticks` keeps the rows; here those with news are owed to each member's links and go out when a link has
room, so that a full link gets one row of the newest and not each that it missed. A member without a link is
told as gone: whoever speaks knows who cannot hear it.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from attrs import evolve

from protocol.model.board import Board
from protocol.model.floor import Hand
from protocol.model.line_kind import LineKind
from protocol.model.text import Name
from protocol.wire.frames import encode
from protocol.wire.messages import OnLine, OnLineRow, OnLines
from server.decide.actor import Actor
from server.hub.line_ticks import Line, LineTicks, members_of
from server.hub.peer import Peer
from server.hub.sender import Sender


class LineFrames:
    """The rows of all lines, on their way."""

    def __init__(self, sender: Sender) -> None:
        self._ticks = LineTicks()
        self._sender = sender
        self._absent: dict[Line, frozenset[Name]] = {}
        """The members of each line that have no link, as they were told."""

        self._back: dict[Line, frozenset[Name]] = {}
        """Those who were told as gone and have a link again."""

        self._looked_at = -1
        """The change at which that was; -1 to look again, because somebody came or went."""

    def hear(self, actor: Actor, tick: OnLine, board: Board, now: datetime) -> None:
        """What one member says; of somebody who is not on that line it is dropped."""
        self._ticks.hear(actor, tick, board, now)

    def gone(self, name: Name, now: datetime) -> None:
        """Its last link ended: it types nothing and wants nothing."""
        self._ticks.gone(name, now)
        self._looked_at = -1

    def came(self) -> None:
        """Somebody has a link who may have had none."""
        self._looked_at = -1

    def tell(
        self,
        board: Board,
        peers: Iterable[Peer],
        peers_by_name: Mapping[str, Iterable[Peer]],
        now: datetime,
    ) -> None:
        """News of lines to their other members, each when its link has room; names in lower case."""
        for line in {*self._ticks.fresh(board, now), *self._moved(board, peers_by_name)}:
            incident = board.incidents.get(line[0])
            for name in () if incident is None else members_of(incident, line[1]):
                for peer in peers_by_name.get(name.casefold(), ()):
                    peer.lines_owed.add(line)
        for peer in peers:
            if peer.lines_owed and peer.is_idle and peer.pace.has_room:
                lines, peer.lines_owed = sorted(peer.lines_owed), set()
                rows = tuple(row for line in lines for row in self._rows(peer, line, board, peers_by_name))
                if rows:
                    self._sender.give(peer, encode(OnLines(rows=rows)))

    def _moved(self, board: Board, peers_by_name: Mapping[str, Iterable[Peer]]) -> list[Line]:
        """Lines of which other members have no link than was told last."""
        if self._looked_at == board.seq:
            return []
        self._looked_at = board.seq
        now = {
            (incident.number, kind): frozenset(
                name for name in members_of(incident, kind) if name.casefold() not in peers_by_name
            )
            for incident in board.incidents.values()
            if incident.is_open
            for kind in LineKind
        }
        before, self._absent = self._absent, now
        moved = [line for line, absent in now.items() if absent != before.get(line, frozenset())]
        for line in moved:
            self._back[line] = self._back.get(line, frozenset()) | before.get(line, frozenset())
        self._back = {line: names for line, names in self._back.items() if line in now}
        return moved

    def _rows(
        self, peer: Peer, line: Line, board: Board, peers_by_name: Mapping[str, Iterable[Peer]]
    ) -> tuple[OnLineRow, ...]:
        incident = board.incidents.get(line[0])
        members = () if incident is None else members_of(incident, line[1])
        if peer.actor.name not in members:
            # It may have left since.
            return ()
        known = {row.name: row for row in self._ticks.rows(line, members)}
        found = []
        for name in members:
            row = known.get(name, OnLineRow(incident=line[0], line=line[1], name=name))
            if name.casefold() not in peers_by_name:
                found.append(evolve(row, hand=Hand.GONE))
            elif name in known or name in self._back.get(line, ()):
                found.append(row)
        return tuple(sorted(found, key=lambda row: row.name))
