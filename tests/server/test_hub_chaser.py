"""What a slow link gets more of, and what less: a chaser behind each burst, and positions less often."""

from collections.abc import Callable
from datetime import UTC, datetime

from protocol.change import Change
from protocol.facts import UnitSignedOn
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.model.point import Point
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.wire.deltas import DeltaReader
from protocol.wire.frames import TAG_POSITIONS, decode_down, encode
from protocol.wire.messages import Alive, Positions
from server.decide.actor import Actor
from server.hub import CHASER_AFTER_S, Hub
from server.peer import Peer
from server.visibility import ROOM
from tests.server.consoles import Pipe, send_to_each

SIGNED_ON = Change(
    seq=1,
    at=datetime(2026, 1, 1, tzinfo=UTC),
    by=Name("anna"),
    facts=(UnitSignedOn(unit=1, call_sign=Name("12.03")),),
)
ANNA = Actor(name=Name("anna"), role=Role.CENTRALIST)


class Line:
    """A hub with one peer, on a clock that a test moves by hand."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.due: list[tuple[float, Callable[[], None]]] = []
        self.hub = Hub(
            Board(),
            send_to_all=send_to_each,
            now_s=lambda: self.now_s,
            later=lambda delay_s, act: self.due.append((self.now_s + delay_s, act)),
        )
        self.pipe = Pipe()
        self.peer = Peer(self.pipe, ANNA, self.hub.run_of(ROOM), seq=0, now_s=0.0)
        self.hub.join(self.peer, b"x" * 300)

    def acknowledge(self, trip_s: float) -> None:
        """Everything sent so far arrived, after this round trip."""
        self.now_s += trip_s
        self.hub.acknowledged(self.peer, self.peer.pace.in_flight_bytes)

    def let_pass(self) -> None:
        """What is due happens."""
        due, self.due = self.due, []
        for at_s, act in due:
            self.now_s = max(self.now_s, at_s)
            act()


def test_a_fast_link_is_never_chased() -> None:
    """It costs nothing where nothing is lost."""
    line = Line()
    line.acknowledge(0.02)
    line.hub.reply(line.peer, encode(Alive()))
    assert line.due == []


def test_a_slow_link_gets_one_chaser_behind_a_burst() -> None:
    """However many frames the burst has; the chaser says nothing."""
    line = Line()
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
    line = Line()
    line.acknowledge(0.7)
    line.let_pass()
    assert line.due == []


def test_who_left_is_not_chased() -> None:
    """The link is gone by then."""
    line = Line()
    line.acknowledge(0.7)
    before = len(line.pipe.frames)
    line.hub.leave(line.peer)
    line.let_pass()
    assert len(line.pipe.frames) == before


def test_a_slow_link_is_told_positions_less_often() -> None:
    """The newest of what it missed comes along with the next."""
    line = Line()
    line.hub.publish(SIGNED_ON, fold(Board(), SIGNED_ON))
    line.acknowledge(0.7)
    told = []
    for second in range(1, 8):
        line.now_s += 1
        now = datetime(2026, 1, 1, 0, 0, second, tzinfo=UTC)
        line.hub.moved([Fix(unit=1, point=Point(lat_deg=52, lon_deg=4 + second / 100), at=now)])
        before = len(line.pipe.frames)
        line.hub.tick(to_ms(now))
        line.acknowledge(0)
        told += [second] * any(frame[1] == TAG_POSITIONS for frame in list(line.pipe.frames)[before:])
    assert told == [1, 4, 7]
