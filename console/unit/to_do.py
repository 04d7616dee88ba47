"""What the unit at this desk still has to do: its task, promises, feedback, and what it took on. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.harmless import harmless
from console.melding.owed_feedback import owed_lines
from console.unit.whose_desk import our_name, our_unit
from protocol.model.scale import WhoKind
from protocol.rules.promises import open_promises

if TYPE_CHECKING:
    from console.desk.desk import Desk


def own_lines(desk: Desk) -> list[str]:
    """A line for each; empty for nothing."""
    name, unit, board = our_name(desk), our_unit(desk), desk.store.board
    lines = []
    if unit is not None and unit.task is not None:
        lines.append(desk.say("unit-task", what=harmless(unit.task.what)))
    for incident in sorted(board.incidents.values(), key=lambda each: each.number):
        involved = name in incident.involved
        for promise in open_promises(incident):
            if involved or promise.from_whom == name:
                lines.append(
                    desk.say(
                        "unit-promise",
                        incident=incident.number,
                        what=harmless(promise.what),
                        at=promise.due.astimezone().strftime("%H:%M"),
                        to=harmless(promise.to_whom),
                    )
                )
        for row in incident.scale.who:
            if row.who == name and row.kind is WhoKind.DOES and not row.is_dropped and incident.is_open:
                lines.append(desk.say("unit-does", incident=incident.number, what=harmless(row.what)))
    return lines + [desk.say("unit-feedback", owed=line) for line in owed_lines(board, desk.say, name)]
