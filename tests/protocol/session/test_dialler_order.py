"""Whenever the link can take a frame, whatever is answered and wherever it is cut: wishes go up in order.

A shell that asks for one frame at a time, now and then; a server that reads when it likes. Each link sees the
wishes that had no answer in the order in which they were made, and in the end each was done once, in that
order, and answered once.
"""

from collections import deque
from collections.abc import Iterable

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from protocol.commands.timeline import AddEntry
from protocol.model.fix import Fix
from protocol.model.moment import from_ms
from protocol.model.point import Point
from protocol.model.text import Text
from protocol.session.client import ClientSession
from protocol.session.dialler import Dialler
from protocol.session.ending import late
from protocol.session.events import Answered, Event
from protocol.wire import SUBPROTOCOL
from protocol.wire.messages import Do
from tests.protocol.make import BEN, OPENED, minute
from tests.protocol.session.helpers import FakeLink, FakeServer
from tests.protocol.session.test_dialler import WROTE


class Clogged(RuleBasedStateMachine):
    """A console on a link that takes a frame when it can, and is cut at any."""

    @initialize()
    def begin(self) -> None:
        """A world with one incident."""
        self.server = FakeServer()
        self.server.happens(OPENED)
        self.session = ClientSession(first_id=1, attended=False)
        self.dialler = Dialler(self.session, name="anna", secret="s", dice=lambda: 0.5)
        self.now_s = 0.0
        self.link: FakeLink | None = None
        self.owed: list[int] = []
        """What had no answer when this link began, and what was wished since."""

        self.under_way: deque[bytes] = deque()
        self.wished: list[int] = []
        self.answered: list[int] = []

    @property
    def is_linked(self) -> bool:
        """True while a link is open."""
        return self.link is not None

    @rule(count=st.integers(1, 3))
    def wishes(self, count: int) -> None:
        """Somebody types, linked or not."""
        for _ in range(count):
            text = Text(f"wens {len(self.wished)}")
            self.wished.append(self.session.wish(AddEntry(incident=1, text=text), minute(0)))
            self.owed.append(self.wished[-1])

    @rule(unit=st.integers(1, 3))
    def units_move(self, unit: int) -> None:
        """Ticks between the wishes."""
        self.session.report((Fix(unit=unit, point=Point(lat_deg=51.9, lon_deg=4.4), at=from_ms(0)),))

    @rule()
    def others_work(self) -> None:
        """A change of somebody else."""
        self.server.happens(WROTE, by=BEN)

    @precondition(lambda self: not self.is_linked)
    @rule(succeeds=st.booleans())
    def dials(self, succeeds: bool) -> None:
        """When it is time."""
        self.now_s = max(self.now_s, self.dialler.dial_at_s)
        self.dialler.dial()
        if succeeds:
            self.owed = [wish.id for wish in self.session.outbox.wishes]
            self.link = self.server.dialled(self.session.hello())
            self._hear(self.dialler.opened(SUBPROTOCOL, self.now_s))
        else:
            self.dialler.failed(late("host:1", 10), self.now_s)

    @precondition(lambda self: self.is_linked)
    @rule()
    def is_cut(self) -> None:
        """Everything under way is lost."""
        assert self.link is not None
        self.server.links.remove(self.link)
        self.link = None
        self.under_way.clear()
        self._hear(self.dialler.closed(None, self.now_s))

    @precondition(lambda self: self.is_linked)
    @rule(frames=st.integers(1, 4))
    def the_link_takes_some(self, frames: int) -> None:
        """As many as it can just now."""
        for _ in range(frames):
            frame = self.dialler.next_frame(self.now_s, 0)
            if frame is not None:
                self.under_way.append(frame)

    @precondition(lambda self: self.is_linked)
    @rule(frames=st.integers(1, 4))
    def the_server_reads_some(self, frames: int) -> None:
        """In the order in which they were sent."""
        assert self.link is not None
        for _ in range(min(frames, len(self.under_way))):
            self.link.take(self.under_way.popleft())

    @precondition(lambda self: self.is_linked)
    @rule(frames=st.integers(1, 4))
    def some_comes_down(self, frames: int) -> None:
        """Welcomes, changes, answers."""
        assert self.link is not None
        for _ in range(frames):
            frame = self.link.next_frame()
            if frame is not None:
                self._hear(self.dialler.received(frame, self.now_s, 0))

    @rule(seconds=st.sampled_from([0.5, 2.0, 5.0]))
    def time_passes(self, seconds: float) -> None:
        """Signs of life become due."""
        self.now_s += seconds
        if self.is_linked:
            self._hear(self.dialler.tick(self.now_s))
            if self.dialler.hang_up is not None:
                self.is_cut()

    @invariant()
    def this_link_heard_what_was_owed_in_order(self) -> None:
        """From the first on, without a hole, none twice."""
        if getattr(self, "link", None) is None:
            return
        assert self.link is not None
        heard = [message.id for message in self.link.heard if isinstance(message, Do)]
        assert heard == self.owed[: len(heard)]

    @invariant()
    def every_wish_was_done_once_in_the_order_in_which_it_was_made(self) -> None:
        """Over all links together."""
        if not hasattr(self, "server"):
            return
        done = [id for id, _ in self.server.done]
        assert done == self.wished[: len(done)]
        assert self.answered == self.wished[: len(self.answered)]

    def teardown(self) -> None:
        """The link comes back and stays: then nothing is owed."""
        if not hasattr(self, "server"):
            return
        if not self.is_linked:
            self.dials(succeeds=True)
        for _ in range(1_000):
            received = self.session.received_bytes
            self.the_link_takes_some(4)
            self.the_server_reads_some(4)
            self.some_comes_down(4)
            if not self.under_way and received == self.session.received_bytes:
                break
        assert self.answered == self.wished
        assert [id for id, _ in self.server.done] == self.wished
        assert self.session.knowledge.board == self.server.board

    def _hear(self, events: Iterable[Event]) -> None:
        self.answered.extend(event.answer.id for event in events if isinstance(event, Answered))


TestClogged = Clogged.TestCase
