"""Whatever is cut and whenever: in the end everybody knows the same, and every wish was answered once."""

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from protocol.commands import AddEntry, OpenIncident
from protocol.facts import EntryAdded, IncidentClosed, LineJoined, UnitSignedOn
from protocol.model.text import Name, Text
from protocol.session.events import Changed
from tests.protocol.make import BEN, BLAAK, OPENED, minute
from tests.protocol.session.helpers import Conversation, FakeServer


class WeakLink(RuleBasedStateMachine):
    """A console on a link that is cut at any frame, and a server where things go on happening."""

    @initialize(incidents=st.integers(0, 40))
    def begin(self, incidents: int) -> None:
        """A world that may be too large for one part of a snapshot."""
        server = FakeServer()
        for number in range(1, incidents + 1):
            server.happens(evolve(OPENED, incident=number))
        self.talk = Conversation(server)
        self.wished: list[int] = []

    @property
    def is_linked(self) -> bool:
        """True while a link is open."""
        return self.talk.link is not None

    @rule(opens=st.booleans(), incident=st.integers(1, 50))
    def wishes(self, opens: bool, incident: int) -> None:
        """Somebody types, linked or not; some of it will be refused."""
        wish = (
            OpenIncident(what=Name("gerucht"), place=BLAAK)
            if opens
            else AddEntry(incident=incident, text=Text(f"wens {len(self.wished)}"))
        )
        self.wished.append(self.talk.console.wish(wish, minute(0)))

    @rule(number=st.integers(1, 50), kind=st.integers(0, 3))
    def others_work(self, number: int, kind: int) -> None:
        """A change of somebody else."""
        unit = self.talk.server.board.last_unit + 1
        facts = (
            UnitSignedOn(unit=unit, call_sign=Name(f"12.{unit}")),
            EntryAdded(incident=number, text=Text("van een ander")),
            LineJoined(incident=number),
            IncidentClosed(incident=number, reason=Text("klaar")),
        )
        self.talk.server.happens(facts[kind], by=BEN)

    @precondition(lambda self: not self.is_linked)
    @rule()
    def dials(self) -> None:
        """A handshake succeeds."""
        self.talk.dial()

    @precondition(lambda self: self.is_linked)
    @rule()
    def is_cut(self) -> None:
        """Everything under way is lost."""
        self.talk.cut()

    @precondition(lambda self: self.is_linked)
    @rule(frames=st.integers(1, 3))
    def some_arrives_at_the_server(self, frames: int) -> None:
        """In order."""
        self.talk.up(frames)

    @precondition(lambda self: self.is_linked)
    @rule(frames=st.integers(1, 6), parts_first=st.booleans())
    def some_arrives_at_the_console(self, frames: int, parts_first: bool) -> None:
        """Changes among the parts of a snapshot, or after them."""
        self.talk.down(frames, parts_first=parts_first)

    @rule(seconds=st.sampled_from([0.5, 2.0, 5.0]))
    def time_passes(self, seconds: float) -> None:
        """Heartbeats and silences."""
        self.talk.wait(seconds)

    @rule()
    def the_server_lost_its_last_changes(self) -> None:
        """A restore from a backup: the same world under another history, without its end."""
        if self.wished or self.is_linked:
            return
        restored = FakeServer(f"{self.talk.server.history}+")
        for number in range(1, self.talk.server.board.last_incident):
            restored.happens(evolve(OPENED, incident=number))
        self.talk.server = restored

    @invariant()
    def every_wish_waits_or_was_answered_once(self) -> None:
        """Never both, never neither."""
        if not hasattr(self, "talk"):
            return
        answers = self.talk.answers
        assert len(set(answers)) == len(answers)
        waiting = {wish.id for wish in self.talk.console.outbox.wishes}
        assert set(self.wished) == waiting | set(answers)
        assert not waiting & set(answers)

    def teardown(self) -> None:
        """The link comes back and stays: then they agree."""
        if not hasattr(self, "talk"):
            return
        if not self.is_linked:
            self.talk.dial()
        self.talk.settle()
        server, console = self.talk.server, self.talk.console
        assert server.board == console.knowledge.board
        assert console.knowledge.complete
        assert sorted(self.wished) == sorted(self.talk.answers)
        assert sorted(self.wished) == sorted(wished for wished, _ in server.done)
        seqs = [event.change.seq for event in self.talk.events if isinstance(event, Changed)]
        assert server.history != "journal-1" or seqs == sorted(set(seqs))


TestWeakLink = WeakLink.TestCase
