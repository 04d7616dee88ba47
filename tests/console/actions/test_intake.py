"""The wishes of the intake, from the values of a line."""

from typing import Any

import pytest

from console.actions.catalog import CATALOG
from console.grammar.classifications import Classification
from protocol.commands.command import Command
from protocol.commands.intake import ClassifyIncident, DescribeIntake, FlagCaught
from protocol.model.intake import Question
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from tests.console.grammar.make import BOARD

BURGLARY = Classification(code=Name("INB"), name="Inbraak", last="Inbraak", priority=Priority.P1)


def built(id: str, **values: Any) -> tuple[Command, ...]:
    """What the action sends for 417."""
    build = CATALOG.by_id[id].build
    assert build is not None
    return build({"incident": 417, **values}, BOARD)


@pytest.mark.parametrize("question", list(Question))
def test_each_class_of_question_has_its_own_verb(question: Question) -> None:
    """Which needs nothing more."""
    action = CATALOG.by_id[f"asks-{question.key}"]
    assert action.at_once
    assert built(action.id) == (DescribeIntake(incident=417, question=question),)


def test_one_field_of_the_intake_leaves_the_others_alone() -> None:
    """What was told before stays."""
    assert built("fears", fears=Text("dat hij terugkomt")) == (
        DescribeIntake(incident=417, fears=Text("dat hij terugkomt")),
    )


def test_a_class_brings_its_priority_unless_one_is_said() -> None:
    """Whoever says one has a reason."""
    assert built("classify", code=BURGLARY) == (
        ClassifyIncident(incident=417, code=Name("INB"), priority=Priority.P1),
    )
    assert built("classify", code=BURGLARY, priority=Priority.P3) == (
        ClassifyIncident(incident=417, code=Name("INB"), priority=Priority.P3),
    )


def test_caught_in_the_act_can_be_taken_back() -> None:
    """By the same word with `not`."""
    assert built("caught") == (FlagCaught(incident=417, caught=True),)
    assert built("caught", **{"not": True}) == (FlagCaught(incident=417, caught=False),)
