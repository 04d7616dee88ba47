"""The fact that founds a world."""

from typing import Any

import pytest
from attrs import evolve

from protocol.about import About
from protocol.facts.world import WorldFounded
from protocol.model.board import Board
from protocol.model.text import Name
from protocol.wire.tags import FACTS

FOUNDED = WorldFounded(world=Name("live"), exercise=False)


@pytest.mark.parametrize(
    ("name", "value"), [("world", ""), ("world", "x" * 201), ("exercise", None), ("exercise", 0)]
)
def test_a_world_has_a_name_and_says_whether_it_is_an_exercise(name: str, value: Any) -> None:
    """Neither is left open: live and exercise never mix."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(FOUNDED, **{name: value})


def test_it_has_the_first_tag_and_is_about_nobody() -> None:
    """Every journal of every version begins with it."""
    assert FACTS[1] is WorldFounded
    assert FOUNDED.about_on(Board()) == About()
