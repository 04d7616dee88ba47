"""Coming in, resuming, and servers that go wrong, told as conversations."""

import pytest
from attrs import evolve

from protocol.commands.timeline import AddEntry
from protocol.errors import BadMessage, OutOfStep
from protocol.facts.timeline import EntryAdded
from protocol.model.board import Board
from protocol.model.text import Text
from protocol.session.client import ClientSession
from protocol.session.events import (
    BoardArrived,
    Changed,
    LinkState,
    StateChanged,
    Welcomed,
)
from protocol.wire.frames import encode
from protocol.wire.messages import SnapshotPart
from tests.protocol.make import OPENED, minute
from tests.protocol.session.helpers import Conversation, FakeServer, live

WRITE = AddEntry(incident=1, text=Text("mes gezien"))
WROTE = EntryAdded(incident=1, text=Text("van een ander"))


class TestComingIn:
    """Hello, welcome, snapshot."""

    def test_the_first_hello_knows_nothing(self) -> None:
        """It asks for a snapshot and brings no ticket."""
        hello = ClientSession(first_id=1).hello()
        assert (hello.after, hello.history, hello.ticket) == (0, "", "")

    def test_a_console_that_comes_in_hears_the_welcome_the_board_and_that_it_islive(self) -> None:
        """In that order."""
        server = FakeServer()
        server.happens(OPENED)
        talk = Conversation(server)
        assert talk.console.state is LinkState.CONNECTING
        talk.dial()
        talk.settle()
        assert talk.events == [
            StateChanged(state=LinkState.CATCHING_UP),
            Welcomed(welcome=server.welcome(1, server.runs[0].at_ms, snapshot=True)),
            BoardArrived(complete=True, parts=1, of=1),
            StateChanged(state=LinkState.LIVE),
        ]
        assert server.board == talk.console.knowledge.board

    def test_an_empty_world_is_live_too(self) -> None:
        """Before anything happened there."""
        talk = Conversation()
        talk.dial()
        talk.settle()
        assert (talk.console.state, Board()) == (LinkState.LIVE, talk.console.knowledge.board)

    def test_the_servers_clock_is_learnt_from_the_welcome(self) -> None:
        """The console of these tests runs three seconds behind, and one change took one more."""
        assert live().console.clock_ahead_ms == 4_000

    def test_a_change_during_a_snapshot_is_shown_at_once_and_is_in_the_board_afterwards(self) -> None:
        """A new melding does not wait for the old ones."""
        talk = live(incidents=60)
        talk.cut()
        talk.console.distrust_board()
        talk.dial()
        talk.down(2)
        assert not talk.console.knowledge.complete
        new = talk.server.happens(evolve(OPENED, incident=61))
        talk.heard.clear()
        talk.down(1)
        assert talk.events == [Changed(change=new)]
        assert 61 in talk.console.knowledge.board.incidents
        talk.down(1)
        assert 61 in talk.console.knowledge.board.incidents
        assert not talk.console.knowledge.complete
        talk.settle()
        assert talk.server.board == talk.console.knowledge.board
        assert talk.console.state is LinkState.LIVE

    def test_a_snapshot_that_is_cut_in_the_middle_begins_anew(self) -> None:
        """A board with holes is not built upon; what has arrived stays on the screen meanwhile."""
        talk = Conversation(live(incidents=60).server)
        talk.dial()
        talk.down(2)
        talk.cut()
        talk.server.happens(WROTE)
        assert talk.console.hello().after == 0
        assert len(talk.console.knowledge.board.incidents) > 0
        talk.dial()
        talk.settle()
        assert talk.server.board == talk.console.knowledge.board

    def test_it_is_live_only_with_everything_that_was_there_at_the_welcome(self) -> None:
        """A long backlog is catching up, however fast it comes."""
        talk = live()
        talk.cut()
        for _ in range(3):
            talk.server.happens(WROTE)
        talk.dial()
        states = []
        for _ in range(4):
            talk.down(1)
            states.append(talk.console.state)
        assert states == [LinkState.CATCHING_UP] * 3 + [LinkState.LIVE]


