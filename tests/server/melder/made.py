"""A melding with a contact line and a link, in a room without sockets, for the tests of this folder."""

from protocol.commands.command import Command
from protocol.commands.contact import MakeLink, OpenContact, SayAsMelder, TellMelder
from protocol.commands.incidents import OpenIncident
from protocol.commands.units import SignOnUnit
from protocol.errors import Refused
from protocol.model.place import Place
from protocol.model.role import Role
from protocol.model.text import Name, Text
from server.decide.actor import Actor
from server.journal.memory import MemoryJournal
from server.melder.codes import Codes
from tests.server.make import World

KEY = b"k" * 32
OFFICER = Actor(name=Name("12.01"), role=Role.UNIT)


def codes(key: bytes = KEY, history: str = "eerste") -> Codes:
    """The codes of a world."""
    return Codes(key, history)


async def called(*, links: int = 1, journal: MemoryJournal | None = None) -> World:
    """Melding 1: the melder is put through to 12.01, anna listens, and there is a link."""
    world = World(journal)
    wishes: list[Command] = [
        OpenIncident(what=Name("vechtpartij"), place=Place(name=Name("Blaak 31"))),
        SignOnUnit(call_sign=OFFICER.name),
        OpenContact(incident=1, unit=1),
        *[MakeLink(incident=1)] * links,
    ]
    for command in wishes:
        assert not isinstance(await world.wish(command), Refused)
    return world


async def tell(world: World, words: str) -> None:
    """The officer's words to the melder."""
    told = await world.wish(TellMelder(incident=1, text=Text(words)), OFFICER)
    assert not isinstance(told, Refused)


def says(words: str) -> SayAsMelder:
    """The melder's words."""
    return SayAsMelder(incident=1, text=Text(words))
