"""Sending units: what must be said before it happens, and the second press that sends all the same.

A dispatch that breaks the waterlijn (B29), breaks off work that cannot be interrupted, or takes a unit off
another melding is said first. Priority 1 does not wait for a second press because of the waterlijn.
"""

from collections.abc import Sequence

from attrs import frozen

from console.dispatch.prices import prices
from console.dispatch.ranked import Ranked
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Effects, Send, Warn
from protocol.commands.command import Command
from protocol.commands.units import AssignUnit
from protocol.model.board import Board
from protocol.model.priority import Priority


@frozen
class Verdict:
    """Whether wishes may go now, and what is to be said about it."""

    goes: bool
    said: Effects = NOTHING


class Sending:
    """Remembers what was warned of, until the next key."""

    def __init__(self) -> None:
        self._presses = 0
        self._warned: tuple[tuple[Command, ...], int] | None = None

    def forget(self) -> None:
        """Another history: nothing of it was warned of."""
        self._warned = None

    def key_pressed(self) -> None:
        """Only the very next key confirms."""
        self._presses += 1

    def send(self, context: Context, ranked: Ranked, incident: int) -> Verdict:
        """One of the ranking, to this melding: with the wish, unless something must be said first."""
        unit = context.board.units.get(ranked.unit)
        if unit is None:
            warning = Warn(context.say("sending-gone", unit=ranked.call_sign), Tone.WARN)
            return Verdict(False, (warning,))
        if any(
            isinstance(wish.command, AssignUnit)
            and wish.command.incident == incident
            and wish.command.unit == unit.id
            for wish in context.waiting
        ):
            return Verdict(True)
        busy = unit.incident is not None and unit.incident != incident
        command = AssignUnit(incident=incident, unit=unit.id, divert=busy)
        verdict = self.may_go(context, (command,), told_of_diverting=False)
        return Verdict(True, (*verdict.said, Send(command))) if verdict.goes else verdict

    def may_go(
        self, context: Context, commands: Sequence[Command], *, told_of_diverting: bool = True
    ) -> Verdict:
        """They go when nothing has to be said first, or when it was said and the next key confirmed it.

        `told_of_diverting` for a line in which the person wrote the `!` that diverts.
        """
        wanted = tuple(commands)
        lines, others = _warnings(context, wanted, told_of_diverting)
        if not lines and not others:
            return Verdict(True)
        if self._warned == (wanted, self._presses - 1):
            self._warned = None
            return Verdict(True)
        words = " ".join((*others, *lines))
        if not others and _all_urgent(context.board, wanted):
            return Verdict(True, (Warn(words, Tone.WARN),))
        self._warned = (wanted, self._presses)
        return Verdict(False, (Warn(context.say("sending-once-more", why=words), Tone.WARN),))


def _warnings(
    context: Context, commands: Sequence[Command], told_of_diverting: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What breaks the waterlijn, and what else must be said."""
    cost = prices(context, [each for each in commands if isinstance(each, AssignUnit)])
    taken = () if told_of_diverting else (*cost.alone, *cost.diverts)
    return cost.waterlines, (*cost.tasks, *taken)


def _all_urgent(board: Board, commands: Sequence[Command]) -> bool:
    incidents = [
        board.incidents.get(command.incident) for command in commands if isinstance(command, AssignUnit)
    ]
    return all(each is not None and each.priority is Priority.P1 for each in incidents)
