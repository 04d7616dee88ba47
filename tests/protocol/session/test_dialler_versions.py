"""A server that says what this version cannot read: in words, and never round and round."""

from typing import Any

import msgpack
import pytest

from protocol.commands.timeline import AddEntry
from protocol.model.text import Text
from protocol.session import timing
from protocol.session.close_codes import CloseCode
from protocol.session.ending import Ending, Why
from protocol.session.events import LinkState
from protocol.wire import VERSION
from tests.protocol.make import OPENED, minute
from tests.protocol.session.test_dialler import WROTE, Driver

UNKNOWN_TAG = 120
"""Far from being given out, of a message and of a fact."""


def _repacked(frame: bytes, change: Any) -> bytes:
    raw = msgpack.unpackb(frame)
    change(raw)
    packed: bytes = msgpack.packb(raw, use_bin_type=True)
    return packed


def _driver() -> Driver:
    """Linked, with the whole board."""
    driver = Driver()
    driver.dial()
    driver.down()
    assert driver.session.state is LinkState.LIVE
    return driver


def _told(driver: Driver, change: Any) -> None:
    """Something happens, and its frame comes as `change` makes it."""
    driver.server.happens(WROTE)
    assert driver.link is not None
    frame = driver.link.next_frame()
    assert frame is not None
    driver.dialler.received(_repacked(frame, change), driver.now_s, 0)


def test_fields_of_a_later_version_are_passed_over() -> None:
    """What it says of old is still meant: the change is on the board, and the link is live."""
    driver = _driver()
    _told(driver, lambda raw: raw[-1].extend([7, "en nog iets", None]))
    assert (driver.dialler.hang_up, driver.session.state) == (None, LinkState.LIVE)
    assert [entry.text for entry in driver.session.knowledge.board.incidents[1].entries] == [WROTE.text]
    _told(driver, lambda raw: None)
    assert driver.session.knowledge.board == driver.server.board


@pytest.mark.parametrize(
    "change",
    [lambda raw: raw[-1].__setitem__(0, UNKNOWN_TAG), lambda raw: raw.__setitem__(0, UNKNOWN_TAG)],
    ids=["a fact", "a message"],
)
def test_a_word_that_this_version_does_not_have_ends_it(change: Any) -> None:
    """It cannot be folded: going on would be another board than the server's. Its wishes stay."""
    driver = _driver()
    driver.session.wish(AddEntry(incident=1, text=Text("van mij")), minute(0))
    _told(driver, change)
    assert driver.dialler.hang_up is CloseCode.BAD_MESSAGE
    driver.close(CloseCode.BAD_MESSAGE)
    assert driver.dialler.ending is not None
    assert (driver.why(), driver.dialler.ending.final) == (Why.UNKNOWN_WORD, True)
    assert driver.dialler.ending.args["own"] == VERSION
    assert str(UNKNOWN_TAG) in str(driver.dialler.ending.args["why"])
    assert [wish.command for wish in driver.session.outbox.wishes] == [
        AddEntry(incident=1, text=Text("van mij"))
    ]


def test_a_row_of_a_board_that_this_version_does_not_have_ends_it_too() -> None:
    """A board with a hole in it is worse than none."""
    driver = Driver()
    driver.dial()
    assert driver.link is not None
    welcome, part = driver.link.next_frame(), driver.link.next_frame()
    assert welcome is not None
    assert part is not None
    driver.dialler.received(welcome, driver.now_s, 0)
    unknown = bytes([1, 3, 0, 252, 255, 0x92, UNKNOWN_TAG, 1])  # a stored block of deflate

    def without_the_rest(raw: list[Any]) -> None:
        raw[3] = unknown

    driver.dialler.received(_repacked(part, without_the_rest), driver.now_s, 0)
    assert driver.why() is Why.UNKNOWN_WORD


def test_what_cannot_be_read_is_asked_for_anew_once() -> None:
    """As a whole board: a resume would bring the same frame. Read then, it was a mishap and is over."""
    driver = _driver()
    driver.dialler.received(b"\xc1", driver.now_s, 0)
    driver.close(CloseCode.BAD_MESSAGE)
    assert driver.dialler.ending is not None
    assert (driver.why(), driver.dialler.ending.final) == (Why.BAD_MESSAGE, False)
    assert "Openlijn-After" not in driver.dialler.dial()
    driver.dial()
    driver.down()
    assert driver.session.state is LinkState.LIVE
    driver.close(after_s=timing.RETRY_MOST_S)
    driver.dial()
    driver.down()
    driver.now_s += timing.RETRY_MOST_S
    driver.dialler.received(b"\xc1", driver.now_s, 0)
    assert driver.why() is Why.BAD_MESSAGE


def test_what_cannot_be_read_anew_either_ends_it() -> None:
    """In words, and not by dialling for ever."""
    driver = _driver()
    for _ in range(2):
        driver.dialler.received(b"\xc1", driver.now_s, 0)
        driver.close(CloseCode.BAD_MESSAGE)
        if driver.why() is Why.UNREADABLE:
            break
        driver.dial()
        driver.down()
    assert driver.dialler.ending is not None
    assert (driver.why(), driver.dialler.ending.final) == (Why.UNREADABLE, True)


def test_links_that_never_meet_it_again_forget_it() -> None:
    """One that lasted is behind it; what comes an hour later is a mishap of its own."""
    driver = _driver()
    driver.server.happens(OPENED)
    driver.dialler.received(b"\xc1", driver.now_s, 0)
    driver.close()
    driver.dial()
    driver.down()
    driver.close(after_s=3_600)
    driver.dial()
    driver.dialler.received(b"\xc1", driver.now_s, 0)
    assert driver.why() is Why.BAD_MESSAGE


@pytest.mark.parametrize(
    ("said", "ending"),
    [
        (
            "This server speaks openlijn.1 (version 1); you offered openlijn.2.",
            Ending(why=Why.OLDER_SERVER, args={"needed": 1, "own": VERSION}),
        ),
        (
            f"This server speaks openlijn.{VERSION + 1}, you offered openlijn.{VERSION}: install Openlijn.",
            Ending(why=Why.NEWER_SERVER, args={"needed": VERSION + 1, "own": VERSION}),
        ),
        ("Bad Request", Ending(why=Why.VERSION, args={"said": "Bad Request", "own": VERSION})),
    ],
)
def test_a_server_of_another_version_is_said_with_both_versions(said: str, ending: Ending) -> None:
    """So that a person knows which of the two to update; the wishes stay, and nothing is dialled again."""
    driver = Driver()
    driver.session.wish(AddEntry(incident=1, text=Text("van mij")), minute(0))
    driver.dialler.dial()
    driver.dialler.turned_away(426, said.encode(), driver.now_s)
    assert driver.dialler.ending == ending
    assert ending.final
    assert len(driver.session.outbox.wishes) == 1
