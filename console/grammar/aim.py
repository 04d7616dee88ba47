"""Which melding an unfinished line goes to, said before Enter: the one it names, else the selected one. Pure.

`log 2 mannen` goes to 2 where there is a 2; a number that is no incident is said at once. Shown in the row
under the command line; what the line then does is `parse`'s, by the same reader.
"""

from attrs import frozen

from console.actions.action import ArgKind, Selection
from console.actions.catalog import Catalog
from console.actions.problem import NotUnderstood, Problem
from console.grammar.find import number
from console.grammar.known import Known
from console.grammar.moments import Clock
from console.grammar.parse import action_at
from console.grammar.read import incident_meant
from console.grammar.words import split
from protocol.model.board import Board


@frozen(kw_only=True)
class Aim:
    """A melding that a line is about."""

    incident: int
    named: bool
    """True when its number stands in the line, False when it is the selected one."""


def aim_of(
    line: str, catalog: Catalog, board: Board, selection: Selection, clock: Clock | None = None
) -> Aim | Problem | None:
    """Where the line goes; the problem of a number in it that is no incident.

    None where a line is about no melding, names none yet while none is selected, or is only a verb that is
    still being typed. A number under the cursor may still grow and is no problem.
    """
    words = split(line)
    if not words or (len(words) == 1 and not line.endswith(" ")):
        return None
    found = action_at(words, catalog, board)
    if found is None or not any(arg.kind is ArgKind.INCIDENT and arg.required for arg in found[0].args):
        return None
    known = Known(
        line=line,
        catalog=catalog,
        board=board,
        selection=selection,
        status_numbers=(),
        clock=Clock(now=board.at) if clock is None else clock,
    )
    try:
        named = incident_meant(found[0], found[1], known)
    except NotUnderstood as raised:
        problem = raised.problem
        wrong = line[problem.start : problem.end]
        done = problem.end < len(line)
        return problem if done and problem.key in ABOUT_NUMBERS and number(wrong) is not None else None
    if named is not None:
        return Aim(incident=named, named=True)
    return None if selection.incident is None else Aim(incident=selection.incident, named=False)


ABOUT_NUMBERS = frozenset(
    {
        "problem-incident-or-text",
        "problem-no-incident-no-text",
        "problem-incident-left",
        "problem-unknown-incident",
    }
)
"""What is wrong with a number in front, whatever may still follow."""
