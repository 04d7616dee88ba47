"""A run of changes: what one audience sees, each change encoded once for everybody in it.

Owned by the hub, one for the room, one for the street and one for each partner that is here. Holds the recent
changes, so that a console which lags or returns can go on from where it was. It never sends.
"""

from collections import deque
from itertools import takewhile

from attrs import evolve

from protocol.by_identity import ByIdentity
from protocol.change import Change
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.moment import to_ms
from protocol.wire.deltas import DeltaWriter, Written
from server.hub.peer import Peer
from server.sight.audience import Audience
from server.sight.board_view import digest_for, partners_incident, rest_for
from server.sight.visibility import seen

RECENT_CHANGES = 4_096
"""How many changes a console may lag before it must resume: some hours of a busy shift, in about a megabyte.
What is older is in the journal, and only who returns after that has it read."""


class Run:
    """The changes as one audience sees them, from `board` on."""

    def __init__(self, audience: Audience, board: Board) -> None:
        self.audience = audience
        self.peers: set[Peer] = set()
        """Who hears it now."""

        self._writer = DeltaWriter(board.seq, to_ms(board.at))
        self._recent: deque[Written] = deque(maxlen=RECENT_CHANGES)
        self.board = board
        """The whole board after the newest change offered, also what this audience may not see."""

        self._views = ByIdentity(partners_incident)
        self._digest = digest_for(audience)

    @property
    def seq(self) -> int:
        """The newest change that this audience saw."""
        return self._writer.seq

    @property
    def offered_seq(self) -> int:
        """The newest change of all, also when this audience saw nothing of it."""
        return self.board.seq

    @property
    def at_ms(self) -> int:
        """When that change was made."""
        return self._writer.at_ms

    @property
    def generation_after(self) -> int:
        """The present generation of names can be read by whoever has had every frame after this number."""
        return self._writer.generation_after

    @property
    def oldest_after(self) -> int:
        """A console that has this change, or a later one, can go on from the recent changes alone."""
        return self._recent[0].after if self._recent else self._writer.seq

    def at_ms_of(self, seq: int) -> int | None:
        """When a recent change of this run was made, in ms since 1970; None when it is not one of them."""
        if seq == self._writer.seq:
            return self._writer.at_ms
        before = self.all_after(seq - 1)
        return before[0].at_ms if before and before[0].seq == seq else None

    def add(self, change: Change, board: Board) -> Written | None:
        """The next change, encoded; None when this audience sees nothing of it."""
        before, self.board = self.board, board
        facts = seen(change, before, board, self.audience, shown=self._shown)
        self._views.keep_only(board.incidents)
        if not facts:
            return None
        # Left out where the audience sees nothing: a hole in the numbers is legal, each change names the one
        # before it in this run.
        visible = change if facts == change.facts else evolve(change, facts=facts)
        # As long as nobody came late, a generation may grow old: beginning anew costs everybody its names.
        latecomers = any(peer.began_seq > self.generation_after for peer in self.peers)
        written = self._writer.write(visible, latecomers=latecomers)
        self._recent.append(written)
        return written

    def all_after(self, seq: int) -> list[Written]:
        """Recent changes above `seq`, oldest first. Whoever asks is mostly near the end."""
        # From the end: who lags lags by a few, and the rest of four thousand need not be looked at.
        found = list(takewhile(lambda written: written.seq > seq, reversed(self._recent)))
        found.reverse()
        return found

    def digest(self) -> int | None:
        """Of the board as this audience may have it, as a snapshot holds it; None when not yet reckoned."""
        return self._digest.digest_of(rest_for(self.board, self.audience))

    def _shown(self, incident: Incident) -> Incident:
        return self._views.made_of(incident.number, incident)
