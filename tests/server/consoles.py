"""Consoles without sockets, and a town to connect them to: room, hub and journal as the server joins them.

Each console is a real ClientSession behind a pipe; a test says how much of it flows, and when it is cut.
"""

from collections import deque
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count

from protocol.change import Change
from protocol.commands import Command
from protocol.errors import Refused
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.client import ClientSession
from protocol.session.events import Answered, Event, Moved
from protocol.wire.frames import decode_up, encode
from protocol.wire.messages import Alive, Do, Done, Refusal
from server.accounts import Account
from server.arrival import World, arrive
from server.decide.actor import Actor
from server.hub import Hub
from server.journal.memory import MemoryJournal
from server.peer import Outlet, Peer
from server.room import Room
from server.saved_board import load_board
from tests.server.make import Clock

NOW = datetime(2026, 9, 21, 12, tzinfo=UTC)


def send_to_each(links: Sequence[Outlet], frame: bytes) -> None:
    """What the gateway does with a broadcast."""
    for link in links:
        link.send(frame)


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
        self._ids = count(1)
        self._put_together(Board())

    def _put_together(self, board: Board) -> None:
        self.hub = Hub(board, send_to_all=send_to_each, now_s=lambda: self.now_s)
        self.room = Room(self.journal, board, publish=self._publish, clock=self.clock)

    def _publish(self, change: Change) -> None:
        self.board_by_seq[change.seq] = self.room.board
        self.hub.publish(change, self.room.board)

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
    ) -> Peer:
        """A console that comes in, saying this."""
        world = World(name=Name("oefenstad"), exercise=True, history=self.history, status_numbers=())
        account = Account(name=Name(name), role=role, hash="")
        return await arrive(
            self.hub, self.journal, world, account, pipe, after=after, history=history, ticket="t", now=NOW
        )

    async def do(self, command: Command, *, name: str = "iemand") -> None:
        """A wish of somebody whom nobody here listens to; refusals do not matter."""
        try:
            await self.room.do(Actor(name=Name(name), role=Role.CENTRALIST), next(self._ids), command)
        except Refused:
            return

    async def take(self, peer: Peer, frame: bytes) -> None:
        """What the gateway does with a frame from a console."""
        message = decode_up(frame, now_ms=to_ms(NOW))
        if isinstance(message, Alive):
            self.hub.acknowledged(peer, message.received_bytes)
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

    def __init__(self, town: Town, name: str) -> None:
        self.town = town
        self.name = name
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
            self.pipe, name=self.name, after=hello.after, history=hello.history
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
        frames = self.session.outgoing()
        if self.peer is not None:
            for frame in frames:
                await self.town.take(self.peer, frame)

    async def beat(self) -> int:
        """A heartbeat, when there is more to acknowledge than the last answer to one; how many came."""
        if self.peer is None or self.peer.pace.in_flight_bytes <= 10:
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
            if isinstance(event, Answered):
                self.answered.append(event.answer.id)
                if isinstance(event.answer, Done):
                    assert self.session.knowledge.complete or event.answer.seq > self._welcome_seq
                    assert event.answer.seq <= self.board.seq
        if self.session.knowledge.complete:
            assert self.board == self.town.board_by_seq[self.board.seq]

    @property
    def _welcome_seq(self) -> int:
        assert self.session.welcome is not None
        return self.session.welcome.seq
