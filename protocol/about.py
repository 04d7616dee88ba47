"""What a word is about: the incidents, the units and the lines that it concerns.

Made by `about()` of a command or a fact, which knows what the word itself says, and by `Fact.about_on`, which
knows also what only the board does: the melding that a unit is on, the lines that are one with another. Read
by whoever asks whether a word is about this incident or that unit; nobody looks into its fields for it.
"""

from collections.abc import Iterable

from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of

from protocol.model.line_kind import LineKind
from protocol.model.number import counting


@frozen(kw_only=True)
class Line:
    """One of the two lines of an incident."""

    incident: int = field(validator=counting)
    kind: LineKind = field(validator=instance_of(LineKind))


@frozen(kw_only=True)
class About:
    """Whom and what a word concerns: numbers and ids in order of mention, each once; all empty for none."""

    incidents: tuple[int, ...] = field(default=(), validator=instance_of(tuple))
    units: tuple[int, ...] = field(default=(), validator=instance_of(tuple))
    lines: tuple[Line, ...] = field(default=(), validator=deep_iterable(instance_of(Line)))
    """Whose words or whose members it concerns."""


def about_all(several: Iterable[About]) -> About:
    """What these are about together."""
    parts = tuple(several)
    return About(
        incidents=_once(number for part in parts for number in part.incidents),
        units=_once(id for part in parts for id in part.units),
        lines=tuple(dict.fromkeys(line for part in parts for line in part.lines)),
    )


def _once(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers))
