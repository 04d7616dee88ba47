"""The lines in Textual: what a centralist sees at three in the morning, on small and large screens."""

from typing import Any

import pytest

from console.paint.palette import FULL, MONO, SIXTEEN, Palette
from protocol.commands.contact import MakeLink
from protocol.facts.contact import SteppedIn
from protocol.facts.scale import ColleaguesAsked, LevelSet
from protocol.facts.timeline import CardPushed, CardTaken, LineSpoken, Whispered
from protocol.model.entry import CardKind
from protocol.model.scale import Level
from protocol.model.text import Text
from protocol.session.events import LinesMoved
from tests.console.lined import has, joined, put_through, talked
from tests.console.rig import Rig, verb
from tests.console.shell.test_desk_screen import desk_screen, lines, settled

ROW = 21
"""Of 24 rows, the row under the hand."""


def night() -> Rig:
    """Contact, and colleagues on the open line with a whisper and a card."""
    rig = put_through()
    talked(rig)
    joined(rig, "anna", "12.03", "12.04")
    rig.happen(LineSpoken(incident=417, text=Text("wij komen achterom")), by="12.03")
    rig.happen(Whispered(incident=417, text=Text("hij heeft eerder een mes getrokken")), by="anna")
    rig.happen(CardPushed(incident=417, card=CardKind.WARNING, text=Text("vuurwapen in 2024")), by="rtic")
    rig.happen(CardTaken(incident=417, entry=3), by="12.03")
    rig.happen(LevelSet(incident=417, level=Level.DISTRICT), by="anna")
    return rig


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 48)], ids=str)
async def test_both_lines_as_text(size: tuple[int, int], snapshot: Any) -> None:
    """The contact line, stepped in, and the open line behind one key."""
    rig = night()
    app = rig.app(MONO)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("full_stop", "c", "enter")
        rig.happen(SteppedIn(incident=417), by="anna")
        await settled(pilot)
        contact = lines(app)
        rig.take(LinesMoved(rows=(has("12.03", delivered=3, read=2), has("12.04", delivered=2, read=1))))
        await pilot.press("f5")
        await settled(pilot)
        assert "\n".join([*contact, "=" * size[0], *lines(app)]) == snapshot


@pytest.mark.parametrize("palette", [FULL, SIXTEEN, MONO], ids=lambda each: each.name)
async def test_talking_looks_different_in_every_palette(palette: Palette) -> None:
    """The row has another style while the melder reads it than while colleagues do, also without colour."""
    rig = night()
    app = rig.app(palette)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        listening = app.screen._compositor.render_strips()[ROW]
        rig.happen(SteppedIn(incident=417), by="anna")
        await pilot.press("f9")
        await settled(pilot)
        talking = app.screen._compositor.render_strips()[ROW]
        assert "AAN DE MELDER" in talking.text
        assert {segment.style for segment in listening} & {segment.style for segment in talking} == set()


async def test_a_made_link_is_read_out_at_once() -> None:
    """Making it asks for it; nothing opens under the hands of somebody who types."""
    rig = put_through()
    desk = rig.desk()
    desk.settle()
    verb(desk, "maak-link")
    assert rig.done() == MakeLink(incident=417)
    assert rig.opened == ["link/417"]
    verb(desk, "maak-link")
    desk.press("colon", ":")
    rig.done()
    assert rig.opened == ["link/417"]


async def test_a_call_for_colleagues_stands_on_the_screen() -> None:
    """Who asks, where and with which words, and the key that goes there."""
    rig = put_through()
    app = rig.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        rig.happen(ColleaguesAsked(incident=417, text=Text("tweede koppel")), by="12.03")
        rig.later(90)
        desk_screen(app).desk.second()
        desk_screen(app).show_now()
        await settled(pilot)
        assert "nog niemand gekomen" in "\n".join(lines(app))
        assert (
            lines(app)[0]
            .rstrip()
            .startswith(" ▲▲▲ 12.03 vraagt collega's bij 417 inbraak, Markt 1 „tweede koppel”")
        )
        assert desk_screen(app).desk.parts.alarms.rows == (417,)
