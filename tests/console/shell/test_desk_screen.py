"""The desk in Textual: keys in, cells out."""

from collections.abc import Callable
from typing import Any

import pytest
from rich.segment import Segment
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import OptionList

import console.chart.window_told
from console.paint.palette import FULL, MONO, SIXTEEN, Palette
from console.shell.app import ConsoleApp
from console.shell.desk_screen import DeskScreen
from protocol.commands.timeline import JoinLine, Speak
from protocol.errors import Reason
from protocol.facts.timeline import EntryAdded, LineJoined, LineSpoken
from protocol.facts.units import UnitAssigned, UnitStatusSet
from protocol.model.text import Text
from protocol.model.unit_status import UnitStatus
from protocol.model.window import Window
from protocol.session.events import LinkState
from tests.console.rig import Rig, place, point


def lines(app: App[Any]) -> list[str]:
    """The screen as text."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def desk_screen(app: ConsoleApp) -> DeskScreen:
    """The one screen."""
    assert isinstance(app.screen, DeskScreen)
    return app.screen


def town() -> Rig:
    """An exercise on a calm night."""
    rig = Rig(exercise=True)
    rig.sign_on("12.01", "12.02", "12.03", "12.04")
    rig.open(415, "Ruzie", place("Markt 1", 0, 0), priority=1)
    rig.later(240)
    rig.open(416, "Inbraak woning", place("Havenkade 3", 900, -400))
    rig.open(417, "Geluidsoverlast", place("Burgemeester van der Meulenlaan 9", -900, 500), priority=4)
    rig.happen(UnitAssigned(incident=415, unit=1))
    rig.happen(UnitStatusSet(unit=1, status=UnitStatus.EN_ROUTE))
    rig.happen(UnitAssigned(incident=416, unit=3))
    rig.happen(LineJoined(incident=415), by="12.01")
    rig.happen(LineSpoken(incident=415, text=Text("onderweg, twee minuten")), by="12.01")
    rig.happen(EntryAdded(incident=415, text=Text("melder hoort geschreeuw")), by="anna")
    rig.later(66)
    rig.move((1, point(-400, 300)), (2, point(700, 800)), (3, point(300, -600)))
    rig.later(10)
    rig.move((1, point(-300, 220)))
    return rig


async def settled(pilot: Pilot[None]) -> None:
    """What would come with the next turn is on the screen."""
    await pilot.pause()
    screen = pilot.app.screen
    if isinstance(screen, DeskScreen):
        screen.show_now()
    await pilot.pause()


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait for it, within bounds."""
    for _ in range(200):
        if condition():
            return
        await pilot.pause(0.01)
    raise AssertionError("waited for two seconds in vain")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 48)])
async def test_the_screen_as_text(size: tuple[int, int], snapshot: Any) -> None:
    """What a person sees at three sizes, word for word."""
    rig = town()
    app = rig.app()
    async with app.run_test(size=size) as pilot:
        rig.welcome()
        await settled(pilot)
        # The link's measures are of this machine's clock.
        assert snapshot == "\n".join(line.rstrip() for line in lines(app))


async def test_an_alarm_as_text(snapshot: Any) -> None:
    """A priority 1 has a row above the board: no title is hidden, and the rows at the foot stand still."""
    rig = town()
    app = rig.app()
    async with app.run_test(size=(80, 24)) as pilot:
        rig.welcome()
        await settled(pilot)
        before = lines(app)
        rig.open(418, "Steekincident", place("Stationsplein 4"), priority=1)
        await settled(pilot)
        after = lines(app)
        assert before[-3:-1] == after[-3:-1]
        assert snapshot == "\n".join(line.rstrip() for line in after[:8])


async def test_help_as_text(snapshot: Any) -> None:
    """F1 shows the keys of the panel one is in, from the actions' own definitions."""
    rig = town()
    app = rig.app()
    async with app.run_test(size=(80, 24)) as pilot:
        rig.welcome()
        await pilot.press("f4", "f1")
        await settled(pilot)
        assert snapshot == "\n".join(line.rstrip() for line in lines(app))
        await pilot.press("escape")
        assert isinstance(app.screen, DeskScreen)


@pytest.mark.parametrize("palette", [FULL, SIXTEEN, MONO], ids=lambda palette: palette.name)
async def test_every_palette_shows_the_same_words(palette: Palette) -> None:
    """Full colour, sixteen colours or none: the text is the same."""
    texts = []
    for each in (FULL, palette):
        rig = town()
        app = rig.app(each)
        async with app.run_test(size=(120, 40)) as pilot:
            rig.welcome()
            await settled(pilot)
            texts.append(lines(app))
    assert texts[0] == texts[1]


async def test_from_verb_to_outbox_and_back() -> None:
    """A verb makes a wish; its refusal comes back in words."""
    rig = town()
    app = rig.app()
    async with app.run_test(size=(80, 24)) as pilot:
        rig.welcome()
        await pilot.press("full_stop", "i", "enter")
        assert [JoinLine(incident=415)] == rig.wishes
        rig.refuse(Reason.ON_LINE, incident=415)
        await settled(pilot)
        assert "U bent al op de lijn van melding 415. Geweigerd: instappen 415" in lines(app)[-2]


async def test_keys_typed_fast_land_before_their_reader() -> None:
    """The words behind the key that chooses a reader are for that reader, however fast they come."""
    rig = town()
    app = rig.app()
    async with app.run_test(size=(80, 24)) as pilot:
        rig.welcome()
        await pilot.press("f5", *"kom", "space", *"eraan", "enter")
        assert [Speak(incident=415, text=Text("kom eraan"))] == rig.wishes


