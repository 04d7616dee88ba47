"""What people say around a melding fits the fields that it goes into."""

from typing import Any

import pytest
from attrs import asdict, evolve

from server.exercise.setting.manners import MAX_LINE_CHARS, read_manners

MANNERS = read_manners()


def test_those_of_the_program_are_whole() -> None:
    """Every list has a line at least; what is handed over names what and where."""
    assert all(asdict(MANNERS, recurse=False).values())
    assert all("{what}" in line and "{place}" in line for line in MANNERS.packet)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("greets", ()),
        ("greets", ("",)),
        ("greets", ("x" * (MAX_LINE_CHARS + 1),)),
        ("greets", (7,)),
        ("needs", ()),
        ("needs", (("ladder",),)),
        ("cards", (("person", "x", "y"),)),
        ("cards", (("person", ""),)),
    ],
)
def test_a_list_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """At the start, and not when somebody says it."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(MANNERS, **{name: value})
