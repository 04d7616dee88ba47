"""A reaction is valid from birth; all but one send nobody."""

from typing import Any

import pytest
from attrs import evolve

from protocol.model.reaction import Reaction, ReactionKind
from tests.protocol.make import ANNA, minute

REACTION = Reaction(kind=ReactionKind.UNIT_NOW, at=minute(1), by=ANNA)


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", 1), ("at", None), ("by", ""), ("agreed", 1), ("text", "x" * 501), ("due", "morgen")],
)
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """In every copy as at birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(REACTION, **{name: value})


@pytest.mark.parametrize("kind", ReactionKind, ids=lambda kind: kind.key)
def test_whatever_is_no_unit_now_needs_the_melder_s_word(kind: ReactionKind) -> None:
    """A16: also who comes later, or is somebody else."""
    assert kind.sends_nobody is (kind is not ReactionKind.UNIT_NOW)


def test_nobody_agreed_and_it_does_not_return_unless_said_otherwise() -> None:
    """Consent is never taken for granted."""
    assert not REACTION.agreed
    assert REACTION.due is None
    assert ReactionKind.UNIT_NOW.key == "unit-now"
