"""A unit `anna` at her own desk: sent, free, put through to a melder, half of a split pair."""

from attrs import evolve

from console.desk.desk import Desk
from protocol.facts.contact import ContactOpened, MelderSaid
from protocol.facts.pairs import PairSplit
from protocol.facts.scale import ColleaguesAsked
from protocol.facts.timeline import LineJoined, LineSpoken
from protocol.facts.units import UnitAssigned
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from tests.console.rig import Rig, place, point

NUMBERS = (
    (1, UnitStatus.AVAILABLE),
    (2, UnitStatus.EN_ROUTE),
    (3, UnitStatus.ON_SCENE),
    (5, UnitStatus.UNAVAILABLE),
)


class Street(Rig):
    """The rig of a unit whose account is `anna`, with a status table."""

    def __init__(self) -> None:
        super().__init__(role=Role.UNIT)

    def come_in(self) -> Desk:
        """The link is live, as for a unit that signed on."""
        desk = self.desk()
        self.welcome()
        self.number()
        return desk

    def number(self) -> None:
        """The site's status table is known."""
        assert self.session.welcome is not None
        self.session.welcome = evolve(self.session.welcome, status_numbers=NUMBERS)


def sent() -> tuple[Street, Desk]:
    """Anna is sent to 2, 600 m away, with a colleague; 1 waits; both spoke."""
    rig = Street()
    rig.sign_on("anna", "12.05")
    rig.open(1, "vechtpartij", place("Kade 1", 200, 0))
    rig.open(2, "inbraak woning", place("Havenkade 3", 600, 0))
    rig.happen(UnitAssigned(incident=2, unit=1), UnitAssigned(incident=2, unit=2))
    rig.happen(LineJoined(incident=2), by="anna")
    rig.happen(LineJoined(incident=2), by="12.05")
    rig.happen(LineSpoken(incident=2, text=Text("achterom is open")), by="12.05")
    rig.move((1, point(0, 0)), (2, point(500, 0)))
    return rig, rig.come_in()


def free() -> tuple[Street, Desk]:
    """Anna is on nothing; 1 waits 200 m away, at 2 a colleague asks, 300 m away."""
    rig = Street()
    rig.sign_on("anna", "12.05")
    rig.open(1, "vechtpartij", place("Kade 1", 200, 0))
    rig.open(2, "inbraak woning", place("Havenkade 3", 300, 0), priority=3)
    rig.happen(UnitAssigned(incident=2, unit=2))
    rig.happen(ColleaguesAsked(incident=2, text=Text("twee daders")), by="12.05")
    rig.move((1, point(0, 0)))
    return rig, rig.come_in()


def put_through() -> tuple[Street, Desk]:
    """Anna has the melder of 2 on the contact line."""
    rig, desk = sent()
    rig.happen(ContactOpened(incident=2, unit=Name("anna")), by="bert")
    rig.happen(MelderSaid(incident=2, text=Text("ik zit op zolder")), by="melder")
    return rig, desk


def split() -> tuple[Street, Desk]:
    """Anna and her other half, 240 m apart, on nothing."""
    rig = Street()
    rig.sign_on("anna")
    rig.happen(PairSplit(unit=1, other=2, call_sign=Name("anna-b")), by="anna")
    rig.move((1, point(0, 0)), (2, point(240, 0)))
    return rig, rig.come_in()
