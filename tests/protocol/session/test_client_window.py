"""What a console looks at is said when it changes, and again on every later link."""

from protocol.model.window import Window
from protocol.session.client import ClientSession
from protocol.wire.messages import LooksAt
from tests.protocol.session.helpers import Conversation, live

WINDOW = Window(south=20_000, west=1_700, rows=9, columns=12)


def said(talk: Conversation) -> list[LooksAt]:
    """What the server heard of it on the present link."""
    talk.settle()
    assert talk.link is not None
    return [message for message in talk.link.heard if isinstance(message, LooksAt)]


def test_it_is_said_once_and_anew_on_the_next_link() -> None:
    """The server keeps it with the link."""
    talk = live()
    talk.console.looks_at(WINDOW)
    assert said(talk) == [LooksAt(window=WINDOW)]
    talk.cut()
    talk.dial()
    assert said(talk) == [LooksAt(window=WINDOW)]


def test_what_was_looked_at_before_there_was_a_link_is_said_on_the_first() -> None:
    """The newest of it."""
    talk = Conversation()
    talk.console.looks_at(Window(south=1, west=1, rows=1, columns=1))
    talk.console.looks_at(WINDOW)
    talk.dial()
    assert said(talk) == [LooksAt(window=WINDOW)]


def test_who_shows_no_map_says_nothing_on_a_new_link() -> None:
    """Only that the map went, on the link on which it was shown."""
    talk = live()
    talk.console.looks_at(WINDOW)
    talk.console.looks_at(None)
    assert said(talk) == [LooksAt()]
    talk.cut()
    talk.dial()
    assert said(talk) == []
    assert ClientSession(first_id=1).next_frame(0.0, 0) is None
