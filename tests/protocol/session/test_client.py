"""The console's end of a link, told as conversations: what is said, what is cut, what is heard in the end."""

import pytest
from attrs import evolve

from protocol.commands import AddEntry, OpenIncident
from protocol.errors import BadMessage, OutOfStep, Reason
from protocol.facts import EntryAdded, IncidentOpened
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.moment import from_ms
from protocol.model.point import Point
from protocol.model.text import Name, Text
from protocol.session import timing
from protocol.session.client import ClientSession
from protocol.session.events import (
    Answered,
    BoardArrived,
    Changed,
    FetchRefused,
    LinkState,
    Moved,
    PieceCame,
    StateChanged,
    Welcomed,
)
from protocol.session.outbox import Wish
from protocol.wire.frames import encode
from protocol.wire.messages import Alive, Do, Done, Fetch, Piece, Positions, Refusal, SnapshotPart
from tests.protocol.make import BLAAK, OPENED, minute
from tests.protocol.session.helpers import Conversation, FakeServer

OPEN = OpenIncident(what=Name("vechtpartij"), place=BLAAK)
WRITE = AddEntry(incident=1, text=Text("mes gezien"))
WROTE = EntryAdded(incident=1, text=Text("van een ander"))


def _live(*, incidents: int = 1) -> Conversation:
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


class TestComingIn:
    """Hello, welcome, snapshot."""

    def test_the_first_hello_knows_nothing(self) -> None:
        """It asks for a snapshot and brings no ticket."""
        hello = ClientSession(first_id=1).hello()
        assert (hello.after, hello.history, hello.ticket) == (0, "", "")

    def test_a_console_that_comes_in_hears_the_welcome_the_board_and_that_it_is_live(self) -> None:
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
        assert _live().console.clock_ahead_ms == 4_000

    def test_a_change_during_a_snapshot_is_shown_at_once_and_is_in_the_board_afterwards(self) -> None:
        """A new melding does not wait for the old ones."""
        talk = _live(incidents=60)
        talk.cut()
        talk.console.forget_board()
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
        talk = Conversation(_live(incidents=60).server)
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
        talk = _live()
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
        talk = _live(incidents=60)
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
        talk = _live(incidents=5)
        talk.cut()
        talk.server = FakeServer(history)
        talk.server.happens(OPENED)
        talk.dial()
        talk.settle()
        assert talk.server.board == talk.console.knowledge.board
        assert (history, 1) == (talk.console.hello().history, talk.console.hello().after)

    def test_being_resumed_elsewhere_than_asked_is_out_of_step(self) -> None:
        """And what is known here stays as it was, to ask again."""
        talk = _live(incidents=5)
        talk.cut()
        asked = talk.console.hello()
        wrong = talk.server.welcome(4, talk.server.runs[3].at_ms, snapshot=False)
        talk.console.opened(talk.now_s)
        with pytest.raises(OutOfStep, match="asked to resume after 5, welcomed at 4"):
            talk.console.received(encode(wrong), talk.now_s, talk.clock_ms)
        assert asked == talk.console.hello()

    def test_being_resumed_on_another_journal_is_out_of_step(self) -> None:
        """The same number means something else there; the next hello still says which journal it meant."""
        talk = _live(incidents=5)
        talk.cut()
        other = evolve(talk.server.welcome(5, talk.server.runs[4].at_ms, snapshot=False), history="other")
        talk.console.opened(talk.now_s)
        with pytest.raises(OutOfStep, match="journal"):
            talk.console.received(encode(other), talk.now_s, talk.clock_ms)
        assert talk.console.hello().history == "journal-1"

    def test_being_resumed_without_a_whole_board_is_out_of_step(self) -> None:
        """Also at number 0: who asked for a snapshot needs one."""
        talk = Conversation(_live(incidents=60).server)
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
        talk = _live()
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

    def test_a_board_that_is_forgotten_is_asked_for_anew_and_wishes_stay(self) -> None:
        """Nothing typed is lost with it."""
        talk = _live()
        talk.cut()
        wished = talk.console.wish(WRITE, minute(0))
        talk.console.forget_board()
        assert talk.console.hello().after == 0
        talk.dial()
        talk.settle()
        assert talk.server.board == talk.console.knowledge.board
        assert talk.answers == [wished]

    def test_a_ticket_that_was_not_taken_is_forgotten(self) -> None:
        """Until the next welcome brings one."""
        talk = _live()
        talk.console.forget_ticket()
        assert talk.console.hello().ticket == ""
        talk.cut()
        talk.dial()
        talk.settle()
        assert talk.console.hello().ticket == "ticket"


