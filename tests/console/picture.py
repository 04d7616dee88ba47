"""Draws the README's picture: the console on a made-up night, as SVG.

Usage: python -m tests.console.picture OUT.svg [COLUMNS ROWS]. The same picture each time.
"""

import asyncio
import random
import re
import sys
from datetime import timedelta
from pathlib import Path

from console.map.atlas import Atlas
from console.map.sheet import sheet_of
from protocol.facts.incidents import IncidentClosed, PhaseEntered
from protocol.facts.promises import PromiseMade, Reacted
from protocol.facts.timeline import EntryAdded, EntryStruck, LineJoined, LineSpoken
from protocol.facts.units import UnitAssigned, UnitStatusSet
from protocol.map.index import MapIndex
from protocol.map.piece import Stroke
from protocol.model.phase import Phase
from protocol.model.point import to_grid
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from server.exercise.town_map import told_of
from server.exercise.town_plan import town_plan
from server.geo.build.source import Outline, Way
from tests.console.rig import CENTRE, START, Rig, place, point
from tests.console.town import ref

MELDINGEN = (
    (1, "Steekincident", "Stationsplein 4"),
    (2, "Inbraak, dader binnen", "Molenweg 88"),
    (2, "Aanrijding letsel", "Havenkade / Nieuwe Gracht"),
    (3, "Winkeldiefstal", "Supermarkt De Brug"),
    (3, "Verward persoon", "Lindelaan 12"),
    (3, "Burenruzie", "Schoolstraat 31"),
    (4, "Geluidsoverlast", "Kerkstraat 9"),
    (4, "Jongeren, overlast", "Skatebaan Oost"),
    (5, "Fiets gevonden", "Markt 1"),
)
FIRST = 409
LAST = FIRST + len(MELDINGEN) - 1
TALK = (
    (EntryAdded, "anna", "Melder: man met mes, twee gewonden bij de fietsenstalling."),
    (LineSpoken, "12.04", "Onderweg, anderhalve minuut."),
    (LineSpoken, "12.07", "Wij komen van de andere kant, via de tunnel."),
    (EntryAdded, "anna", "Signalement: rode jas, capuchon. Loopt richting Havenkade."),
    (EntryAdded, "bert", "Ambulance volgt over 10 minuten."),
    (EntryAdded, "anna", "Twee ambulances rijden, traumahelikopter gevraagd."),
    (LineSpoken, "opco-2", "OpCo luistert mee. Eerst eigen veiligheid."),
    (LineSpoken, "12.04", "Ter plaatse. Twee slachtoffers, een aanspreekbaar."),
)


def night() -> Rig:
    """A town at three in the morning."""
    dice = random.Random(12)
    rig = Rig(exercise=True)
    rig.now = START - timedelta(minutes=50)
    rig.sign_on(*(f"12.{number:02d}" for number in range(1, 13)))
    for number, (priority, what, where) in enumerate(reversed(MELDINGEN), start=FIRST):
        rig.later(320)
        rig.open(
            number, what, place(where, dice.uniform(-1_900, 1_900), dice.uniform(-1_300, 1_300)), priority
        )
        if priority < 4:
            _send(rig, dice, number)
    stabbing = rig.board.last_incident
    for fact, by, words in TALK:
        rig.later(9)
        if by not in ("anna", "bert"):
            rig.happen(LineJoined(incident=stabbing), by=by)
        rig.happen(fact(incident=stabbing, text=Text(words)), by=by)
    rig.happen(EntryStruck(incident=stabbing, entry=5), by="anna")
    rig.happen(PhaseEntered(incident=stabbing, phase=Phase.ADD), by="12.04")
    rig.happen(IncidentClosed(incident=FIRST, reason=Text("opgehaald")))
    rig.happen(Reacted(incident=FIRST + 2, kind=ReactionKind.NEIGHBOURHOOD_OFFICER, agreed=True))
    for number, minutes in ((LAST - 2, 4), (LAST - 4, 30)):
        rig.happen(
            PromiseMade(
                incident=number,
                what=Text("terugbellen"),
                due=rig.now + timedelta(minutes=minutes),
                from_whom=Name("anna"),
                to_whom=Name("melder"),
            )
        )
    return rig


def _send(rig: Rig, dice: random.Random, number: int) -> None:
    if number == LAST:
        sent = {4: UnitStatus.ON_SCENE, 7: UnitStatus.EN_ROUTE}
    else:
        free = [
            unit.id
            for unit in rig.board.units.values()
            if unit.status is UnitStatus.AVAILABLE and unit.id not in (4, 7)
        ]
        sent = {dice.choice(free): dice.choice([UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE])}
    rig.happen(Reacted(incident=number, kind=ReactionKind.UNIT_NOW))
    for unit, status in sent.items():
        rig.happen(UnitAssigned(incident=number, unit=unit))
        rig.happen(UnitStatusSet(unit=unit, status=status))


def drive(rig: Rig) -> None:
    """Everybody but one reports along the way; the desk learns where they are heading."""
    dice = random.Random(5)
    spots = {unit: (dice.uniform(-1_900, 1_900), dice.uniform(-1_300, 1_300)) for unit in range(1, 13)}
    for step in range(4):
        rig.later(70 if step == 1 else 5)
        seen = [unit for unit in spots if unit != 4 and not (unit == 9 and step)]
        scene = rig.board.incidents[LAST].place.point
        assert scene is not None, "the picture's incident has a point"
        rig.move(
            (4, scene),
            *(
                (unit, point(x + step * 60 * (unit % 3 - 1), y + step * 45))
                for unit, (x, y) in spots.items()
                if unit in seen
            ),
        )


STRETCH = 1.8
"""The training town is smaller than the night that is played here."""


def streets() -> Atlas:
    """The training town around the middle of the picture."""
    town = town_plan(1)
    (lat, lon), (from_lat, from_lon) = to_grid(CENTRE), to_grid(town.centre)

    def moved(at: tuple[int, int]) -> tuple[int, int]:
        return lat + round((at[0] - from_lat) * STRETCH), lon + round((at[1] - from_lon) * STRETCH)

    strokes = []
    for told in told_of(town):
        match told:
            case Way():
                points = tuple(moved(node.at) for node in told.nodes)
            case Outline():
                points = tuple(map(moved, told.points))
            case _:
                continue
        strokes.append(Stroke(kind=told.kind, name=told.name, points=points))
    drawn = tuple(strokes)
    piece = ref(0, drawn)
    index = MapIndex(name="Waterstad", attribution="verzonnen oefenstad", box=piece.box, pieces=(piece,))
    whole = Atlas(index=index)
    return whole.with_sheet(sheet_of(drawn, level=0, box=piece.box, names=whole.names))


async def picture(columns: int, rows: int) -> str:
    """The screen as SVG."""
    rig = night()
    app = rig.app()
    async with app.run_test(size=(columns, rows)) as pilot:
        rig.welcome()
        drive(rig)
        await pilot.pause()
        app.desk_screen.desk.chart.atlas = streets()
        await pilot.press("end")
        app.desk_screen.show_now()
        await pilot.pause()
        return at_home(app.export_screenshot(title="Openlijn"))


def at_home(svg: str) -> str:
    """The picture without fonts from elsewhere: whoever opens it fetches nothing."""
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    return svg.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


if __name__ == "__main__":
    size = [int(word) for word in sys.argv[2:4]] or [140, 42]
    Path(sys.argv[1]).write_text(asyncio.run(picture(*size)), encoding="utf-8")
