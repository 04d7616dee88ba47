"""The map on the screen, as it comes in."""

import subprocess
import sys
from pathlib import Path

from console.chart.panel import MapPanel
from console.chart.piece_work import MapWork
from console.chart.view import draw_map
from console.map.cache import PieceCache
from protocol.model.map_address import address_of
from protocol.wire.messages import Fetch
from tests.console.rig import Rig, place, point
from tests.console.shown import map_view
from tests.console.town import CONTENT_BY_NAME, INDEX, INDEX_CONTENT, MAIN, answered, ref

ADDRESS = address_of(INDEX_CONTENT)


class Served:
    """A desk whose questions are answered at once."""

    def __init__(self, cache: PieceCache | None = None) -> None:
        self.rig = Rig()
        self.desk = self.rig.desk()
        self.asked: list[Fetch] = []
        self.shown = 0
        self.work = MapWork(self.desk.parts.chart, self.rig.store, self.asked.append, cache, shown=self._show)

    def _show(self) -> None:
        self.shown += 1

    def play(self, most: int = 100) -> None:
        """Work and answer, at most so many questions."""
        for _ in range(most):
            before = len(self.asked)
            self.work.work()
            if len(self.asked) == before:
                break
            list(answered(self.rig, self.asked[-1]))


def test_the_desk_gets_a_town() -> None:
    """The map shows what has come, and the desk hears of each piece."""
    served = Served()
    served.rig.welcome(map=ADDRESS)
    served.play()
    atlas = served.desk.parts.chart.atlas
    assert atlas is not None
    assert (atlas.percent, len(served.asked)) == (100, len(CONTENT_BY_NAME))
    assert served.shown >= len(CONTENT_BY_NAME)
    assert map_view(served.desk).atlas is atlas


def test_a_town_without_units_is_shown_whole() -> None:
    """With the index alone one sees the town, before anybody is on duty."""
    served = Served()
    served.desk.resize(160, 48)
    served.rig.welcome(map=ADDRESS)
    assert map_view(served.desk).viewport is None
    served.play(1)
    viewport = map_view(served.desk).viewport
    assert viewport is not None
    region = served.desk.places()["map"]
    assert served.desk.parts.chart.atlas is not None
    assert all(
        viewport.shows(corner, region.width, region.height - 1)
        for corner in served.desk.parts.chart.atlas.corners()
    )


def test_what_is_looked_at_comes_before_the_rest() -> None:
    """At a place of which only a far corner has streets, those streets come before the nearer ones."""
    served = Served()
    served.desk.resize(160, 48)
    served.rig.welcome(map=ADDRESS)
    served.rig.open(1, where=place("Verweg", 1_450, 1_450))
    map_view(served.desk)
    served.play()
    streets = [piece for piece in INDEX.pieces if piece.level == 2]
    near, far = (f"map/{piece.address.hex()}" for piece in streets)
    order = [fetch.document for fetch in served.asked]
    assert order[1] == f"map/{ref(0, MAIN).address.hex()}"
    assert order.index(far) < order.index(near)


def test_from_disk_nothing_is_asked(tmp_path: Path) -> None:
    """The second session has its streets before the first position comes."""
    for cache in (PieceCache(tmp_path), PieceCache(tmp_path)):
        served = Served(cache)
        served.rig.welcome(map=ADDRESS)
        served.play()
        while served.work.work():
            pass
    assert served.asked == []
    assert served.desk.parts.chart.atlas is not None
    assert served.desk.parts.chart.atlas.percent == 100


def test_streets_stay_while_units_drive() -> None:
    """A unit that moves changes the rows it stands on, and no others."""
    served = Served()
    served.desk.resize(160, 48)
    served.rig.welcome(map=ADDRESS)
    served.play()
    served.rig.sign_on("12.01")
    served.rig.move((1, point(-300, 300)))
    app_rows = []
    for east_m in (-300, -260):
        served.rig.move((1, point(east_m, 300)))
        view = map_view(served.desk)
        assert view.viewport is not None
        app_rows.append(draw_map(view, served.rig.texts.say, width=60, height=24))
    changed = [at for at, (old, new) in enumerate(zip(*app_rows, strict=True)) if old != new]
    assert len(changed) == 1


def test_a_console_without_a_map_needs_no_numpy() -> None:
    """It would cost a fifth of a second and some megabytes at every start."""
    code = "import sys, console.shell.app; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_streets_come_onto_the_screen_by_themselves() -> None:
    """From the welcome on, without a key: questions go out one by one, and the map shows what they bring."""
    rig, asked = Rig(), list[Fetch]()
    app = rig.app(fetch=asked.append)
    async with app.run_test(size=(160, 48)) as pilot:
        rig.welcome(map=ADDRESS)
        rig.open(1, where=place("Markt", 0, 50))
        answers = 0
        for _ in range(200):
            await pilot.pause(0.02)
            if len(asked) > answers:
                list(answered(rig, asked[answers]))
                answers += 1
            atlas = app.desk_screen.desk.parts.chart.atlas
            if atlas is not None and atlas.percent == 100:
                break
        app.desk_screen.show_now()
        rows = app.desk_screen.query_one(MapPanel).rows
    maps = [fetch.document for fetch in asked if fetch.document.startswith("map/")]
    assert sorted(maps) == sorted(CONTENT_BY_NAME)
    shown = "\n".join(row.text for row in rows)
    assert "Rijksweg" in shown
    assert "OpenStreetMap" in shown
