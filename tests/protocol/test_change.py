"""A change: numbered, dated, by somebody, with at least one fact."""

from typing import Any

import pytest
from attrs import evolve

from protocol.facts import EntryAdded, LineJoined
from protocol.model.text import Text
from tests.protocol.make import OPENED, SIGNED_ON, change

VALID = change(1, OPENED)


@pytest.mark.parametrize(
    ("name", "value"), [("seq", 0), ("seq", -1), ("at", 1_790_000_000_000), ("by", ""), ("facts", ())]
)
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """There is no empty change and no number 0."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(VALID, **{name: value})


def test_it_names_its_incidents_once_in_order_of_mention() -> None:
    """Also when several facts are about the same one."""
    other = EntryAdded(incident=9, text=Text("a"))
    assert change(1, other, SIGNED_ON, OPENED, other, LineJoined(incident=1)).incidents() == (9, 1)
    assert change(1, SIGNED_ON).incidents() == ()
