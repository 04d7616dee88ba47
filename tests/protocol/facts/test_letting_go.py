"""Facts of the end say what their wishes said."""

from typing import Any

import attrs
import pytest

from protocol.commands.letting_go import AcknowledgeHandover, CheckEnd, GiveFeedback, HandOver, LetCitizenGoOn
from protocol.facts.letting_go import (
    CitizenGoesOn,
    EndChecked,
    FeedbackGiven,
    HandoverAcknowledged,
    HandoverOffered,
)
from protocol.model.letting_go import CitizenView
from protocol.model.text import Name, Text


@pytest.mark.parametrize(
    ("wish", "fact"),
    [
        (HandOver, HandoverOffered),
        (AcknowledgeHandover, HandoverAcknowledged),
        (LetCitizenGoOn, CitizenGoesOn),
        (CheckEnd, EndChecked),
        (GiveFeedback, FeedbackGiven),
    ],
)
def test_a_fact_says_all_that_its_wish_said(wish: type[Any], fact: type[Any]) -> None:
    """Nothing is lost between the two."""
    assert [each.name for each in attrs.fields(wish)] == [each.name for each in attrs.fields(fact)]


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (HandoverOffered(incident=1, taker=Name("ben"), packet=Text("alles")), "taker", ""),
        (HandoverOffered(incident=1, taker=Name("ben"), packet=Text("alles")), "packet", "x" * 2_001),
        (CitizenGoesOn(incident=1, why=Text("buren")), "why", ""),
        (EndChecked(incident=1, citizen=CitizenView.AGREES), "citizen", 1),
        (FeedbackGiven(incident=1, text=Text("klaar")), "given", 0),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Also when it comes out of a journal."""
    with pytest.raises((TypeError, ValueError), match=name):
        attrs.evolve(valid, **{name: value})
