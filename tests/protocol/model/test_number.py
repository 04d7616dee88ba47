"""Numbers that name things count from 1 and fit the wire."""

from typing import Any

import pytest
from attrs import field, frozen

from protocol.model.number import MAX_NUMBER, counting


@frozen(kw_only=True)
class Ticket:
    """Something with a number."""

    incident: int = field(validator=counting)


@pytest.mark.parametrize(
    ("value", "error", "words"),
    [
        (0, ValueError, "incident must be from 1 to 2147483647, got 0"),
        (-1, ValueError, "incident must be from 1 to 2147483647, got -1"),
        (MAX_NUMBER + 1, ValueError, "incident must be from 1 to 2147483647, got 2147483648"),
        (True, TypeError, "incident must be a whole number, got bool"),
        (1.0, TypeError, "incident must be a whole number, got float"),
        ("1", TypeError, "incident must be a whole number, got str"),
        (None, TypeError, "incident must be a whole number, got NoneType"),
    ],
)
def test_what_cannot_name_anything_is_refused(value: Any, error: type[Exception], words: str) -> None:
    """The message names the field, the rule and what came."""
    with pytest.raises(error, match=words):
        Ticket(incident=value)


@pytest.mark.parametrize("value", [1, MAX_NUMBER])
def test_the_first_and_the_last_number_are_accepted(value: int) -> None:
    """Both ends belong to it."""
    assert value == Ticket(incident=value).incident
