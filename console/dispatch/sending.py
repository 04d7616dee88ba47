"""Sending units: what must be said before it happens, and the second press that sends all the same.

A dispatch that breaks the waterlijn (B29), breaks off work that cannot be interrupted, or takes a unit off
another melding is said first. Priority 1 does not wait for a second press because of the waterlijn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from console.dispatch.ranked import Ranked
from console.harmless import harmless
from console.paint.tone import Tone
from protocol.commands.command import Command
from protocol.commands.units import AssignUnit
from protocol.model.board import Board
from protocol.model.priority import Priority
from protocol.rules.waterline import broken_by

if TYPE_CHECKING:
    from console.desk.desk import Desk


class Sending:
    """Remembers what was warned of, until the next key."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._presses = 0
        self._warned: tuple[tuple[Command, ...], int] | None = None

    def key_pressed(self) -> None:
        """Only the very next key confirms."""
        self._presses += 1

    def send(self, ranked: Ranked, incident: int) -> bool:
        """One of the ranking, to this melding. False when something must be said first, or it cannot go."""
        desk = self._desk
        unit = desk.store.board.units.get(ranked.unit)
        if unit is None:
            desk.notices.warn(desk.say("sending-gone", unit=ranked.call_sign), Tone.WARN)
            return False
        if any(
            isinstance(wish.command, AssignUnit)
            and wish.command.incident == incident
            and wish.command.unit == unit.id
            for wish in desk.store.waiting
        ):
            return True
        busy = unit.incident is not None and unit.incident != incident
        command = AssignUnit(incident=incident, unit=unit.id, divert=busy)
        if not self.may_go((command,), told_of_diverting=False):
            return False
        desk.send(command)
        return True

    def may_go(self, commands: Sequence[Command], *, told_of_diverting: bool = True) -> bool:
        """True when nothing has to be said first, or it was said and the next key confirmed it.

        `told_of_diverting` for a line in which the person wrote the `!` that diverts.
        """
        desk, board = self._desk, self._desk.store.board
        wanted = tuple(commands)
        lines, others = self._warnings(wanted, board, told_of_diverting)
        if not lines and not others:
            return True
        if self._warned == (wanted, self._presses - 1):
            self._warned = None
            return True
        words = " ".join((*others, *lines))
        if not others and self._all_urgent(wanted, board):
            desk.notices.warn(words, Tone.WARN)
            return True
        self._warned = (wanted, self._presses)
        desk.notices.warn(desk.say("sending-once-more", why=words), Tone.WARN)
        return False

    def _warnings(
        self, commands: Sequence[Command], board: Board, told_of_diverting: bool
    ) -> tuple[list[str], list[str]]:
        """What breaks the waterlijn, and what else must be said."""
        say, terms = self._desk.say, self._desk.terms
        lines: list[str] = []
        others: list[str] = []
        for command in commands:
            unit = board.units.get(command.unit) if isinstance(command, AssignUnit) else None
            if unit is None or not isinstance(command, AssignUnit):
                continue
            name = harmless(unit.call_sign)
            if unit.task is not None and not unit.task.interruptible:
                others.append(say("sending-task", unit=name, task=harmless(unit.task.what)))
            if command.divert and not told_of_diverting and unit.incident is not None:
                others.append(say("sending-diverts", unit=name, incident=unit.incident))
            broken = broken_by(board, unit, terms)
            if broken is not None:
                lines.append(
                    say(
                        "sending-waterline",
                        unit=name,
                        team=broken.team,
                        left=broken.callable,
                        least=broken.least,
                    )
                )
            # The next of the line is weighed as if this one had gone.
            gone = evolve(unit, incident=command.incident)
            board = evolve(board, units=board.units.set(unit.id, gone))
        return lines, others

    def _all_urgent(self, commands: Sequence[Command], board: Board) -> bool:
        incidents = [
            board.incidents.get(command.incident) for command in commands if isinstance(command, AssignUnit)
        ]
        return all(each is not None and each.priority is Priority.P1 for each in incidents)
