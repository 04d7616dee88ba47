"""Whatever a unit presses and whatever comes in: its desk stands, and what it shows fits."""

from collections.abc import Callable, Sequence
from datetime import UTC

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk.desk import Desk
from console.emergency.view import draw_emergency
from console.paint.row import Row, width_of
from console.row.bar import draw_row
from console.row.deeds_bar import draw_deeds
from console.row.make_view import deeds_view
from console.unit.around import AroundView, draw_around
from console.unit.keys import draw_keys
from console.unit.melding import draw_own
from console.unit.pair import draw_pair
from protocol.facts.contact import ContactClosed, ContactOpened
from protocol.facts.incidents import IncidentClosed
from protocol.facts.pairs import EmergencyEnded, EmergencyRaised, PairJoined, PairSplit
from protocol.facts.scale import ColleaguesAsked
from protocol.facts.timeline import CardPushed, LineJoined
from protocol.facts.units import UnitAssigned, UnitReleased
from protocol.model.entry import CardKind
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from tests.console.desk.test_desk_anything import NAMED, bring
from tests.console.rig import Rig, light, place, point, type_keys
from tests.console.shown import keys_view, own_view, pair_view, row_view

NUMBERS = ((1, UnitStatus.AVAILABLE), (2, UnitStatus.EN_ROUTE), (3, UnitStatus.ON_SCENE))
KEYS = st.sampled_from(
    [*NAMED, "f5", "f8", "f9", "f12", "ctrl+up", "light", "tab", "tab", "enter"]
) | st.sampled_from(" 1234567890kxz.:/?@awACLSf")
HERE = st.sampled_from(
    ["sent", "freed", "asked", "card", "contact", "hung-up", "split", "joined", "need", "safe", "late"]
)
EVENTS = st.sampled_from(["open", "urgent", "close", "say", "move", "later", "cut", "back", "done", "refuse"])
STEPS = st.lists(
    st.tuples(st.just("key"), KEYS) | st.tuples(st.just("here"), HERE) | st.tuples(st.just("event"), EVENTS),
    max_size=40,
)
SIZES = st.tuples(st.integers(40, 140), st.integers(12, 50))


def come(rig: Rig, event: str) -> None:
    """One thing that concerns the unit `anna`, as far as it can happen now."""
    unit, number = rig.board.units.get(1), rig.board.last_incident
    incident = rig.board.incidents.get(number)
    if unit is None or incident is None or not incident.is_open:
        return
    match event:
        case "sent" if unit.incident is None:
            rig.happen(UnitAssigned(incident=number, unit=1))
            rig.happen(LineJoined(incident=number), by="anna")
        case "freed" if unit.incident is not None:
            rig.happen(UnitReleased(incident=unit.incident, unit=1))
        case "asked":
            rig.happen(ColleaguesAsked(incident=number, text=Text("kom \x1b[2J")), by="12.02")
        case "card":
            rig.happen(CardPushed(incident=number, card=CardKind.WARNING, text=Text("mes " * 40)))
        case "contact":
            rig.happen(ContactOpened(incident=number, unit=Name("anna")))
        case "hung-up":
            rig.happen(ContactClosed(incident=number))
        case "split" if unit.pair is None:
            other = rig.board.last_unit + 1
            rig.happen(PairSplit(unit=1, other=other, call_sign=Name("anna-b")), by="anna")
        case "joined" if unit.pair is not None:
            rig.happen(PairJoined(unit=1), by="anna")
        case "need" if 2 not in rig.board.emergencies:
            rig.happen(EmergencyRaised(unit=2, incident=number, nearby=(1,)), by="12.02")
        case "safe" if 2 in rig.board.emergencies:
            rig.happen(EmergencyEnded(unit=2, why=Text("veilig")))
        case "late":
            rig.happen(IncidentClosed(incident=number, reason=Text("klaar")))
        case _:
            pass


@settings(max_examples=60, deadline=None)
@given(STEPS, SIZES)
def test_a_unit_can_press_anything(steps: list[tuple[str, str]], size: tuple[int, int]) -> None:
    """Nothing raises, every part fits its place, and what takes the screen can be answered."""
    rig = Rig(role=Role.UNIT)
    rig.sign_on("anna", "12.02")
    rig.open(1, "Ruzie", place("Markt", 200, 0))
    desk = rig.desk()
    rig.welcome()
    assert rig.session.welcome is not None
    rig.session.welcome = evolve(rig.session.welcome, status_numbers=NUMBERS)
    rig.move((1, point(0, 0)))
    desk.resize(*size)
    for kind, what in steps:
        match kind:
            case "event":
                bring(rig, what)
            case "here":
                come(rig, what)
            case _ if len(what) == 1:
                type_keys(desk, what)
            case "light" if desk.parts.row.lit is not None:
                light(desk)
            case _:
                desk.press(what, None)
        rig.later(0.3)
        desk.second()
        _fits(desk)
    if desk.parts.emergencies.asks(desk.context()):
        rig.later(1)
        for _ in rig.board.emergencies:
            rig.later(1)
            desk.press("ctrl+g", None)
            rig.later(1)
        assert not desk.parts.emergencies.asks(desk.context())


def _fits(desk: Desk) -> None:
    places, say = desk.places(), desk.say
    own = own_view(desk, UTC)
    drawn: dict[str, Callable[[int, int], Sequence[Row]]] = {
        "own": lambda w, h: (
            draw_around(own, say, width=w, height=h)
            if isinstance(own, AroundView)
            else draw_own(own, say, width=w, height=h)
        ),
        "own-keys": lambda w, h: draw_keys(keys_view(desk), say, width=w),
        "pair": lambda w, h: draw_pair(pair_view(desk, UTC), say, width=w, height=h),
        "emergency": lambda w, h: draw_emergency(
            desk.parts.emergencies.view(desk.context()), say, width=w, height=h
        ),
        "row": lambda w, h: draw_row(row_view(desk), say, width=w),
        "deeds": lambda w, h: draw_deeds(deeds_view(desk.parts.row), width=w, height=h),
    }
    for name, draw in drawn.items():
        if name in places:
            place = places[name]
            rows = draw(place.width, place.height)
            assert len(rows) <= max(place.height, 3 if name == "own-keys" else 0), name
            assert all(width_of(row.spans) <= place.width for row in rows), name
