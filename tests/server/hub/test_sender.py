"""What leaves for a slow link gets a chaser behind it, and nothing else does."""

from datetime import UTC, datetime

from protocol.wire.deltas import DeltaReader
from protocol.wire.frames import decode_down, encode
from protocol.wire.messages import Alive, Positions
from server.hub.sender import CHASER_AFTER_S
from tests.server.hub_steps import SlowLink


def test_a_fast_link_is_never_chased() -> None:
    """It costs nothing where nothing is lost."""
    line = SlowLink()
    line.acknowledge(0.02)
    line.hub.reply(line.peer, encode(Alive()))
    assert line.due == []


def test_a_slow_link_gets_one_chaser_behind_a_burst() -> None:
    """However many frames the burst has; the chaser says nothing."""
    line = SlowLink()
    line.acknowledge(0.7)
    line.let_pass()
    before = len(line.pipe.frames)
    for _ in range(3):
        line.hub.reply(line.peer, encode(Alive()))
    assert [at_s for at_s, _ in line.due] == [line.now_s + CHASER_AFTER_S]
    line.let_pass()
    *burst, chaser = list(line.pipe.frames)[before:]
    assert burst == [encode(Alive())] * 3
    now_ms = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp() * 1000)
    assert decode_down(chaser, DeltaReader(0, 0), now_ms=now_ms) == Positions(fixes=())


def test_a_chaser_is_not_chased() -> None:
    """Else a quiet link would never be quiet."""
    line = SlowLink()
    line.acknowledge(0.7)
    line.let_pass()
    assert line.due == []


def test_who_left_is_not_chased() -> None:
    """The link is gone by then."""
    line = SlowLink()
    line.acknowledge(0.7)
    before = len(line.pipe.frames)
    line.hub.leave(line.peer)
    line.let_pass()
    assert len(line.pipe.frames) == before
