"""Who goes: skills asked for, choices weighed by the server and explained by people, arrivals expected."""

from datetime import timedelta

import pytest
from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.dispatch import AskSkills, ExpectArrival, ExplainChoice, WeighChoice
from protocol.errors import Reason
from protocol.facts.dispatch import ArrivalExpected, ChoiceExplained, ChoiceWeighed, SkillsAsked
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed
from protocol.facts.units import UnitAssigned, UnitStatusSet
from protocol.model.choice import Choice, ChoiceReason
from protocol.model.incident import MOST_OF_A_KIND
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from server.decide import decide
from server.decide.actor import Actor
from tests.protocol.make import OPENED, SIGNED_ON, minute, told
from tests.server.decide.make import ANNA, BEN, SERVER, UNIT_1203, refused

NEAREST = Choice(unit=Name("12.03"), travel_s=60, nearest_s=60)
PASSED = evolve(NEAREST, nearest=Name("M7"), nearest_s=20)
CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))
ASK = AskSkills(incident=1, skills=(Name("dog"),))
ASKED = SkillsAsked(incident=1, skills=(Name("dog"),))
WEIGH = WeighChoice(incident=1, choice=PASSED)
WEIGHED = ChoiceWeighed(incident=1, choice=PASSED)
EXPLAIN = ExplainChoice(incident=1, reason=ChoiceReason.COMPETENCE)
EXPLAINED = ChoiceExplained(incident=1, reason=ChoiceReason.COMPETENCE)
EXPECT = ExpectArrival(unit=1, incident=1, at=minute(9))
EXPECTED = ArrivalExpected(unit=1, incident=1, at=minute(9))
DRIVES = (OPENED, SIGNED_ON, UnitAssigned(incident=1, unit=1))


@pytest.mark.parametrize("by", [ANNA, BEN, UNIT_1203], ids=lambda actor: actor.name)
def test_skills_are_asked_and_taken_back(by: Actor) -> None:
    """By whoever works on a melding (A89)."""
    assert decide(told(OPENED), ASK, by) == (ASKED,)
    assert decide(told(OPENED, ASKED), AskSkills(incident=1), by) == (SkillsAsked(incident=1),)


def test_the_same_skills_again_are_no_change() -> None:
    """Nor is asking none where none was asked."""
    assert refused(told(OPENED, ASKED), ASK) == (Reason.NO_CHANGE, {})
    assert refused(told(OPENED), AskSkills(incident=1)) == (Reason.NO_CHANGE, {})


def test_a_choice_is_explained_once() -> None:
    """Only one that passed somebody over has something to explain (B6)."""
    assert decide(told(OPENED, WEIGHED), EXPLAIN, ANNA) == (EXPLAINED,)
    nearest = ChoiceWeighed(incident=1, choice=NEAREST)
    for facts in ((), (nearest,), (WEIGHED, EXPLAINED)):
        assert refused(told(OPENED, *facts), EXPLAIN) == (Reason.NO_CHOICE, {"incident": 1})


def test_a_choice_can_be_explained_after_the_melding_was_let_go() -> None:
    """There was no time before; the shift's meter still wants to know."""
    assert decide(told(OPENED, WEIGHED, CLOSED), EXPLAIN, ANNA) == (EXPLAINED,)


@pytest.mark.parametrize("role", Role, ids=lambda role: role.key)
@pytest.mark.parametrize("command", [WEIGH, EXPECT], ids=lambda command: type(command).__name__)
def test_nobody_reckons_in_the_name_of_the_server(command: Command, role: Role) -> None:
    """Not even under its name: a meter of people is not written by people (B6)."""
    actor = Actor(name=Name("server"), role=role)
    assert refused(told(*DRIVES), command, actor)[0] is Reason.NOT_ALLOWED


def test_the_server_records_what_it_weighed() -> None:
    """Also of a melding that was let go in the meantime."""
    assert decide(told(*DRIVES), WEIGH, SERVER) == (WEIGHED,)
    assert decide(told(OPENED, CLOSED), WEIGH, SERVER) == (WEIGHED,)


def test_one_melding_holds_only_so_many_choices() -> None:
    """A row must fit a frame."""
    full = told(OPENED, *[WEIGHED] * MOST_OF_A_KIND)
    assert refused(full, WEIGH, SERVER) == (Reason.TOO_MANY, {"incident": 1, "most": MOST_OF_A_KIND})


@pytest.mark.parametrize("status", [UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE], ids=lambda each: each.key)
def test_an_arrival_is_expected_of_who_drives_there(status: UnitStatus) -> None:
    """From the assignment on."""
    board = told(*DRIVES, UnitStatusSet(unit=1, status=status))
    assert decide(board, EXPECT, SERVER) == (EXPECTED,)


@pytest.mark.parametrize(
    "facts",
    [
        (OPENED, SIGNED_ON),
        (*DRIVES, UnitStatusSet(unit=1, status=UnitStatus.ON_SCENE)),
        (evolve(OPENED, incident=2), SIGNED_ON, UnitAssigned(incident=2, unit=1)),
    ],
    ids=["free", "there", "elsewhere"],
)
def test_no_arrival_is_expected_of_who_does_not_drive_there(facts: tuple[Fact, ...]) -> None:
    """What was reckoned a moment ago may be too late."""
    assert refused(told(*facts), EXPECT, SERVER) == (Reason.UNIT_NOT_ASSIGNED, {"unit": "12.03"})


@pytest.mark.parametrize(
    ("seconds", "is_change"), [(0, False), (0.999, False), (-0.999, False), (1, True), (-1, True)]
)
def test_a_correction_of_less_than_a_second_is_none(seconds: float, is_change: bool) -> None:
    """Later or sooner."""
    corrected = evolve(EXPECT, at=EXPECT.at + timedelta(seconds=seconds))
    board = told(*DRIVES, EXPECTED)
    if is_change:
        assert decide(board, corrected, SERVER) == (evolve(EXPECTED, at=corrected.at),)
    else:
        assert refused(board, corrected, SERVER) == (Reason.NO_CHANGE, {})


@pytest.mark.parametrize("command", [ASK, EXPLAIN, WEIGH], ids=lambda each: type(each).__name__)
def test_an_unknown_incident_is_named(command: Command) -> None:
    """With the last number given out."""
    assert refused(told(), command, SERVER) == (Reason.NO_SUCH_INCIDENT, {"incident": 1, "last": 0})


def test_of_a_closed_melding_no_skills_are_asked_and_nobody_off_duty_is_expected() -> None:
    """Each by its own reason."""
    assert refused(told(OPENED, CLOSED), ASK) == (Reason.INCIDENT_CLOSED, {"incident": 1})
    assert refused(told(OPENED), EXPECT, SERVER) == (Reason.NO_SUCH_UNIT, {"unit": 1})
