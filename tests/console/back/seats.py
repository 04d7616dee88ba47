"""People at their own desks on one real server: everything between them goes over the wire."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from console.actions.action import Action
from console.actions.catalog import CATALOG
from console.actions.problem import Parsed
from console.command.typed_before import Past
from console.desk.desk import Desk
from console.net.access import Access
from console.net.link import Link, new_link
from console.texts.texts import Texts
from protocol.address import read_address
from protocol.commands.command import Command
from protocol.model.board import Board
from protocol.model.moment import from_ms
from protocol.model.role import Role
from protocol.session.outbox import Wish
from tests.console.serving import Served, served, until


class Seat:
    """One person's desk on a link of its own; outside it are the link, and a bell that counts."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.rang = 0
        self.now = from_ms(1_790_000_000_000)
        self.desk = Desk(
            store=link.store,
            texts=Texts("nl", strict=True),
            catalog=CATALOG,
            outside=self,
            clock=lambda: self.now,
            past=Past(),
        )
        link.store.listen(self.desk.take)

    @property
    def board(self) -> Board:
        """As this console has it."""
        return self.link.store.board

    @property
    def notice(self) -> str:
        """What stands in the row of notices."""
        return self.desk.parts.notices.now.text

    async def does(self, *commands: Command) -> None:
        """With one key, and every answer is here."""
        self.desk.press("f13", None)
        for command in commands:
            self.desk.send(command)
        await self.answered()

    async def presses(self, key: str) -> None:
        """A key, and whatever it wished is answered."""
        self.desk.press(key, None)
        await self.answered()

    async def answered(self) -> None:
        """Nothing waits any more."""
        await until(self.link, lambda: not self.link.store.waiting)

    async def sees(self, condition: Any) -> None:
        """Until that holds here."""
        await until(self.link, condition)

    def wish(self, command: Command) -> int:
        """Into the outbox and up."""
        return self.link.wish(command)

    def again(self, wish: Wish) -> None:
        """A wish that was left."""
        self.link.again(wish)

    def forget(self, id: int) -> None:
        """A wish that goes nowhere."""
        self.link.forget(id)

    def bell(self) -> None:
        """A sound."""
        self.rang += 1

    def open_help(self, action: Action | None) -> None:
        """Not here."""

    def open_list(self, title: str, lines: Sequence[str]) -> None:
        """Not here."""

    def open_history(self, number: int) -> None:
        """Not here."""

    def open_document(self, asked: Parsed) -> None:
        """Not here."""

    def open_indicators(self) -> None:
        """Not here."""

    def open_palette(self) -> None:
        """Not here."""

    def speak_language(self, language: str) -> None:
        """Not here."""

    def quit(self) -> None:
        """Not here."""


@asynccontextmanager
async def seated(directory: Path, *units: str) -> AsyncIterator[tuple[Seat, ...]]:
    """Anna in the room first, then each of these units at its own desk; all are live."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(served(directory))
        seats = []
        for name in ("", *units):
            link = new_link(_access(server, name))
            seat = Seat(link)
            await stack.enter_async_context(link.running())
            await until(link, lambda link=link: link.store.welcome and link.store.complete)  # type: ignore[misc]
            seats.append(seat)
        yield tuple(seats)


def _access(server: Served, name: str) -> Access:
    if not name:
        return server.access
    secret = server.listening.accounts.add(name, Role.UNIT)
    address = read_address(f"ws://{name}@127.0.0.1:{server.listening.port}")
    return Access(address=address, secret=secret)
