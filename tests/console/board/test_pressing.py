"""What presses most, as one sign with a time."""

from datetime import timedelta

from console.board.pressing import WIDTH, Press, press_span, presses
from console.paint.text import cells
from protocol.facts.incidents import IncidentClosed
from protocol.facts.letting_go import FeedbackGiven
from protocol.facts.promises import PromiseMade, Reacted
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from tests.console.rig import START, Rig


def reacted(rig: Rig) -> None:
    """One melding, somebody was sent."""
    rig.open(1)
    rig.happen(Reacted(incident=1, kind=ReactionKind.UNIT_NOW))


def promise(rig: Rig, in_s: float) -> None:
    """Anna promises something."""
    rig.happen(
        PromiseMade(
            incident=1,
            what=Text("belt terug"),
            due=rig.now + timedelta(seconds=in_s),
            from_whom=Name("anna"),
            to_whom=Name("melder"),
        )
    )


def now_presses(rig: Rig) -> Press | None:
    """What presses in melding 1 at this moment."""
    return presses(rig.board.incidents[1], rig.now)


def test_what_waits_rings_after_a_while() -> None:
    """A melding without a reaction waits, then rings; a reaction ends it."""
    rig = Rig()
    rig.open(1)
    assert now_presses(rig) is Press.UNANSWERED
    rig.later(60)
    assert now_presses(rig) is Press.RINGING
    rig.happen(Reacted(incident=1, kind=ReactionKind.UNIT_NOW))
    assert now_presses(rig) is None


def test_a_promise_counts_down_warns_and_is_breached() -> None:
    """Quiet at first, then soon, then too late."""
    rig = Rig()
    reacted(rig)
    promise(rig, 600)
    assert (now_presses(rig), press_span(rig.board.incidents[1], rig.now)[0]) == (Press.PROMISED, "○10m  ")
    rig.later(301)
    assert now_presses(rig) is Press.SOON
    rig.later(300)
    assert now_presses(rig) is Press.BREACHED
    assert press_span(rig.board.incidents[1], rig.now)[0].startswith("✖+0m")


def test_an_agreed_delay_returns_to_the_board() -> None:
    """When the delay is over the melding presses again."""
    rig = Rig()
    rig.open(1)
    due = START + timedelta(seconds=100)
    rig.happen(Reacted(incident=1, kind=ReactionKind.AGREED_LATER, agreed=True, due=due))
    assert now_presses(rig) is None
    rig.later(101)
    assert now_presses(rig) is Press.RETURNED


def test_the_melder_is_not_forgotten() -> None:
    """Nobody spoke to the melder for a while; once the melder has heard the end, that is over."""
    rig = Rig()
    reacted(rig)
    rig.later(900)
    assert now_presses(rig) is Press.OUT_OF_TOUCH
    rig.happen(FeedbackGiven(incident=1, text=Text("alles gehoord"), given=True))
    assert now_presses(rig) is None


def test_what_is_closed_presses_nothing() -> None:
    """A closed melding is quiet, and its column blank."""
    rig = Rig()
    rig.open(1)
    rig.later(3_600)
    rig.happen(IncidentClosed(incident=1, reason=Text("loos")))
    assert now_presses(rig) is None
    assert cells(press_span(rig.board.incidents[1], rig.now)[0]) == WIDTH
