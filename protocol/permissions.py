"""What each role may wish for: one table.

The server enforces it before deciding; the console reads it to offer only what is allowed. A unit acts for
itself: that a status is its own is a rule of `server.decide`, not of this table.
"""

from collections.abc import Mapping

from protocol.commands import (
    appeals,
    back,
    contact,
    dispatch,
    incidents,
    intake,
    letting_go,
    order,
    pairs,
    promises,
    scale,
    timeline,
    units,
    work,
)
from protocol.commands.command import Command
from protocol.model.role import Role

_LINE: frozenset[type] = frozenset({timeline.JoinLine, timeline.LeaveLine, timeline.Speak, timeline.TakeCard})
_CARDS: frozenset[type] = frozenset({timeline.PushCard, timeline.Whisper})
_LINES: frozenset[type] = frozenset(
    {timeline.InvitePartner, timeline.DismissPartner, timeline.JoinLines, timeline.PartLines}
)
_CONTACT: frozenset[type] = frozenset(
    {
        contact.OpenContact,
        contact.Listen,
        contact.StepIn,
        contact.StepBack,
        contact.LeaveContact,
        contact.CloseContact,
        contact.TellMelder,
        contact.MakeLink,
        contact.WithdrawLink,
    }
)
_MELDERS: frozenset[type] = frozenset(
    {contact.ComeIn, contact.SayAsMelder, contact.ShareWhere, contact.SaySafe}
)
_SCALE: frozenset[type] = frozenset(
    {
        scale.AskColleagues,
        scale.ComeAlong,
        scale.NoteWho,
        scale.TakeWho,
        scale.DropWho,
        scale.SwitchLead,
        scale.SetLevel,
        scale.SetGrip,
    }
)
_PAIRS: frozenset[type] = frozenset({pairs.SplitPair, pairs.SpeakToPair, pairs.Strengthen, pairs.JoinPair})
_EMERGENCY: frozenset[type] = frozenset({pairs.RaiseEmergency, pairs.AnswerEmergency, pairs.EndEmergency})
_APPEALS: frozenset[type] = frozenset({appeals.HearAppeal})
_LOG: frozenset[type] = frozenset({timeline.AddEntry, timeline.StrikeEntry})
_MELDING: frozenset[type] = frozenset(
    {
        incidents.OpenIncident,
        incidents.ChangePlace,
        incidents.ChangeWhat,
        incidents.ChangePriority,
        incidents.EnterPhase,
        incidents.CloseIncident,
        incidents.ReopenIncident,
        intake.DescribeIntake,
        intake.DescribeMelder,
        intake.ClassifyIncident,
        intake.AnswerQuestion,
        intake.RecordEarlier,
        intake.FlagCaught,
        intake.SendDescription,
        intake.AttachReport,
    }
)
_DISPATCH: frozenset[type] = frozenset(
    {units.AssignUnit, units.ReleaseUnit, dispatch.AskSkills, dispatch.ExplainChoice}
)
_DUTY: frozenset[type] = frozenset(
    {units.SetUnitStatus, units.SignOnUnit, units.SignOffUnit, units.SetTask, units.EndTask}
)
_PROMISES: frozenset[type] = frozenset(
    {
        promises.React,
        promises.MakePromise,
        promises.KeepPromise,
        promises.MovePromise,
        promises.BreakPromise,
        promises.SpeakToMelder,
        promises.OfferMelder,
        promises.TakeMelder,
    }
)
_WORK: frozenset[type] = frozenset(
    {
        work.AddAim,
        work.DropAim,
        work.StateNeed,
        work.MeetNeed,
        work.StateAddition,
        work.NoteCitizen,
        work.Refer,
        work.AcceptReferral,
    }
)
_END: frozenset[type] = frozenset(
    {
        letting_go.HandOver,
        letting_go.AcknowledgeHandover,
        letting_go.LetCitizenGoOn,
        letting_go.CheckEnd,
        letting_go.GiveFeedback,
    }
)
_ORDER: frozenset[type] = frozenset({order.SwitchOrder})
_BACK: frozenset[type] = frozenset({back.TakeBack})
"""Of whoever may do anything: it reaches own deeds only."""

_TOGETHER = _LINE | _CARDS | _LINES | _CONTACT | _SCALE | _PAIRS | _EMERGENCY | _APPEALS
_STREET = _TOGETHER | _LOG | _MELDING | _DISPATCH | _DUTY | _PROMISES | _WORK | _END | _BACK
_ROOM = _STREET | _ORDER
_PARTNERS: frozenset[type] = frozenset(
    {
        timeline.JoinLine,
        timeline.LeaveLine,
        timeline.Speak,
        work.AcceptReferral,
        letting_go.AcknowledgeHandover,
    }
)

MAY: Mapping[Role, frozenset[type]] = {
    Role.CENTRALIST: _ROOM,
    Role.OPCO: _ROOM,
    Role.UNIT: _STREET,  # A62, A64: no step needs the centralist
    Role.INFO_DESK: _LINE | _LOG | _CARDS | _BACK | frozenset({pairs.AnswerEmergency}),  # A95, A96
    Role.PARTNER: _LINE - {timeline.TakeCard}
    | frozenset({work.AcceptReferral, letting_go.AcknowledgeHandover})
    | _BACK,
    Role.EXERCISE_LEADER: _ROOM,
    Role.OBSERVER: frozenset(),
    Role.AUDITOR: frozenset(),
    Role.MELDER: _MELDERS,
}

SERVERS_OWN: frozenset[type] = frozenset({dispatch.WeighChoice, dispatch.ExpectArrival, appeals.ProposeUnits})
"""What the server reckons and records in its own name; no role may wish for it."""

REPORTS_POSITIONS = frozenset({Role.UNIT, Role.CENTRALIST, Role.EXERCISE_LEADER})
"""Roles whose links may say where units are: a unit itself, a feed of the room, a rehearsal."""


IS_PRESENT = frozenset({Role.CENTRALIST, Role.OPCO, Role.INFO_DESK})
"""Roles of whom the others of the room see at which melding they are, and which call they are taking."""

HEARS_PRESENCE = IS_PRESENT | {Role.EXERCISE_LEADER, Role.OBSERVER, Role.AUDITOR}
"""Roles that see it: the room. Who looks at what there is no business of the street or of a partner."""


_EVERYBODYS = frozenset({"classifications", "cards", "map"})
_STREETS = _EVERYBODYS | {"history", "near", "search", "owed", "places", "recommend", "reach", "link"}
_ROOMS = _STREETS | {"indicators", "dossier"}

MAY_FETCH: Mapping[Role, frozenset[str]] = {
    Role.CENTRALIST: _ROOMS,
    Role.OPCO: _ROOMS,
    Role.UNIT: _STREETS,
    Role.INFO_DESK: _STREETS,
    Role.PARTNER: _EVERYBODYS,  # documents name melders
    Role.EXERCISE_LEADER: _ROOMS,
    Role.OBSERVER: _EVERYBODYS,
    Role.AUDITOR: _ROOMS,
    Role.MELDER: frozenset(),
}
"""The documents that a role may read, by the first word of their names."""


def kind_of(document: str) -> str:
    """The first word of a document's name: `near` of `near/417` and of `near?place=Kade`."""
    return document.partition("/")[0].partition("?")[0]


def may_fetch(role: Role, document: str) -> bool:
    """True if the role may read the document of this name."""
    return kind_of(document) in MAY_FETCH[role]


def may(role: Role, command: type[Command]) -> bool:
    """True if the role may wish for a command of this class."""
    return command in MAY[role]
