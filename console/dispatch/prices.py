"""What a dispatch costs, in sentences that are read before it is done. Pure.

Of the line that is being typed, of the list of who could go, and of any deed that sends: which waterlijn it
breaks (B29), which work it breaks off (B3), and which melding stays behind alone and waits again (A3).
"""

from collections.abc import Sequence

from attrs import evolve, frozen

from console.harmless import harmless
from console.part.context import Context
from console.part.said import place_said, what_said
from protocol.commands.command import Command
from protocol.commands.units import AssignUnit, ReleaseUnit, SetUnitStatus
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from protocol.rules.reaction import left_alone_by
from protocol.rules.waterline import broken_by


@frozen(kw_only=True)
class Prices:
    """Sentences, each empty for nothing."""

    waterlines: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    diverts: tuple[str, ...] = ()
    """Who comes off another melding where others stay."""

    alone: tuple[str, ...] = ()
    """Which melding stays behind with nobody."""

    @property
    def all(self) -> tuple[str, ...]:
        """All of them, the heaviest first."""
        return (*self.alone, *self.tasks, *self.diverts, *self.waterlines)


def prices(context: Context, commands: Sequence[Command]) -> Prices:
    """What these commands cost together: the next is weighed as if the one before had been done."""
    board, found = context.board, Prices()
    for command in commands:
        unit = _unit_of(board, command)
        if unit is None:
            continue
        if isinstance(command, AssignUnit):
            found = _of_sending(context, board, found, command, unit)
        elif _ends_undone(board, command, unit):
            found = _with_alone(context, board, found, unit)
        to = command.incident if isinstance(command, AssignUnit) else None
        board = evolve(board, units=board.units.set(unit.id, evolve(unit, incident=to)))
        board = _without(board, unit)
    return found


def _of_sending(context: Context, board: Board, found: Prices, command: AssignUnit, unit: Unit) -> Prices:
    say, name = context.say, harmless(unit.call_sign)
    if unit.task is not None and not unit.task.interruptible:
        words = say("sending-task", unit=name, task=harmless(unit.task.what))
        found = evolve(found, tasks=(*found.tasks, words))
    if unit.incident is not None and unit.incident != command.incident:
        if left_alone_by(board, unit) is not None:
            found = _with_alone(context, board, found, unit)
        else:
            words = say("sending-diverts", unit=name, incident=unit.incident)
            found = evolve(found, diverts=(*found.diverts, words))
    broken = broken_by(board, unit, context.terms)
    if broken is not None:
        left = {"team": broken.team, "left": broken.callable, "least": broken.least}
        words = say("sending-waterline", unit=name, **left)
        found = evolve(found, waterlines=(*found.waterlines, words))
    return found


def _with_alone(context: Context, board: Board, found: Prices, unit: Unit) -> Prices:
    incident = left_alone_by(board, unit)
    if incident is None:
        return found
    words = context.say(
        "sending-alone",
        unit=harmless(unit.call_sign),
        incident=incident.number,
        priority=int(incident.priority),
        what=what_said(incident, context.say),
        place=place_said(incident, context.say),
    )
    return evolve(found, alone=(*found.alone, words))


def _ends_undone(board: Board, command: Command, unit: Unit) -> bool:
    """Taken off before anybody was on the spot: what follows later is an end, and no leaving alone (A28)."""
    frees = isinstance(command, ReleaseUnit) or (
        isinstance(command, SetUnitStatus) and command.status is UnitStatus.AVAILABLE
    )
    incident = board.incidents.get(unit.incident or 0)
    return frees and incident is not None and incident.phase is Phase.MERGE_IN


def _unit_of(board: Board, command: Command) -> Unit | None:
    if isinstance(command, AssignUnit | ReleaseUnit | SetUnitStatus):
        return board.units.get(command.unit)
    return None


def _without(board: Board, unit: Unit) -> Board:
    """The board once this unit is off the melding that it was on."""
    incident: Incident | None = board.incidents.get(unit.incident or 0)
    if incident is None:
        return board
    others = tuple(id for id in incident.units if id != unit.id)
    return evolve(board, incidents=board.incidents.set(incident.number, evolve(incident, units=others)))
