"""A status, by the number that officers press or by its word."""

import pytest

from console.actions.problem import NotUnderstood, Problem
from console.grammar.status import read_status
from console.grammar.words import split
from protocol.model.unit_status import UnitStatus
from tests.console.grammar.make import BOARD, STATUS_NUMBERS


def status(line: str) -> UnitStatus:
    """The status in the whole line."""
    return read_status(line, split(line), STATUS_NUMBERS, BOARD)


def problem(line: str) -> Problem:
    """What is wrong with it."""
    with pytest.raises(NotUnderstood) as raised:
        status(line)
    return raised.value.problem


def test_a_number_means_what_the_site_says_it_does() -> None:
    """Zeros before it make no difference."""
    assert [status(line) for line in ("1", "03")] == [UnitStatus.EN_ROUTE, UnitStatus.AVAILABLE]


def test_a_number_that_the_site_does_not_use_names_those_it_does() -> None:
    """In both languages."""
    found = problem("4")
    assert (found.key, found.alternatives) == ("problem-unknown-status-number", True)
    assert found.listed("nl")[1] == "2 ter plaatse"
    assert found.listed("en")[1] == "2 on scene"


def test_a_status_may_be_two_words_or_a_beginning() -> None:
    """As long as it leaves no doubt."""
    assert [status(line) for line in ("ter plaatse", "vrij", "niet")] == [
        UnitStatus.ON_SCENE,
        UnitStatus.AVAILABLE,
        UnitStatus.UNAVAILABLE,
    ]
    assert problem("on").key == "problem-ambiguous-status"


def test_what_looks_like_a_call_sign_before_a_status_is_said_to_be_no_unit() -> None:
    """The slip is in the call sign, not in the status behind it."""
    assert problem("19.99 vrij").key == "problem-unknown-unit"
    assert problem("vrjj").candidates[0] == "vrij"
    assert problem("").key == "problem-missing-status"