class TestResuming:
    """After a cut only what is missing comes."""

    def test_only_what_is_missing_is_sent(self) -> None:
        """No snapshot, and each change once."""
        talk = live(incidents=60)
        talk.cut()
        missed = [talk.server.happens(WROTE) for _ in range(3)]
        assert (
            talk.console.hello().after,
            talk.console.hello().history,
            talk.console.hello().ticket,
        ) == (60, "journal-1", "ticket")
        talk.dial()
        assert talk.link is not None
        assert not talk.link.parts
        talk.settle()
        assert missed == [event.change for event in talk.events if isinstance(event, Changed)]
        assert talk.server.board == talk.console.knowledge.board

    @pytest.mark.parametrize("history", ["journal-2", "journal-1"])
    def test_a_server_that_lost_numbers_or_has_another_journal_sends_a_snapshot(self, history: str) -> None:
        """After a restore from a backup the number known here is from the future, or of something else."""
        talk = live(incidents=5)
        talk.cut()
        talk.server = FakeServer(history)
        talk.server.happens(OPENED)
        talk.dial()
        talk.settle()
        assert talk.server.board == talk.console.knowledge.board
        assert (history, 1) == (talk.console.hello().history, talk.console.hello().after)

    def test_a_new_board_that_is_cut_in_the_middle_is_not_taken_for_the_old_one(self) -> None:
        """The console had a whole board before, and half of another one now: it asks for all of it."""
        talk = live(incidents=5)
        talk.cut()
        talk.server = live(incidents=60).server
        talk.server.history = "journal-2"
        talk.dial()
        talk.down(2)
        talk.cut()
        assert (talk.console.hello().after, talk.console.knowledge.complete) == (0, False)
        talk.dial()
        talk.settle()
        assert talk.server.board == talk.console.knowledge.board

    def test_being_resumed_elsewhere_than_asked_is_out_of_step(self) -> None:
        """And what is known here stays as it was, to ask again."""
        talk = live(incidents=5)
        talk.cut()
        asked = talk.console.hello()
        wrong = talk.server.welcome(4, talk.server.runs[3].at_ms, snapshot=False)
        talk.console.opened(talk.now_s)
        with pytest.raises(OutOfStep, match="asked to resume after 5, welcomed at 4"):
            talk.console.received(encode(wrong), talk.now_s, talk.clock_ms)
        assert asked == talk.console.hello()

    def test_being_resumed_on_another_journal_is_out_of_step(self) -> None:
        """The same number means something else there; the next hello still says which journal it meant."""
        talk = live(incidents=5)
        talk.cut()
        other = evolve(talk.server.welcome(5, talk.server.runs[4].at_ms, snapshot=False), history="other")
        talk.console.opened(talk.now_s)
        with pytest.raises(OutOfStep, match="journal"):
            talk.console.received(encode(other), talk.now_s, talk.clock_ms)
        assert talk.console.hello().history == "journal-1"

    def test_being_resumed_without_a_whole_board_is_out_of_step(self) -> None:
        """Also at number 0: who asked for a snapshot needs one."""
        talk = Conversation(live(incidents=60).server)
        talk.dial()
        talk.down(2)
        talk.cut()
        talk.console.opened(talk.now_s)
        with pytest.raises(OutOfStep, match="asked to resume after 0, welcomed at 0"):
            talk.console.received(
                encode(talk.server.welcome(0, 0, snapshot=False)), talk.now_s, talk.clock_ms
            )

    def test_a_gap_in_the_changes_is_out_of_step_and_resuming_mends_it(self) -> None:
        """The board stays at the last number that followed."""
        talk = live()
        talk.server.happens(WROTE)
        talk.server.happens(WROTE)
        assert talk.link is not None
        talk.link.urgent.popleft()
        with pytest.raises(OutOfStep):
            talk.down()
        assert talk.console.hello().after == 1
        talk.cut()
        talk.dial()
        talk.settle()
        assert talk.server.board == talk.console.knowledge.board

    def test_a_board_that_went_wrong_is_asked_for_anew_and_wishes_stay(self) -> None:
        """Nothing typed is lost with it."""
        talk = live()
        talk.cut()
        wished = talk.console.wish(WRITE, minute(0))
        talk.console.distrust_board()
        assert talk.console.hello().after == 0
        talk.dial()
        talk.settle()
        assert talk.server.board == talk.console.knowledge.board
        assert talk.answers == [wished]

    def test_a_ticket_that_was_not_taken_is_forgotten(self) -> None:
        """Until the next welcome brings one."""
        talk = live()
        talk.console.forget_ticket()
        assert talk.console.hello().ticket == ""
        talk.cut()
        talk.dial()
        talk.settle()
        assert talk.console.hello().ticket == "ticket"


class TestBadServers:
    """What cannot be read is said, and the link given up by whoever drives."""

    def test_a_change_before_the_welcome_is_a_bad_message(self) -> None:
        """Nothing is known yet that it could follow; also on a second link."""
        talk = live()
        talk.server.happens(WROTE)
        assert talk.link is not None
        frame = talk.link.urgent[0]
        talk.cut()
        talk.dial()
        with pytest.raises(BadMessage, match="a welcome first"):
            talk.console.received(frame, talk.now_s, talk.clock_ms)

    def test_a_part_without_a_snapshot_is_a_bad_message(self) -> None:
        """It belongs to nothing."""
        talk = live()
        frame = encode(SnapshotPart(index=0, count=1, packed=b""))
        with pytest.raises(BadMessage, match="a snapshot part without a snapshot"):
            talk.console.received(frame, talk.now_s, talk.clock_ms)

    def test_bytes_that_are_no_message_leave_the_board_as_it_was(self) -> None:
        """And count as received all the same."""
        talk = live()
        before, received = talk.console.knowledge.board, talk.console.received_bytes
        with pytest.raises(BadMessage):
            talk.console.received(b"\xc1\xc1", talk.now_s, talk.clock_ms)
        assert (before, received + 2) == (talk.console.knowledge.board, talk.console.received_bytes)
