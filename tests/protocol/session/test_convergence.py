"""Whatever is cut and whenever: in the end everybody knows the same, and every wish was answered once."""

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import AddEntry
from protocol.facts.incidents import IncidentClosed
from protocol.facts.timeline import EntryAdded, LineJoined
from protocol.facts.units import UnitSignedOn
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
        self.servers = [server]
        self.meant_for: dict[int, set[str]] = {}
        """The histories for which somebody meant each wish."""

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
        id = self.talk.console.wish(wish, minute(0))
        here = self.talk.console.outbox.here
        self.wished.append(id)
        self.meant_for[id] = set() if here is None else {here.history}

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
        if self.is_linked:
            return
        restored = FakeServer(f"{self.talk.server.history}+")
        for number in range(1, self.talk.server.board.last_incident):
            restored.happens(evolve(OPENED, incident=number))
        self.talk.server = restored
        self.servers.append(restored)

    @precondition(lambda self: self.talk.console.outbox.withheld)
    @rule()
    def somebody_sends_what_was_withheld(self) -> None:
        """After looking at it: it is meant for this history now."""
        console = self.talk.console
        for wish in console.outbox.withheld:
            console.again(wish)
            assert console.outbox.here is not None
            self.meant_for[wish.id].add(console.outbox.here.history)

    @invariant()
    def every_wish_waits_or_was_answered_once(self) -> None:
        """Never both, never neither."""
        if not hasattr(self, "talk"):
            return
        answers = self.talk.answers
        assert len(set(answers)) == len(answers)
        outbox = self.talk.console.outbox
        waiting, withheld = ({wish.id for wish in each} for each in (outbox.wishes, outbox.withheld))
        assert set(self.wished) == waiting | withheld | set(answers)
        assert len(waiting) + len(withheld) + len(answers) == len(self.wished)

    @invariant()
    def nothing_is_done_in_a_history_it_was_not_meant_for(self) -> None:
        """Whatever is cut and restored in between."""
        if not hasattr(self, "talk"):
            return
        for server in self.servers:
            assert all(server.history in self.meant_for[id] for id, _ in server.done)

    def teardown(self) -> None:
        """The link comes back and stays, and what is withheld is sent: then they agree."""
        if not hasattr(self, "talk"):
            return
        if not self.is_linked:
            self.talk.dial()
        self.talk.settle()
        self.somebody_sends_what_was_withheld()
        self.talk.settle()
        server, console = self.talk.server, self.talk.console
        assert server.board == console.knowledge.board
        assert console.knowledge.complete
        assert sorted(self.wished) == sorted(self.talk.answers)
        assert set(self.wished) == {wished for each in self.servers for wished, _ in each.done}
        assert all(len(each.done) == len(dict(each.done)) for each in self.servers)
        seqs = [event.change.seq for event in self.talk.events if isinstance(event, Changed)]
        assert server.history != "journal-1" or seqs == sorted(set(seqs))


TestWeakLink = WeakLink.TestCase
