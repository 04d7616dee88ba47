"""What tests of the hub do and look at: towns, consoles that have everything, links that are full or slow."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from protocol.change import Change
from protocol.commands.timeline import AddEntry, Speak
from protocol.commands.units import SignOnUnit
from protocol.facts.units import UnitSignedOn
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.line_kind import LineKind
from protocol.model.point import from_grid
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.wire.deltas import DELTA_TAGS
from protocol.wire.packing import unpack
from server.decide.actor import Actor
from server.hub.hub import Hub
from server.hub.peer import Peer
from server.sight.audience import ROOM
from tests.server.consoles import NOW, Console, Pipe, Town, send_to_each
from tests.server.make import opening, strict

LINE = AddEntry(incident=1, text=Text("een regel"))
WELCOME, ALIVE, SNAPSHOT, POSITIONS, DONE, PIECE = 4, 5, 6, 9, 10, 12

SIGNED_ON = Change(
    seq=1,
    at=datetime(2026, 1, 1, tzinfo=UTC),
    by=Name("anna"),
    facts=(UnitSignedOn(unit=1, call_sign=Name("12.03")),),
)
ANNA = Actor(name=Name("anna"), role=Role.CENTRALIST)


def kinds(frames: Iterable[bytes]) -> list[object]:
    """The tags of frames, every change as "change"."""
    tags = [unpack(frame, max_bytes=1 << 20)[0] for frame in frames]
    return ["change" if tag in DELTA_TAGS else tag for tag in tags]


def pieces_in(frames: Iterable[bytes]) -> list[int]:
    """The ids of the documents of which these frames carry pieces, in their order."""
    raw = [unpack(frame, max_bytes=1 << 20) for frame in frames]
    return [each[1] for each in raw if each[0] == PIECE]


def fix(unit: int, step: int = 0, *, seconds_ago: int = 0) -> Fix:
    """Where a unit is; `step` moves it."""
    return Fix(unit=unit, point=from_grid(5_192_000 + step, 449_000), at=NOW - timedelta(seconds=seconds_ago))


async def town(lines: int = 0, units: int = 0) -> Town:
    """A town with an incident of this many lines and units 1 to n."""
    made = Town()
    await made.do(opening())
    for number in range(1, units + 1):
        await made.do(SignOnUnit(call_sign=Name(f"12.{number:02}")))
    for number in range(lines):
        await made.do(AddEntry(incident=1, text=Text(f"regel {number} {hash(str(number)):x}")))
    return made


async def live(made: Town, name: str = "anna", role: Role = Role.CENTRALIST) -> Console:
    """A console that has everything and has acknowledged it."""
    console = Console(made, name, role)
    await console.dial()
    await console.flow()
    peer = console.peer
    assert peer is not None
    made.hub.acknowledged(peer, peer.pace.in_flight_bytes)
    await console.flow()
    return console


def full(peer: Peer, made: Town) -> None:
    """Its link has no room for what can wait."""
    while peer.pace.has_room:
        peer.pace.sent(50, made.now_s)


async def flows(*consoles: Console) -> None:
    """Until nothing is under way to any of them."""
    while sum([await console.flow() + await console.beat() for console in consoles]):
        pass


def peer_of(console: Console) -> Peer:
    """Its present end at the hub."""
    assert console.peer is not None
    return console.peer


def say(text: str) -> Speak:
    """Words on the open line of the first incident."""
    return Speak(incident=1, text=Text(text))


def texts(console: Console, line: LineKind = LineKind.OPEN) -> list[list[str]]:
    """The words that were shown to it, message by message."""
    return [[each.text for each in shown.entries] for shown in console.shown if shown.line is line]


class SlowLink:
    """A hub with one peer, on a clock that a test moves by hand."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.due: list[tuple[float, Callable[[], None]]] = []
        self.hub = Hub(
            Board(),
            send_to_all=send_to_each,
            now_s=lambda: self.now_s,
            faults=strict(),
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
