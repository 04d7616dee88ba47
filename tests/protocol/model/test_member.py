"""Somebody on a line is valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.model.member import Member, Right
from tests.protocol.make import ANNA, minute

MEMBER = Member(name=ANNA, since=minute(1))


@pytest.mark.parametrize(("name", "value"), [("name", ""), ("since", "12:00"), ("right", 1)])
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """In every copy as at birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(MEMBER, **{name: value})


def test_who_joins_may_talk_unless_said_otherwise() -> None:
    """Listening only is the exception, and has a word of its own (A49)."""
    assert MEMBER.right is Right.TALKS
    assert [right.key for right in Right] == ["talks", "listens"]
