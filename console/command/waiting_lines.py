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
    """What an earlier run left, oldest first."""
    return [line_of(desk, wish.command) for wish in desk.leftovers.wishes]


def waiting_lines(desk: Desk) -> list[str]:
    """What has no answer yet, oldest first."""
    return [line_of(desk, wish.command) for wish in desk.store.waiting]
