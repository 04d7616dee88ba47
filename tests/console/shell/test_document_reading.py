"""Documents shown over the desk."""

import json

import pytest

from console.actions.catalog import CATALOG
from console.shell.help import HelpScreen
from protocol.facts.contact import LinkOpened
from protocol.model.text import Name
from protocol.session.events import PieceCame
from protocol.wire.messages import Fetch, Piece
from tests.console.lined import put_through
from tests.console.melder_link.test_card import DOCUMENT
from tests.console.rig import Rig
from tests.console.shell.test_desk_screen import lines, settled
from tests.waiting import until


async def test_the_figures_come_in_and_are_shown() -> None:
    """The action asks the server and shows what comes."""
    rig = Rig()
    asked: list[Fetch] = []
    app = rig.app(fetch=asked.append)
    async with app.run_test(size=(80, 24)) as pilot:
        rig.welcome()
        app.desk_screen.perform(CATALOG.by_id["indicators"])
        await settled(pilot)
        assert [each.document for each in asked] == ["indicators"]
        assert isinstance(app.screen, HelpScreen)
        assert "komen binnen" in lines(app)[1]
        data = json.dumps({"shift": {"feedback": {"share": 0.5}}}).encode()
        rig.take(PieceCame(piece=Piece(id=asked[0].id, offset=0, total=len(data), data=data)))
        await settled(pilot)
        assert any("50 %" in line for line in lines(app))


async def test_the_lists_of_the_site_are_asked_for_once() -> None:
    """When somebody first types something they are for, one after the other."""
    rig = Rig()
    asked: list[Fetch] = []
    app = rig.app(fetch=asked.append)
    async with app.run_test(size=(80, 24)) as pilot:
        rig.welcome()
        await pilot.press("down")
        assert asked == []
        await pilot.press("f6", "a", "escape", "full_stop", "b")
        assert [each.document for each in asked] == ["classifications"]
        rig.take(PieceCame(piece=Piece(id=asked[0].id, offset=0, total=0, data=b"")))
        assert [each.document for each in asked] == ["classifications", "cards"]


async def test_what_waits_rises_is_marked_and_rings() -> None:
    """A melding without a reaction: on top, with its sign, and one bell when it comes to this seat (A3)."""
    rig = Rig()
    rang: list[int] = []
    app = rig.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.bell = lambda: rang.append(1)  # type: ignore[method-assign]
        rig.welcome()
        rig.open(1, "ruzie")
        await settled(pilot)
        assert "◇0m" in lines(app)[2]
        rig.later(101)
        for _ in range(3):
            app.desk_screen.desk.second()
        await settled(pilot)
        assert "◆1m" in lines(app)[3]
        assert rang == [1]


async def test_the_link_over_the_screen_stays_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads it out sees that the melder opened the page."""
    monkeypatch.setattr("console.shell.document_reading.LINK_EVERY_S", 0.01)
    rig = put_through()
    asked: list[Fetch] = []
    app = rig.app(fetch=asked.append)
    async with app.run_test(size=(80, 24)) as pilot:
        rig.welcome()
        app.desk_screen.desk.select(417)
        app.desk_screen.perform(CATALOG.by_id["show-link"])
        [fetch] = asked
        rig.take(PieceCame(piece=Piece(id=fetch.id, offset=0, total=len(DOCUMENT), data=DOCUMENT)))
        await settled(pilot)
        assert any("nog niet geopend" in line for line in lines(app))
        rig.happen(LinkOpened(incident=417, key=Name("k" * 32)), by="melder")
        await until(lambda: any("De pagina is geopend" in line for line in lines(app)))
