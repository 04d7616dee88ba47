"""From what is known to what the board shows. Pure."""

from collections.abc import Iterable

from console.actions.action import Where
from console.board.filtering import listing
from console.board.order_reason import order_why
from console.board.present_marks import half_rows, marks
from console.board.view import BoardView
from console.command.waiting_lines import shown_waiting
from console.harmless import harmless
from console.paint.clock import clock
from console.part.context import Context
from console.part.field import Field
from protocol.model.order import Order
from protocol.model.role import Role
from protocol.session.present import HalfAt


def board_view(context: Context, seeming: Iterable[int], *, halves: Iterable[HalfAt] = ()) -> BoardView:
    """The board at this moment; `seeming` are units that seem to be on the spot.

    `halves` are our own calls that lie half.
    """
    board = context.board
    waiting = {number for wish in shown_waiting(context) for number in wish.command.about().incidents}
    return BoardView(
        incidents=listing(context),
        units=board.units,
        now=context.now,
        selected=context.incident,
        open_count=len(board.incidents) - len(board.closed),
        unseen=frozenset(context.unseen),
        waiting=frozenset(waiting),
        wanted=context.filter.text,
        typing=context.filter if context.field is Field.FILTER else None,
        show_closed=context.show_closed,
        focused=context.panel is Where.BOARD and context.field in (None, Field.FILTER),
        complete=context.complete,
        banner=order_banner(context),
        terms=context.terms,
        seeming=frozenset(seeming),
        mapped=context.has_map,
        answers=answers(context),
        present=marks(context),
        halves=half_rows(context, tuple(halves)),
    )


def answers(context: Context) -> bool:
    """True for whoever answers meldings, and so for everybody who sees what was answered."""
    return context.role is not Role.PARTNER


def order_banner(context: Context) -> str:
    """Since when, by whom and why the board is by priority; empty in the order of arrival."""
    board = context.board
    if board.order is not Order.PRIORITY:
        return ""
    return context.say(
        "desk-by-priority",
        at=clock(board.order_since, context.now),
        by=harmless(board.order_by),
        why=order_why(board.order_why, context.texts),
    )
