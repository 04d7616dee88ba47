"""Whole numbers that name things, and the check that each passes at birth.

An incident's number counts up from 1 in its world and is never used again; a unit's id too. The wire carries
both as small integers.
"""

from typing import Any

MAX_NUMBER = 2**31 - 1


def counting(_instance: Any, attribute: Any, value: Any) -> None:
    """A validator: an int from 1 to MAX_NUMBER; a bool is not a number here."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{attribute.name} must be a whole number, got {type(value).__name__}")
    if not 1 <= value <= MAX_NUMBER:
        raise ValueError(f"{attribute.name} must be from 1 to {MAX_NUMBER}, got {value}")
