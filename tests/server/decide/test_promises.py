"""How the police may react, what they may promise and who holds the melder; and every reason why not."""

from datetime import timedelta

import pytest

from protocol.commands.command import Command
from protocol.commands.promises import (
    BreakPromise,
    KeepPromise,
    MakePromise,
    MovePromise,
    OfferMelder,
    React,
    SpeakToMelder,
    TakeMelder,
)
from protocol.errors import Reason
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed
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
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from server.decide import decide
from tests.protocol.make import OPENED, minute, told
from tests.server.decide.make import ANNA, BEN, refused

CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))
WHAT, FROM, TO, WHY = Text("wij bellen terug"), Name("12.03"), Name("melder"), Text("druk")
MAKE = MakePromise(incident=1, what=WHAT, due=minute(60), from_whom=FROM, to_whom=TO)
MADE = PromiseMade(incident=1, what=WHAT, due=minute(60), from_whom=FROM, to_whom=TO)
KEEP = KeepPromise(incident=1, promise=1)
MOVE = MovePromise(incident=1, promise=1, due=minute(90), why=WHY)
BREAK = BreakPromise(incident=1, promise=1, why=WHY)
KEPT = PromiseKept(incident=1, promise=1)
MOVED = PromiseMoved(incident=1, promise=1, due=minute(90), why=WHY)
BROKEN = PromiseBroken(incident=1, promise=1, why=WHY)
UNIT_NOW = React(incident=1, kind=ReactionKind.UNIT_NOW)
OFFER = OfferMelder(incident=1, to=BEN.name)
TAKE = TakeMelder(incident=1)
SPEAK = SpeakToMelder(incident=1)


@pytest.mark.parametrize("kind", ReactionKind, ids=lambda kind: kind.key)
def test_sending_nobody_needs_the_melders_agreement(kind: ReactionKind) -> None:
    """A15, A16: the refusal names the way of reacting."""
    wish = React(incident=1, kind=kind, text=Text("na tienen"), due=minute(60))
    if kind.sends_nobody:
        assert refused(told(OPENED), wish) == (
            Reason.REACTION_NOT_AGREED,
            {"incident": 1, "asked_reaction": kind.key},
        )
    agreed = React(incident=1, kind=kind, agreed=True, text=Text("na tienen"), due=minute(60))
    assert decide(told(OPENED), agreed, ANNA) == (
        Reacted(incident=1, kind=kind, agreed=True, text=Text("na tienen"), due=minute(60)),
    )


def test_a_unit_now_needs_no_agreement_and_may_be_said_again() -> None:
    """A3: a melding may have several reactions over time."""
    reacted = Reacted(incident=1, kind=ReactionKind.UNIT_NOW)
    assert decide(told(OPENED), UNIT_NOW, ANNA) == (reacted,)
    assert decide(told(OPENED, reacted), UNIT_NOW, ANNA) == (reacted,)


def test_a_promise_is_made_also_after_closing() -> None:
    """A14: feedback by tomorrow."""
    assert decide(told(OPENED), MAKE, ANNA) == (MADE,)
    assert decide(told(OPENED, CLOSED), MAKE, ANNA) == (MADE,)


@pytest.mark.parametrize(
    ("command", "fact"), [(KEEP, KEPT), (MOVE, MOVED), (BREAK, BROKEN)], ids=["kept", "moved", "broken"]
)
def test_an_open_promise_is_settled_also_after_closing(command: Command, fact: Fact) -> None:
    """A13, A14: kept, moved or broken, in the open."""
    assert decide(told(OPENED, MADE), command, ANNA) == (fact,)
    assert decide(told(OPENED, MADE, CLOSED), command, ANNA) == (fact,)


@pytest.mark.parametrize("command", [KEEP, MOVE, BREAK], ids=lambda part: type(part).__name__)
@pytest.mark.parametrize(("fact", "state"), [(KEPT, "kept"), (MOVED, "moved"), (BROKEN, "broken")])
def test_a_settled_promise_is_not_settled_again(command: Command, fact: Fact, state: str) -> None:
    """A13: how it was settled is said."""
    assert refused(told(OPENED, MADE, fact), command) == (
        Reason.PROMISE_SETTLED,
        {"incident": 1, "promise": 1, "is_promise": state},
    )


def test_the_promise_that_took_the_place_of_another_is_kept_under_its_own_number() -> None:
    """A14: the follower is open."""
    wish = KeepPromise(incident=1, promise=2)
    assert decide(told(OPENED, MADE, MOVED), wish, ANNA) == (PromiseKept(incident=1, promise=2),)


@pytest.mark.parametrize("command", [KEEP, MOVE, BREAK], ids=lambda part: type(part).__name__)
def test_a_promise_that_is_not_there_is_named(command: Command) -> None:
    """With how many there are."""
    assert refused(told(OPENED), command) == (
        Reason.NO_SUCH_PROMISE,
        {"incident": 1, "promise": 1, "last": 0},
    )


@pytest.mark.parametrize("late", [timedelta(0), timedelta(milliseconds=-1)])
def test_what_is_past_cannot_be_promised(late: timedelta) -> None:
    """A14: nor moved to; the board's own moment is past."""
    board = told(OPENED, MADE)
    make = MakePromise(incident=1, what=WHAT, due=board.at + late, from_whom=FROM, to_whom=TO)
    move = MovePromise(incident=1, promise=1, due=board.at + late, why=WHY)
    for wish in (make, move):
        assert refused(board, wish) == (Reason.DUE_PASSED, {"incident": 1})


def test_every_time_that_the_melder_is_spoken_to_counts() -> None:
    """A17: also twice a minute, and after closing."""
    spoken_to = MelderSpokenTo(incident=1)
    for board in (told(OPENED), told(OPENED, spoken_to), told(OPENED, CLOSED)):
        assert decide(board, SPEAK, ANNA) == (spoken_to,)


def test_the_melder_is_offered_to_somebody_else() -> None:
    """A18: whoever opened it has the melder already."""
    assert decide(told(OPENED), OFFER, ANNA) == (MelderOffered(incident=1, to=BEN.name),)
    to_anna = OfferMelder(incident=1, to=ANNA.name)
    assert refused(told(OPENED), to_anna) == (Reason.MELDER_HELD, {"incident": 1, "by": "anna"})


def test_the_melder_is_taken_offered_or_not() -> None:
    """A21: once."""
    taken = MelderTaken(incident=1)
    assert decide(told(OPENED, MelderOffered(incident=1, to=BEN.name)), TAKE, BEN) == (taken,)
    assert decide(told(OPENED), TAKE, BEN) == (taken,)
    assert refused(told(OPENED), TAKE) == (Reason.MELDER_HELD, {"incident": 1, "by": "anna"})


@pytest.mark.parametrize("command", [UNIT_NOW, OFFER, TAKE], ids=lambda part: type(part).__name__)
def test_a_closed_melding_gets_no_reaction_and_no_holder(command: Command) -> None:
    """It must be reopened first."""
    assert refused(told(OPENED, CLOSED), command, BEN) == (Reason.INCIDENT_CLOSED, {"incident": 1})


@pytest.mark.parametrize(
    "command",
    [UNIT_NOW, MAKE, KEEP, MOVE, BREAK, SPEAK, OFFER, TAKE],
    ids=lambda part: type(part).__name__,
)
def test_an_unknown_incident_is_named(command: Command) -> None:
    """With the highest number that was given out."""
    assert refused(told(), command) == (Reason.NO_SUCH_INCIDENT, {"incident": 1, "last": 0})
