"""What a person can wish for: every command, imperative, each may be refused.

Made by the console's actions, by scripts and by rehearsals; sent as `Do`; decided in `server.decide`. A
command names incidents by number and units by id, so that it means the same whenever it arrives. One file per
noun; all of them can be taken from here.
"""

from protocol.commands.dispatch import (
    AskSkills,
    ExpectArrival,
    ExplainChoice,
    WeighChoice,
)
from protocol.commands.incidents import (
    ChangePlace,
    ChangePriority,
    ChangeWhat,
    CloseIncident,
    EnterPhase,
    OpenIncident,
    ReopenIncident,
)
from protocol.commands.intake import (
    AnswerQuestion,
    AttachReport,
    ClassifyIncident,
    DescribeIntake,
    FlagCaught,
    RecordEarlier,
    SendDescription,
)
from protocol.commands.letting_go import AcknowledgeHandover, CheckEnd, GiveFeedback, HandOver, LetCitizenGoOn
from protocol.commands.order import SwitchOrder
from protocol.commands.promises import (
    BreakPromise,
    KeepPromise,
    MakePromise,
    MovePromise,
    OfferMelder,
    React,
    SpeakToMelder,
    TakeMelder,
)
from protocol.commands.timeline import AddEntry, JoinLine, LeaveLine, Speak, StrikeEntry
from protocol.commands.units import (
    AssignUnit,
    EndTask,
    ReleaseUnit,
    SetTask,
    SetUnitStatus,
    SignOffUnit,
    SignOnUnit,
)
from protocol.commands.work import (
    AcceptReferral,
    AddAim,
    DropAim,
    MeetNeed,
    NoteCitizen,
    Refer,
    StateAddition,
    StateNeed,
)

Command = (
    OpenIncident
    | ChangePlace
    | ChangeWhat
    | ChangePriority
    | EnterPhase
    | CloseIncident
    | ReopenIncident
    | AssignUnit
    | ReleaseUnit
    | SetUnitStatus
    | SignOnUnit
    | SignOffUnit
    | AddEntry
    | StrikeEntry
    | JoinLine
    | LeaveLine
    | Speak
    | DescribeIntake
    | ClassifyIncident
    | AnswerQuestion
    | RecordEarlier
    | FlagCaught
    | SendDescription
    | AttachReport
    | React
    | MakePromise
    | KeepPromise
    | MovePromise
    | BreakPromise
    | SpeakToMelder
    | OfferMelder
    | TakeMelder
    | AddAim
    | DropAim
    | StateNeed
    | MeetNeed
    | StateAddition
    | NoteCitizen
    | Refer
    | AcceptReferral
    | HandOver
    | AcknowledgeHandover
    | LetCitizenGoOn
    | CheckEnd
    | GiveFeedback
    | SwitchOrder
    | SetTask
    | EndTask
    | AskSkills
    | ExplainChoice
    | WeighChoice
    | ExpectArrival
)

__all__ = [
    "AcceptReferral",
    "AcknowledgeHandover",
    "AddAim",
    "AddEntry",
    "AnswerQuestion",
    "AskSkills",
    "AssignUnit",
    "AttachReport",
    "BreakPromise",
    "ChangePlace",
    "ChangePriority",
    "ChangeWhat",
    "CheckEnd",
    "ClassifyIncident",
    "CloseIncident",
    "Command",
    "DescribeIntake",
    "DropAim",
    "EndTask",
    "EnterPhase",
    "ExpectArrival",
    "ExplainChoice",
    "FlagCaught",
    "GiveFeedback",
    "HandOver",
    "JoinLine",
    "KeepPromise",
    "LeaveLine",
    "LetCitizenGoOn",
    "MakePromise",
    "MeetNeed",
    "MovePromise",
    "NoteCitizen",
    "OfferMelder",
    "OpenIncident",
    "React",
    "RecordEarlier",
    "Refer",
    "ReleaseUnit",
    "ReopenIncident",
    "SendDescription",
    "SetTask",
    "SetUnitStatus",
    "SignOffUnit",
    "SignOnUnit",
    "Speak",
    "SpeakToMelder",
    "StateAddition",
    "StateNeed",
    "StrikeEntry",
    "SwitchOrder",
    "TakeMelder",
    "WeighChoice",
]