class TestWishes:
    """Each is done once and answered once."""

    def test_a_wish_is_sent_at_once_and_answered_after_its_facts(self) -> None:
        """The answer names the change and the number that was given out."""
        talk = _live()
        wished = talk.console.wish(OPEN, minute(0))
        talk.settle()
        changed, answered = talk.events
        assert isinstance(changed, Changed)
        assert isinstance(changed.change.facts[0], IncidentOpened)
        assert answered == Answered(command=OPEN, answer=Done(id=wished, seq=2, number=2))
        assert len(talk.console.outbox) == 0

    def test_a_refusal_is_an_answer_too(self) -> None:
        """With its reason."""
        talk = _live()
        nowhere = AddEntry(incident=99, text=Text("a"))
        wished = talk.console.wish(nowhere, minute(0))
        talk.settle()
        refusal = Refusal(id=wished, reason=Reason.NO_SUCH_INCIDENT)
        assert talk.events == [Answered(command=nowhere, answer=refusal)]

    def test_wishes_that_were_cut_off_are_sent_again_in_order_under_their_ids_and_done_once(self) -> None:
        """Whether they never arrived, or only their answer did not."""
        talk = _live()
        ids = [talk.console.wish(wish, minute(0)) for wish in (OPEN, WRITE, WRITE)]
        talk.up(2)
        talk.cut()
        assert talk.answers == []
        talk.dial()
        talk.down(1)
        talk.up()
        assert talk.link is not None
        assert ids == [message.id for message in talk.link.heard if isinstance(message, Do)]
        talk.settle()
        assert ids == talk.answers
        assert [(ids[0], OPEN), (ids[1], WRITE), (ids[2], WRITE)] == talk.server.done
        assert len(talk.server.board.incidents[1].entries) == 2

    def test_a_wish_made_while_cut_waits_for_the_welcome(self) -> None:
        """And goes after the older ones."""
        talk = _live()
        first = talk.console.wish(WRITE, minute(0))
        talk.cut()
        second = talk.console.wish(OPEN, minute(1))
        talk.dial()
        third = talk.console.wish(WRITE, minute(2))
        assert talk.console.outgoing() == []
        talk.settle()
        assert [first, second, third] == talk.answers
        assert [first, second, third] == [wished for wished, _ in talk.server.done]

    def test_an_answer_that_comes_twice_is_heard_once(self) -> None:
        """The second is about nothing that waits."""
        talk = _live()
        wished = talk.console.wish(WRITE, minute(0))
        talk.settle()
        assert talk.link is not None
        talk.link.send(Done(id=wished, seq=2))
        talk.settle()
        assert talk.answers == [wished]

    def test_every_wish_has_an_id_of_its_own_from_the_first_on(self) -> None:
        """Also across links."""
        console = ClientSession(first_id=70)
        assert [console.wish(WRITE, minute(0)) for _ in range(3)] == [70, 71, 72]

    def test_a_wish_of_an_earlier_run_goes_under_its_own_id_and_is_done_once(self) -> None:
        """With a link at once, else after the welcome; new wishes never take its id."""
        talk = _live()
        talk.console.again(Wish(id=40, command=WRITE, made_at=minute(0)))
        talk.settle()
        assert talk.answers == [40]
        talk.cut()
        talk.console.again(Wish(id=40, command=WRITE, made_at=minute(0)))
        assert talk.console.wish(WRITE, minute(1)) == 41
        talk.dial()
        talk.settle()
        assert talk.answers == [40, 40, 41]
        assert talk.server.done == [(40, WRITE), (41, WRITE)]


