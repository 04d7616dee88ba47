"""Wishes about who goes are valid from birth."""

from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.commands.dispatch import AskSkills, ExpectArrival, ExplainChoice, WeighChoice
from protocol.commands.units import EndTask, SetTask, SignOnUnit
from protocol.facts.dispatch import ArrivalExpected, ChoiceExplained, ChoiceWeighed, SkillsAsked
from protocol.facts.units import TaskEnded, TaskSet
from protocol.model.choice import Choice, ChoiceReason
from protocol.model.text import Name
from tests.protocol.make import minute

CHOICE = Choice(unit=Name("12.03"), travel_s=60)


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (AskSkills(incident=1), "incident", 0),
        (ExplainChoice(incident=1, reason=ChoiceReason.OTHER), "reason", 7),
        (WeighChoice(incident=1, choice=CHOICE), "choice", None),
        (ExpectArrival(unit=1, incident=1, at=minute(1)), "unit", 0),
        (ExpectArrival(unit=1, incident=1, at=minute(1)), "at", minute(1).replace(tzinfo=None)),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Before it is sent."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


@given(st.sampled_from(["crew", "skills", "autonomy"]), st.integers() | st.text() | st.none())
def test_who_signs_on_says_what_can_be_true(name: str, value: Any) -> None:
    """A crew is one or two; nothing else is taken for a word of ours."""
    valid = SignOnUnit(call_sign=Name("12.03"))
    if name == "crew" and value in (1, 2):
        assert evolve(valid, crew=value).crew == value
        return
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


@pytest.mark.parametrize(
    ("wish", "fact"),
    [
        (AskSkills, SkillsAsked),
        (ExplainChoice, ChoiceExplained),
        (WeighChoice, ChoiceWeighed),
        (ExpectArrival, ArrivalExpected),
        (SetTask, TaskSet),
        (EndTask, TaskEnded),
    ],
)
def test_a_fact_says_all_that_its_wish_said(wish: type[Any], fact: type[Any]) -> None:
    """Nothing is lost between the two."""
    assert [each.name for each in attrs.fields(wish)] == [each.name for each in attrs.fields(fact)]
