"""Consoles without sockets, and a town to connect them to: room, hub and journal as the server joins them.

Each console is a real ClientSession behind a pipe; a test says how much of it flows, and when it is cut.
"""

from collections import deque
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count

from attrs import evolve
from immutables import Map

from protocol.change import Change
from protocol.commands.command import Command
from protocol.errors import Refused
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.line_kind import LineKind
from protocol.model.moment import to_ms
from protocol.model.presence import HalfCall, Presence
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.client import ClientSession
from protocol.session.events import Alarmed, Answered, Event, LinesMoved, Moved, WordsCame
from protocol.wire.frames import decode_up, encode
from protocol.wire.messages import Alarm, Alive, Do, Done, OnLine, OnLineRow, Refusal, Shown
from server.accounts.accounts import Account
from server.decide.actor import Actor
from server.faults.faults import Faults, Part
from server.gateway.arrival import World, arrive
from server.hub.hub import Hub
from server.hub.peer import Outlet, Peer
from server.journal.memory import MemoryJournal
from server.room.room import Room
from server.room.saved_board import load_board
from server.room.subscribers import Subscriber, Subscribers
from server.sight.audience import ROOM, STREET, Audience, audience_of
from server.sight.board_view import board_for
from server.sight.words import all_words, on_line, readable
from tests.server.make import Clock

NOW = datetime(2026, 9, 21, 12, tzinfo=UTC)


def send_to_each(links: Sequence[Outlet], frame: bytes) -> None:
    """What the gateway does with a broadcast."""
    for link in links:
        link.send(frame)


def without_words(board: Board, audience: Audience) -> Board:
    """The board without its number, and without the words that do not come in the run of this audience."""
    incidents = {
        number: evolve(
            incident,
            entries=incident.entries if audience == ROOM else (),
            contact_line=evolve(incident.contact_line, words=()),
        )
        for number, incident in board.incidents.items()
    }
    return evolve(board, seq=0, at=NOW, incidents=Map(incidents))


class Pipe:
    """One link from the hub to a console; what was sent stands in it until it flows."""

    def __init__(self) -> None:
        self.frames: deque[bytes] = deque()
        self.closed: tuple[int, str] | None = None

    def send(self, frame: bytes) -> None:
        """A frame on its way; lost when the link is closed."""
        if self.closed is None:
            self.frames.append(frame)

    def close(self, code: int, reason: str) -> None:
        """The link ends, for this reason."""
        if self.closed is None:
            self.closed = (code, reason)


