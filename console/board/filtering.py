"""Another filter on the board, and where the selection goes then. Part of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.board.order import listed
from console.field.edit import Edit

if TYPE_CHECKING:
    from console.desk.desk import Desk


def filter_by(desk: Desk, edit: Edit) -> None:
    """The selection goes to the first that the filter leaves, if it leaves not this one."""
    if edit.text != desk.filter.text:
        numbers = [
            each.number for each in listed(desk.store.board, wanted=edit.text, show_closed=desk.show_closed)
        ]
        if desk.incident not in numbers and numbers:
            desk.select(numbers[0])
    desk.filter = edit