class TestSilence:
    """A cut is on the screen within five seconds."""

    def test_silence_is_told_within_five_seconds_and_not_before_two_heartbeats(self) -> None:
        """Counted from the last frame."""
        talk = _live()
        start_s = talk.now_s
        talk.wait(2 * timing.HEARTBEAT_S)
        assert talk.console.state is LinkState.LIVE
        talk.wait(1.0)
        silent = [
            each.at_s - start_s for each in talk.heard if each.event == StateChanged(state=LinkState.SILENT)
        ]
        assert len(silent) == 1
        assert silent[0] <= 5.0

    def test_the_next_frame_makes_it_live_again(self) -> None:
        """Whatever it is."""
        talk = _live()
        talk.wait(6.0)
        assert talk.console.state is LinkState.SILENT
        talk.heard.clear()
        talk.settle()
        assert talk.events[0] == StateChanged(state=LinkState.LIVE)

    def test_a_link_that_never_speaks_is_silent_too(self) -> None:
        """Counted from the handshake; also when the clock starts at nought."""
        talk = Conversation()
        talk.dial()
        talk.wait(5.0)
        assert talk.console.state is LinkState.SILENT
        assert not talk.console.should_redial(talk.now_s)
        talk.wait(10.0)
        assert talk.console.should_redial(talk.now_s)

    def test_a_long_silence_asks_for_a_new_link_once_there_is_one(self) -> None:
        """Without a link there is nothing to give up."""
        talk = _live()
        talk.wait(timing.REDIAL_AFTER_S)
        assert talk.console.should_redial(talk.now_s)
        talk.cut()
        talk.wait(60.0)
        assert not talk.console.should_redial(talk.now_s)
        assert talk.console.state is LinkState.CONNECTING

    def test_the_age_of_what_is_known_counts_on_through_a_new_handshake(self) -> None:
        """Only a frame is news."""
        talk = _live()
        heard_at_s = talk.console.heard_at_s
        talk.cut()
        talk.wait(30.0)
        talk.dial()
        assert heard_at_s == talk.console.heard_at_s
        talk.down(1)
        assert talk.now_s == talk.console.heard_at_s


class TestSignsOfLife:
    """Heartbeats, acknowledgements, and what they measure."""

    def test_an_idle_console_says_every_two_seconds_that_it_is_there(self) -> None:
        """And nothing else."""
        talk = _live()
        talk.up()
        assert talk.link is not None
        talk.link.heard.clear()
        talk.wait(20.0)
        talk.up()
        assert len(talk.link.heard) == 10
        assert all(isinstance(message, Alive) for message in talk.link.heard)

    def test_acknowledgements_add_up_to_what_was_received(self) -> None:
        """Those at once after so many bytes, and the heartbeat for the rest."""
        talk = _live(incidents=200)
        assert talk.link is not None
        talk.wait(timing.HEARTBEAT_S)
        talk.up()
        assert talk.console.received_bytes == talk.link.acknowledged_bytes > 3 * timing.ACK_EVERY_BYTES

    def test_a_console_that_received_much_says_so_before_the_heartbeat(self) -> None:
        """At most one frame more than ACK_EVERY_BYTES is ever unacknowledged."""
        talk = Conversation(_live(incidents=200).server)
        talk.dial()
        assert talk.link is not None
        received = acknowledged = 0
        while talk.down(1):
            talk.up()
            received, acknowledged = talk.console.received_bytes, talk.link.acknowledged_bytes
            assert received - acknowledged < timing.ACK_EVERY_BYTES
        assert received > 3 * timing.ACK_EVERY_BYTES

    def test_what_came_over_an_earlier_link_is_not_acknowledged_on_the_next(self) -> None:
        """That link's window is gone with it; the total counts on."""
        talk = _live(incidents=200)
        before = talk.console.received_bytes
        talk.cut()
        talk.dial()
        talk.settle()
        talk.wait(timing.HEARTBEAT_S)
        talk.up()
        assert talk.link is not None
        assert talk.console.received_bytes - before == talk.link.acknowledged_bytes

    def test_the_round_trip_is_measured(self) -> None:
        """From a sign of life to its answer, however many are under way."""
        talk = _live()
        assert talk.console.round_trip_s is None
        talk.wait(2 * timing.HEARTBEAT_S)
        talk.up()
        talk.wait(0.25)
        talk.down(1)
        assert talk.console.round_trip_s == pytest.approx(timing.HEARTBEAT_S + 0.25)
        talk.down(1)
        assert talk.console.round_trip_s == pytest.approx(0.25)

    def test_an_answer_to_nothing_measures_nothing(self) -> None:
        """The server may say that it is there of itself."""
        talk = _live()
        assert talk.link is not None
        talk.link.send(Alive())
        talk.down()
        assert talk.console.round_trip_s is None


