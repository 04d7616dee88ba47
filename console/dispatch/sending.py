"""Sending units: the wish, and the price that is said with it. No second press: it can be taken back.

A dispatch that breaks the waterlijn (B29), breaks off work that cannot be interrupted, or takes a unit off
another melding says so as it goes.
"""

from collections.abc import Sequence

from console.dispatch.prices import prices
from console.dispatch.ranked import Ranked
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Effects, Send, Warn
from protocol.commands.command import Command
from protocol.commands.units import AssignUnit


def dispatched(context: Context, ranked: Ranked, incident: int) -> Effects:
    """One of the ranking goes to this melding, and the price is said with it; what went already goes once."""
    unit = context.board.units.get(ranked.unit)
    if unit is None:
        return (Warn(context.say("sending-gone", unit=ranked.call_sign), Tone.WARN),)
    if any(
        isinstance(wish.command, AssignUnit)
        and wish.command.incident == incident
        and wish.command.unit == unit.id
        for wish in context.waiting
    ):
        return NOTHING
    busy = unit.incident is not None and unit.incident != incident
    command = AssignUnit(incident=incident, unit=unit.id, divert=busy)
    return (Send(command), *price_of(context, (command,)))


def price_of(context: Context, commands: Sequence[Command]) -> Effects:
    """What these cost, said as they go: a waterline, a task broken off, a melding left alone."""
    words = prices(context, commands).all
    return (Warn(" ".join(words), Tone.WARN),) if words else NOTHING
