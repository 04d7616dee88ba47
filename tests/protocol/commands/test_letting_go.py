"""Wishes about the end are valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.commands.letting_go import AcknowledgeHandover, CheckEnd, GiveFeedback, HandOver, LetCitizenGoOn
from protocol.model.letting_go import CitizenView
from protocol.model.text import Name, Text

HAND_OVER = HandOver(incident=1, taker=Name("wijkteam"), packet=Text("wat er speelt"))
FEEDBACK = GiveFeedback(incident=1, text=Text("opgelost"))


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (HAND_OVER, "taker", ""),
        (HAND_OVER, "packet", " "),
        (HAND_OVER, "packet", "x" * 2_001),
        (AcknowledgeHandover(incident=1), "incident", 0),
        (LetCitizenGoOn(incident=1, why=Text("buren helpen")), "why", ""),
        (CheckEnd(incident=1, citizen=CitizenView.AGREES), "citizen", 1),
        (FEEDBACK, "text", ""),
        (FEEDBACK, "text", "x" * 501),
        (FEEDBACK, "given", 1),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Who takes it has a name and hears something (A41), and nobody goes on alone without a why (A43)."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


def test_feedback_was_given_unless_it_is_said_to_be_impossible() -> None:
    """A20: that nobody was told takes a word more."""
    assert FEEDBACK.given
