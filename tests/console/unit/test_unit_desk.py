"""The console of a unit in Textual: its screen, and the button of an emergency."""

from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from console.shell.desk_screen import DeskScreen
from protocol.commands.pairs import RaiseEmergency
from protocol.facts.scale import ColleaguesAsked
from protocol.facts.timeline import CardPushed, LineJoined, LineSpoken
from protocol.facts.units import UnitAssigned, UnitSignedOn, UnitStatusSet
from protocol.model.entry import CardKind
from protocol.model.floor import Hand
from protocol.model.line_kind import LineKind
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.session.events import LinesMoved
from protocol.wire.messages import OnLineRow
from tests.console.emergency.test_emergencies import press_button
from tests.console.rig import place, point
from tests.console.street import Street


def lines(app: App[Any]) -> list[str]:
    """The screen as text."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


async def shown(pilot: Pilot[None]) -> list[str]:
    """After the next turn."""
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, DeskScreen)
    screen.show_now()
    await pilot.pause()
    return lines(pilot.app)


def busy(rig: Street) -> None:
    """A melding with words, a card, a colleague who types and one who asks elsewhere."""
    rig.sign_on("anna", "12.05")
    rig.happen(UnitSignedOn(unit=3, call_sign=Name("12.09")))
    rig.open(1, "vechtpartij", place("Kade 1", 200, 0))
    rig.open(2, "inbraak woning", place("Havenkade 3", 600, 0))
    rig.happen(UnitAssigned(incident=2, unit=1), UnitAssigned(incident=2, unit=2))
    rig.happen(UnitStatusSet(unit=2, status=UnitStatus.ON_SCENE), by="12.05")
    rig.happen(LineJoined(incident=2), by="anna")
    rig.happen(LineJoined(incident=2), by="12.05")
    rig.happen(LineSpoken(incident=2, text=Text("wij rijden van de dijk")), by="anna")
    rig.happen(CardPushed(incident=2, card=CardKind.WARNING, text=Text("eerder vuurwapen")))
    rig.happen(LineSpoken(incident=2, text=Text("achterom is open")), by="12.05")
    rig.happen(ColleaguesAsked(incident=1, text=Text("op de hoek")), by="12.09")
    rig.move((1, point(0, 0)), (2, point(590, 0)), (3, point(200, 0)))
    rig.take(
        LinesMoved(
            rows=(
                OnLineRow(
                    incident=2,
                    line=LineKind.OPEN,
                    name=Name("12.05"),
                    delivered=1,
                    read=1,
                    hand=Hand.TYPING,
                ),
            )
        )
    )


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_screen_of_a_unit(size: tuple[int, int], snapshot: Any) -> None:
    """Its melding, its line, what asks for a key, the numbers of the radio."""
    rig = Street()
    app = rig.app()
    async with app.run_test(size=size) as pilot:
        rig.welcome()
        rig.number()
        busy(rig)
        await pilot.press("escape")
        assert "\n".join(line.rstrip() for line in await shown(pilot)) == snapshot


async def test_the_button_works_from_the_row_and_from_a_dialog() -> None:
    """Twice the same key, whatever is open: the dialog goes, the words under the hand stay."""
    rig = Street()
    app = rig.app()
    async with app.run_test(size=(60, 20)) as pilot:
        rig.welcome()
        rig.number()
        busy(rig)
        await pilot.press("escape", "a", "b")
        await pilot.press("f12")
        assert not [wish for wish in rig.wishes if isinstance(wish, RaiseEmergency)]
        await pilot.press("f1", "f12", "f12")
        assert sum(isinstance(wish, RaiseEmergency) for wish in rig.wishes) == 1
        assert isinstance(app.screen, DeskScreen)
        assert app.desk_screen.desk.parts.row.edit(app.desk_screen.desk.context()).text == "ab"


async def test_a_colleague_in_need_stands_above_and_no_list_hides_it(snapshot: Any) -> None:
    """Three rows of the screen; the own melding and its keys stay below them."""
    rig = Street()
    app = rig.app()
    async with app.run_test(size=(60, 20)) as pilot:
        rig.welcome()
        rig.number()
        busy(rig)
        await pilot.press("escape", "f1")
        press_button(rig, unit=2)
        await pilot.pause()
        assert isinstance(app.screen, DeskScreen)
        assert "\n".join(line.rstrip() for line in await shown(pilot)) == snapshot
