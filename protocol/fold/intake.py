"""What facts about the intake do to an incident. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.intake import (
    CaughtFlagged,
    CaughtMarked,
    IncidentClassified,
    IntakeDescribed,
    MelderDescribed,
    QuestionAnswered,
)
from protocol.fold.incidents import evolved
from protocol.model.board import Board
from protocol.model.intake import Answer
from protocol.model.melder import Melder

DESCRIBED = ("source", "question", "melder", "expects", "fears", "story")
MELDER_PARTS = ("kind", "name", "number", "call_back")


def described(board: Board, fact: IntakeDescribed, _change: Change) -> Board:
    """Fields that were said take the place of what was known; the others stay."""
    said = {name: getattr(fact, name) for name in DESCRIBED if getattr(fact, name) is not None}
    return _learnt(board, fact.incident, **said)


def melder_described(board: Board, fact: MelderDescribed, _change: Change) -> Board:
    """The parts that were said take the place of what was known of the melder; the others stay."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    said = {name: getattr(fact, name) for name in MELDER_PARTS if getattr(fact, name) is not None}
    return _learnt(board, fact.incident, melder=evolve(incident.intake.melder or Melder(), **said))


def classified(board: Board, fact: IncidentClassified, _change: Change) -> Board:
    """The incident has this code, which says what it is."""
    return evolved(_learnt(board, fact.incident, code=fact.code), fact.incident, outgrown=False)


def answered(board: Board, fact: QuestionAnswered, _change: Change) -> Board:
    """A new answer takes the place of the old one to the same question."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    answer = Answer(question=fact.question, text=fact.text)
    known = {each.question: each for each in incident.intake.answers}
    return _learnt(board, fact.incident, answers=tuple({**known, answer.question: answer}.values()))


def caught(board: Board, fact: CaughtFlagged, change: Change) -> Board:
    """As `caught_marked`, and that a description went out is forgotten."""
    at = change.at if fact.caught else None
    return _learnt(board, fact.incident, caught_at=at, described_at=None)


def caught_marked(board: Board, fact: CaughtMarked, change: Change) -> Board:
    """The clock of the description starts, or there is none any more (A9)."""
    return _learnt(board, fact.incident, caught_at=change.at if fact.caught else None)


def _learnt(board: Board, number: int, **said: Any) -> Board:
    incident = board.incidents.get(number)
    return board if incident is None else evolved(board, number, intake=evolve(incident.intake, **said))


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    IntakeDescribed: described,
    IncidentClassified: classified,
    QuestionAnswered: answered,
    CaughtFlagged: caught,
    CaughtMarked: caught_marked,
    MelderDescribed: melder_described,
}
