"""What a person can do with the intake of a melding while units already see it (A48)."""

from collections.abc import Callable, Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind
from console.actions.incidents import OPEN_INCIDENT
from protocol.commands.command import Command
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
from protocol.model.board import Board
from protocol.model.intake import Question
from protocol.model.text import Name

Build = Callable[[Mapping[str, Any], Board], tuple[Command, ...]]

INCIDENT = Arg(kind=ArgKind.INCIDENT, name="incident")
NO = ("nee", "no", "niet", "not")


def _describe(field: str) -> Build:
    """Says one field of the intake and leaves the others."""

    def build(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
        return (DescribeIntake(incident=values["incident"], **{field: values[field]}),)

    return build


def _melder(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    said = values["melder"]
    return (
        DescribeMelder(
            incident=values["incident"],
            kind=said.kind,
            name=said.name,
            number=said.number,
            call_back=said.call_back,
        ),
    )


def _asks(question: Question) -> Build:
    def build(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
        return (DescribeIntake(incident=values["incident"], question=question),)

    return build


def _classify(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    found = values["code"]
    priority = values.get("priority", found.priority)
    return (ClassifyIncident(incident=values["incident"], code=found.code, priority=priority),)


def _answer(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (AnswerQuestion(incident=values["incident"], question=Name(values["card"]), text=values["text"]),)


def _earlier(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (
        RecordEarlier(incident=values["incident"], happened_at=values["happened-at"], text=values["text"]),
    )


def _caught(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (FlagCaught(incident=values["incident"], caught=not values.get("not", False)),)


def _description(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (SendDescription(incident=values["incident"], text=values["text"]),)


def _attach(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    said = values.get("melder")
    melder = None if said is None else said.alone()
    return (AttachReport(incident=values["incident"], text=values["text"], melder=melder),)


def _field(verb: str, english: str, kind: ArgKind, name: str, most_chars: int, *aliases: str) -> Action:
    return Action(
        id=name,
        verb=verb,
        english=english,
        aliases=aliases,
        args=(INCIDENT, Arg(kind=kind, name=name, most_chars=most_chars)),
        build=_describe(name),
        command_type=DescribeIntake,
    )


def _question(question: Question, verb: str, english: str) -> Action:
    """One key for each of the five classes (A2): the digits, in the order of the classes."""
    return Action(
        id=f"asks-{question.key}",
        verb=verb,
        english=english,
        args=(INCIDENT,),
        build=_asks(question),
        command_type=DescribeIntake,
        at_once=True,
    )


ACTIONS = (
    Action(
        id="melder",
        verb="melder",
        english="caller",
        letter="M",
        args=(INCIDENT, Arg(kind=ArgKind.MELDER, name="melder")),
        build=_melder,
        command_type=DescribeMelder,
    ),
    _field("bron", "source", ArgKind.SOURCE, "source", 100, "kanaal"),
    _field("vraag", "question", ArgKind.QUESTION, "question", 100),
    _question(Question.URGENT_POLICE, "spoed", "urgent"),
    _question(Question.URGENT_OTHER, "spoed-elders", "urgent-elsewhere"),
    _question(Question.CAN_WAIT_POLICE, "kan-wachten", "can-wait"),
    _question(Question.CAN_WAIT_OTHER, "kan-wachten-elders", "can-wait-elsewhere"),
    _question(Question.INFORMATION, "informatie", "information"),
    _field("verwacht", "expects", ArgKind.TEXT, "expects", 500),
    _field("vreest", "fears", ArgKind.TEXT, "fears", 500),
    _field("verhaal", "story", ArgKind.TEXT, "story", 2_000),
    Action(
        id="classify",
        verb="klasse",
        english="class",
        aliases=("classificatie", "classify"),
        letter="j",
        args=(
            OPEN_INCIDENT,
            Arg(kind=ArgKind.CODE, name="code"),
            Arg(kind=ArgKind.PRIORITY, name="priority", required=False),
        ),
        build=_classify,
        command_type=ClassifyIncident,
    ),
    Action(
        id="answer",
        verb="antwoord",
        english="answer",
        args=(
            INCIDENT,
            Arg(kind=ArgKind.KEY, name="card", most_chars=40),
            Arg(kind=ArgKind.TEXT, name="text", most_chars=500),
        ),
        build=_answer,
        command_type=AnswerQuestion,
    ),
    Action(
        id="earlier",
        verb="vooraf",
        english="before",
        args=(INCIDENT, Arg(kind=ArgKind.PAST, name="happened-at"), Arg(kind=ArgKind.TEXT, name="text")),
        build=_earlier,
        command_type=RecordEarlier,
    ),
    Action(
        id="caught",
        verb="heterdaad",
        english="caught",
        letter="H",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.FLAG, name="not", words=NO, required=False)),
        build=_caught,
        command_type=FlagCaught,
        at_once=True,
    ),
    Action(
        id="description",
        verb="signalement",
        english="description",
        letter="y",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.TEXT, name="text", most_chars=500)),
        build=_description,
        command_type=SendDescription,
    ),
    Action(
        id="attach",
        verb="bijmelding",
        english="attach",
        letter="B",
        args=(
            INCIDENT,
            Arg(kind=ArgKind.TEXT, name="text"),
            Arg(kind=ArgKind.MELDER, name="melder", words=("melder:", "caller:"), required=False),
        ),
        build=_attach,
        command_type=AttachReport,
    ),
)
