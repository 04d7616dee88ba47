"""What facts about the end do to an incident."""

from protocol.facts.fact import Fact
from protocol.facts.letting_go import (
    CitizenGoesOn,
    EndChecked,
    FeedbackGiven,
    HandoverAcknowledged,
    HandoverOffered,
)
from protocol.model.letting_go import CitizenView, Feedback, Handover, LettingGo
from protocol.model.text import Name, Text
from tests.protocol.make import ANNA, BEN, OPENED, besides, minute, then, told

OFFERED = HandoverOffered(incident=1, taker=Name("wijkagent Vos"), packet=Text("belt haar morgen"))
TAKEN = HandoverAcknowledged(incident=1)


def _end(*facts: Fact, by: Name = ANNA) -> LettingGo:
    return told(OPENED, *facts, by=by).incidents[1].letting_go


def test_a_handover_is_acknowledged_at_its_moment() -> None:
    """A41, A42: whoever offered it stays named."""
    offered = Handover(taker=Name("wijkagent Vos"), packet=Text("belt haar morgen"), by=ANNA)
    assert _end(OFFERED) == LettingGo(handover=offered)
    end = then(told(OPENED, OFFERED), TAKEN, by=BEN).incidents[1].letting_go
    assert end.handover == Handover(
        taker=offered.taker, packet=offered.packet, by=ANNA, acknowledged_at=minute(3)
    )


def test_a_new_offer_asks_for_its_own_acknowledgement() -> None:
    """A42: the other taker's word says nothing of this one."""
    handover = _end(OFFERED, TAKEN, OFFERED).handover
    assert handover is not None
    assert handover.acknowledged_at is None


def test_an_acknowledgement_of_nothing_changes_nothing() -> None:
    """Also on a board that did not see the offer."""
    assert _end(TAKEN) == LettingGo()


def test_why_the_citizen_goes_on_alone_is_kept() -> None:
    """A43: the newest line of reason."""
    facts = [CitizenGoesOn(incident=1, why=Text(why)) for why in ("wil slapen", "zus komt")]
    assert _end(*facts) == LettingGo(own_strength=Text("zus komt"))


def test_the_check_says_who_and_how_the_citizen_sees_it() -> None:
    """A19, A44: also of whoever has the longest name."""
    longest = Name("n" * 200)
    end = _end(EndChecked(incident=1, citizen=CitizenView.DISAGREES), by=longest)
    assert end == LettingGo(unit_done_by=longest, citizen_view=CitizenView.DISAGREES)


def test_feedback_is_given_or_it_is_recorded_why_not() -> None:
    """A20: the newest counts."""
    no = FeedbackGiven(incident=1, text=Text("anoniem gebeld"), given=False)
    told_no = Feedback(at=minute(2), by=ANNA, text=Text("anoniem gebeld"), given=False)
    assert _end(no) == LettingGo(feedback=told_no)
    yes = FeedbackGiven(incident=1, text=Text("gesproken aan de deur"))
    told_yes = Feedback(at=minute(3), by=ANNA, text=Text("gesproken aan de deur"), given=True)
    assert _end(no, yes) == LettingGo(feedback=told_yes)


def test_facts_about_an_incident_that_is_not_here_leave_the_board_as_it_is() -> None:
    """Whatever was said of its end."""
    facts: tuple[Fact, ...] = (
        *(OFFERED, TAKEN, CitizenGoesOn(incident=1, why=Text("x"))),
        EndChecked(incident=1, citizen=CitizenView.AGREES),
        FeedbackGiven(incident=1, text=Text("x")),
    )
    for fact in facts:
        assert besides(told()) == besides(then(told(), fact))
