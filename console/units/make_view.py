"""From what is known to what the unit list shows. Pure."""

from collections.abc import Sequence

from console.actions.action import Where
from console.command.waiting_lines import shown_waiting
from console.part.context import Context
from console.units.standing import Standing
from console.units.view import UnitsView
from protocol.commands.units import AssignUnit, ReleaseUnit, SetUnitStatus, SignOffUnit


def units_view(context: Context, standings: Sequence[Standing]) -> UnitsView:
    """The units at this moment."""
    return UnitsView(
        standings=tuple(standings),
        now=context.now,
        selected=context.unit,
        incident=context.incident,
        nearest_first=context.nearest_first,
        waiting=frozenset(
            wish.command.unit
            for wish in shown_waiting(context)
            if isinstance(wish.command, AssignUnit | ReleaseUnit | SetUnitStatus | SignOffUnit)
        ),
        focused=context.panel is Where.UNITS and context.field is None,
    )
