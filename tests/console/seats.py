"""People at screens of their own, at one real server in this process: desks over websockets on loopback.

Each seat is a whole desk with its own link and store; `shows` draws a panel as the terminal would get it. For
tests of what two roles do to each other, at the price of no Textual.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from console.actions.action import Action
from console.actions.catalog import CATALOG
from console.actions.problem import Parsed
from console.board.view import draw_board
from console.command.line_reading import parsed_line
from console.command.notice_bar import draw_notice
from console.command.typed_before import Past
from console.desk.desk import Desk
from console.intake.view import draw_form
from console.melding.view import draw_melding
from console.memory.run_memory import RunMemory
from console.net.access import Access
from console.net.link import Link, new_link
from console.paint.row import Row
from console.part.effects import Send
from console.texts.texts import Texts
from protocol.address import read_address
from protocol.commands.command import Command
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.session.outbox import Wish
from server.ops.running import Listening, running
from server.settings.settings import Settings
from tests.console import shown
from tests.console.rig import type_keys
from tests.server.accounts_file import secret_of, with_accounts

PATIENCE_S = 20.0
LOOK_AGAIN_S = 0.01


class Seat:
    """One person at one screen. It is what lies beyond the desk, too."""

    def __init__(self, link: Link, memory: RunMemory | None = None) -> None:
        self.link = link
        self.rang = 0
        self._tells_at_s = 0.0
        self.opened: list[str] = []
        self.desk = Desk(
            store=link.store,
            texts=Texts("nl", strict=True),
            catalog=CATALOG,
            outside=self,
            clock=lambda: datetime.now(UTC),
            past=Past(),
            memory=memory,
        )
        self.desk.resize(120, 40)
        link.store.listen(self.desk.take)

    @property
    def board(self) -> Board:
        """What this person's console knows."""
        return self.link.store.board

    def types(self, line: str) -> Parsed:
        """A whole verb line from wherever one is, understood and sent. The line as it was read."""
        parsed = parsed_line(self.desk.context(), line)
        assert isinstance(parsed, Parsed), parsed.sentence(self.desk.texts)
        self.desk.apply(tuple(map(Send, parsed.commands)))
        return parsed

    def begins(self, line: str) -> None:
        """A verb line, typed up to Enter and not further."""
        self.desk.perform_id("command")
        type_keys(self.desk, line)

    def board_shows(self, *, width: int = 120, height: int = 20) -> str:
        """The board as it is drawn."""
        rows = draw_board(shown.board_view(self.desk), self.desk.say, width=width, height=height, top=0)
        return text_of(rows)

    def card_shows(self, *, width: int = 120, height: int = 20) -> str:
        """The card of the selected melding."""
        view = shown.melding_view(self.desk, UTC, width, height)
        return text_of(draw_melding(view, self.desk.say, width=width, height=height))

    def form_shows(self, *, width: int = 120, height: int = 24) -> str:
        """The intake form."""
        return text_of(draw_form(shown.form_view(self.desk), self.desk.say, width=width, height=height))

    def notice_shows(self, *, width: int = 160) -> str:
        """The row under the line."""
        return text_of(draw_notice(shown.notice_view(self.desk, width), width=width))

    def tells(self) -> None:
        """A second goes by: the others are told where this person is, and which calls are taken here."""
        self._tells_at_s += 2
        for tick in self.desk.presence_told.due(self.desk.parts, self.desk.context(), self._tells_at_s):
            self.link.present(tick)

    async def sees(self, words: str, where: Callable[[], str] | None = None) -> str:
        """Returns what is drawn once these words stand in it; on the board, where nothing else is said."""
        look = where or self.board_shows
        await self.until(lambda: words in look(), lambda: f"{words!r} in\n{look()}")
        return look()

    async def until(self, condition: Callable[[], Any], what: Callable[[], str] = lambda: "") -> None:
        """Returns once the condition holds."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                while not condition():
                    await asyncio.sleep(LOOK_AGAIN_S)
        except TimeoutError as error:
            raise AssertionError(f"{self.link.access.address.name} waited for {what()}") from error

    async def answered(self) -> None:
        """Returns once nothing that was sent here is without an answer."""
        await self.until(lambda: not self.link.store.waiting, lambda: str(self.link.store.waiting))

    def wish(self, command: Command) -> int:
        """Into the outbox."""
        return self.link.wish(command)

    def again(self, wish: Wish) -> None:
        """A wish that was left goes after all."""
        self.link.again(wish)

    def forget(self, id: int) -> None:
        """A wish that was withheld does not go."""
        self.link.forget(id)

    def bell(self) -> None:
        """A sound."""
        self.rang += 1

    def open_help(self, action: Action | None) -> None:
        """Help was asked for."""
        self.opened.append("help" if action is None else f"help {action.id}")

    def open_list(self, title: str, lines: Sequence[str]) -> None:
        """A list was shown."""
        self.opened += [title, *lines]

    def open_history(self, number: int) -> None:
        """The history of an incident was asked for."""
        self.opened.append(f"history {number}")

    def open_document(self, asked: Parsed) -> None:
        """A document was asked for."""
        self.opened.append(asked.action.id)

    def open_indicators(self) -> None:
        """The figures were asked for."""
        self.opened.append("indicators")

    def open_palette(self) -> None:
        """The palette was asked for."""
        self.opened.append("palette")

    def speak_language(self, language: str) -> None:
        """Another language was asked for."""
        self.opened.append(language)

    def quit(self) -> None:
        """The program should end."""
        self.opened.append("quit")


class Office:
    """A server, and who sits at it."""

    def __init__(self, listening: Listening, folder: Path) -> None:
        self.listening = listening
        self.folder = folder

    @asynccontextmanager
    async def seat(self, name: str, *, memory: RunMemory | None = None) -> AsyncIterator[Seat]:
        """This person comes in; returns with the whole board there."""
        address = read_address(f"ws://{name}@127.0.0.1:{self.listening.port}")
        link = new_link(Access(address=address, secret=secret_of(name)), keep=memory)
        seat = Seat(link, memory)
        async with link.running():
            await seat.until(lambda: link.store.complete and link.store.welcome is not None)
            yield seat


@asynccontextmanager
async def office(folder: Path, roles: Mapping[str, Role]) -> AsyncIterator[Office]:
    """A server with these accounts."""
    with_accounts(folder, roles)
    async with running(folder, Settings(tick_interval_s=0.05), port=0) as listening:
        yield Office(listening, folder)


@asynccontextmanager
async def seats(folder: Path, roles: Mapping[str, Role]) -> AsyncIterator[dict[str, Seat]]:
    """A server, and each of these people at a screen."""
    async with office(folder, roles) as here, AsyncExitStack() as stack:
        yield {name: await stack.enter_async_context(here.seat(name)) for name in roles}


def text_of(rows: list[Row]) -> str:
    """Rows as plain text."""
    return "\n".join("".join(text for text, _ in row.spans).rstrip() for row in rows)
