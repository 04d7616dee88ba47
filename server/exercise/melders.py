"""The simulated melders of the demonstration: what they say goes to the room as from the pages of real ones.

In memory beside the server of a private exercise, and only there: on any other server a melder comes in by
the link alone. The same role, decisions and journal as behind a page.
"""

from itertools import count

from protocol.commands.command import Command
from protocol.model.role import Role
from protocol.model.terms import Terms
from protocol.model.text import Name
from server.decide.actor import Actor
from server.room.room import Room


class Melders:
    """Everybody who called, as far as they come in by a link."""

    def __init__(self, room: Room, terms: Terms) -> None:
        self._room = room
        self._terms = terms
        self._ids = count(1)

    async def do(self, name: Name, command: Command) -> int:
        """The number of the change that the wish made. Raises Refused; JournalError."""
        actor = Actor(name=name, role=Role.MELDER, terms=self._terms)
        return (await self._room.do(actor, next(self._ids), command)).seq
