"""Which melding an unfinished line goes to."""

import pytest

from console.actions.action import Selection
from console.actions.catalog import CATALOG
from console.actions.problem import Problem
from console.grammar.aim import Aim, aim_of
from tests.console.grammar.make import BOARD, NOTHING

ON_417 = Selection(incident=417)


def aim(line: str, selection: Selection = ON_417) -> Aim | Problem | None:
    """Where the line goes on that board."""
    return aim_of(line, CATALOG, BOARD, selection)


@pytest.mark.parametrize(
    ("line", "incident", "named"),
    [
        ("log 2 mannen", 2, True),
        ("log 2", 2, True),
        ("log #418 x", 418, True),
        ("log ", 417, False),
        ("log mannen", 417, False),
        ("log -- 2 mannen", 417, False),
        ("sluit 418! x", 418, True),
        ("koppel 12.03", 417, False),
        ("koppel 12.03 418", 418, True),
        ("doorhalen #418 2", 418, True),
        ("doorhalen 2", 417, False),
        ("toezegging 20m bellen", 417, False),
    ],
)
def test_the_melding_is_known_before_enter(line: str, incident: int, named: bool) -> None:
    """The one in the line, else the selected one."""
    assert aim(line) == Aim(incident=incident, named=named)


@pytest.mark.parametrize("line", ["", "lo", "log", "xyz 2 x", "help log", "nieuw 1 brand", "aanmelden 12.04"])
def test_other_lines_go_to_none(line: str) -> None:
    """Half a verb, no verb, or one that is about no melding."""
    assert aim(line) is None


def test_without_a_selection_only_a_number_says_it() -> None:
    """Nothing is made up."""
    assert aim("log mannen", NOTHING) is None
    assert aim("log 2 mannen", NOTHING) == Aim(incident=2, named=True)


def test_a_number_that_is_no_incident_is_said_at_once() -> None:
    """But not while it may still grow."""
    problem = aim("log 77777 mannen")
    assert isinstance(problem, Problem)
    assert problem.key == "problem-no-incident-no-text"
    assert aim("log 41") is None
