"""The contact line and the melder's way in."""

from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve

from protocol.model.contact_line import ContactLine, MelderLink
from protocol.model.member import Member, Right
from protocol.model.text import Name
from tests.protocol.make import minute

LINK = MelderLink(number=1, expires_at=minute(10))


def test_a_link_is_good_until_its_last_moment() -> None:
    """And no longer."""
    assert LINK.is_good(minute(10) - timedelta(milliseconds=1))
    assert not LINK.is_good(minute(10))


def test_a_withdrawn_link_is_good_for_nothing() -> None:
    """Whatever its time."""
    assert not evolve(LINK, is_withdrawn=True).is_good(minute(0))


def test_who_is_on_the_line_is_found_by_name_in_any_case() -> None:
    """An account and its call sign may differ in that."""
    member = Member(name=Name("M7"), since=minute(0), right=Right.LISTENS)
    line = ContactLine(members=(member,))
    assert line.member("m7") is member
    assert line.member("m8") is None


@pytest.mark.parametrize(("name", "value"), [("number", 0), ("expires_at", None), ("key", "k" * 65)])
def test_a_link_that_cannot_be_is_refused_by_name(name: str, value: Any) -> None:
    """Valid from birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(LINK, **{name: value})
