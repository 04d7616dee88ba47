"""A wish may name what another wish opens: it waits for the number, and goes with it, once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import AddEntry, JoinLines
from protocol.commands.units import AssignUnit
from protocol.errors import Reason
from protocol.model.number import MAX_NUMBER
from protocol.model.place import Place
from protocol.model.text import Name, Text
from protocol.session.client import ClientSession
from protocol.session.events import Answered, Event, Numbered, Stranded
from protocol.session.outbox import Outbox
from protocol.session.provisional import (
    FIRST,
    MOST_OPENINGS,
    is_provisional,
    opening_of,
    provisional_of,
    provisionals_in,
    renamed,
)
from protocol.wire.frames import decode_up, encode
from protocol.wire.messages import Do, Done, Refusal
from tests.protocol.make import BLAAK, minute
from tests.protocol.session.helpers import live

OPENS = OpenIncident(what=Name("brand"), place=BLAAK)
RUN = (7 << 32) + 1


def said(incident: int, text: str = "hij heeft een mes") -> AddEntry:
    """Words to that melding."""
    return AddEntry(incident=incident, text=Text(text))


@given(st.integers(0, 2**31 - 1), st.integers(1, MOST_OPENINGS - 1), st.integers(1, MOST_OPENINGS - 1))
def test_the_number_leads_back_to_the_wish_of_the_same_run(run: int, opening: int, later: int) -> None:
    """Also after a restart, when all that is left is ids and numbers."""
    base = run << 32
    number = provisional_of(base + opening)
    assert FIRST <= number <= MAX_NUMBER
    assert is_provisional(number)
    assert opening_of(number, base + later) == base + opening


def test_an_ordinary_number_stands_for_nothing() -> None:
    """Nor does none."""
    assert not is_provisional(417)
    assert not is_provisional(None)
    assert provisionals_in(said(417)) == ()


def test_every_place_that_names_it_is_renamed() -> None:
    """And a word that only looks like it is not."""
    number = provisional_of(RUN)
    assert renamed(JoinLines(incident=4, other=number), number, 9) == JoinLines(incident=4, other=9)
    assert renamed(said(number, str(number)), number, 9) == said(9, str(number))
    assert renamed(said(4), number, 9) == said(4)


def test_what_names_an_unanswered_opening_waits() -> None:
    """It is in the box with the others, and only its opening is what it waits for."""
    outbox = Outbox(RUN)
    opening = outbox.put(OPENS, minute(1))
    words = outbox.put(said(provisional_of(opening.id)), minute(2))
    assert outbox.awaits(words) == (opening.id,)
    assert outbox.awaits(opening) == ()
    (named,) = outbox.numbered(opening.id, 12)
    assert (named.id, named.command) == (words.id, said(12))
    assert outbox.awaits(named) == ()


def test_who_names_it_a_moment_late_has_the_number_at_once() -> None:
    """The answer came between the key and the outbox."""
    outbox = Outbox(RUN)
    opening = outbox.put(OPENS, minute(1))
    outbox.numbered(opening.id, 12)
    outbox.take_out(opening.id)
    assert outbox.put(said(provisional_of(opening.id)), minute(2)).command == said(12)


def test_a_number_of_another_run_is_not_ours() -> None:
    """A wish that an earlier run left waits for the opening of that run alone."""
    outbox = Outbox(RUN)
    outbox.put(OPENS, minute(1))
    other = Outbox((9 << 32) + 1)
    foreign = other.put(said(provisional_of(1)), minute(2))
    assert outbox.awaits(outbox.restore(foreign)) == ()


def frames(console: ClientSession) -> list[Do]:
    """The wishes that go now."""
    found = []
    while (frame := console.next_frame(0.0, 0)) is not None:
        message = decode_up(frame, now_ms=0)
        if isinstance(message, Do):
            found.append(message)
    return found


def opened() -> tuple[ClientSession, int, int]:
    """A session that is welcomed, with a call on its way and words behind it; the ids of both."""
    console = live().console
    frames(console)
    opening = console.wish(OPENS, minute(1))
    words = console.wish(said(provisional_of(opening)), minute(2))
    return console, opening, words


def answer(console: ClientSession, message: Done | Refusal) -> list[Event]:
    """What the session says of it."""
    return console.received(encode(message), 0.0, 0)


def test_words_go_once_their_call_has_its_number() -> None:
    """Not before, in their order, and under their own id; the driver hears of it before the answer."""
    console, opening, words = opened()
    more = console.wish(AssignUnit(incident=provisional_of(opening), unit=3), minute(3))
    assert [each.id for each in frames(console)] == [opening]
    events = answer(console, Done(id=opening, seq=1, number=12))
    assert [type(each) for each in events] == [Numbered, Answered]
    assert frames(console) == [
        Do(id=words, command=said(12)),
        Do(id=more, command=AssignUnit(incident=12, unit=3)),
    ]


def test_a_cut_link_sends_the_call_again_and_the_words_only_behind_its_answer() -> None:
    """Twice is once: everything keeps its id."""
    talk = live()
    console = talk.console
    frames(console)
    opening = console.wish(OPENS, minute(1))
    words = console.wish(said(provisional_of(opening)), minute(2))
    frames(console)
    talk.cut()
    talk.dial()
    talk.down(1)
    assert [each.id for each in frames(console)] == [opening]
    answer(console, Done(id=opening, seq=1, number=12))
    assert frames(console) == [Do(id=words, command=said(12))]
    talk.cut()
    talk.dial()
    talk.down(1)
    assert frames(console) == [Do(id=words, command=said(12))]


def test_words_to_a_call_that_is_refused_come_back() -> None:
    """They leave the box unsent, and whoever drives hears which they were."""
    console, opening, words = opened()
    events = answer(console, Refusal(id=opening, reason=Reason.TOO_FAST))
    stranded = next(each for each in events if isinstance(each, Stranded))
    assert stranded.opening == OPENS
    assert [(each.id, each.command) for each in stranded.wishes] == [(words, said(provisional_of(opening)))]
    assert frames(console) == [Do(id=opening, command=OPENS)]
    assert console.outbox.wishes == ()


@pytest.mark.parametrize("place", [Place(name=Name("")), BLAAK])
def test_a_call_with_nothing_behind_it_is_answered_as_ever(place: Place) -> None:
    """No event more."""
    console = live().console
    frames(console)
    opening = console.wish(OpenIncident(what=Name(""), place=place), minute(1))
    assert [type(each) for each in answer(console, Done(id=opening, seq=1, number=12))] == [Answered]
