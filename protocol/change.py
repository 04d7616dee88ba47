"""A change: what one accepted command brought about, under one number.

Made by the room once the journal holds it; folded on both sides; carried by a Delta. Its facts happen
together or not at all.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import ge, min_len

from protocol.facts import Fact, UnitStatusSet
from protocol.model.board import Board
from protocol.model.moment import moment_field
from protocol.model.text import Name, name_field


@frozen(kw_only=True)
class Change:
    """One numbered step of the world's history."""

    seq: int = field(validator=ge(1))
    """Counts up by one from 1 in the journal."""

    at: datetime = field(validator=moment_field)
    """When it was accepted; aware UTC, whole milliseconds."""

    by: Name = field(validator=name_field)
    """The account that wished it."""

    facts: tuple[Fact, ...] = field(validator=min_len(1))

    def incidents(self, before: Board) -> tuple[int, ...]:
        """The numbers of the incidents it is about, each once, in order of mention.

        What a unit does is about the melding that it was on, which only the board `before` it knows.
        """
        numbers = (_incident_of(fact, before) for fact in self.facts)
        return tuple(dict.fromkeys(number for number in numbers if number is not None))


def _incident_of(fact: Fact, before: Board) -> int | None:
    if isinstance(fact, UnitStatusSet):
        unit = before.units.get(fact.unit)
        return None if unit is None else unit.incident
    number: int | None = getattr(fact, "incident", None)
    return number
