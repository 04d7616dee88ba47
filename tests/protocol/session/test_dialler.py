"""The dialler: when it dials, what it says, what an end means, and when it gives up."""

from collections.abc import Callable

import pytest

from protocol.commands.timeline import AddEntry
from protocol.errors import Reason
from protocol.facts.timeline import EntryAdded
from protocol.model.text import Text
from protocol.session import timing
from protocol.session.client import ClientSession
from protocol.session.close_codes import FRAME_WAS_BAD, CloseCode
from protocol.session.dialler import Dialler
from protocol.session.ending import Ending, Why, late
from protocol.session.events import Answered, Event, LinkState, SetAside
from protocol.wire import SUBPROTOCOL, VERSION
from protocol.wire.frames import decode_up, encode
from protocol.wire.messages import Alive, Do, Refusal
from tests.protocol.make import OPENED, minute
from tests.protocol.session.helpers import FakeLink, FakeServer

WROTE = EntryAdded(incident=1, text=Text("van een ander"))


class Driver:
    """A shell without a socket: a dialler, a server, and a clock by hand."""

    def __init__(self, *, dice: Callable[[], float] = lambda: 1.0, attended: bool = False) -> None:
        self.server = FakeServer()
        self.server.happens(OPENED)
        self.session = ClientSession(first_id=1, attended=attended)
        self.dialler = Dialler(self.session, name="anna", secret="s", dice=dice)
        self.now_s = 0.0
        self.link: FakeLink | None = None

    def dial(self, subprotocol: str | None = SUBPROTOCOL) -> None:
        """Waits as long as it takes, and gets a link."""
        self.now_s = max(self.now_s, self.dialler.dial_at_s)
        self.dialler.dial()
        self.link = self.server.dialled(self.session.hello())
        self.dialler.opened(subprotocol, self.now_s)

    def down(self) -> None:
        """Everything of the server arrives."""
        assert self.link is not None
        while (frame := self.link.next_frame()) is not None:
            self.dialler.received(frame, self.now_s, 0)

    def close(self, code: int | None = None, *, after_s: float = 0.0) -> float:
        """The link ends after so long; how long it rests then, in seconds."""
        self.now_s += after_s
        self.dialler.closed(code, self.now_s)
        return self.dialler.dial_at_s - self.now_s

    def why(self) -> Why | None:
        """Why there is no link."""
        return self.dialler.ending.why if self.dialler.ending else None


def test_the_first_dial_is_at_once_with_name_and_secret() -> None:
    """Nobody waits for a console that was just started."""
    driver = Driver()
    assert driver.dialler.dial_at_s <= driver.now_s
    assert driver.dialler.dial() == {"Authorization": "Basic YW5uYTpz"}
    assert driver.dialler.dials == 1


def test_the_next_dial_has_the_ticket_and_what_is_known() -> None:
    """So that only what is missing has to come."""
    driver = Driver()
    driver.dial()
    driver.down()
    assert driver.dialler.ending is None
    driver.close()
    assert driver.dialler.dial() == {
        "Authorization": "Bearer ticket",
        "Openlijn-After": f"{driver.server.history}:1",
    }


def test_a_ticket_that_is_not_taken_gives_way_to_the_secret_at_once() -> None:
    """One rest for nothing would be a rest too many; a secret that is not taken either is final."""
    driver = Driver()
    driver.dial()
    driver.down()
    driver.close()
    driver.now_s = driver.dialler.dial_at_s
    driver.dialler.dial()
    driver.dialler.turned_away(401, b"void", driver.now_s)
    assert driver.dialler.dial_at_s == driver.now_s
    assert driver.why() is Why.CUT
    assert driver.dialler.dial()["Authorization"].startswith("Basic ")
    driver.dialler.turned_away(401, b"unknown", driver.now_s)
    assert driver.dialler.ending is not None
    assert (driver.why(), driver.dialler.ending.final) == (Why.WRONG_SECRET, True)


