"""Numbers for what has none yet: from Enter on a new call until the server answers, wishes name it by these.

A wish that opens something gives rise to one such number, which follows from its id and from nothing else;
other wishes of the same run may name it, wait in the outbox for the answer, and go with the real number.
Pure. The numbers lie at the far end of what a word may hold, so that commands pass their own checks at birth;
the server never gives one out, and none of them travels.
"""

from collections.abc import Iterator
from typing import Any

import attrs

from protocol.commands.command import Command
from protocol.commands.incidents import OpenIncident
from protocol.model.number import MAX_NUMBER

MOST_OPENINGS = 2**24
"""Of one run: beyond it the numbers begin again, hours after the first was answered."""

FIRST = MAX_NUMBER - MOST_OPENINGS + 1
_RUN = 2**32
"""The ids of one run share what is above this (see the console's outbox file)."""


def opens(command: Command) -> bool:
    """True for a wish whose answer gives out the number of an incident."""
    return isinstance(command, OpenIncident)


def is_provisional(number: int | None) -> bool:
    """True for a number that stands for one that is still to come."""
    return number is not None and number >= FIRST


def provisional_of(id: int) -> int:
    """The number that stands for what the wish of this id opens."""
    return FIRST + id % MOST_OPENINGS


def opening_of(number: int, id: int) -> int:
    """The id of the wish that a provisional number stands for, in a wish of this id: of the same run."""
    return id - id % _RUN + (number - FIRST)


def provisionals_in(command: Command) -> tuple[int, ...]:
    """The provisional numbers that the command names, each once."""
    return tuple(dict.fromkeys(each for each in _numbers(command) if is_provisional(each)))


def renamed(command: Command, old: int, new: int) -> Command:
    """The command with one number in place of the other, wherever it names it."""
    changes = {
        field.name: _replaced(value, old, new)
        for field in attrs.fields(type(command))
        if old in _numbers(value := getattr(command, field.name))
    }
    return attrs.evolve(command, **changes) if changes else command


def _numbers(value: Any) -> Iterator[int]:
    if isinstance(value, int) and not isinstance(value, bool):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _numbers(each)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _numbers(getattr(value, field.name))


def _replaced(value: Any, old: int, new: int) -> Any:
    if isinstance(value, tuple):
        return tuple(_replaced(each, old, new) for each in value)
    return new if value == old else value
