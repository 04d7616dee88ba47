"""Draws the pictures of the pages: the seeded shift of the demonstration, as those who work in it see it.

The same pictures each time: the shift is played on a board in memory, with a clock that stands still at the
end. Called by `python -m tests.readme` and by the test that says when a picture is stale.
"""

import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path

from attrs import frozen

from console.map.atlas import Atlas
from console.map.sheet import sheet_of
from console.texts.texts import Texts
from protocol.map.index import MapIndex
from protocol.map.piece import Stroke
from protocol.model.fix import Fix
from protocol.model.phase import Phase
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.events import LinkState, Moved, Welcomed
from protocol.wire.messages import Welcome
from server.exercise.play import MOVING_EVERY_S
from server.exercise.site import settings_of
from server.exercise.town.town import Town
from server.exercise.town.town_map import ATTRIBUTION, told_of
from server.geo.build.source import Outline, Way
from tests.console.rig import Rig
from tests.console.town import ref
from tests.readme.pages import ROOT
from tests.server.exercise.rig import BEGAN, WARM_S, Stage

SEED = 1
SEEN_FROM_S = WARM_S - 40.0
"""From here on the screen sees where units drive, so that it knows their direction."""


@frozen(kw_only=True)
class Picture:
    """A screen to be drawn."""

    role: Role
    language: str
    columns: int
    rows: int


PICTURES: Mapping[Path, Picture] = {
    ROOT / ".readme/console.svg": Picture(role=Role.CENTRALIST, language="en", columns=140, rows=42),
    ROOT / ".readme/console.nl.svg": Picture(role=Role.CENTRALIST, language="nl", columns=140, rows=42),
    ROOT / ".readme/unit.svg": Picture(role=Role.UNIT, language="en", columns=80, rows=24),
}


class Evening(Rig):
    """The shift as one of its people has it."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(role=picture.role, exercise=True)
        self.texts = Texts(picture.language, strict=True)
        self.now = BEGAN
        self._stage = Stage(SEED, warm_until_s=WARM_S)
        self._fixes: list[tuple[Fix, ...]] = []

    def play(self) -> None:
        """Everything up to the moment of the picture."""
        told = 0
        while self._stage.now_s < WARM_S:
            self._stage.run(MOVING_EVERY_S)
            self.now = self._stage.now.at
            for change in self._stage.history[told:]:
                self.happen(*change.facts, by=change.by)
            told = len(self._stage.history)
            if self._stage.now_s >= SEEN_FROM_S:
                self._look()

    def _look(self) -> None:
        points = self._stage.shift.points(self._stage.now_s).values()
        self._fixes.append(tuple(Fix(unit=unit, point=at.on_grid(), at=self.now) for unit, at, _ in points))

    @property
    def town(self) -> Town:
        """Where it plays."""
        return self._stage.shift.setting.town

    def come_in(self, name: str) -> None:
        """The console of this account is let in, and sees who drives where."""
        town = self._stage.shift.setting
        welcome = Welcome(
            world=Name(town.town.name),
            exercise=True,
            name=Name(name),
            role=self._role,
            now=self.now,
            history="h",
            seq=self.board.seq,
            at=self.now,
            snapshot=False,
            newest=self.board.seq,
            ticket="t",
            terms=settings_of(town, Path()).terms,
        )
        self.session.welcome = welcome
        self.session.knowledge.complete = True
        self.session.heard_at_s = 0.0
        self.take(Welcomed(welcome=welcome))
        self.state(LinkState.LIVE)
        for fixes in self._fixes:
            self.now = fixes[0].at
            self.take(Moved(fixes=fixes))


def streets(town: Town) -> Atlas:
    """The town as the console has it once every piece is there."""
    strokes = []
    for told in told_of(town):
        match told:
            case Way():
                points = tuple(node.at for node in told.nodes)
            case Outline():
                points = tuple(told.points)
            case _:
                continue
        strokes.append(Stroke(kind=told.kind, name=told.name, points=points))
    drawn = tuple(strokes)
    piece = ref(0, drawn)
    index = MapIndex(name=town.name, attribution=ATTRIBUTION, box=piece.box, pieces=(piece,))
    whole = Atlas(index=index)
    return whole.with_sheet(sheet_of(drawn, level=0, box=piece.box, names=whole.names))


def worker(evening: Evening, role: Role) -> str:
    """Whose screen it is: of a unit, the first that is at work where most is said."""
    if role is not Role.UNIT:
        return "anna"
    at_work = [each for each in evening.board.open_incidents() if each.units and each.phase is Phase.ADD]
    incident = max(at_work, key=lambda each: len(each.entries))
    return evening.board.units[incident.units[0]].call_sign


@contextmanager
def in_utc() -> Iterator[None]:
    """The same hours wherever it is drawn."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


async def draw(picture: Picture) -> str:
    """The screen as SVG."""
    with in_utc():
        return await _drawn(picture)


async def _drawn(picture: Picture) -> str:
    evening = Evening(picture)
    evening.play()
    app = evening.app()
    async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
        evening.come_in(worker(evening, picture.role))
        await pilot.pause()
        chart = app.desk_screen.desk.parts.chart
        chart.atlas = streets(evening.town)
        if picture.role is not Role.UNIT:
            await pilot.press("end")
        # Looked at anew, or the map would keep what it saw when the first units came in, soon or late.
        chart.fit()
        app.desk_screen.show_now()
        await pilot.pause()
        return at_home(app.export_screenshot(title="Openlijn"))


def at_home(svg: str) -> str:
    """The picture without fonts from elsewhere: whoever opens it fetches nothing."""
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    return svg.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


def text_of(svg: str) -> str:
    """What a reader reads in the picture, row by row."""
    rows: dict[float, list[tuple[float, str]]] = {}
    for x, y, words in re.findall(r'<text [^>]*?x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>', svg):
        rows.setdefault(float(y), []).append((float(x), unescape(words).replace("\xa0", " ")))
    ordered = (sorted(cells) for _, cells in sorted(rows.items()))
    return "\n".join("".join(words for _, words in cells).rstrip() for cells in ordered)
