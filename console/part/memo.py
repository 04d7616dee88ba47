"""A value that is made again only when what it is made from has changed.

The board and its parts never change in place, so that another object means another value; numbers and words
are compared. For views that are asked for at every key while the board stands still.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """One value, and what it was made from."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[object, ...], T] | None = None

    def of(self, made_from: tuple[object, ...], make: Callable[[], T]) -> T:
        """The value made from these; `make` is called when any of them is another than last time."""
        if self._kept is not None and _same(self._kept[0], made_from):
            return self._kept[1]
        value = make()
        self._kept = (made_from, value)
        return value


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return len(before) == len(now) and all(
        old is new or (isinstance(new, int | str) and old == new)
        for old, new in zip(before, now, strict=True)
    )
