"""A colleague in need."""

from typing import Any

import pytest
from attrs import evolve

from protocol.model.emergency import Emergency
from protocol.model.text import Name
from tests.protocol.make import minute

NEED = Emergency(unit=1, call_sign=Name("12.03"), incident=4, at=minute(0))


def test_nobody_has_answered_and_nobody_knows_where_until_somebody_says() -> None:
    """An emergency without a place is an emergency."""
    assert (NEED.point, NEED.nearby, NEED.answered_by) == (None, (), ())


@pytest.mark.parametrize(
    ("name", "value"),
    [("unit", 0), ("call_sign", ""), ("incident", 0), ("at", None), ("point", (52.0, 4.3)), ("nearby", [2])],
)
def test_what_cannot_be_is_refused_by_name(name: str, value: Any) -> None:
    """Valid from birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(NEED, **{name: value})
