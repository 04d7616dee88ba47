"""Wishes of one kind with something in every field, about whatever the small boards hold."""

import enum
import itertools
import typing
from collections.abc import Iterator

import attrs

from protocol.commands.command import Command
from tests.golden.fields import NAMING
from tests.golden.filled import filled, filled_otherwise
from tests.protocol.make import minute


def commands_of(kind: type[Command]) -> Iterator[Command]:
    """Of this kind, one for each incident, unit, entry … that it can name."""
    hints = typing.get_type_hints(kind)
    named = [name for name in NAMING if hints.get(name) is int]
    for numbers in itertools.product(*((1, 3) if name == "other" else (1, 2) for name in named)):
        yield filled(kind, **dict(zip(named, numbers, strict=True)))


def variants_of(kind: type[Command]) -> Iterator[Command]:
    """As `commands_of`, also with other words, with each other choice that a field holds, and due in time."""
    hints = typing.get_type_hints(kind)
    names = [each.name for each in attrs.fields(kind)]
    for command in commands_of(kind):
        fixed = {name: getattr(command, name) for name in names if name in NAMING}
        yield command
        yield filled_otherwise(kind, **fixed)
        for name in names:
            hint = hints[name]
            others: list[object] = [minute(500)] if name == "due" else []
            if isinstance(hint, type) and issubclass(hint, enum.Enum):
                others += list(hint)
            elif hint is bool:
                others += [True, False]
            for other in others:
                yield attrs.evolve(command, **{name: other})
