"""What could follow a mark of its own, `team:Noord` or `kan:fries,taser`; and the marks themselves. Pure."""

from collections.abc import Sequence

from console.actions.action import Arg, ArgKind
from console.grammar.candidates import Candidate
from console.grammar.skills import begun_skills
from protocol.model.board import Board


def marked(begun: str, args: Sequence[Arg], board: Board, language: str) -> list[Candidate]:
    """The marks that begin so; behind a whole mark its values on the board."""
    found: list[Candidate] = []
    for arg in args:
        whole = next((mark for mark in arg.words if begun.casefold().startswith(mark)), None)
        if whole is not None:
            values = _values(begun[len(whole) :], arg, board)
            return [Candidate(text=f"{whole}{value}", subject=value) for value in values]
        ordered = arg.words[::-1] if language == "en" else arg.words
        mark = next((mark for mark in ordered if mark.startswith(begun.casefold())), None)
        if mark is not None:
            found.append(Candidate(text=mark, subject=arg))
    return found


def skills(begun: str, board: Board) -> list[Candidate]:
    """Skills that somebody has or asks for."""
    return [Candidate(text=text, subject=text) for text in begun_skills(begun, board)]


def _values(begun: str, arg: Arg, board: Board) -> list[str]:
    if arg.kind is ArgKind.SKILLS:
        return begun_skills(begun, board)
    teams = {unit.team for unit in board.units.values() if unit.team}
    return sorted(team for team in teams if team.casefold().startswith(begun.casefold()))
