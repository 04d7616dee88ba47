"""What a dispatch costs is said before it is done: the waterlijn, work, and who stays behind alone."""

from attrs import evolve

from console.desk.desk import Desk
from console.dispatch.prices import prices
from protocol.commands.units import AssignUnit, ReleaseUnit, SetUnitStatus
from protocol.facts.incidents import PhaseEntered
from protocol.facts.promises import Reacted
from protocol.facts.units import TaskSet, UnitAssigned, UnitSignedOn
from protocol.model.phase import Phase
from protocol.model.reaction import ReactionKind
from protocol.model.terms import Terms
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from tests.console.rig import Rig, place, type_keys
from tests.console.shown import notice_view

ALONE = "12.01 komt van 400, en daar blijft niemand: prio 3 burenruzie, Markt."
DIVERTED = AssignUnit(incident=417, unit=1, divert=True)


def town(*, least: int = 0) -> tuple[Rig, Desk]:
    """12.01 alone at 400, 12.02 free, and 417 without anybody."""
    rig = Rig()
    for id, call_sign in ((1, "12.01"), (2, "12.02")):
        rig.happen(UnitSignedOn(unit=id, call_sign=Name(call_sign), team=Name("Noord")))
    rig.open(400, "burenruzie", where=place("Markt", 0, 0), priority=3)
    rig.open(417, "steekpartij", where=place("Havenkade 3", 0, 0), priority=1)
    rig.happen(UnitAssigned(incident=400, unit=1), Reacted(incident=400, kind=ReactionKind.UNIT_NOW))
    desk = rig.desk()
    rig.welcome()
    welcome = rig.session.welcome
    assert welcome is not None
    rig.session.welcome = evolve(welcome, terms=Terms(waterline=((Name("Noord"), least),)))
    desk.select(417)
    return rig, desk


def test_the_melding_that_stays_behind_is_named() -> None:
    """Number, priority, what and where (A3): one knows what one leaves."""
    _, desk = town()
    assert prices(desk.context(), [DIVERTED]).all == (ALONE,)


def test_where_somebody_stays_only_the_coming_off_is_said() -> None:
    """A3: the second that leaves in the same line leaves it alone."""
    rig, desk = town()
    rig.happen(UnitAssigned(incident=400, unit=2))
    assert prices(desk.context(), [DIVERTED]).all == ("12.01 komt dan van 400.",)
    both = prices(desk.context(), [DIVERTED, evolve(DIVERTED, unit=2)])
    assert both.diverts == ("12.01 komt dan van 400.",)
    assert both.alone == (ALONE.replace("12.01", "12.02"),)


def test_who_is_taken_off_before_arriving_leaves_it_alone_too() -> None:
    """A28: by the verb or by the status; once somebody was there it is an end."""
    rig, desk = town()
    for wish in (ReleaseUnit(unit=1), SetUnitStatus(unit=1, status=UnitStatus.AVAILABLE)):
        assert prices(desk.context(), [wish]).all == (ALONE,)
    rig.happen(PhaseEntered(incident=400, phase=Phase.ADD))
    assert prices(desk.context(), [ReleaseUnit(unit=1)]).all == ()
    assert prices(desk.context(), [DIVERTED]).all == (ALONE,)


def test_the_waterline_and_work_that_must_go_on_are_said() -> None:
    """B29, B3: the heaviest first."""
    rig, desk = town(least=1)
    rig.happen(TaskSet(unit=2, what=Name("verhoor"), interruptible=False))
    assert prices(desk.context(), [AssignUnit(incident=417, unit=2)]).tasks == (
        "12.02 mag niet onderbroken worden: verhoor.",
    )
    rig.happen(TaskSet(unit=2, what=Name("verhoor")))
    assert prices(desk.context(), [AssignUnit(incident=417, unit=2)]).all == (
        "12.02 weg breekt waterlijn Noord (0 van 1).",
    )


def test_the_line_says_it_before_enter() -> None:
    """While it is typed, under the line; nothing was sent (A3)."""
    rig, desk = town()
    desk.perform_id("command")
    type_keys(desk, "koppel 417 12.01 !")
    assert notice_view(desk, 120).text.endswith(ALONE)
    assert rig.wishes == []
