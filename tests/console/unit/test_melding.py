"""How the melding of a unit looks on its own screen."""

from datetime import UTC

from console.paint.row import Row, width_of
from console.texts.texts import Texts
from console.unit.melding import OwnView, draw_own
from protocol.facts.timeline import CardPushed, EntryStruck
from protocol.facts.units import UnitAssigned
from protocol.model.entry import CardKind
from protocol.model.terms import Terms
from protocol.model.text import Text
from protocol.model.unit_status import UnitStatus
from tests.console.rig import Rig, place

SAY = Texts("nl", strict=True).say
NUMBERS = ((1, UnitStatus.AVAILABLE), (2, UnitStatus.EN_ROUTE), (3, UnitStatus.ON_SCENE))


def texts(rows: list[Row]) -> list[str]:
    """The rows as text."""
    return [row.text.rstrip() for row in rows]


def own(rig: Rig, height: int = 6) -> list[str]:
    """The melding of unit 1."""
    view = OwnView(
        incident=rig.board.incidents[1],
        units=rig.board.units,
        me=1,
        now=rig.now,
        zone=UTC,
        terms=Terms(),
        more="F8",
    )
    rows = draw_own(view, SAY, width=60, height=height)
    assert len(rows) <= height
    assert all(width_of(row.spans) <= 60 for row in rows)
    return texts(rows)


def sent() -> Rig:
    """12.01 on 1."""
    rig = Rig()
    rig.sign_on("12.01", "12.02")
    rig.open(1, "inbraak", place("Kade 3"))
    rig.happen(UnitAssigned(incident=1, unit=1))
    return rig


def test_warnings_stand_before_everything() -> None:
    """A card that warns, and no other; struck ones are gone."""
    rig = sent()
    rig.happen(CardPushed(incident=1, card=CardKind.ADDRESS, text=Text("drie meldingen eerder")))
    rig.happen(CardPushed(incident=1, card=CardKind.WARNING, text=Text("vuurwapen")))
    rig.happen(CardPushed(incident=1, card=CardKind.WARNING, text=Text("verkeerde woning")))
    rig.happen(EntryStruck(incident=1, entry=3))
    assert own(rig)[1:] == [" ⚠ LET OP  vuurwapen", " Ook erop     u bent de enige"]


def test_what_does_not_fit_is_counted() -> None:
    """With the key that shows it."""
    rig = sent()
    for number in range(9):
        rig.happen(CardPushed(incident=1, card=CardKind.WARNING, text=Text(f"kaart {number}")))
    assert own(rig, height=5)[-1] == " ▼ nog 7 regels · F8 alles"
