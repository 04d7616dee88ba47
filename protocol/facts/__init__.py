"""What happened: every fact, past tense, final.

Made by `server.decide` from an accepted command, journalled and folded; never edited, never deleted. A
correction is a new fact. Who and when stand in the change that carries the fact, not in the fact. One file
per noun; all of them can be taken from here.

incidents    opened, said better, moved on, closed, taken up again
intake       what is learnt while units already see it
promises     reactions, promises, contact with the melder
letting_go   the taker, the check, the feedback, the end
timeline     the log and the open line
contact      the line between melder and officer
work         what those involved do together
units        on and off duty, given and taken a melding, statuses
dispatch     who goes, and why
pairs        split pairs, and the emergency button
scale        up and down: colleagues, levels, lead
order        how the board is sorted
world        the world itself: founded
shown        what an audience comes to see; told, never journalled
"""

from protocol.facts.contact import (
    ContactClosed,
    ContactLeft,
    ContactOpened,
    LinkMade,
    LinkOpened,
    LinkWithdrawn,
    Listening,
    MelderSafe,
    MelderSaid,
    MelderShared,
    MelderTold,
    SteppedBack,
    SteppedIn,
)
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
from protocol.facts.pairs import (
    EmergencyAnswered,
    EmergencyEnded,
    EmergencyRaised,
    PairJoined,
    PairSplit,
    PairSpoken,
    StrengthenAsked,
)
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
from protocol.facts.scale import (
    ColleaguesAsked,
    GripSet,
    LeadSwitched,
    LevelSet,
    WhoDropped,
    WhoNoted,
    WhoTaken,
)
from protocol.facts.shown import (
    IncidentHidden,
    IncidentShown,
)
from protocol.facts.timeline import (
    CardPushed,
    CardTaken,
    EntryAdded,
    EntryStruck,
    LineJoined,
    LineLeft,
    LinesJoined,
    LinesParted,
    LineSpoken,
    PartnerDismissed,
    PartnerInvited,
    Whispered,
)
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
    | ContactOpened
    | Listening
    | SteppedIn
    | SteppedBack
    | ContactLeft
    | ContactClosed
    | MelderTold
    | MelderSaid
    | MelderShared
    | MelderSafe
    | LinkMade
    | LinkOpened
    | LinkWithdrawn
    | Whispered
    | CardPushed
    | CardTaken
    | PartnerInvited
    | PartnerDismissed
    | LinesJoined
    | LinesParted
    | ColleaguesAsked
    | WhoNoted
    | WhoTaken
    | WhoDropped
    | LeadSwitched
    | LevelSet
    | GripSet
    | PairSplit
    | PairSpoken
    | StrengthenAsked
    | PairJoined
    | EmergencyRaised
    | EmergencyAnswered
    | EmergencyEnded
    | IncidentShown
    | IncidentHidden
)

__all__ = [
    "AdditionStated",
    "AimAdded",
    "AimDropped",
    "ArrivalExpected",
    "CardPushed",
    "CardTaken",
    "CaughtFlagged",
    "ChoiceExplained",
    "ChoiceWeighed",
    "CitizenGoesOn",
    "CitizenNoted",
    "ColleaguesAsked",
    "ContactClosed",
    "ContactLeft",
    "ContactOpened",
    "DescriptionSent",
    "EarlierRecorded",
    "EmergencyAnswered",
    "EmergencyEnded",
    "EmergencyRaised",
    "EndChecked",
    "EntryAdded",
    "EntryStruck",
    "Fact",
    "FeedbackGiven",
    "GripSet",
    "HandoverAcknowledged",
    "HandoverOffered",
    "IncidentClassified",
    "IncidentClosed",
    "IncidentHidden",
    "IncidentOpened",
    "IncidentReopened",
    "IncidentShown",
    "IntakeDescribed",
    "LeadSwitched",
    "LevelSet",
    "LineJoined",
    "LineLeft",
    "LineSpoken",
    "LinesJoined",
    "LinesParted",
    "LinkMade",
    "LinkOpened",
    "LinkWithdrawn",
    "Listening",
    "MelderOffered",
    "MelderSafe",
    "MelderSaid",
    "MelderShared",
    "MelderSpokenTo",
    "MelderTaken",
    "MelderTold",
    "NeedMet",
    "NeedStated",
    "OrderSwitched",
    "PairJoined",
    "PairSplit",
    "PairSpoken",
    "PartnerDismissed",
    "PartnerInvited",
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
    "SteppedBack",
    "SteppedIn",
    "StrengthenAsked",
    "TaskEnded",
    "TaskSet",
    "UnitAssigned",
    "UnitReleased",
    "UnitSignedOff",
    "UnitSignedOn",
    "UnitStatusSet",
    "WhatChanged",
    "Whispered",
    "WhoDropped",
    "WhoNoted",
    "WhoTaken",
    "WorldFounded",
]
