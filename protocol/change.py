"""A change: what one accepted command brought about, under one number.

Made by the room once the journal holds it; folded on both sides; carried by a Delta. Its facts happen
together or not at all.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import ge, min_len

from protocol.about import About, about_all
from protocol.facts.fact import Fact
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

        A fact that names none, what a unit does, is about those that the board `before` it knows. Other
        incidents that it merely reaches, by a line that is one with another, are not meant: see `about`.
        """
        numbers = (
            number
            for fact in self.facts
            for number in fact.about().incidents or fact.about_on(before).incidents
        )
        return tuple(dict.fromkeys(numbers))

    def about(self, before: Board) -> About:
        """Whom it concerns on the board `before` it: whatever incident or unit it may alter is among them."""
        return about_all(fact.about_on(before) for fact in self.facts)