class TestTicksAndDocuments:
    """What has no number."""

    def test_positions_are_told_as_they_come(self) -> None:
        """Dated by the server's clock, whatever ours says."""
        talk = _live()
        fix = Fix(unit=1, point=Point(lat_deg=51.92, lon_deg=4.49), at=from_ms(talk.server.now_ms))
        assert talk.link is not None
        talk.link.send(Positions(fixes=(fix,)))
        talk.down()
        assert talk.events == [Moved(fixes=(fix,))]

    def test_positions_are_reported_by_the_servers_clock(self) -> None:
        """And dropped without a link: only the newest counts."""
        talk = _live()
        fix = Fix(unit=1, point=Point(lat_deg=51.92, lon_deg=4.49), at=from_ms(talk.server.now_ms))
        talk.console.report((fix,), talk.clock_ms)
        talk.up()
        assert talk.link is not None
        assert talk.link.heard[-1] == Positions(fixes=(fix,))
        talk.cut()
        talk.console.report((fix,), talk.clock_ms)
        assert talk.console.outgoing() == []

    def test_a_document_comes_in_pieces_from_where_it_was_asked(self) -> None:
        """Or is refused."""
        talk = _live()
        talk.server.documents["history/1"] = b"lange geschiedenis"
        assert talk.console.fetch(Fetch(id=900, document="history/1", offset=6))
        assert talk.console.fetch(Fetch(id=901, document="history/2"))
        talk.settle()
        assert talk.events == [
            PieceCame(piece=Piece(id=900, offset=6, total=18, data=b"geschiedenis")),
            FetchRefused(refusal=Refusal(id=901, reason=Reason.INVALID)),
        ]

    def test_without_a_link_a_document_cannot_be_asked_for(self) -> None:
        """Before the first welcome, after a cut, and on a new link that has not been welcomed."""
        ask = Fetch(id=900, document="history/1")
        talk = Conversation()
        assert not talk.console.fetch(ask)
        talk.dial()
        assert not talk.console.fetch(ask)
        talk.settle()
        assert talk.console.fetch(ask)
        talk.cut()
        assert not talk.console.fetch(ask)
        talk.dial()
        assert not talk.console.fetch(ask)


class TestBadServers:
    """What cannot be read is said, and the link given up by whoever drives."""

    def test_a_change_before_the_welcome_is_a_bad_message(self) -> None:
        """Nothing is known yet that it could follow; also on a second link."""
        talk = _live()
        talk.server.happens(WROTE)
        assert talk.link is not None
        frame = talk.link.urgent[0]
        talk.cut()
        talk.dial()
        with pytest.raises(BadMessage, match="a welcome first"):
            talk.console.received(frame, talk.now_s, talk.clock_ms)

    def test_a_part_without_a_snapshot_is_a_bad_message(self) -> None:
        """It belongs to nothing."""
        talk = _live()
        frame = encode(SnapshotPart(index=0, count=1, packed=b""))
        with pytest.raises(BadMessage, match="a snapshot part without a snapshot"):
            talk.console.received(frame, talk.now_s, talk.clock_ms)

    def test_bytes_that_are_no_message_leave_the_board_as_it_was(self) -> None:
        """And count as received all the same."""
        talk = _live()
        before, received = talk.console.knowledge.board, talk.console.received_bytes
        with pytest.raises(BadMessage):
            talk.console.received(b"\xc1\xc1", talk.now_s, talk.clock_ms)
        assert (before, received + 2) == (talk.console.knowledge.board, talk.console.received_bytes)