def test_a_server_that_is_not_there_is_dialled_ever_more_slowly() -> None:
    """A busy one too; and it is said meanwhile."""
    driver, rests = Driver(), []
    for _ in range(7):
        driver.now_s = max(driver.now_s, driver.dialler.dial_at_s)
        driver.dialler.dial()
        driver.dialler.failed(late("host:1", 10), driver.now_s)
        rests.append(driver.dialler.dial_at_s - driver.now_s)
    assert rests == pytest.approx([0.25, 0.5, 1.0, 2.0, 4.0, 5.0, 5.0])
    assert driver.why() is Why.TIMEOUT
    driver.dialler.turned_away(503, b"", driver.now_s)
    assert driver.why() is Why.BUSY


def test_a_server_that_welcomes_and_hangs_up_is_dialled_ever_more_slowly_too() -> None:
    """A welcome alone proves nothing: whatever ended this link may end the next."""
    driver, rests = Driver(), []
    for _ in range(4):
        driver.dial()
        driver.down()
        rests.append(driver.close(1011))
    assert rests == pytest.approx([0.25, 0.5, 1.0, 2.0])


def test_rests_begin_anew_after_a_link_that_lasted() -> None:
    """Counted from its welcome: a handshake that took long is no link that lasted."""
    driver = Driver()
    for _ in range(4):
        driver.dial()
        driver.down()
        driver.close()
    driver.dial()
    assert driver.close(after_s=60.0) == pytest.approx(4.0)
    driver.dial()
    driver.down()
    assert driver.close(after_s=timing.RETRY_MOST_S) == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("code", "why"),
    [(None, Why.CUT), (CloseCode.RESUME, Why.BEHIND), (CloseCode.GOING_AWAY, Why.SERVER_STOPS)],
)
def test_an_end_of_the_other_side_is_said_until_the_next_welcome(code: int | None, why: Why) -> None:
    """The handshake alone ends no trouble."""
    driver = Driver()
    driver.dial()
    driver.down()
    driver.close(code)
    assert driver.why() is why
    driver.dial()
    assert driver.why() is why
    driver.down()
    assert driver.dialler.ending is None


def test_another_subprotocol_is_hung_up_on_and_final() -> None:
    """Whatever answers there, it is not this version of us."""
    driver = Driver()
    driver.dial(subprotocol=None)
    assert driver.dialler.hang_up is CloseCode.NORMALLY
    driver.close()
    assert driver.dialler.ending == Ending(why=Why.VERSION, args={"said": "–", "own": VERSION})
    assert driver.dialler.ending.final


@pytest.mark.parametrize("frame", [b"\xc1", "text"])
def test_what_cannot_be_read_is_hung_up_on_in_words(frame: bytes | str) -> None:
    """Text frames too; nothing more is read or said on that link, and the code that comes back is ours."""
    driver = Driver()
    driver.dial()
    driver.down()
    driver.session.wish(AddEntry(incident=1, text=Text("a")), minute(0))
    assert driver.dialler.received(frame, driver.now_s, 0) == []
    assert driver.dialler.hang_up is CloseCode.BAD_MESSAGE
    assert driver.dialler.next_frame(driver.now_s, 0) is None
    driver.server.happens(WROTE)
    driver.down()
    assert driver.session.knowledge.board.seq == 1
    driver.close(CloseCode.BAD_MESSAGE)
    assert driver.why() is Why.BAD_MESSAGE
    driver.dial()
    assert driver.dialler.hang_up is None


def test_a_board_that_drifted_is_asked_for_anew_and_the_ending_says_so() -> None:
    """As one out of step, under a name of its own: here no change was missed on the way, but made wrong."""
    driver = Driver()
    driver.dial()
    driver.down()
    assert driver.link is not None
    driver.link.send(Alive(seq=1, digest=7))
    driver.down()
    assert (driver.dialler.hang_up, driver.why()) == (CloseCode.NORMALLY, Why.DRIFTED)
    driver.close()
    assert 1 in driver.session.knowledge.board.incidents
    assert "Openlijn-After" not in driver.dialler.dial()


