"""A place: words first, and a point when one is known."""

from typing import Any

import pytest
from attrs import evolve

from protocol.model.place import Place
from tests.protocol.make import ANNA, BLAAK


@pytest.mark.parametrize(("name", "value"), [("name", "\n"), ("name", "x" * 201), ("point", (51.9, 4.5))])
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """In every copy as at birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(BLAAK, **{name: value})


def test_a_place_is_complete_without_a_point() -> None:
    """The words come first."""
    assert Place(name=ANNA).point is None