class Town:
    """A server without sockets; time stands still unless a test moves it."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.journal = MemoryJournal()
        self.clock = Clock()
        self.history = "eerste"
        self.board_by_seq = {0: Board()}
        self.ever_on: set[tuple[str, int, LineKind]] = set()
        """Who was ever on which line."""

        self.faulted: list[tuple[Part, str]] = []
        """The part and the class of every error that was contained."""

        self.may_fail = False
        """True when a test makes something fail; otherwise a contained error is a failure of the test."""

        self.faults = Faults(now_s=lambda: self.now_s, count=lambda *fault: self.faulted.append(fault))
        self._ids = count(1)
        self._put_together(Board())

    def _put_together(self, board: Board) -> None:
        self.hub = Hub(board, send_to_all=send_to_each, now_s=lambda: self.now_s, faults=self.faults)
        self.subscribers = Subscribers(self.faults)
        self.subscribers.add(Subscriber(Part.HUB, self.hub.publish, self.hub.begin_anew))
        self.room = Room(self.journal, board, publish=self._publish, clock=self.clock, faults=self.faults)

    def _publish(self, change: Change) -> None:
        self.board_by_seq[change.seq] = self.room.board
        for incident in self.room.board.incidents.values():
            for line in LineKind:
                for audience in (ROOM, STREET):
                    names = on_line(incident, line, self.room.board, audience)
                    self.ever_on.update((name, incident.number, line) for name in names)
        self.subscribers.tell(change, self.room.board)

    async def restart(self) -> None:
        """A crash and a new start; every link is gone."""
        self._put_together(await load_board(self.journal))

    async def arrive(
        self,
        pipe: Pipe,
        *,
        name: str = "anna",
        role: Role = Role.CENTRALIST,
        after: int = 0,
        history: str = "",
        words: int = 0,
    ) -> Peer:
        """A console that comes in, saying this."""
        world = World(name=Name("oefenstad"), exercise=True, history=self.history, status_numbers=())
        account = Account(name=Name(name), role=role, hash="")
        return await arrive(
            self.hub,
            self.journal,
            world,
            account,
            pipe,
            after=after,
            history=history,
            words=words,
            ticket="t",
            now=NOW,
            faults=self.faults,
        )

    async def do(self, command: Command, *, name: str = "iemand", role: Role = Role.CENTRALIST) -> None:
        """A wish of somebody whom nobody here listens to; refusals do not matter."""
        try:
            await self.room.do(Actor(name=Name(name), role=role), next(self._ids), command)
        except Refused:
            return

    async def take(self, peer: Peer, frame: bytes) -> None:
        """What the gateway does with a frame from a console."""
        message = decode_up(frame, now_ms=to_ms(NOW))
        if isinstance(message, Alive):
            self.hub.acknowledged(peer, message.received_bytes)
        elif isinstance(message, OnLine):
            self.hub.on_line(peer, message, NOW)
        elif isinstance(message, Presence | HalfCall):
            self.hub.present(peer, message)
        elif isinstance(message, Do):
            try:
                accepted = await self.room.do(peer.actor, message.id, message.command)
            except Refused as refused:
                self.hub.reply(peer, encode(Refusal(id=message.id, reason=refused.reason)))
            else:
                done = Done(id=message.id, seq=accepted.seq, number=accepted.number)
                self.hub.reply(peer, encode(done), after_seq=accepted.seq)


class Console:
    """A person with a session, over as many links as it takes."""

    def __init__(self, town: Town, name: str, role: Role = Role.CENTRALIST) -> None:
        self.town = town
        self.name = name
        self.role = role
        self.audience = audience_of(Actor(name=Name(name), role=role))
        self.shown: list[Shown] = []
        """Words of lines as they came."""

        self.alarms: list[Alarm] = []
        self.rows: list[OnLineRow] = []
        self.session = ClientSession(first_id=1)
        self.pipe = Pipe()
        self.peer: Peer | None = None
        self.events: list[Event] = []
        self.fix_by_unit: dict[int, Fix] = {}
        self.answered: list[int] = []
        self.snapshots = 0

    @property
    def board(self) -> Board:
        """The board as it has arrived."""
        return self.session.knowledge.board

    async def dial(self) -> None:
        """A fresh link, resuming from what is known."""
        self.hang_up()
        hello = self.session.hello()
        self.pipe = Pipe()
        self.session.opened(self.town.now_s)
        self.peer = await self.town.arrive(
            self.pipe,
            name=self.name,
            role=self.role,
            after=hello.after,
            history=hello.history,
            words=hello.words,
        )
        self.snapshots += not self.peer.resumed

    def hang_up(self) -> None:
        """The link is cut; what was in it is lost."""
        if self.peer is not None:
            self.town.hub.leave(self.peer)
            self.peer = None
            self.session.closed()

    async def wish(self, command: Command) -> int:
        """The id of a wish, which is on its way if there is a link."""
        id = self.session.wish(command, NOW)
        await self.speak()
        return id

    async def speak(self) -> None:
        """What the session has to say goes to the server."""
        while (frame := self.session.next_frame(self.town.now_s, to_ms(NOW))) is not None:
            if self.peer is not None:
                await self.town.take(self.peer, frame)

    async def beat(self) -> int:
        """A heartbeat, when there is more to acknowledge than the last answer to one; how many came."""
        if self.peer is None or self.peer.pace.in_flight_bytes <= 16:
            return 0
        self.session.tick(self.town.now_s)
        await self.speak()
        return len(self.pipe.frames)

    async def flow(self, most: int = 1_000_000) -> int:
        """Up to so many frames arrive, and are acknowledged; how many did."""
        count = 0
        while self.pipe.frames and count < most and self.peer is not None:
            count += 1
            self.hear(self.pipe.frames.popleft())
            await self.speak()
        if self.pipe.closed and not self.pipe.frames:
            self.hang_up()
        return count

    def hear(self, frame: bytes) -> None:
        """A frame arrives; every answer comes after its facts."""
        for event in self.session.received(frame, self.town.now_s, to_ms(NOW)):
            self.events.append(event)
            if isinstance(event, Moved):
                self.fix_by_unit.update({fix.unit: fix for fix in event.fixes})
            if isinstance(event, WordsCame):
                self._take_words(event.shown)
            if isinstance(event, Alarmed):
                self.alarms.append(event.alarm)
            if isinstance(event, LinesMoved):
                self.rows.extend(event.rows)
            if isinstance(event, Answered):
                self.answered.append(event.answer.id)
                if isinstance(event.answer, Done):
                    assert self.session.knowledge.complete or event.answer.seq > self._welcome_seq
                    if self.session.knowledge.complete and event.answer.seq > self.board.seq:
                        self._has_all_of(event.answer.seq)
        if self.session.knowledge.complete:
            self._has_all_of(self.board.seq)

    def _take_words(self, shown: Shown) -> None:
        """Only of lines that it was on, and as far as it may read them."""
        self.shown.append(shown)
        assert (self.name, shown.incident, shown.line) in self.town.ever_on
        assert readable(shown.entries, shown.line, self.audience) == shown.entries

    def _has_all_of(self, seq: int) -> None:
        """Its board is what it may have of the server's at that number, words of lines aside."""
        expected = without_words(board_for(self.town.board_by_seq[seq], self.audience), self.audience)
        assert without_words(self.board, self.audience) == expected

    def has_all(self) -> None:
        """Its board is what it may have of the server's now, with every word of the lines it is on."""
        assert self.town.may_fail or not self.town.faulted
        board = self.town.room.board
        self._has_all_of(board.seq)
        for number, incident in board.incidents.items():
            for line in LineKind:
                if line is LineKind.OPEN and self.audience == ROOM:
                    continue
                here = self.board.incidents.get(number)
                words = () if here is None else all_words(here, line)
                if self.name in on_line(incident, line, board, self.audience):
                    assert words == readable(all_words(incident, line), line, self.audience)
                elif words:
                    assert (self.name, number, line) in self.town.ever_on
                    assert {word.id for word in words} <= {word.id for word in all_words(incident, line)}

    @property
    def _welcome_seq(self) -> int:
        assert self.session.welcome is not None
        return self.session.welcome.seq
