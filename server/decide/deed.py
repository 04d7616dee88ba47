"""A deed as the room remembers it for a moment: what was wished, what came of it, and the boards around it.

Boards are frozen, so that keeping one is keeping a reference. Made by `server.room.deeds`, read by the
decision that takes a deed back; on no board and in no journal.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.change import Change
from protocol.commands.command import Command
from protocol.facts.back import DeedTakenBack
from protocol.model.board import Board
from protocol.model.text import same_name


@frozen(kw_only=True)
class Deed:
    """One accepted wish."""

    wish: int = field(validator=instance_of(int))
    """The id under which its sender wished it."""

    command: Command = field(validator=instance_of(Command))
    change: Change = field(validator=instance_of(Change))
    before: Board = field(validator=instance_of(Board))
    after: Board = field(validator=instance_of(Board))

    @property
    def seq(self) -> int:
        """The number of its change."""
        return self.change.seq

    @property
    def at(self) -> datetime:
        """When it was done."""
        return self.change.at

    @property
    def takes_back(self) -> int:
        """The number of the change that this one took back; 0 for any other deed."""
        return next((fact.deed for fact in self.change.facts if isinstance(fact, DeedTakenBack)), 0)


@frozen(kw_only=True)
class Deeds:
    """What is remembered, oldest first."""

    recent: tuple[Deed, ...] = ()
    """Everybody's, of the last seconds."""

    statuses: tuple[Deed, ...] = ()
    """The newest deed on each unit's status, however long ago."""

    @property
    def undone(self) -> frozenset[int]:
        """The numbers of the changes that were taken back."""
        return frozenset(deed.takes_back for deed in (*self.recent, *self.statuses))

    def own(self, name: str) -> tuple[Deed, ...]:
        """Those of this account that still stand, oldest first; taking back is none."""
        undone = self.undone
        return tuple(
            deed
            for deed in self.recent
            if same_name(deed.change.by, name) and not deed.takes_back and deed.seq not in undone
        )

    def own_statuses(self, name: str) -> tuple[Deed, ...]:
        """The newest deeds on units' statuses where those are this account's and still stand."""
        undone = self.undone
        return tuple(
            deed
            for deed in self.statuses
            if same_name(deed.change.by, name) and not deed.takes_back and deed.seq not in undone
        )


NO_DEEDS = Deeds()
