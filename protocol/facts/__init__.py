"""What happened: every fact, past tense, final.

Made by `server.decide` from an accepted command, journalled and folded; never edited, never deleted. A
correction is a new fact. Who and when stand in the change that carries the fact, not in the fact. One file
per noun; all of them can be taken from here.
"""

from protocol.facts.dispatch import (
    ArrivalExpected,
    ChoiceExplained,
    ChoiceWeighed,
    SkillsAsked,
)
from protocol.facts.incidents import (
    IncidentClosed,
    IncidentOpened,
    IncidentReopened,
    PhaseEntered,
    PlaceChanged,
    PriorityChanged,
    WhatChanged,
)
from protocol.facts.intake import (
    CaughtFlagged,
    DescriptionSent,
    EarlierRecorded,
    IncidentClassified,
    IntakeDescribed,
    QuestionAnswered,
    ReportAttached,
)
from protocol.facts.letting_go import (
    CitizenGoesOn,
    EndChecked,
    FeedbackGiven,
    HandoverAcknowledged,
    HandoverOffered,
)
from protocol.facts.order import OrderSwitched
from protocol.facts.promises import (
    MelderOffered,
    MelderSpokenTo,
    MelderTaken,
    PromiseBroken,
    PromiseKept,
    PromiseMade,
    PromiseMoved,
    Reacted,
)
from protocol.facts.timeline import EntryAdded, EntryStruck, LineJoined, LineLeft, LineSpoken
from protocol.facts.units import (
    TaskEnded,
    TaskSet,
    UnitAssigned,
    UnitReleased,
    UnitSignedOff,
    UnitSignedOn,
    UnitStatusSet,
)
from protocol.facts.work import (
    AdditionStated,
    AimAdded,
    AimDropped,
    CitizenNoted,
    NeedMet,
    NeedStated,
    ReferralAccepted,
    Referred,
)
from protocol.facts.world import WorldFounded

Fact = (
    IncidentOpened
    | PlaceChanged
    | WhatChanged
    | PriorityChanged
    | PhaseEntered
    | IncidentClosed
    | IncidentReopened
    | UnitSignedOn
    | UnitSignedOff
    | UnitStatusSet
    | UnitAssigned
    | UnitReleased
    | EntryAdded
    | EntryStruck
    | LineJoined
    | LineLeft
    | LineSpoken
    | IntakeDescribed
    | IncidentClassified
    | QuestionAnswered
    | EarlierRecorded
    | CaughtFlagged
    | DescriptionSent
    | ReportAttached
    | Reacted
    | PromiseMade
    | PromiseKept
    | PromiseMoved
    | PromiseBroken
    | MelderSpokenTo
    | MelderOffered
    | MelderTaken
    | AimAdded
    | AimDropped
    | NeedStated
    | NeedMet
    | AdditionStated
    | CitizenNoted
    | Referred
    | ReferralAccepted
    | HandoverOffered
    | HandoverAcknowledged
    | CitizenGoesOn
    | EndChecked
    | FeedbackGiven
    | OrderSwitched
    | WorldFounded
    | TaskSet
    | TaskEnded
    | SkillsAsked
    | ChoiceWeighed
    | ChoiceExplained
    | ArrivalExpected
)

__all__ = [
    "AdditionStated",
    "AimAdded",
    "AimDropped",
    "ArrivalExpected",
    "CaughtFlagged",
    "ChoiceExplained",
    "ChoiceWeighed",
    "CitizenGoesOn",
    "CitizenNoted",
    "DescriptionSent",
    "EarlierRecorded",
    "EndChecked",
    "EntryAdded",
    "EntryStruck",
    "Fact",
    "FeedbackGiven",
    "HandoverAcknowledged",
    "HandoverOffered",
    "IncidentClassified",
    "IncidentClosed",
    "IncidentOpened",
    "IncidentReopened",
    "IntakeDescribed",
    "LineJoined",
    "LineLeft",
    "LineSpoken",
    "MelderOffered",
    "MelderSpokenTo",
    "MelderTaken",
    "NeedMet",
    "NeedStated",
    "OrderSwitched",
    "PhaseEntered",
    "PlaceChanged",
    "PriorityChanged",
    "PromiseBroken",
    "PromiseKept",
    "PromiseMade",
    "PromiseMoved",
    "QuestionAnswered",
    "Reacted",
    "ReferralAccepted",
    "Referred",
    "ReportAttached",
    "SkillsAsked",
    "TaskEnded",
    "TaskSet",
    "UnitAssigned",
    "UnitReleased",
    "UnitSignedOff",
    "UnitSignedOn",
    "UnitStatusSet",
    "WhatChanged",
    "WorldFounded",
]
