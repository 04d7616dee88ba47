"""The application around the desk."""

from typing import Any

import pytest

from console.net.access import Access
from console.shell.app import ConsoleApp, run_console
from console.texts.texts import Texts
from console.texts.trouble import CannotGoOn, Trouble
from protocol.address import read_address
from tests.console.rig import Rig


async def test_a_link_that_cannot_go_on_ends_the_application() -> None:
    """The reason is kept for whoever started it, who can say it once the terminal is given back."""
    trouble = Trouble(key="trouble-wrong-secret", args={"name": "anna"})

    async def run_link() -> None:
        raise CannotGoOn(trouble)

    app = Rig().app(run_link=run_link)
    async with app.run_test() as pilot:
        await pilot.pause()
    assert app.ended_by is not None
    assert app.ended_by.trouble == trouble


async def test_why_there_is_no_link_is_on_the_screen() -> None:
    """While nothing else is to be said, the notice says what is wrong with the link."""
    trouble = Trouble(key="trouble-cut")
    app = Rig().app(trouble=lambda: trouble)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert "De verbinding is verbroken." in "".join(segment.text for segment in strips[-2])


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize(("language", "words"), [("nl", "een andere gebruiker"), ("en", "another user")])
async def test_a_terminal_of_another_user_is_said_in_the_help(
    monkeypatch: pytest.MonkeyPatch, shared: bool, language: str, words: str
) -> None:
    """Why it is slow there, and what to do; on one's own terminal nothing is said."""
    started: list[ConsoleApp] = []
    monkeypatch.setattr("console.shell.app.can_be_opened", lambda _fileno: not shared)
    monkeypatch.setattr(ConsoleApp, "run", lambda app, **_given: started.append(app))
    access = Access(address=read_address("ws://anna@127.0.0.1:1"), secret="s")
    assert run_console(access, Texts(language, strict=True)) == 0
    [app] = started
    async with app.run_test(size=(120, 40)) as pilot:
        app.desk_screen.desk.perform_id("help")
        await pilot.pause()
        assert (words in _shown(app)) is shared


def _shown(app: ConsoleApp) -> str:
    compositor: Any = app.screen._compositor
    return "\n".join("".join(segment.text for segment in strip) for strip in compositor.render_strips())
