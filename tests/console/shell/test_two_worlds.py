"""Two real servers, one after the other at one address: what was played never becomes real."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from console.memory.run_memory import RunMemory
from console.net.access import Access
from console.net.link import Link, new_link
from console.shell.app import app_on
from console.texts.texts import Texts
from protocol.address import read_address
from protocol.model.role import Role
from protocol.session.events import LinkState
from server.ops.running import Listening, running
from server.settings.settings import Settings
from tests.console.shell.test_desk_screen import lines, settled
from tests.server.accounts_file import secret_of, with_accounts

LONGEST_S = 60.0
"""Nothing here takes this long: it hangs."""


class Site:
    """One address, and what stands there at the moment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]

    @asynccontextmanager
    async def stands(self, name: str, *, exercise: bool) -> AsyncIterator[Listening]:
        """A world in a folder of its own; anna may come in, with the same secret everywhere."""
        directory = self.folder / name
        if not directory.exists():
            directory.mkdir(mode=0o700)
            with_accounts(directory, {"anna": Role.CENTRALIST})
        settings = Settings(tick_interval_s=0.2, exercise=exercise)
        async with running(directory, settings, port=self._port) as listening:
            yield listening

    @asynccontextmanager
    async def console(self, state: Path, texts: str = "nl") -> AsyncIterator[tuple[Pilot[None], Link]]:
        """Anna's console, with its own memory; it dies at the end."""
        address = read_address(f"ws://anna@127.0.0.1:{self._port}")
        memory = RunMemory(address, state=state)
        link = new_link(Access(address=address, secret=secret_of("anna")), keep=memory)
        app = app_on(link, Texts(texts, strict=True), memory=memory)
        async with app.run_test(size=(120, 30)) as pilot:
            yield pilot, link
        memory.abandon()


def _is(link: Link, state: LinkState) -> Callable[[], bool]:
    return lambda: link.session.state is state


async def _until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(LONGEST_S):
        while not condition():
            await pilot.pause(0.02)


async def _shown(pilot: Pilot[None], words: str) -> bool:
    await settled(pilot)
    return any(words in line for line in lines(pilot.app))


async def _type(pilot: Pilot[None], line: str) -> None:
    names = {" ": "space", "@": "at"}
    await pilot.press("colon", *(names.get(char, char) for char in line), "enter")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "1 opdracht voor OEFENING meldkamer: typ wachtrij of vergeet"),
        ("en", "1 command for EXERCISE meldkamer: type waiting or forget"),
    ],
)
async def test_a_wish_of_an_exercise_does_not_reach_the_live_board(
    tmp_path: Path, language: str, told: str
) -> None:
    """The link is cut in between: the board stays empty, the screen says so, and it can only be forgotten."""
    site = Site(tmp_path)
    async with site.console(tmp_path / "state", language) as (pilot, link):
        async with site.stands("oefening", exercise=True):
            await _until(pilot, _is(link, LinkState.LIVE))
        await _until(pilot, _is(link, LinkState.CONNECTING))
        await _type(pilot, "nieuw 1 brand @ Kade 3")
        assert len(link.store.waiting) == 1
        async with site.stands("echt", exercise=False) as listening:
            await _until(pilot, lambda: link.store.welcome is not None and not link.store.welcome.exercise)
            await _until(pilot, _is(link, LinkState.LIVE))
            assert await _shown(pilot, told)
            await _type(pilot, "verstuur")
            assert await _shown(pilot, told)
            assert not listening.room.board.incidents
            await _type(pilot, "nieuw 3 fiets weg @ Markt 1")
            await _until(pilot, lambda: len(listening.room.board.incidents) == 1)
            assert [each.what for each in listening.room.board.incidents.values()] == ["fiets weg"]
            await _type(pilot, "vergeet")
            assert link.store.withheld == ()


async def test_nor_does_one_that_was_left_by_a_console_that_died(tmp_path: Path) -> None:
    """The next console at the address shows it; back at the exercise it is offered, and goes there."""
    site, state = Site(tmp_path), tmp_path / "state"
    async with site.console(state) as (pilot, link):
        async with site.stands("oefening", exercise=True):
            await _until(pilot, _is(link, LinkState.LIVE))
        await _until(pilot, _is(link, LinkState.CONNECTING))
        await _type(pilot, "nieuw 1 brand @ Kade 3")
    async with site.stands("echt", exercise=False) as live, site.console(state) as (pilot, link):
        await _until(pilot, _is(link, LinkState.LIVE))
        assert await _shown(pilot, "1 opdracht voor OEFENING meldkamer")
        await _type(pilot, "verstuur")
        # Behind it on the same link: had that one gone, it would be on the board by now.
        await _type(pilot, "nieuw 3 fiets weg @ Markt 1")
        await _until(pilot, lambda: bool(live.room.board.incidents))
        assert [each.what for each in live.room.board.incidents.values()] == ["fiets weg"]
    async with site.stands("oefening", exercise=True) as played, site.console(state) as (pilot, link):
        await _until(pilot, _is(link, LinkState.LIVE))
        assert await _shown(pilot, "1 opdracht van de vorige keer")
        await _type(pilot, "verstuur")
        await _until(pilot, lambda: len(played.room.board.incidents) == 1)


async def test_in_its_own_history_a_wish_goes_by_itself(tmp_path: Path) -> None:
    """The same server comes back: as ever."""
    site = Site(tmp_path)
    async with site.console(tmp_path / "state") as (pilot, link):
        async with site.stands("echt", exercise=False):
            await _until(pilot, _is(link, LinkState.LIVE))
        await _until(pilot, _is(link, LinkState.CONNECTING))
        await _type(pilot, "nieuw 1 brand @ Kade 3")
        async with site.stands("echt", exercise=False) as listening:
            await _until(pilot, lambda: len(listening.room.board.incidents) == 1)
