"""`ik` is whoever types."""

from typing import Any

import pytest

from console.actions.action import Selection
from console.actions.catalog import CATALOG
from console.actions.problem import Parsed
from console.grammar.parse import parse
from tests.console.grammar.make import BOARD

ON_417 = Selection(incident=417)


def said(line: str, me: str = "anna") -> Any:
    """The one command of the line, whatever it is."""
    parsed = parse(line, CATALOG, BOARD, ON_417, me=me)
    assert isinstance(parsed, Parsed), parsed
    return parsed.commands[0]


@pytest.mark.parametrize("word", ["ik", "Ik", "mij", "me", "I"])
def test_a_promise_by_me_binds_my_account(word: str) -> None:
    """And to me, as a contact that is offered to me, is to my account."""
    promise = said(f"toezegging 20m bellen door:{word} aan:{word}")
    assert (promise.from_whom, promise.to_whom) == ("anna", "anna")
    assert said(f"contact {word}").to == "anna"


def test_other_names_and_other_words_stay() -> None:
    """Somebody called Ikema, a task, and what is promised."""
    assert said("toezegging 20m ik bel door:Ikema").from_whom == "Ikema"
    assert said("toezegging 20m ik").what == "ik"
    assert said("taak 12.03 me").what == "me"


def test_before_anybody_knows_who_we_are_it_stays_as_typed() -> None:
    """A name is never made up."""
    assert said("toezegging 20m bellen door:ik", me="").from_whom == "ik"
