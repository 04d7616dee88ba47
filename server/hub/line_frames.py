"""What members of lines have read and do, told to the other members with the tick of the hub.

`line_ticks` keeps the rows; here those with news are owed to each member's links and go out when a link has
room, so that a full link gets one row of the newest and not each that it missed.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from protocol.model.board import Board
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

    def hear(self, actor: Actor, tick: OnLine, board: Board, now: datetime) -> None:
        """What one member says; of somebody who is not on that line it is dropped."""
        self._ticks.hear(actor, tick, board, now)

    def gone(self, name: Name, now: datetime) -> None:
        """Its last link ended: it types nothing and wants nothing."""
        self._ticks.gone(name, now)

    def tell(
        self,
        board: Board,
        peers: Iterable[Peer],
        peers_by_name: Mapping[str, Iterable[Peer]],
        now: datetime,
    ) -> None:
        """News of lines to their other members, each when its link has room; names in lower case."""
        for line in self._ticks.fresh(board, now):
            incident = board.incidents.get(line[0])
            for name in () if incident is None else members_of(incident, line[1]):
                for peer in peers_by_name.get(name.casefold(), ()):
                    peer.lines_owed.add(line)
        for peer in peers:
            if peer.lines_owed and peer.is_idle and peer.pace.has_room:
                lines, peer.lines_owed = sorted(peer.lines_owed), set()
                rows = tuple(row for line in lines for row in self._rows(peer, line, board))
                if rows:
                    self._sender.give(peer, encode(OnLines(rows=rows)))

    def _rows(self, peer: Peer, line: Line, board: Board) -> tuple[OnLineRow, ...]:
        incident = board.incidents.get(line[0])
        members = () if incident is None else members_of(incident, line[1])
        # It may have left since.
        return self._ticks.rows(line, members) if peer.actor.name in members else ()