def test_a_board_out_of_step_stays_on_the_screen_and_is_asked_for_anew() -> None:
    """A resume would repeat the mistake; an empty board would take from a person what he was looking at."""
    driver = Driver()
    driver.dial()
    driver.down()
    driver.server.happens(WROTE)
    driver.server.happens(WROTE)
    assert driver.link is not None
    driver.link.urgent.popleft()
    driver.down()
    assert (driver.dialler.hang_up, driver.why()) == (CloseCode.NORMALLY, Why.OUT_OF_STEP)
    driver.close()
    assert 1 in driver.session.knowledge.board.incidents
    assert "Openlijn-After" not in driver.dialler.dial()
    driver.dial()
    driver.down()
    assert driver.session.knowledge.board == driver.server.board


def test_a_silence_is_told_first_and_then_hung_up_on() -> None:
    """The other end counts as dead after REDIAL_AFTER_S without a frame, and not while it speaks."""
    driver = Driver()
    driver.dial()
    driver.down()
    driver.now_s += timing.REDIAL_AFTER_S - 0.5
    driver.dialler.tick(driver.now_s)
    assert driver.session.state is LinkState.SILENT
    assert driver.dialler.hang_up is None
    driver.now_s += 0.5
    driver.dialler.tick(driver.now_s)
    assert driver.dialler.hang_up is CloseCode.NORMALLY
    assert driver.dialler.ending == Ending(why=Why.SILENT, args={"seconds": 15})


def test_what_has_to_wait_for_the_welcome_waits() -> None:
    """Nothing is said on a link before it, and then the wishes first."""
    driver = Driver()
    driver.session.wish(AddEntry(incident=1, text=Text("a")), minute(0))
    driver.dial()
    assert driver.dialler.next_frame(driver.now_s, 0) is None
    driver.down()
    frame = driver.dialler.next_frame(driver.now_s, 0)
    assert driver.link is not None
    assert frame is not None
    driver.link.take(frame)
    assert driver.server.done == [(1, AddEntry(incident=1, text=Text("a")))]


def test_a_welcome_that_does_not_fit_leaves_the_trouble_as_it_was() -> None:
    """It is no welcome to us."""
    driver = Driver()
    driver.dial()
    wrong = driver.server.welcome(4, driver.server.runs[0].at_ms, snapshot=False)
    driver.dialler.received(encode(wrong), driver.now_s, 0)
    assert driver.why() is Why.OUT_OF_STEP
    assert driver.close(after_s=60.0) == pytest.approx(0.25)
    driver.dial()
    assert driver.close() == pytest.approx(0.5)


def test_where_nobody_sits_another_history_is_the_end() -> None:
    """A program that wishes by itself would go on in a world that nobody meant; nothing of it goes there."""
    driver = Driver()
    driver.dial()
    driver.down()
    driver.session.wish(AddEntry(incident=1, text=Text("half")), minute(0))
    driver.close()
    driver.server = FakeServer("journal-2")
    driver.dial()
    driver.down()
    assert driver.dialler.ending == Ending(why=Why.ANOTHER_HISTORY, args={"world": "oefening", "exercise": 1})
    assert driver.dialler.ending.final
    assert driver.dialler.next_frame(driver.now_s, 0) is None
    assert driver.session.welcome is not None
    assert driver.session.welcome.history == "journal-1"


def test_where_somebody_sits_another_history_is_shown() -> None:
    """Who sits there sees what was withheld, and goes on working."""
    driver = Driver(attended=True)
    driver.dial()
    driver.down()
    driver.close()
    driver.server = FakeServer("journal-2")
    driver.dial()
    driver.down()
    assert driver.dialler.ending is None


