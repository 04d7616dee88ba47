"""One fault stays where it happens: a panel, a key or an event that fails ends nothing else."""

import logging

import pytest
from textual.events import Paste

import console.shell.panels
from console.actions.catalog import CATALOG
from console.desk.desk import Desk
from console.shell.app import ConsoleApp
from tests.console.rig import Rig
from tests.console.shell.test_desk_screen import lines, settled


def begun() -> tuple[Rig, ConsoleApp]:
    """A room with a melding, before anything failed."""
    rig = Rig()
    rig.open(417)
    return rig, rig.app()


def _broken(*_args: object, **_more: object) -> object:
    raise KeyError("priority")


@pytest.mark.parametrize("view", ["board_view", "units_view", "line_view", "row_view", "status_view"])
async def test_a_panel_that_cannot_be_drawn_says_so_and_everything_else_goes_on(
    view: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """One line in its place, the traceback in the log, and what was being typed is sent by the next Enter."""
    rig, app = begun()
    async with app.run_test(size=(120, 40)) as pilot:
        rig.welcome()
        await settled(pilot)
        await pilot.press("i", "k")
        monkeypatch.setattr(console.shell.panels, view, _broken)
        await pilot.press("space", "k", "o", "m")
        await settled(pilot)
        assert rig.texts.say("panel-cannot") in "\n".join(lines(app))
        await pilot.press("enter")
        await settled(pilot)
        (wish,) = rig.wishes
        assert getattr(wish, "text", None) == "ik kom"
        monkeypatch.undo()
        app.desk_screen.show_now()
        await settled(pilot)
        assert rig.texts.say("panel-cannot") not in "\n".join(lines(app))
    faults = [each for each in caplog.records if each.name == "console.paint.guard"]
    assert len(faults) == 1
    assert faults[0].exc_info is not None


async def test_a_key_that_fails_is_said_and_takes_no_word_away(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The draft stands, and the keys behind it work."""
    rig, app = begun()
    async with app.run_test(size=(120, 40)) as pilot:
        rig.welcome()
        await settled(pilot)
        await pilot.press("h", "o", "i")
        with monkeypatch.context() as patch:
            patch.setattr(Desk, "press", _broken)
            await pilot.press("x")
            await settled(pilot)
        assert rig.texts.say("desk-failed")[:40] in "\n".join(lines(app))
        await pilot.press("!")
        await pilot.press("enter")
        (wish,) = rig.wishes
        assert getattr(wish, "text", None) == "hoi!"
    assert any(each.levelno == logging.ERROR for each in caplog.records)


async def test_an_event_that_fails_leaves_the_link_and_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next change is on the board."""
    rig, app = begun()
    async with app.run_test(size=(120, 40)) as pilot:
        rig.welcome()
        await settled(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(Desk, "take", _broken)
            rig.open(418, "brand")
        rig.open(419, "ruzie")
        await settled(pilot)
        shown = "\n".join(lines(app))
        assert "brand" in shown
        assert "ruzie" in shown


@pytest.mark.parametrize("way", ["paste", "perform", "button", "places"])
async def test_no_other_way_to_the_desk_ends_the_console_either(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pasted text, the palette, the button of an emergency and the plan of the screen; the next key works."""
    rig, app = begun()
    async with app.run_test(size=(120, 40)) as pilot:
        rig.welcome()
        await pilot.press("h", "o")
        await settled(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(Desk, way, _broken)
            app.desk_screen.post_message(Paste("tekst"))
            app.desk_screen.perform(CATALOG.by_id["go-board"])
            app.desk_screen.emergency_button()
            await settled(pilot)
        app.desk_screen.show_now()
        await settled(pilot)
        assert app.is_running
        assert app.desk_screen.desk.parts.row.under_hand.of(417).text.startswith("ho")
