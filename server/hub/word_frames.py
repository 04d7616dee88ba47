"""Words of lines as frames for the links of those who may read them, beside the run of changes.

`telling` says which words go to whom; here they become frames, each made once for all who get the same, and
wait in the peer behind their change. Used by the hub.
"""

from collections.abc import Collection, Iterable, Mapping

from protocol.change import Change
from protocol.model.board import Board
from protocol.wire.frames import encode
from server.hub.lanes import pump_words, resume
from server.hub.peer import Peer
from server.hub.run import RECENT_CHANGES
from server.hub.sender import Sender
from server.hub.telling import Telling
from server.sight.audience import Audience


class WordFrames:
    """The words of all lines of one world, on their way."""

    def __init__(self, sender: Sender) -> None:
        self._telling = Telling()
        self._sender = sender

    def show(
        self,
        change: Change,
        before: Board,
        after: Board,
        audiences: Collection[Audience],
        peers_by_name: Mapping[str, Iterable[Peer]],
    ) -> None:
        """What the change lets whom read, to those of them who are here; names in lower case."""
        for told in self._telling.told_of(change, before, after, audiences):
            frame_by_seq: dict[int, bytes] = {}
            for name in told.names:
                shown = told.shown(name)
                if shown.seq not in frame_by_seq:
                    frame_by_seq[shown.seq] = encode(shown)
                for peer in peers_by_name.get(name, ()):
                    if peer.run.audience == told.audience:
                        self._show(peer, frame_by_seq[shown.seq])

    def show_missed(self, peer: Peer, words_seq: int, board: Board) -> None:
        """To one who comes in: what it has not had since change `words_seq`; 0 for nothing at all.

        They wait in the peer; whoever calls pumps it.
        """
        missed = self._telling.missed(peer.actor.name, peer.run.audience, words_seq, board)
        peer.words.extend((peer.run.seq, encode(shown)) for shown in missed)

    def _show(self, peer: Peer, frame: bytes) -> None:
        peer.words.append((peer.run.seq, frame))
        if len(peer.words) > RECENT_CHANGES:
            resume(peer)
        pump_words(peer, self._sender)
