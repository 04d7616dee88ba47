"""What a typed line means here and now, and what it could become: the grammar, read against a context."""

from console.actions.problem import Parsed, Problem
from console.grammar.complete import Completion, complete
from console.grammar.moments import Clock
from console.grammar.parse import parse
from console.part.context import Context


def parsed_line(context: Context, line: str) -> Parsed | Problem:
    """What the line means here and now."""
    numbers = () if context.welcome is None else context.welcome.status_numbers
    return parse(
        line,
        context.catalog,
        context.board,
        context.selection,
        numbers,
        clock=Clock(now=context.now),
        classes=context.classes,
        places=context.places,
    )


def completed(context: Context, line: str, caret: int) -> Completion:
    """What could stand at the caret."""
    return complete(
        line,
        caret,
        context.catalog,
        context.board,
        context.selection,
        context.language,
        actions=context.catalog.offered(context.role),
        fixes=context.fixes,
        classes=context.classes,
        places=context.places,
    )
