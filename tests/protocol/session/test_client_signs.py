"""Silence, signs of life, positions and documents, told as conversations."""

import pytest

from protocol.errors import Reason
from protocol.model.fix import Fix
from protocol.model.moment import from_ms
from protocol.model.point import Point
from protocol.session import timing
from protocol.session.events import (
    FetchRefused,
    LinkState,
    Moved,
    PieceCame,
    StateChanged,
)
from protocol.wire.messages import Alive, Fetch, Piece, Positions, Refusal
from tests.protocol.session.helpers import Conversation, live


class TestSilence:
    """A cut is on the screen within five seconds."""

    def test_silence_is_told_within_five_seconds_and_not_before_two_heartbeats(self) -> None:
        """Counted from the last frame."""
        talk = live()
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
        talk = live()
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
        talk = live()
        talk.wait(timing.REDIAL_AFTER_S)
        assert talk.console.should_redial(talk.now_s)
        talk.cut()
        talk.wait(60.0)
        assert not talk.console.should_redial(talk.now_s)
        assert talk.console.state is LinkState.CONNECTING

    def test_the_age_of_what_is_known_counts_on_through_a_new_handshake(self) -> None:
        """Only a frame is news."""
        talk = live()
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
        talk = live()
        talk.up()
        assert talk.link is not None
        talk.link.heard.clear()
        talk.wait(20.0)
        talk.up()
        assert len(talk.link.heard) == 10
        assert all(isinstance(message, Alive) for message in talk.link.heard)

    def test_acknowledgements_add_up_to_what_was_received(self) -> None:
        """Those at once after so many bytes, and the heartbeat for the rest."""
        talk = live(incidents=200)
        assert talk.link is not None
        talk.wait(timing.HEARTBEAT_S)
        talk.up()
        assert talk.console.received_bytes == talk.link.acknowledged_bytes > 3 * timing.ACK_EVERY_BYTES

    def test_a_console_that_received_much_says_so_before_the_heartbeat(self) -> None:
        """At most one frame more than ACK_EVERY_BYTES is ever unacknowledged."""
        talk = Conversation(live(incidents=200).server)
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
        talk = live(incidents=200)
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
        talk = live()
        assert talk.console.round_trip_s is None
        talk.wait(2 * timing.HEARTBEAT_S)
        talk.up()
        talk.wait(0.25)
        talk.down(1)
        assert talk.console.round_trip_s == pytest.approx(timing.HEARTBEAT_S + 0.25)
        talk.down(1)
        assert talk.console.round_trip_s == pytest.approx(0.25)

    def test_a_sign_of_life_that_was_cut_off_measures_nothing_on_the_next_link(self) -> None:
        """Its answer will never come; the next answer belongs to the next sign."""
        talk = live()
        talk.wait(timing.HEARTBEAT_S)
        talk.cut()
        talk.wait(60.0)
        talk.dial()
        talk.down()
        talk.wait(timing.HEARTBEAT_S)
        talk.up()
        talk.wait(0.25)
        talk.down()
        assert talk.console.round_trip_s == pytest.approx(0.25)

    def test_an_answer_to_nothing_measures_nothing(self) -> None:
        """The server may say that it is there of itself."""
        talk = live()
        assert talk.link is not None
        talk.link.send(Alive())
        talk.down()
        assert talk.console.round_trip_s is None


class TestTicksAndDocuments:
    """What has no number."""

    def test_positions_are_told_as_they_come(self) -> None:
        """Dated by the server's clock, whatever ours says."""
        talk = live()
        fix = Fix(unit=1, point=Point(lat_deg=51.92, lon_deg=4.49), at=from_ms(talk.server.now_ms))
        assert talk.link is not None
        talk.link.send(Positions(fixes=(fix,)))
        talk.down()
        assert talk.events == [Moved(fixes=(fix,))]

    def test_positions_are_reported_by_the_servers_clock(self) -> None:
        """And dropped without a link: only the newest counts."""
        talk = live()
        fix = Fix(unit=1, point=Point(lat_deg=51.92, lon_deg=4.49), at=from_ms(talk.server.now_ms))
        talk.console.report((fix,))
        talk.up()
        assert talk.link is not None
        assert talk.link.heard[-1] == Positions(fixes=(fix,))
        talk.cut()
        talk.console.report((fix,))
        assert talk.console.next_frame(talk.now_s, talk.clock_ms) is None

    def test_a_document_comes_in_pieces_from_where_it_was_asked(self) -> None:
        """Or is refused."""
        talk = live()
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
