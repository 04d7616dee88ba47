"""What is known of the end is valid from birth, and begins with nothing."""

from typing import Any

import pytest
from attrs import asdict, evolve

from protocol.model.letting_go import CitizenView, Feedback, Handover, LettingGo
from protocol.model.text import Name, Text
from tests.protocol.make import ANNA, minute

HANDOVER = Handover(taker=Name("wijkteam"), packet=Text("wat er speelt"), by=ANNA)
FEEDBACK = Feedback(at=minute(1), by=ANNA, text=Text("opgelost"), given=True)


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (HANDOVER, "taker", ""),
        (HANDOVER, "packet", ""),
        (HANDOVER, "acknowledged_at", True),
        (FEEDBACK, "at", None),
        (FEEDBACK, "text", "x" * 501),
        (FEEDBACK, "given", 1),
        (LettingGo(), "handover", FEEDBACK),
        (LettingGo(), "own_strength", None),
        (LettingGo(), "unit_done_by", "x" * 201),
        (LettingGo(), "citizen_view", 1),
        (LettingGo(), "feedback", HANDOVER),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """In every copy as at birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


def test_nothing_is_let_go_by_itself() -> None:
    """Until somebody says so, nobody took it, checked it or told the melder; offered is not taken (A42)."""
    assert not any(asdict(LettingGo()).values())
    assert HANDOVER.acknowledged_at is None


def test_whether_feedback_was_given_is_always_said() -> None:
    """A20: told, or why not; it is never left open."""
    with pytest.raises(TypeError, match="given"):
        Feedback(at=minute(1), by=ANNA, text=Text("opgelost"))  # type: ignore[call-arg]


@pytest.mark.law
def test_the_citizen_s_view_has_a_word_that_can_be_typed() -> None:
    """As people type it."""
    assert [view.key for view in CitizenView] == ["agrees", "not-reached", "disagrees"]
