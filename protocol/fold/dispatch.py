"""What facts about who goes do to the board. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.dispatch import ChoiceExplained, ChoiceWeighed, SkillsAsked
from protocol.fold.incidents import evolved
from protocol.model.board import Board
from protocol.rules.choice import unexplained


def skills_asked(board: Board, fact: SkillsAsked, _change: Change) -> Board:
    """The incident asks for these skills, and for no others."""
    return evolved(board, fact.incident, skills=fact.skills)


def choice_weighed(board: Board, fact: ChoiceWeighed, _change: Change) -> Board:
    """One more weighed dispatch."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    return evolved(board, fact.incident, choices=(*incident.choices, fact.choice))


def choice_explained(board: Board, fact: ChoiceExplained, _change: Change) -> Board:
    """The newest choice that asks for a reason has this one; without such a choice nothing changes."""
    incident = board.incidents.get(fact.incident)
    at = None if incident is None else unexplained(incident)
    if incident is None or at is None:
        return board
    explained = evolve(incident.choices[at], reason=fact.reason)
    choices = (*incident.choices[:at], explained, *incident.choices[at + 1 :])
    return evolved(board, fact.incident, choices=choices)


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    SkillsAsked: skills_asked,
    ChoiceWeighed: choice_weighed,
    ChoiceExplained: choice_explained,
}
