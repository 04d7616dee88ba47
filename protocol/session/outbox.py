"""The wishes that are not yet answered, in the order in which they were made.

Owned by the session. A wish leaves only with its answer; after a cut all that remain are sent again under
their own ids, and the server does each once.
"""

from datetime import datetime

from attrs import frozen

from protocol.commands import Command
from protocol.wire.messages import Do


@frozen(kw_only=True)
class Wish:
    """A command under way."""

    id: int
    command: Command
    made_at: datetime
    """When the person said it; aware UTC."""


class Outbox:
    """Wishes by id, oldest first."""

    def __init__(self, first_id: int) -> None:
        self._next_id = first_id
        self._wishes: dict[int, Wish] = {}

    def __len__(self) -> int:
        return len(self._wishes)

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """All that are unanswered, oldest first."""
        return tuple(self._wishes.values())

    def put(self, command: Command, made_at: datetime) -> Do:
        """Take a wish in; the message to send."""
        wish = Wish(id=self._next_id, command=command, made_at=made_at)
        self._next_id += 1
        self._wishes[wish.id] = wish
        return Do(id=wish.id, command=command)

    def restore(self, wish: Wish) -> None:
        """Take in a wish that an earlier run of the program left unanswered, under its own id.

        New wishes get higher ids than any restored one.
        """
        self._wishes[wish.id] = wish
        self._next_id = max(self._next_id, wish.id + 1)

    def take(self, id: int) -> Wish | None:
        """Its answer came: the wish, out of the box. None when it was answered before."""
        return self._wishes.pop(id, None)
