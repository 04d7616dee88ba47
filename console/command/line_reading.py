"""What a typed line means here and now, and what it could become: the grammar, read against a context."""

from console.actions.problem import Parsed, Problem
from console.actions.usage import Usage
from console.grammar.aim import Aim, aim_of
from console.grammar.complete import Completion, complete
from console.grammar.moments import Clock
from console.grammar.parse import parse
from console.grammar.shape import usage_typed
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
        me=context.name,
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


def aimed(context: Context, line: str) -> Aim | Problem | None:
    """Which melding the line goes to, as far as it is typed; a number in front that is no melding."""
    clock = Clock(now=context.now)
    return aim_of(line, context.catalog, context.board, context.selection, clock)


def wanted(context: Context, line: str) -> Usage | None:
    """What the verb wants, while nothing but the verb is typed."""
    return usage_typed(line, context.catalog, context.board, context.selection)
