"""The board's rows for one person, and where the selection goes with another filter. Pure."""

from console.board.order import listed
from console.field.edit import Edit
from console.part.context import Context
from protocol.model.incident import Incident


def listing(context: Context) -> tuple[Incident, ...]:
    """The rows; the selected incident is among them whatever the filter says."""
    return listed(
        context.board,
        wanted=context.filter.text,
        show_closed=context.show_closed,
        pinned=context.incident,
    )


def selected_by(context: Context, edit: Edit) -> int | None:
    """The selection goes to the first that the filter leaves, if it does not leave the selected one."""
    if edit.text == context.filter.text:
        return context.incident
    rows = listed(context.board, wanted=edit.text, show_closed=context.show_closed)
    numbers = [each.number for each in rows]
    return numbers[0] if numbers and context.incident not in numbers else context.incident
