"""What facts about reactions, promises and the contact with the melder do to an incident."""

import pytest
from attrs import evolve

from protocol.facts.fact import Fact
from protocol.facts.promises import (
    MelderOffered,
    MelderSpokenTo,
    MelderTaken,
    PromiseBroken,
    PromiseKept,
    PromiseMade,
    PromiseMoved,
    Reacted,
)
from protocol.model.contact import Contact
from protocol.model.promise import Promise, PromiseState
from protocol.model.reaction import Reaction, ReactionKind
from protocol.model.text import Name, Text
from tests.protocol.make import ANNA, BEN, OPENED, besides, minute, then, told

MADE = PromiseMade(
    incident=1, what=Text("wij bellen terug"), due=minute(60), from_whom=Name("12.03"), to_whom=Name("melder")
)
PROMISE = Promise(
    id=1,
    what=MADE.what,
    due=minute(60),
    from_whom=MADE.from_whom,
    to_whom=MADE.to_whom,
    made_at=minute(2),
    made_by=ANNA,
)
KEPT = PromiseKept(incident=1, promise=1)
MOVED = PromiseMoved(incident=1, promise=1, due=minute(90), why=Text("druk"))
BROKEN = PromiseBroken(incident=1, promise=1, why=Text("geen gehoor"))


def test_reactions_stand_in_the_order_in_which_they_came() -> None:
    """A3: each with who, when and what was agreed."""
    later = Reacted(
        incident=1, kind=ReactionKind.AGREED_LATER, agreed=True, text=Text("na tienen"), due=minute(60)
    )
    board = then(told(OPENED, later), Reacted(incident=1, kind=ReactionKind.UNIT_NOW), by=BEN)
    assert board.incidents[1].reactions == (
        Reaction(
            kind=ReactionKind.AGREED_LATER,
            at=minute(2),
            by=ANNA,
            agreed=True,
            text=Text("na tienen"),
            due=minute(60),
        ),
        Reaction(kind=ReactionKind.UNIT_NOW, at=minute(3), by=BEN),
    )


def test_promises_are_open_and_counted_from_1() -> None:
    """A14: what, when, from whom, to whom; and who made it."""
    board = then(told(OPENED, MADE), MADE, by=BEN)
    expected = (PROMISE, evolve(PROMISE, id=2, made_at=minute(3), made_by=BEN))
    assert board.incidents[1].promises == expected


def test_a_kept_promise_says_when() -> None:
    """A13: late or not, the times tell."""
    expected = evolve(PROMISE, state=PromiseState.KEPT, settled_at=minute(3))
    assert told(OPENED, MADE, KEPT).incidents[1].promises == (expected,)


def test_a_broken_promise_says_when_and_why() -> None:
    """A13: in the open."""
    expected = evolve(PROMISE, state=PromiseState.BROKEN, settled_at=minute(3), why=Text("geen gehoor"))
    assert told(OPENED, MADE, BROKEN).incidents[1].promises == (expected,)


def test_a_moved_promise_stays_visible_beside_the_one_that_takes_its_place() -> None:
    """A14: the follower is open, and made by whoever moved it."""
    board = then(told(OPENED, MADE), MOVED, by=BEN)
    assert board.incidents[1].promises == (
        evolve(PROMISE, state=PromiseState.MOVED, settled_at=minute(3), why=Text("druk")),
        evolve(PROMISE, id=2, due=minute(90), made_at=minute(3), made_by=BEN, follows=1),
    )


@pytest.mark.parametrize("fact", [KEPT, MOVED, BROKEN], ids=lambda fact: type(fact).__name__)
def test_a_promise_that_is_not_there_is_passed_over(fact: Fact) -> None:
    """Nothing is settled, and nothing follows nothing."""
    assert besides(told(OPENED)) == besides(then(told(OPENED), fact))


def test_the_contact_passes_by_offer_and_acknowledgement() -> None:
    """A17, A21: whoever takes it holds it, and nobody is asked any more."""
    board = told(OPENED, MelderSpokenTo(incident=1), MelderOffered(incident=1, to=BEN))
    assert board.incidents[1].contact == Contact(spoken_at=minute(2), offered_to=BEN)
    taken = then(board, MelderTaken(incident=1), by=BEN)
    assert taken.incidents[1].contact == Contact(spoken_at=minute(2), holder=BEN)


def test_a_holder_may_have_the_longest_name() -> None:
    """Whatever an account may be called."""
    longest = Name("n" * 200)
    board = then(told(OPENED, MelderOffered(incident=1, to=longest)), MelderTaken(incident=1), by=longest)
    assert board.incidents[1].contact.holder == longest


def test_facts_about_an_incident_that_is_not_here_leave_the_board_as_it_is() -> None:
    """Reactions, promises and contact alike."""
    facts: tuple[Fact, ...] = (
        *(MADE, KEPT, MOVED, BROKEN, MelderSpokenTo(incident=1), MelderTaken(incident=1)),
        MelderOffered(incident=1, to=BEN),
        Reacted(incident=1, kind=ReactionKind.UNIT_NOW),
    )
    for fact in facts:
        assert besides(told()) == besides(then(told(), fact))
