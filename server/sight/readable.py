"""What somebody may read afterwards of one incident's history. Pure; the same law as while it happens.

Words of the contact line are for who was visibly on it when they were said or came later, and for those who
account for the shift: the OpCo, the exercise leader and the auditor. Log and open line are for the room, and
for units that were there.
"""

from collections.abc import Collection

from attrs import evolve

from protocol.change import Change
from protocol.facts.contact import ContactOpened, LinkOpened, Listening, SteppedIn
from protocol.facts.fact import Fact
from protocol.facts.timeline import LineJoined
from protocol.model.board import Board
from protocol.model.role import Role
from server.decide.actor import Actor
from server.sight.audience import View, audience_of
from server.sight.visibility import SIGHTS, Sight, seen

ACCOUNTABLE = frozenset({Role.OPCO, Role.EXERCISE_LEADER, Role.AUDITOR})


class Readable:
    """One incident's changes, oldest first, as one reader may have them."""

    def __init__(self, reader: Actor, changes: Collection[Change], involved: Collection[str]) -> None:
        """`changes` are all of that incident; `involved` are the call signs that were ever on it."""
        self._audience = audience_of(reader)
        name = reader.name.casefold()
        self._on_contact = reader.role in ACCOUNTABLE or any(
            name in _came_onto_contact(change) for change in changes
        )
        self._was_there = (
            self._audience.view is View.ROOM
            or name in {each.casefold() for each in involved}
            or any(
                isinstance(fact, LineJoined) and change.by.casefold() == name
                for change in changes
                for fact in change.facts
            )
        )

    def facts(self, change: Change) -> tuple[Fact, ...]:
        """What of the change this reader gets."""
        found: list[Fact] = []
        for fact in change.facts:
            sights = SIGHTS[type(fact)]
            # The key of the melder's page is nobody's to read: with it one could write as the melder.
            told = Sight.TOLD in sights and not isinstance(fact, LinkOpened)
            words = Sight.WORDS in sights
            if (told and self._on_contact) or (words and self._was_there):
                found.append(fact)
            else:
                found += seen(evolve(change, facts=(fact,)), Board(), Board(), self._audience)
        return tuple(found)


def _came_onto_contact(change: Change) -> set[str]:
    names: set[str] = set()
    for fact in change.facts:
        match fact:
            case ContactOpened():
                names |= {fact.unit.casefold(), change.by.casefold()}
            case Listening() | SteppedIn():
                names.add(change.by.casefold())
    return names
