"""A console as the hub sees it: what it waits for, and when it has everything."""

from collections.abc import Callable

import pytest

from protocol.model.role import Role
from protocol.model.text import Name
from server.decide.actor import Actor
from server.hub.peer import Peer
from server.hub.run import Run
from server.hub.snapshot_frames import Snapshot, SnapshotFrames
from server.sight.audience import ROOM
from tests.protocol.make import OPENED, told


class Nowhere:
    """The sending end of a link that leads nowhere."""

    def send(self, frame: bytes) -> None:
        """Nothing is sent by a peer itself."""
        raise AssertionError(frame)

    def close(self, code: int, reason: str) -> None:
        """Nor closed."""
        raise AssertionError((code, reason))


def _peer(seq: int = 1) -> Peer:
    """Of a console that came in at that number, while the board is at 1."""
    actor = Actor(name=Name("anna"), role=Role.CENTRALIST)
    return Peer(Nowhere(), actor, Run(ROOM, told(OPENED)), seq=seq, now_s=4.0)


def _snapshot() -> SnapshotFrames:
    return SnapshotFrames(Snapshot(seq=1, at_ms=0, board_seq=1, stretches=()))


def test_who_came_in_at_the_newest_change_has_everything() -> None:
    """It was heard at its arrival, and nothing waits for room."""
    peer = _peer()
    assert (peer.cursor, peer.began_seq, peer.heard_at_s) == (1, 1, 4.0)
    assert peer.is_idle
    assert not peer.waits
    assert not peer.has_more


def test_who_lags_is_not_idle_though_nothing_waits() -> None:
    """Its changes stand in the run and not with it: it costs nothing but its place."""
    peer = _peer(seq=0)
    assert not peer.is_idle
    assert not peer.waits
    assert not peer.has_more


def _miss(peer: Peer) -> None:
    peer.backlog.append((1, b"change"))


def _hear(peer: Peer) -> None:
    peer.words.append((1, b"words"))


def _ask(peer: Peer) -> None:
    peer.replies.append((1, b"answer"))


def _read(peer: Peer) -> None:
    peer.bulk.append(iter([b"piece"]))


def _look(peer: Peer) -> None:
    peer.map_bulk.append(iter([b"piece"]))


@pytest.mark.parametrize(
    ("come", "waits", "is_idle"),
    [
        (_miss, True, False),
        (_hear, True, False),
        (_ask, False, True),
        (_read, False, True),
        (_look, False, True),
    ],
)
def test_only_changes_and_words_hold_up_newer_ones(
    come: Callable[[Peer], None], waits: bool, is_idle: bool
) -> None:
    """Answers and documents want room too, but nothing must wait behind them."""
    peer = _peer()
    come(peer)
    assert peer.has_more
    assert (peer.waits, peer.is_idle) == (waits, is_idle)


def test_words_wait_behind_a_snapshot_without_holding_up_changes() -> None:
    """They are in the snapshot's timeline; until it is whole the console is not idle."""
    peer = _peer()
    peer.snapshot = _snapshot()
    _hear(peer)
    assert (peer.waits, peer.is_idle, peer.has_more) == (False, False, True)
    peer.snapshot = None
    assert peer.waits
