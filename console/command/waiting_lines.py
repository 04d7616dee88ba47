"""Wishes as the lines that one could have typed, made harmless. Pure."""

from collections.abc import Iterable
from datetime import timedelta

from console.command.command_text import written
from console.harmless import harmless
from console.part.context import Context
from protocol.commands.command import Command
from protocol.session.outbox import Wish

SHOWN_WAITING_AFTER = timedelta(milliseconds=400)
"""A wish that is answered sooner is not shown as waiting: it would only flicker."""


def line_of(context: Context, command: Command) -> str:
    """The command as a line."""
    return harmless(written(command, context.board, context.catalog, context.language))


def lines_of(context: Context, wishes: Iterable[Wish]) -> list[str]:
    """Each wish as a line, in their order."""
    return [line_of(context, wish.command) for wish in wishes]


def shown_waiting(context: Context) -> tuple[Wish, ...]:
    """The wishes that are worth showing as waiting."""
    limit = context.own_now - SHOWN_WAITING_AFTER
    return tuple(wish for wish in context.waiting if wish.made_at <= limit)
