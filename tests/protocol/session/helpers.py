"""A server's end of a link, small and honest, and a conversation with it: in memory, with a clock by hand.

It does what a console may count on and no more: facts before the answer, the same answer to the same id,
what is missing after a cut, a snapshot otherwise. The console's end is the real ClientSession.
"""

from collections import deque

from attrs import evolve, frozen

from protocol.change import Change
from protocol.commands.command import Command
from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import AddEntry
from protocol.errors import Reason
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentOpened
from protocol.facts.timeline import EntryAdded
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.moment import from_ms, to_ms
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.client import ClientSession
from protocol.session.events import Answered, Event, LinkState
from protocol.session.handshake import Hello
from protocol.wire.deltas import DeltaWriter, Written
from protocol.wire.frames import decode_up, encode
from protocol.wire.messages import Alive, Do, Done, Fetch, Piece, Positions, Refusal, UpMessage, Welcome
from protocol.wire.snapshot_writer import write_snapshot
from tests.protocol.make import ANNA, OPENED, START_MS


class FakeServer:
    """One world with one journal, and every command it was ever given."""

    def __init__(self, history: str = "journal-1") -> None:
        self.history = history
        self.board = Board()
        self.now_ms = START_MS
        self.runs: list[Written] = []
        self.done: list[tuple[int, Command]] = []
        """Every command that was carried out or refused, in order, with its id."""

        self.documents: dict[str, bytes] = {}
        self.links: list[FakeLink] = []
        self._writer = DeltaWriter(0, to_ms(self.board.at))
        self._answer_by_id: dict[int, Done | Refusal] = {}

    def happens(self, *facts: Fact, by: Name = ANNA) -> Change:
        """A change, told to every link."""
        self.now_ms += 1_000
        change = Change(seq=self.board.seq + 1, at=from_ms(self.now_ms), by=by, facts=facts)
        self.board = fold(self.board, change)
        self.runs.append(self._writer.write(change))
        for link in self.links:
            link.tell(self.runs[-1])
        return change

    def dialled(self, hello: Hello) -> "FakeLink":
        """A new link: welcome, then what is missing or a snapshot."""
        resumes = hello.history == self.history and 0 < hello.after <= self.board.seq
        link = FakeLink(self, began=self.board.seq)
        after = hello.after if resumes else self.board.seq
        at_ms = self.runs[after - 1].at_ms if after else to_ms(Board().at)
        link.send(self.welcome(after, at_ms, snapshot=not resumes))
        for written in self.runs[after:]:
            link.tell(written)
        if not resumes:
            link.parts.extend(encode(part) for part in write_snapshot(self.board))
        self.links.append(link)
        return link

    def welcome(self, seq: int, at_ms: int, *, snapshot: bool) -> Welcome:
        """The welcome of this moment."""
        return Welcome(
            world=Name("oefening"),
            exercise=True,
            name=ANNA,
            role=Role.CENTRALIST,
            now=from_ms(self.now_ms),
            history=self.history,
            seq=seq,
            at=from_ms(at_ms),
            snapshot=snapshot,
            newest=self.board.seq,
            ticket="ticket",
        )

    def asked(self, do: Do) -> Done | Refusal:
        """Do it once; say the same again when asked again."""
        if do.id not in self._answer_by_id:
            self.done.append((do.id, do.command))
            self._answer_by_id[do.id] = self._decided(do)
        return self._answer_by_id[do.id]

    def _decided(self, do: Do) -> Done | Refusal:
        match do.command:
            case OpenIncident() as wish:
                number = self.board.last_incident + 1
                opened = IncidentOpened(
                    incident=number, priority=wish.priority, what=wish.what, place=wish.place
                )
                return Done(id=do.id, seq=self.happens(opened).seq, number=number)
            case AddEntry() as wish if wish.incident in self.board.incidents:
                added = EntryAdded(incident=wish.incident, text=wish.text)
                return Done(id=do.id, seq=self.happens(added).seq)
            case _:
                return Refusal(id=do.id, reason=Reason.NO_SUCH_INCIDENT)


