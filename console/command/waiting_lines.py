"""Wishes as the lines that one could have typed, made harmless. Reads the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.command.command_text import written
from console.harmless import harmless
from protocol.commands.command import Command

if TYPE_CHECKING:
    from console.desk.desk import Desk


def line_of(desk: Desk, command: Command) -> str:
    """The command as a line."""
    return harmless(written(command, desk.store.board, desk.catalog, desk.texts.language))


def left_lines(desk: Desk) -> list[str]:
    """What was not made here and now: a head for each history, then its wishes and texts."""
    lines: list[str] = []
    for group in desk.leftovers.groups():
        lines.append(desk.say("left-head", of=desk.leftovers.name_of(group)))
        lines += [f"  {line_of(desk, wish.command)}" for wish in group.wishes]
        lines += [f"  {harmless(text)}" for text in group.texts]
    return lines


def waiting_lines(desk: Desk) -> list[str]:
    """What has no answer yet, oldest first."""
    return [line_of(desk, wish.command) for wish in desk.store.waiting]