class Fussy:
    """A shell and a server that hangs up at one command, whenever it comes, and at nothing else."""

    def __init__(self, code: int, *, attended: bool = True) -> None:
        self.driver = Driver(attended=attended)
        self.bad = AddEntry(incident=1, text=Text("slecht"))
        self.events: list[Event] = []
        self._code = code
        # What is wished from now on is wished in this history.
        assert self.talk()
        self.driver.close()

    def wish(self, text: str) -> int:
        """A wish of the console."""
        return self.driver.session.wish(AddEntry(incident=1, text=Text(text)), minute(0))

    def talk(self) -> bool:
        """A link, until nobody has anything to say (True) or the server hangs up (False)."""
        driver = self.driver
        driver.dial()
        assert driver.link is not None
        while True:
            self._down()
            frame = driver.dialler.next_frame(driver.now_s, 0)
            if frame is None:
                return True
            message = decode_up(frame, now_ms=0)
            if isinstance(message, Do) and message.command == self.bad:
                self.events += driver.dialler.closed(self._code, driver.now_s)
                return False
            driver.link.take(frame)

    def _down(self) -> None:
        driver = self.driver
        assert driver.link is not None
        while (frame := driver.link.next_frame()) is not None:
            self.events += driver.dialler.received(frame, driver.now_s, 0)

    @property
    def done(self) -> list[str]:
        """What the server carried out, in order."""
        commands = [command for _, command in self.driver.server.done]
        return [str(command.text) for command in commands if isinstance(command, AddEntry)]


@pytest.mark.parametrize("code", sorted(FRAME_WAS_BAD))
def test_a_wish_that_the_server_cannot_read_is_set_aside_and_the_others_go_on(code: int) -> None:
    """After the second time, and once each; it is kept, and goes again on a person's word alone."""
    fussy = Fussy(code)
    for text in ("een", "slecht", "twee", "drie"):
        fussy.wish(text)
    assert not fussy.talk()
    assert fussy.done == ["een"]
    assert fussy.driver.why() is Why.NOT_UNDERSTOOD
    assert not fussy.talk()
    fussy.wish("vier")
    assert fussy.talk()
    assert fussy.done == ["een", "twee", "drie", "vier"]
    assert [event.command for event in fussy.events if isinstance(event, SetAside)] == [fussy.bad]
    outbox = fussy.driver.session.outbox
    assert (outbox.wishes, [wish.command for wish in outbox.withheld]) == ((), [fussy.bad])
    fussy.driver.close()
    assert fussy.talk()
    fussy.driver.session.again(outbox.withheld[0])
    fussy.driver.close()
    assert [fussy.talk() for _ in range(3)] == [False, False, True]
    assert fussy.done == ["een", "twee", "drie", "vier"]


def test_a_suspect_goes_alone_and_what_comes_behind_it_waits_for_its_answer() -> None:
    """So that nobody else is blamed; on another server it is read, and all go in their order."""
    fussy = Fussy(CloseCode.BAD_MESSAGE)
    for text in ("slecht", "twee"):
        fussy.wish(text)
    assert not fussy.talk()
    fussy.bad = AddEntry(incident=1, text=Text("another"))
    fussy.wish("drie")
    assert fussy.talk()
    assert fussy.done == ["slecht", "twee", "drie"]
    assert not any(isinstance(event, SetAside) for event in fussy.events)


@pytest.mark.parametrize("code", [None, 1006, 1011, CloseCode.RESUME, CloseCode.GOING_AWAY])
def test_any_other_end_says_nothing_about_the_wish(code: int | None) -> None:
    """It goes again for as long as it takes."""
    fussy = Fussy(code or 0)
    fussy.wish("slecht")
    assert [fussy.talk() for _ in range(5)] == [False] * 5
    assert len(fussy.driver.session.outbox) == 1


def test_where_nobody_can_be_asked_it_counts_as_refused() -> None:
    """Whoever waits for the answer waits no longer."""
    fussy = Fussy(CloseCode.BAD_MESSAGE, attended=False)
    id = fussy.wish("slecht")
    assert [fussy.talk() for _ in range(3)] == [False, False, True]
    [answered] = [event for event in fussy.events if isinstance(event, Answered)]
    refusal = Refusal(id=id, reason=Reason.FAULT, texts=(("what", "AddEntry"),))
    assert answered == Answered(command=fussy.bad, answer=refusal)
    assert fussy.driver.session.outbox.withheld == ()
