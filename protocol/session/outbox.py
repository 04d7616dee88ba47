"""The wishes that are not yet answered, in the order in which they were made.

Owned by the session. A wish leaves only with its answer; after a cut all that belong to the history of the
welcome are sent again under their own ids, and the server does each once. What was made in another history,
or before any welcome, is withheld until a person says what becomes of it.
"""

from datetime import datetime

from attrs import evolve, frozen

from protocol.commands.command import Command
from protocol.session.origin import Fit, Origin, fit
from protocol.wire.messages import Do


@frozen(kw_only=True)
class Wish:
    """A command under way."""

    id: int
    command: Command
    made_at: datetime
    """When the person said it; aware UTC."""

    origin: Origin | None = None
    """The history that it was made in; None before the first welcome."""


class Outbox:
    """Wishes by id, oldest first."""

    def __init__(self, first_id: int, *, attended: bool = True) -> None:
        """`attended` is False for a program at which nobody sits: what it wished before any welcome goes to
        the first history that welcomes it.
        """
        self._next_id = first_id
        self._attended = attended
        self._here: Origin | None = None
        self._wishes: dict[int, Wish] = {}

    def __len__(self) -> int:
        return len(self.wishes)

    @property
    def here(self) -> Origin | None:
        """The history of the last welcome; None before the first."""
        return self._here

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """All that are unanswered and belong here, oldest first."""
        return tuple(wish for wish in self._wishes.values() if self._goes(wish))

    @property
    def withheld(self) -> tuple[Wish, ...]:
        """All that wait for a person's word because they were not made here, oldest first."""
        return tuple(wish for wish in self._wishes.values() if not self._goes(wish))

    def enter(self, here: Origin) -> None:
        """From now on we are in this history: what was made in it goes, and what was not is withheld."""
        if self._here is None and not self._attended:
            self._wishes = {
                id: wish if wish.origin is not None else evolve(wish, origin=here)
                for id, wish in self._wishes.items()
            }
        self._here = here

    def put(self, command: Command, made_at: datetime) -> Do:
        """Take a wish in; the message to send."""
        wish = Wish(id=self._next_id, command=command, made_at=made_at, origin=self._here)
        self._next_id += 1
        self._wishes[wish.id] = wish
        return Do(id=wish.id, command=command)

    def restore(self, wish: Wish) -> Wish:
        """Take in a wish made elsewhere, or by an earlier run, under its own id: it belongs here now.

        New wishes get higher ids than any restored one.
        """
        here = evolve(wish, origin=self._here)
        # To the end: it goes now.
        self._wishes.pop(wish.id, None)
        self._wishes[wish.id] = here
        self._next_id = max(self._next_id, wish.id + 1)
        return here

    def take(self, id: int) -> Wish | None:
        """Its answer came, or somebody forgets it: the wish, out of the box. None when it was not in it."""
        return self._wishes.pop(id, None)

    def _goes(self, wish: Wish) -> bool:
        return wish.origin == self._here if self._here is None else fit(wish.origin, self._here) is Fit.HERE
