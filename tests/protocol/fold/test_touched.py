"""A fact changes the fields that it names, those that stand by it in tests/golden/fields.txt."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.facts.fact import Fact
from protocol.fold import fold
from protocol.model.board import Board
from protocol.wire.tags import FACTS
from tests.golden.fields import BOARDS, NEW_NUMBER, given_out, listed, touched
from tests.protocol.make import change
from tests.strategies import facts_of


@cache
def _listed() -> dict[str, frozenset[str]]:
    return listed()


@pytest.mark.parametrize("kind", FACTS.values(), ids=lambda kind: kind.__name__)
@given(data=st.data(), board=st.sampled_from(BOARDS))
@settings(max_examples=15)
def test_a_fact_touches_the_fields_that_are_listed_by_it(
    kind: type[Fact], data: st.DataObject, board: Board
) -> None:
    """Whatever stands in it, whatever is known: what another verb said stays."""
    fixed = {name: st.just(NEW_NUMBER) for name in given_out(kind)}
    fact = data.draw(facts_of(kind, st.integers(1, 4), **fixed))
    found = touched(board, fold(board, change(board.seq + 1, fact)))
    assert {path for path in found if not _is_listed(path, kind)} == set()


def _is_listed(path: str, kind: type[Fact]) -> bool:
    return any(f"{path}.".startswith(f"{each}.") for each in _listed()[kind.__name__])
