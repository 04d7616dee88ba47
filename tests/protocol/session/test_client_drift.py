"""Drift, told as conversations: the server states what the board is, and a console that differs says so."""

import pytest
from attrs import evolve

from protocol.errors import Drifted
from protocol.facts.timeline import EntryAdded
from protocol.model.board import Board
from protocol.model.text import Name, Text
from protocol.session.digest import BoardDigest
from protocol.session.events import Changed, LinkState, StillDrifted
from protocol.wire.messages import Alive
from tests.protocol.session.helpers import Conversation, live

WROTE = EntryAdded(incident=1, text=Text("mes gezien"))


def state(talk: Conversation) -> None:
    """The server says what its board is."""
    digest = BoardDigest(has_timelines=True).digest_of(talk.server.board)
    assert talk.link is not None
    assert digest is not None
    talk.link.send(Alive(seq=talk.server.board.seq, digest=digest))


def alter(talk: Conversation) -> None:
    """A field of the console's board becomes another one, as no fact made it."""
    knowledge = talk.console.knowledge
    other = evolve(knowledge.board.incidents[1], what=Name("iets anders"))
    knowledge.board = evolve(knowledge.board, incidents=knowledge.board.incidents.set(1, other))


def drifts(talk: Conversation, stated: Alive | None = None) -> None:
    """What is stated is another board: the driver closes the link and asks for a snapshot."""
    assert talk.link is not None
    if stated is None:
        state(talk)
    else:
        talk.link.send(stated)
    with pytest.raises(Drifted):
        talk.down()
    talk.console.distrust_board()
    talk.cut()
    talk.dial()
    talk.settle()


def test_who_has_the_servers_board_hears_nothing_of_it() -> None:
    """The statement is an answer to a beat like any other."""
    talk = live()
    state(talk)
    talk.down()
    assert (talk.events, talk.console.state) == ([], LinkState.LIVE)


def test_a_board_that_differs_is_fetched_anew() -> None:
    """And is the server's then."""
    talk = live(incidents=3)
    alter(talk)
    assert talk.console.hello().after == 3
    drifts(talk)
    assert talk.console.knowledge.board == talk.server.board
    assert talk.console.state is LinkState.LIVE
    state(talk)
    talk.down()
    assert StillDrifted(seq=3) not in talk.events


def test_while_a_snapshot_is_coming_in_nothing_is_compared() -> None:
    """Half a board is another one than the whole."""
    talk = Conversation(live(incidents=40).server)
    talk.dial()
    talk.down(2)
    assert not talk.console.knowledge.complete
    state(talk)
    talk.down(1)
    talk.settle()
    assert talk.console.knowledge.board == talk.server.board


def test_a_statement_that_overtook_its_change_is_compared_at_the_next_sign_of_life() -> None:
    """When the change is in; nothing that came meanwhile is lost by it."""
    talk = live()
    assert talk.link is not None
    talk.server.happens(WROTE)
    state(talk)
    talk.link.urgent.rotate(1)
    talk.down(2)
    assert [type(event) for event in talk.events] == [Changed]
    alter(talk)
    talk.link.send(Alive())
    with pytest.raises(Drifted):
        talk.down()


def test_a_statement_of_no_number_states_nothing() -> None:
    """An ordinary answer to a beat; and an empty board is compared with nothing."""
    talk = live()
    alter(talk)
    assert talk.link is not None
    talk.link.send(Alive(digest=1))
    talk.down()
    assert talk.events == []


def test_what_a_snapshot_does_not_mend_is_said_once() -> None:
    """A server whose digest is of another board than its snapshot: no circle, and the link stays."""
    talk = live()
    wrong = Alive(seq=1, digest=7)
    drifts(talk, wrong)
    assert talk.link is not None
    for _ in range(5):
        talk.link.send(wrong)
        talk.wait(600.0)
        talk.link.send(Alive())
        talk.down()
    assert [event for event in talk.events if isinstance(event, StillDrifted)] == [StillDrifted(seq=1)]
    assert talk.console.knowledge.board == talk.server.board != Board()
