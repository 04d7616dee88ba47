"""A melder may stay unknown, and is valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.model.melder import Melder, MelderKind


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", 1),
        ("name", "x" * 101),
        ("name", None),
        ("number", "1" * 31),
        ("number", 6),
        ("call_back", 1),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """A telephone number is text, as given."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(Melder(), **{name: value})


def test_a_melder_may_say_nothing_of_themself() -> None:
    """A citizen, then, who did not ask to be called back."""
    melder = Melder()
    assert (melder.kind, melder.name, melder.number, melder.call_back) == (MelderKind.CITIZEN, "", "", False)


@pytest.mark.law
def test_a_key_of_two_words_has_a_dash() -> None:
    """As people type it."""
    assert MelderKind.PUBLIC_BODY.key == "public-body"
