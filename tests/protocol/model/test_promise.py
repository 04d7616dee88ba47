"""A promise says what, when, from whom and to whom, from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.model.promise import Promise, PromiseState
from protocol.model.text import Name, Text
from tests.protocol.make import ANNA, minute

PROMISE = Promise(
    id=1,
    what=Text("bellen"),
    due=minute(9),
    from_whom=ANNA,
    to_whom=Name("melder"),
    made_at=minute(1),
    made_by=ANNA,
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", 0),
        ("what", ""),
        ("what", "x" * 201),
        ("due", None),
        ("from_whom", ""),
        ("to_whom", ""),
        ("made_at", minute(1).replace(tzinfo=None)),
        ("state", 1),
        ("settled_at", 0),
        ("why", None),
        ("follows", 0),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """In every copy as at birth (A14)."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(PROMISE, **{name: value})


@pytest.mark.parametrize("state", PromiseState, ids=lambda state: state.key)
def test_only_an_open_promise_can_still_be_kept(state: PromiseState) -> None:
    """One that was moved counts down no more: the new one does."""
    assert evolve(PROMISE, state=state).is_open is (state is PromiseState.OPEN)


def test_a_promise_is_open_and_the_first_of_its_kind_unless_said_otherwise() -> None:
    """Nothing is settled yet."""
    assert PROMISE.is_open
    assert (PROMISE.settled_at, PROMISE.why, PROMISE.follows) == (None, "", None)