async def test_a_slow_answer_is_shown_as_waiting() -> None:
    """A wish without an answer stands on the screen as waiting, as a line one could have typed."""
    rig = town()
    app = rig.app()
    async with app.run_test(size=(100, 24)) as pilot:
        rig.welcome()
        await pilot.press("full_stop", "i", "enter")
        rig.later(1)
        await settled(pilot)
        assert "wacht 1 instappen 415" in lines(app)[-3]
        rig.done()
        await settled(pilot)
        assert "wacht" not in lines(app)[-3]
        assert "Gedaan: instappen 415" in lines(app)[-2]


async def test_a_cut_is_on_the_screen() -> None:
    """The status line says since when the link is gone; the board stays."""
    rig = town()
    app = rig.app()
    async with app.run_test(size=(80, 24)) as pilot:
        rig.welcome()
        await settled(pilot)
        before = lines(app)[:14]
        rig.state(LinkState.SILENT)
        await settled(pilot)
        assert "✖ WEG sinds" in lines(app)[-1]
        assert "Verbinding weg" in lines(app)[-2]
        assert before == lines(app)[:14]


async def test_a_key_brings_another_panel_into_view() -> None:
    """On a small screen units and map are one key away, and so is the way back."""
    rig = town()
    app = rig.app()
    async with app.run_test(size=(80, 24)) as pilot:
        rig.welcome()
        titles = []
        for key in ("f3", "f4", "f5", "f2"):
            await pilot.press(key)
            await settled(pilot)
            titles.append(lines(app)[1].split()[0])
        assert titles == ["Eenheden", "Kaart", "Lijn", "Meldingen"]


async def test_an_event_without_a_visible_change_paints_nothing() -> None:
    """A change that nobody can see writes no cell; a change in one row repaints that row alone."""
    rig = town()
    for number in range(500, 560):
        rig.open(number, priority=5)
    app = rig.app()
    async with app.run_test(size=(80, 24)) as pilot:
        rig.welcome()
        await settled(pilot)
        painted: list[Any] = []
        board = desk_screen(app).query_one("#board")
        refresh = board.refresh

        def noted(*regions: Any, **more: Any) -> Any:
            painted.append(regions)
            return refresh(*regions, **more)

        board.refresh = noted  # type: ignore[method-assign]
        rig.happen(EntryAdded(incident=559, text=Text("niemand ziet dit")))
        await settled(pilot)
        assert painted == []
        rig.happen(EntryAdded(incident=416, text=Text("dit wel")))
        await settled(pilot)
        assert [len(regions) for regions in painted] == [1]


@pytest.mark.parametrize("width", [60, 79, 80, 109, 110, 160, 199, 200, 240])
async def test_every_size_shows_the_last_rows(width: int) -> None:
    """Whatever the size and the panel: no crash, nothing longer than the screen, the last rows whole."""
    rig = town()
    app = rig.app()
    async with app.run_test(size=(width, 24)) as pilot:
        rig.welcome()
        for height, key in ((16, "f2"), (23, "f3"), (40, "f4"), (70, "f5")):
            await pilot.resize_terminal(width, height)
            await pilot.press(key)
            await settled(pilot)
            shown = lines(app)
            assert height == len(shown)
            assert {width} == {Segment.get_line_length([Segment(line)]) for line in shown}
            assert "Spatie wat nu" in shown[-3]
            assert "OEFENING" in shown[-1]
            assert "verbonden" in shown[-1]


async def test_another_language_at_once() -> None:
    """A typed line changes every word on the screen, and nothing else."""
    rig = town()
    app = rig.app()
    async with app.run_test(size=(80, 24)) as pilot:
        rig.welcome()
        await pilot.press("full_stop", *"taal", "space", *"en", "enter")
        await settled(pilot)
        assert lines(app)[1].startswith(" Incidents 3 open")
        assert "Space what now" in lines(app)[-3]
        assert "EXERCISE" in lines(app)[-1]


async def test_the_palette_offers_what_can_be_done() -> None:
    """Ctrl+P finds an action by its words and does it."""
    rig = town()
    app = rig.app()
    async with app.run_test(size=(100, 30)) as pilot:
        rig.welcome()
        await pilot.press("ctrl+p")
        await until(pilot, lambda: not isinstance(app.screen, DeskScreen))
        await pilot.press(*"instappen")
        options = app.screen.query_one(OptionList)
        await until(pilot, lambda: options.option_count > 0)
        await pilot.press("enter")
        await until(pilot, lambda: rig.wishes == [JoinLine(incident=415)])


async def test_the_server_is_told_what_the_map_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it is on the screen, and again when it goes; nothing while it stays as it is."""
    monkeypatch.setattr(console.chart.window_told, "EVERY_S", 0.0)
    rig = town()
    rig.move((1, point(200)), (2, point(-400)))
    told: list[Window | None] = []
    app = rig.app(looks_at=told.append)
    async with app.run_test(size=(100, 30)) as pilot:
        rig.welcome()
        screen = desk_screen(app)
        for key in ("f4", "f4", "f2"):
            await pilot.press(key)
            await settled(pilot)
            screen._second()
    assert len(told) == 2
    assert told[0] is not None
    assert told[0].shows(point(200))
    assert told[1] is None
