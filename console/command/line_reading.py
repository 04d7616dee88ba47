"""What a typed line means here and now, and what it could become: the grammar, read against a context."""

import re

from attrs import evolve

from console.actions.problem import Parsed, Problem
from console.actions.usage import Usage
from console.grammar.aim import Aim, aim_of
from console.grammar.complete import Completion, complete
from console.grammar.moments import Clock
from console.grammar.parse import parse
from console.grammar.shape import usage_typed
from console.part.context import Context

_LETTERED = re.compile(r"\s*([A-Za-z])(?=\s|\d)")


def parsed_line(context: Context, line: str) -> Parsed | Problem:
    """What the line means here and now."""
    numbers = () if context.welcome is None else context.welcome.status_numbers
    spelled = spelled_out(context, line)
    found = parse(
        spelled,
        context.catalog,
        context.board,
        context.selection,
        numbers,
        clock=Clock(now=context.now),
        classes=context.classes,
        places=context.places,
        me=context.name,
    )
    if spelled == line or isinstance(found, Parsed):
        return found
    # Told of the line as it was typed.
    longer = len(spelled) - len(line)
    return evolve(found, start=max(0, found.start - longer), end=max(0, found.end - longer))


def spelled_out(context: Context, line: str) -> str:
    """`k 12.01` and `p1` as their verbs say them: a letter alone, or before a digit, is its verb."""
    typed = _LETTERED.match(line)
    action = None if typed is None else context.catalog.by_letter(context.panel).get(typed[1])
    if typed is None or action is None:
        return line
    return f"{action.verb_in(context.language)} {line[typed.end() :].lstrip()}"


def completed(context: Context, line: str, caret: int) -> Completion:
    """What could stand at the caret."""
    spelled = spelled_out(context, line)
    longer = len(spelled) - len(line)
    found = complete(
        spelled,
        caret + longer,
        context.catalog,
        context.board,
        context.selection,
        context.language,
        actions=context.catalog.offered(context.role),
        fixes=context.fixes,
        classes=context.classes,
        places=context.places,
    )
    return evolve(found, start=found.start - longer, end=found.end - longer) if longer else found


def aimed(context: Context, line: str) -> Aim | Problem | None:
    """Which melding the line goes to, as far as it is typed; a number in front that is no melding."""
    clock = Clock(now=context.now)
    return aim_of(spelled_out(context, line), context.catalog, context.board, context.selection, clock)


def wanted(context: Context, line: str) -> Usage | None:
    """What the verb wants, while nothing but the verb is typed."""
    return usage_typed(spelled_out(context, line), context.catalog, context.board, context.selection)
