"""What undoes each deed: one table, with a row for every command of the language.

The server enforces it and the console reads it, so that what nothing undoes is said before anything is sent.
How a deed goes back is a rule and no list of opposites: each field that it changed gets what it had, unless
somebody built on it. The words that it brought are struck and stay readable.
"""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen
from attrs.validators import instance_of

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
from protocol.facts.fact import Fact
from protocol.facts.timeline import LineJoined
from protocol.facts.units import UnitAssigned
from protocol.facts.work import ReferralAccepted

WITHIN_S = 10
"""From the answer to a deed until it is too late to take it back."""

ON_THE_WAY_S = 5
"""What the server allows beside it: the answer goes down to whoever waits, and the wish comes up again."""


class Way(StrEnum):
    """How a deed is undone; the value is the end of the key of its sentence, `back-way-…`."""

    RESTORED = "restored"
    """What it changed has again what it had."""

    STRUCK = "struck"
    """Its words are struck and stay readable; what else it changed has again what it had."""

    CLOSED = "closed"
    """A melding that was opened is closed: a number that is given out is never given again."""

    VOID = "void"
    """A way in that was made opens nothing; the one before it stays void too."""

    NOTHING = "nothing"
    """Nothing undoes it, and the row says why."""


@frozen(kw_only=True)
class Row:
    """How one kind of deed goes back."""

    way: Way = field(default=Way.RESTORED, validator=instance_of(Way))
    why: str = field(default="", validator=instance_of(str))
    """Why nothing undoes it: the end of the key of a sentence, `back-why-…`; "" for all others."""

    built_by: frozenset[type[Fact]] = frozenset()
    """What others did since that builds on it, though it changes no field that the deed changed."""


_RESTORED, _STRUCK = Row(), Row(way=Way.STRUCK)


def _nothing(why: str) -> Row:
    return Row(way=Way.NOTHING, why=why)


TAKING_BACK: Mapping[type[Command], Row] = {
    incidents.OpenIncident: Row(way=Way.CLOSED),
    incidents.ChangePlace: _RESTORED,
    incidents.ChangeWhat: _RESTORED,
    incidents.ChangePriority: _RESTORED,
    incidents.EnterPhase: _RESTORED,
    incidents.CloseIncident: _RESTORED,
    incidents.ReopenIncident: _RESTORED,
    units.AssignUnit: _RESTORED,
    units.ReleaseUnit: _RESTORED,
    units.SetUnitStatus: _RESTORED,
    units.SignOnUnit: _RESTORED,
    units.SignOffUnit: _RESTORED,
    units.SetTask: _RESTORED,
    units.EndTask: _RESTORED,
    dispatch.AskSkills: _RESTORED,
    dispatch.ExplainChoice: _RESTORED,
    dispatch.WeighChoice: _nothing("server"),
    dispatch.ExpectArrival: _nothing("server"),
    timeline.AddEntry: _STRUCK,
    timeline.StrikeEntry: _RESTORED,
    timeline.JoinLine: _RESTORED,
    timeline.LeaveLine: _RESTORED,
    timeline.Speak: _STRUCK,
    timeline.Whisper: _STRUCK,
    timeline.PushCard: _STRUCK,
    timeline.TakeCard: _RESTORED,
    timeline.InvitePartner: Row(built_by=frozenset({LineJoined, ReferralAccepted})),
    timeline.DismissPartner: _RESTORED,
    timeline.JoinLines: _RESTORED,
    timeline.PartLines: _RESTORED,
    intake.DescribeIntake: _RESTORED,
    intake.DescribeMelder: _RESTORED,
    intake.ClassifyIncident: _RESTORED,
    intake.AnswerQuestion: _RESTORED,
    intake.RecordEarlier: _STRUCK,
    intake.FlagCaught: _RESTORED,
    intake.SendDescription: _STRUCK,
    intake.AttachReport: _STRUCK,
    promises.React: _RESTORED,
    promises.MakePromise: _RESTORED,
    promises.KeepPromise: _RESTORED,
    promises.MovePromise: _RESTORED,
    promises.BreakPromise: _RESTORED,
    promises.SpeakToMelder: _RESTORED,
    promises.OfferMelder: _RESTORED,
    promises.TakeMelder: _RESTORED,
    work.AddAim: _RESTORED,
    work.DropAim: _RESTORED,
    work.StateNeed: _RESTORED,
    work.MeetNeed: _RESTORED,
    work.StateAddition: _RESTORED,
    work.NoteCitizen: _RESTORED,
    work.Refer: _RESTORED,
    work.AcceptReferral: _RESTORED,
    letting_go.HandOver: _RESTORED,
    letting_go.AcknowledgeHandover: _RESTORED,
    letting_go.LetCitizenGoOn: _RESTORED,
    letting_go.CheckEnd: _RESTORED,
    letting_go.GiveFeedback: _RESTORED,
    contact.OpenContact: _RESTORED,
    contact.Listen: _RESTORED,
    contact.StepIn: _RESTORED,
    contact.StepBack: _RESTORED,
    contact.LeaveContact: _RESTORED,
    contact.CloseContact: _RESTORED,
    contact.TellMelder: _STRUCK,
    contact.MakeLink: Row(way=Way.VOID),
    contact.WithdrawLink: _nothing("link-void"),
    contact.ComeIn: _nothing("melder"),
    contact.SayAsMelder: _nothing("melder"),
    contact.ShareWhere: _nothing("melder"),
    contact.SaySafe: _nothing("melder"),
    scale.AskColleagues: Row(built_by=frozenset({UnitAssigned})),
    scale.ComeAlong: _RESTORED,
    scale.NoteWho: _RESTORED,
    scale.TakeWho: _RESTORED,
    scale.DropWho: _RESTORED,
    scale.SwitchLead: _RESTORED,
    scale.SetLevel: _RESTORED,
    scale.SetGrip: _RESTORED,
    appeals.HearAppeal: _RESTORED,
    appeals.ProposeUnits: _nothing("server"),
    pairs.SplitPair: _RESTORED,
    pairs.SpeakToPair: _STRUCK,
    pairs.Strengthen: _STRUCK,
    pairs.JoinPair: _RESTORED,
    pairs.RaiseEmergency: _nothing("emergency"),
    pairs.AnswerEmergency: _RESTORED,
    pairs.EndEmergency: _RESTORED,
    order.SwitchOrder: _RESTORED,
    back.TakeBack: _nothing("back"),
}
"""Every command; a test fails for one without a row."""


def goes_back(command: type[Command]) -> bool:
    """True when something undoes a deed of this kind."""
    return TAKING_BACK[command].way is not Way.NOTHING
