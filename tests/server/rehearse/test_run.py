"""A rehearsal from order to summary: where it may begin, and how it ends."""

import asyncio
import os
import signal
from pathlib import Path

import pytest
from attrs import evolve
from rich.console import Console

from protocol.facts.world import WorldFounded
from protocol.model.role import Role
from protocol.model.text import Name
from server.exercise.caller import NotLetIn
from server.ops.running import running
from server.rehearse import run as rehearse_run
from server.rehearse.run import NoRehearsal, rehearse
from server.settings.settings import Settings
from server.texts.texts import Texts
from tests.server.rehearse.site import LONGEST_S, Site, call


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with a centralist."""
    return Site(tmp_path)


async def test_whoever_may_not_rehearse_is_told_so(tmp_path: Path) -> None:
    """A unit's account opens calls, but does not play a whole town."""
    site = Site(tmp_path, role=Role.UNIT)
    with pytest.raises(NoRehearsal) as caught:
        await site.play(site.order([call("a", 0)]))
    assert (caught.value.key, caught.value.args_by_name["role"]) == ("wrong-role", "unit")


async def test_a_wrong_secret_is_said_at_once(site: Site) -> None:
    """Dialling again would not help."""
    site.visit = evolve(site.visit, secret="wrong")
    with pytest.raises(NotLetIn, match="anna"):
        await site.play(site.order([call("a", 0)]))


async def test_an_interrupted_rehearsal_ends_with_its_summary(site: Site) -> None:
    """Ctrl-C: what was played until then is told."""
    order = site.order([call("a", 0, 1, 2, 3, 9)], speed=1.0)
    console = Console(file=site.shown, width=200)
    async with (
        asyncio.timeout(LONGEST_S),
        running(site.data, site.settings, unix_path=site.socket) as server,
        asyncio.TaskGroup() as tasks,
    ):
        playing = tasks.create_task(rehearse(site.visit, order, console, Texts("en")))
        while not server.room.board.incidents:
            await asyncio.sleep(0.01)
        os.kill(os.getpid(), signal.SIGINT)
        played = await playing
    assert (played.interrupted, played.opened, played.closed) == (True, 1, 0)
    assert "Interrupted" in site.shown.getvalue()


async def test_a_live_world_is_not_filled_unless_that_is_said(site: Site) -> None:
    """Refused before the first wish, so nothing is on record; said with a word, it is played."""
    site.settings = Settings(world=Name("Waterdam"))
    order = site.order([call("a", 0, 1, 2, 3, 9)], units=1)
    with pytest.raises(NoRehearsal) as caught:
        await site.play(order)
    assert (caught.value.key, caught.value.args_by_name) == ("no-exercise", {"world": "Waterdam"})
    assert set(await site.counted()) == {WorldFounded}
    site.visit = evolve(site.visit, into_live=True)
    assert (await site.play(order)).closed == 1


async def test_a_server_that_is_not_there_is_given_up(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the address in the sentence, and without waiting for ever."""
    monkeypatch.setattr(rehearse_run, "FIND_SERVER_S", 0.05)
    with pytest.raises(NoRehearsal) as caught:
        await rehearse(site.visit, site.order([call("a", 0)]), Console(file=site.shown), Texts("en"))
    assert caught.value.key == "no-server"
    assert str(site.socket) in str(caught.value.args_by_name["url"])


async def test_the_bar_stands_at_the_end_when_everything_was_played(site: Site) -> None:
    """The head says how much there is, the bar ends at a hundred."""
    await site.play(site.order([call("a", 0, 1, 2, 3, 9), call("b", 4, 5, 6, 7, 8)], units=2))
    shown = site.shown.getvalue()
    assert "2026-01-16 12:00" in shown
    assert "100%" in shown
