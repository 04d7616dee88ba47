"""Scaling up and down: from the street as well as from the room, and every reason why not."""

import pytest
from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.scale import (
    AskColleagues,
    ComeAlong,
    DropWho,
    NoteWho,
    SetGrip,
    SetLevel,
    SwitchLead,
    TakeWho,
)
from protocol.errors import Reason
from protocol.facts.fact import Fact
from protocol.facts.scale import (
    ColleaguesAsked,
    GripSet,
    LeadSwitched,
    LevelSet,
    WhoDropped,
    WhoNoted,
    WhoTaken,
)
from protocol.facts.timeline import LineJoined
from protocol.facts.units import UnitAssigned, UnitReleased
from protocol.model.scale import Level, WhoKind
from protocol.model.text import Name, Text
from server.decide import decide
from tests.protocol.make import OPENED, SIGNED_ON, then, told
from tests.server.decide.make import ANNA, BEN, UNIT_1203, refused

WHY = Text("te groot voor ons")
GAP = WhoNoted(incident=1, kind=WhoKind.CAN, what=Text("tolk Pools"))


@pytest.mark.parametrize(
    ("wish", "fact"),
    [
        (AskColleagues(incident=1, text=WHY), ColleaguesAsked(incident=1, text=WHY)),
        (NoteWho(incident=1, kind=WhoKind.CAN, what=Text("tolk Pools")), GAP),
        (
            SwitchLead(incident=1, central=True, why=WHY),
            LeadSwitched(incident=1, central=True, why=WHY),
        ),
        (
            SetLevel(incident=1, level=Level.REGION, why=WHY),
            LevelSet(incident=1, level=Level.REGION, why=WHY),
        ),
        (SetGrip(incident=1, grip=3, why=WHY), GripSet(incident=1, grip=3, why=WHY)),
    ],
    ids=lambda part: type(part).__name__,
)
def test_the_street_scales_as_well_as_the_room(wish: Command, fact: Fact) -> None:
    """One action, no approval (A64, A67, A77)."""
    for actor in (ANNA, UNIT_1203):
        assert decide(told(OPENED), wish, actor) == (fact,)


def test_the_same_again_is_no_change() -> None:
    """Of lead, level and GRIP; asking colleagues again says it again."""
    board = told(OPENED)
    for wish in (
        SwitchLead(incident=1, central=False, why=WHY),
        SetLevel(incident=1, level=Level.TEAM),
        SetGrip(incident=1, grip=0),
    ):
        assert refused(board, wish) == (Reason.NO_CHANGE, {})
    asked = ColleaguesAsked(incident=1, text=WHY)
    assert decide(then(board, asked), AskColleagues(incident=1, text=WHY), ANNA) == (asked,)


def test_a_colleague_comes_along_by_its_own_word() -> None:
    """Onto the incident and its line, off what it was on (A64, A66)."""
    board = told(OPENED, SIGNED_ON)
    facts = decide(board, ComeAlong(incident=1, unit=1), UNIT_1203)
    assert facts[0] == UnitAssigned(incident=1, unit=1)
    assert facts[-1] == LineJoined(incident=1)
    busy = told(OPENED, evolve(OPENED, incident=2), SIGNED_ON, UnitAssigned(incident=2, unit=1))
    assert decide(busy, ComeAlong(incident=1, unit=1), UNIT_1203)[0] == UnitReleased(incident=2, unit=1)
    on_line = then(board, LineJoined(incident=1), by=UNIT_1203.name)
    assert LineJoined(incident=1) not in decide(on_line, ComeAlong(incident=1, unit=1), UNIT_1203)
    assert LineJoined(incident=1) not in decide(board, ComeAlong(incident=1, unit=1), ANNA)


def test_a_colleague_does_not_come_along_for_another() -> None:
    """A unit acts for itself."""
    other = evolve(UNIT_1203, name=Name("12.09"))
    assert refused(told(OPENED, SIGNED_ON), ComeAlong(incident=1, unit=1), other)[0] is Reason.NOT_YOUR_UNIT


def test_a_gap_is_filled_by_who_says_that_is_me() -> None:
    """Also from another; by oneself once (A65). A dropped row is dropped once."""
    board = told(OPENED, GAP)
    take, drop = TakeWho(incident=1, row=1), DropWho(incident=1, row=1)
    taken = WhoTaken(incident=1, row=1)
    assert decide(board, take, ANNA) == (taken,)
    assert refused(then(board, taken), take, ANNA) == (Reason.NO_CHANGE, {})
    assert decide(then(board, taken), take, BEN) == (taken,)
    assert decide(board, drop, ANNA) == (WhoDropped(incident=1, row=1),)
    assert refused(then(board, WhoDropped(incident=1, row=1)), drop) == (Reason.NO_CHANGE, {})
    assert refused(board, TakeWho(incident=1, row=2)) == (
        Reason.NO_SUCH_ROW,
        {"incident": 1, "row": 2, "last": 1},
    )


def test_in_the_golden_hour_a_change_of_lead_is_confirmed_first() -> None:
    """A73: both ways; a change of level is not a change of anybody's role."""
    board = told(OPENED, LevelSet(incident=1, level=Level.DISTRICT))
    switch = SwitchLead(incident=1, central=True, why=WHY)
    assert refused(board, switch) == (Reason.GOLDEN_HOUR, {"incident": 1})
    sure = evolve(switch, sure=True)
    assert decide(board, sure, ANNA) == (LeadSwitched(incident=1, central=True, why=WHY),)
    up = SetLevel(incident=1, level=Level.REGION)
    assert decide(board, up, ANNA) == (LevelSet(incident=1, level=Level.REGION),)


def test_after_the_golden_hour_nobody_is_asked() -> None:
    """As many seconds as the site says."""
    later = told(OPENED, LevelSet(incident=1, level=Level.DISTRICT), GAP, GAP)
    site = evolve(ANNA, terms=evolve(ANNA.terms, golden_hour_s=120))
    switch = SwitchLead(incident=1, central=True, why=WHY)
    assert decide(later, switch, site) == (LeadSwitched(incident=1, central=True, why=WHY),)
