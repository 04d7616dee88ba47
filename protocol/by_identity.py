"""What was made of a value, kept for as long as the value is the same object.

Incidents are frozen, and a change replaces the few that it touches: whatever is dear to make of each of
hundreds (a partner's view of it, its rows in a snapshot) is made anew for those few only.
"""

from collections.abc import Callable, Collection
from typing import Generic, TypeVar

Value = TypeVar("Value")
Made = TypeVar("Made")


class ByIdentity(Generic[Value, Made]):
    """The newest of each number. Holds on to the value, so that its identity is not given to another."""

    def __init__(self, make: Callable[[Value], Made]) -> None:
        self._make = make
        self._kept: dict[int, tuple[Value, Made]] = {}

    def made_of(self, number: int, value: Value) -> Made:
        """What is made of this value, which goes under this number."""
        kept = self._kept.get(number)
        if kept is not None and kept[0] is value:
            return kept[1]
        made = self._make(value)
        self._kept[number] = (value, made)
        return made

    def keep_only(self, numbers: Collection[int]) -> None:
        """Forget all others; called with what is still on a board, so that this is never longer than it."""
        if len(self._kept) > len(numbers):
            self._kept = {number: kept for number, kept in self._kept.items() if number in numbers}
