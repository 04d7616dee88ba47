"""What the unit at this desk still has to do: its task, promises, feedback, and what it took on. Pure."""

from console.harmless import harmless
from console.melding.owed_feedback import owed_lines
from console.paint.clock import clock
from console.part.context import Context
from console.part.whose_desk import our_unit
from protocol.model.scale import WhoKind
from protocol.rules.promises import open_promises


def own_lines(context: Context) -> list[str]:
    """A line for each; empty for nothing."""
    name, unit, board = context.name, our_unit(context), context.board
    lines = []
    if unit is not None and unit.task is not None:
        lines.append(context.say("unit-task", what=harmless(unit.task.what)))
    for incident in sorted(board.incidents.values(), key=lambda each: each.number):
        involved = name in incident.involved
        for promise in open_promises(incident):
            if involved or promise.from_whom == name:
                lines.append(
                    context.say(
                        "unit-promise",
                        incident=incident.number,
                        what=harmless(promise.what),
                        at=clock(promise.due, context.now),
                        to=harmless(promise.to_whom),
                    )
                )
        for row in incident.scale.who:
            if row.who == name and row.kind is WhoKind.DOES and not row.is_dropped and incident.is_open:
                lines.append(context.say("unit-does", incident=incident.number, what=harmless(row.what)))
    return lines + [context.say("unit-feedback", owed=line) for line in owed_lines(board, context.say, name)]
