"""Decisions about the intake: it may be said later, better and again; a closed incident still learns."""

from collections.abc import Callable, Mapping
from typing import Any

from protocol.commands.intake import (
    AnswerQuestion,
    AttachReport,
    ClassifyIncident,
    DescribeIntake,
    DescribeMelder,
    FlagCaught,
    RecordEarlier,
    SendDescription,
)
from protocol.errors import Reason, Refused
from protocol.facts.fact import Fact
from protocol.facts.incidents import PriorityChanged
from protocol.facts.intake import (
    CaughtMarked,
    DescriptionSent,
    EarlierRecorded,
    IncidentClassified,
    IntakeDescribed,
    MelderDescribed,
    QuestionAnswered,
    ReportAttached,
)
from protocol.fold.intake import DESCRIBED, MELDER_PARTS
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.melder import Melder
from server.decide.actor import Actor
from server.decide.lookup import known_incident, open_incident, room_for_one_more


def describe(board: Board, command: DescribeIntake, _actor: Actor) -> tuple[Fact, ...]:
    """Only what is new becomes a fact."""
    incident = known_incident(board, command.incident)
    said = {
        name: getattr(command, name)
        for name in DESCRIBED
        if name != "melder" and getattr(command, name) not in (None, getattr(incident.intake, name))
    }
    facts: tuple[Fact, ...] = (IntakeDescribed(incident=incident.number, **said),) if said else ()
    return facts if command.melder is None else (*facts, *_melder_described(incident, command.melder))


def describe_melder(board: Board, command: DescribeMelder, _actor: Actor) -> tuple[Fact, ...]:
    """Only the parts that are new become a fact."""
    return _melder_described(known_incident(board, command.incident), command)


def _melder_described(incident: Incident, told: DescribeMelder | Melder) -> tuple[Fact, ...]:
    known = incident.intake.melder
    said = {
        name: value
        for name in MELDER_PARTS
        if (value := getattr(told, name)) is not None and (known is None or value != getattr(known, name))
    }
    return (MelderDescribed(incident=incident.number, **said),) if said else ()


def classify(board: Board, command: ClassifyIncident, _actor: Actor) -> tuple[Fact, ...]:
    """Always reversible; the default priority comes along where the person chose no other (A2)."""
    incident = open_incident(board, command.incident)
    facts: tuple[Fact, ...] = ()
    if command.code != incident.intake.code:
        facts = (IncidentClassified(incident=incident.number, code=command.code),)
    if command.priority is not None and command.priority is not incident.priority:
        facts = (*facts, PriorityChanged(incident=incident.number, priority=command.priority))
    return facts


def answer(board: Board, command: AnswerQuestion, _actor: Actor) -> tuple[Fact, ...]:
    """The same answer again is no change (A8)."""
    incident = known_incident(board, command.incident)
    if any(
        (each.question, each.text) == (command.question, command.text) for each in incident.intake.answers
    ):
        return ()
    if all(each.question != command.question for each in incident.intake.answers):
        room_for_one_more(incident, incident.intake.answers)
    return (QuestionAnswered(incident=incident.number, question=command.question, text=command.text),)


def record_earlier(board: Board, command: RecordEarlier, _actor: Actor) -> tuple[Fact, ...]:
    """Earlier is before the call: what comes after it is an ordinary line (A29)."""
    incident = known_incident(board, command.incident)
    if command.happened_at >= incident.opened_at:
        raise Refused(Reason.NOT_EARLIER, incident=incident.number)
    return (EarlierRecorded(incident=incident.number, happened_at=command.happened_at, text=command.text),)


def flag_caught(board: Board, command: FlagCaught, _actor: Actor) -> tuple[Fact, ...]:
    """The clock of the description starts once (A9)."""
    incident = open_incident(board, command.incident)
    if command.caught is (incident.intake.caught_at is not None):
        return ()
    return (CaughtMarked(incident=incident.number, caught=command.caught),)


def send_description(board: Board, command: SendDescription, _actor: Actor) -> tuple[Fact, ...]:
    """A better description may follow the first (A9)."""
    incident = open_incident(board, command.incident)
    return (DescriptionSent(incident=incident.number, text=command.text),)


def attach(board: Board, command: AttachReport, _actor: Actor) -> tuple[Fact, ...]:
    """Another caller's words are kept, whatever state the melding is in (A83)."""
    incident = known_incident(board, command.incident)
    return (ReportAttached(incident=incident.number, text=command.text, melder=command.melder),)


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    DescribeIntake: describe,
    DescribeMelder: describe_melder,
    ClassifyIncident: classify,
    AnswerQuestion: answer,
    RecordEarlier: record_earlier,
    FlagCaught: flag_caught,
    SendDescription: send_description,
    AttachReport: attach,
}
