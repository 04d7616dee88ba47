"""What a person can wish for: every command, imperative, each may be refused.

Made by the console's actions, by scripts and by rehearsals; sent as `Do`; decided in `server.decide`. A
command names incidents by number and units by id, so that it means the same whenever it arrives. One file per
noun; all of them can be taken from here.

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
"""

from protocol.commands.contact import (
    CloseContact,
    ComeIn,
    LeaveContact,
    Listen,
    MakeLink,
    OpenContact,
    SayAsMelder,
    SaySafe,
    ShareWhere,
    StepBack,
    StepIn,
    TellMelder,
    WithdrawLink,
)
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
from protocol.commands.pairs import (
    AnswerEmergency,
    EndEmergency,
    JoinPair,
    RaiseEmergency,
    SpeakToPair,
    SplitPair,
    Strengthen,
)
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
from protocol.commands.timeline import (
    AddEntry,
    DismissPartner,
    InvitePartner,
    JoinLine,
    JoinLines,
    LeaveLine,
    PartLines,
    PushCard,
    Speak,
    StrikeEntry,
    TakeCard,
    Whisper,
)
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
    | OpenContact
    | Listen
    | StepIn
    | StepBack
    | LeaveContact
    | CloseContact
    | TellMelder
    | MakeLink
    | WithdrawLink
    | ComeIn
    | SayAsMelder
    | ShareWhere
    | SaySafe
    | Whisper
    | PushCard
    | TakeCard
    | InvitePartner
    | DismissPartner
    | JoinLines
    | PartLines
    | AskColleagues
    | ComeAlong
    | NoteWho
    | TakeWho
    | DropWho
    | SwitchLead
    | SetLevel
    | SetGrip
    | SplitPair
    | SpeakToPair
    | Strengthen
    | JoinPair
    | RaiseEmergency
    | AnswerEmergency
    | EndEmergency
)

__all__ = [
    "AcceptReferral",
    "AcknowledgeHandover",
    "AddAim",
    "AddEntry",
    "AnswerEmergency",
    "AnswerQuestion",
    "AskColleagues",
    "AskSkills",
    "AssignUnit",
    "AttachReport",
    "BreakPromise",
    "ChangePlace",
    "ChangePriority",
    "ChangeWhat",
    "CheckEnd",
    "ClassifyIncident",
    "CloseContact",
    "CloseIncident",
    "ComeAlong",
    "ComeIn",
    "Command",
    "DescribeIntake",
    "DismissPartner",
    "DropAim",
    "DropWho",
    "EndEmergency",
    "EndTask",
    "EnterPhase",
    "ExpectArrival",
    "ExplainChoice",
    "FlagCaught",
    "GiveFeedback",
    "HandOver",
    "InvitePartner",
    "JoinLine",
    "JoinLines",
    "JoinPair",
    "KeepPromise",
    "LeaveContact",
    "LeaveLine",
    "LetCitizenGoOn",
    "Listen",
    "MakeLink",
    "MakePromise",
    "MeetNeed",
    "MovePromise",
    "NoteCitizen",
    "NoteWho",
    "OfferMelder",
    "OpenContact",
    "OpenIncident",
    "PartLines",
    "PushCard",
    "RaiseEmergency",
    "React",
    "RecordEarlier",
    "Refer",
    "ReleaseUnit",
    "ReopenIncident",
    "SayAsMelder",
    "SaySafe",
    "SendDescription",
    "SetGrip",
    "SetLevel",
    "SetTask",
    "SetUnitStatus",
    "ShareWhere",
    "SignOffUnit",
    "SignOnUnit",
    "Speak",
    "SpeakToMelder",
    "SpeakToPair",
    "SplitPair",
    "StateAddition",
    "StateNeed",
    "StepBack",
    "StepIn",
    "Strengthen",
    "StrikeEntry",
    "SwitchLead",
    "SwitchOrder",
    "TakeCard",
    "TakeMelder",
    "TakeWho",
    "TellMelder",
    "WeighChoice",
    "Whisper",
    "WithdrawLink",
]
