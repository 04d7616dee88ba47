"""A line of the timeline is valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.model.entry import CardKind, Entry, EntryKind
from protocol.model.text import Text
from tests.protocol.make import ANNA, minute

ENTRY = Entry(id=1, at=minute(1), by=ANNA, text=Text("a"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", True),
        ("id", 0),
        ("at", None),
        ("by", ""),
        ("text", ""),
        ("kind", 1),
        ("struck_by", ""),
        ("happened_at", 0),
        ("card", 1),
        ("in_time", None),
        ("taken_by", ["anna"]),
        ("of_incident", 0),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """In every copy as at birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(ENTRY, **{name: value})


def test_a_line_is_written_stands_and_is_its_own_unless_said_otherwise() -> None:
    """No card, not struck, not of an earlier time, not of another incident's line."""
    assert ENTRY.kind is EntryKind.LOGGED
    assert (ENTRY.struck_by, ENTRY.happened_at, ENTRY.card, ENTRY.of_incident) == (None,) * 4
    assert not ENTRY.in_time


@pytest.mark.law
def test_every_kind_of_card_has_a_word_that_can_be_typed() -> None:
    """Of its own, in lower case."""
    keys = [kind.key for kind in CardKind]
    assert len(set(keys)) == len(keys)
    assert all(key.isalpha() and key == key.lower() for key in keys)