class FakeLink:
    """What is under way to one console. Urgent frames go before parts of a snapshot."""

    def __init__(self, server: FakeServer, *, began: int) -> None:
        self.urgent: deque[bytes] = deque()
        self.parts: deque[bytes] = deque()
        self.heard: list[UpMessage] = []
        """Everything that arrived from the console on this link."""

        self._server = server
        self._began = began
        self._is_welcomed = False

    @property
    def acknowledged_bytes(self) -> int:
        """What the console says it received on this link."""
        return sum(message.received_bytes for message in self.heard if isinstance(message, Alive))

    def send(self, message: Welcome | Alive | Done | Refusal | Piece | Positions) -> None:
        """Queue a frame."""
        self.urgent.append(encode(message, now_ms=self._server.now_ms))

    def tell(self, written: Written) -> None:
        """Queue a change in the form that this console can read."""
        self.urgent.append(written.known if self._began <= written.generation_after else written.plain)

    def next_frame(self, *, parts_first: bool = False) -> bytes | None:
        """The next frame down, the welcome before all; None when there is nothing."""
        first, second = (self.urgent, self.parts) if not parts_first else (self.parts, self.urgent)
        lane = first if first and self._is_welcomed else second if self._is_welcomed else self.urgent
        self._is_welcomed = True
        return lane.popleft() if lane else None

    def take(self, frame: bytes) -> None:
        """A frame of the console arrived."""
        message = decode_up(frame, now_ms=self._server.now_ms)
        self.heard.append(message)
        match message:
            case Do():
                self.send(self._server.asked(message))
            case Alive():
                self.send(Alive())
            case Fetch() if message.document in self._server.documents:
                whole = self._server.documents[message.document]
                rest = whole[message.offset :]
                self.send(Piece(id=message.id, offset=message.offset, total=len(whole), data=rest))
            case Fetch():
                self.send(Refusal(id=message.id, reason=Reason.INVALID))
            case Positions():
                pass


@frozen(kw_only=True)
class Heard:
    """An event, and when the console's driver heard it."""

    at_s: float
    event: Event


class Conversation:
    """A console and a server, and the link between them, frame by frame.

    The console's clocks start at nought and three seconds behind the server's.
    """

    def __init__(self, server: FakeServer | None = None) -> None:
        self.server = FakeServer() if server is None else server
        self.console = ClientSession(first_id=1)
        self.link: FakeLink | None = None
        self.now_s = 0.0
        self.heard: list[Heard] = []
        self.upward: deque[bytes] = deque()
        """Frames that have left the console and not arrived."""

    @property
    def clock_ms(self) -> int:
        """What the console's wall clock reads."""
        return START_MS - 3_000 + int(self.now_s * 1_000)

    @property
    def events(self) -> list[Event]:
        """Everything heard so far."""
        return [each.event for each in self.heard]

    @property
    def answers(self) -> list[int]:
        """The ids that were answered, in order."""
        return [event.answer.id for event in self.events if isinstance(event, Answered)]

    def dial(self) -> None:
        """A handshake that succeeds."""
        self.link = self.server.dialled(self.console.hello())
        self._hear(self.console.opened(self.now_s))

    def cut(self) -> None:
        """The link is gone, with everything that was under way in both directions."""
        if self.link is not None:
            self.server.links.remove(self.link)
        self.link = None
        self.upward.clear()
        self._hear(self.console.closed())

    def wait(self, seconds: float, *, step_s: float = 0.5) -> None:
        """Time passes, in ticks; frames leave, and nothing arrives."""
        until_s = self.now_s + seconds
        while self.now_s < until_s - 1e-9:
            self.now_s = min(until_s, self.now_s + step_s)
            self._hear(self.console.tick(self.now_s))
            self.leave()

    def leave(self) -> None:
        """Everything that the console has to say is on its way."""
        while (frame := self.console.next_frame(self.now_s, self.clock_ms)) is not None:
            self.upward.append(frame)

    def up(self, frames: int | None = None) -> None:
        """So many frames of the console arrive; all of them unless told."""
        self.leave()
        assert self.link is not None
        for _ in range(len(self.upward) if frames is None else min(frames, len(self.upward))):
            self.link.take(self.upward.popleft())

    def down(self, frames: int | None = None, *, parts_first: bool = False) -> int:
        """So many frames of the server arrive; all of them unless told. How many did."""
        assert self.link is not None
        count = 0
        while frames is None or count < frames:
            frame = self.link.next_frame(parts_first=parts_first)
            if frame is None:
                break
            self._hear(self.console.received(frame, self.now_s, self.clock_ms))
            count += 1
        return count

    def settle(self) -> None:
        """Everything arrives, both ways, until nobody has anything to say."""
        for _ in range(1_000):
            self.up()
            if self.down() == 0:
                return
        raise AssertionError("they never stop talking")

    def _hear(self, events: list[Event]) -> None:
        self.heard.extend(Heard(at_s=self.now_s, event=event) for event in events)


def live(*, incidents: int = 1) -> Conversation:
    """A console that has caught up with a world of so many incidents."""
    server = FakeServer()
    for number in range(1, incidents + 1):
        server.happens(evolve(OPENED, incident=number))
    talk = Conversation(server)
    talk.dial()
    talk.settle()
    assert talk.console.state is LinkState.LIVE
    talk.heard.clear()
    return talk
