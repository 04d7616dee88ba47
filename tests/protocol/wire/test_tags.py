"""The tags: one each, none twice, none forgotten, and none ever given to something else."""

import typing
from collections.abc import Mapping
from typing import Any

import pytest

from protocol.commands import Command
from protocol.facts import Fact
from protocol.wire.tags import COMMANDS, FACTS

GIVEN_COMMANDS = [
    "OpenIncident",
    "ChangePlace",
    "ChangeWhat",
    "ChangePriority",
    "AssignUnit",
    "ReleaseUnit",
    "SetUnitStatus",
    "SignOnUnit",
    "SignOffUnit",
    "AddEntry",
    "StrikeEntry",
    "JoinLine",
    "LeaveLine",
    "Speak",
    "EnterPhase",
    "CloseIncident",
    "ReopenIncident",
    "DescribeIntake",
    "ClassifyIncident",
    "AnswerQuestion",
    "RecordEarlier",
    "FlagCaught",
    "SendDescription",
    "AttachReport",
    "React",
    "MakePromise",
    "KeepPromise",
    "MovePromise",
    "BreakPromise",
    "SpeakToMelder",
    "OfferMelder",
    "TakeMelder",
    "AddAim",
    "DropAim",
    "StateNeed",
    "MeetNeed",
    "StateAddition",
    "NoteCitizen",
    "Refer",
    "AcceptReferral",
    "HandOver",
    "AcknowledgeHandover",
    "LetCitizenGoOn",
    "CheckEnd",
    "GiveFeedback",
    "SwitchOrder",
    "SetTask",
    "EndTask",
    "AskSkills",
    "ExplainChoice",
    "WeighChoice",
    "ExpectArrival",
]
GIVEN_FACTS = [
    "WorldFounded",
    "UnitSignedOn",
    "UnitSignedOff",
    "UnitStatusSet",
    "UnitAssigned",
    "UnitReleased",
    "IncidentOpened",
    "PlaceChanged",
    "WhatChanged",
    "PriorityChanged",
    "PhaseEntered",
    "IncidentClosed",
    "IncidentReopened",
    "EntryAdded",
    "EntryStruck",
    "LineJoined",
    "LineLeft",
    "LineSpoken",
    "IntakeDescribed",
    "IncidentClassified",
    "QuestionAnswered",
    "EarlierRecorded",
    "CaughtFlagged",
    "DescriptionSent",
    "ReportAttached",
    "Reacted",
    "PromiseMade",
    "PromiseKept",
    "PromiseMoved",
    "PromiseBroken",
    "MelderSpokenTo",
    "MelderOffered",
    "MelderTaken",
    "AimAdded",
    "AimDropped",
    "NeedStated",
    "NeedMet",
    "AdditionStated",
    "CitizenNoted",
    "Referred",
    "ReferralAccepted",
    "HandoverOffered",
    "HandoverAcknowledged",
    "CitizenGoesOn",
    "EndChecked",
    "FeedbackGiven",
    "OrderSwitched",
    "TaskSet",
    "TaskEnded",
    "SkillsAsked",
    "ChoiceWeighed",
    "ChoiceExplained",
    "ArrivalExpected",
]


@pytest.mark.parametrize(("table", "union"), [(COMMANDS, Command), (FACTS, Fact)], ids=["commands", "facts"])
def test_every_member_of_the_union_has_exactly_one_tag(table: Mapping[int, type[Any]], union: Any) -> None:
    """And nothing else has one."""
    names = sorted(kind.__name__ for kind in table.values())
    assert names == sorted(kind.__name__ for kind in typing.get_args(union))


@pytest.mark.parametrize(
    ("table", "given"), [(COMMANDS, GIVEN_COMMANDS), (FACTS, GIVEN_FACTS)], ids=["commands", "facts"]
)
def test_a_tag_once_given_stays_given(table: Mapping[int, type[Any]], given: list[str]) -> None:
    """Journals live for years: the table only grows at its end."""
    assert [table[tag].__name__ for tag in range(1, len(given) + 1)] == given


@pytest.mark.parametrize("table", [COMMANDS, FACTS], ids=["commands", "facts"])
def test_a_tag_costs_one_byte(table: Mapping[int, type[Any]]) -> None:
    """Up to 127 msgpack writes an integer in one."""
    assert all(1 <= tag <= 127 for tag in table)
