"""From what is known and where one stands to what each panel shows. Reads the desk; changes nothing in it but
what the map has in view and how long the melding is."""

from datetime import datetime, timedelta, tzinfo

from console.actions.action import Where
from console.actions.key_names import key_name
from console.alarm.bar import AlarmView
from console.board.order_reason import order_why
from console.board.view import BoardView
from console.command.bar import CommandView, column_of
from console.command.notice_bar import NoticeView
from console.command.waiting_lines import line_of
from console.desk.desk import Desk
from console.dispatch.proposals import proposal_line, question_line
from console.harmless import harmless
from console.melding.view import MeldingView, melding_rows
from console.paint.tone import Tone
from console.part.field import Field
from console.units.view import UnitsView
from protocol.commands.units import AssignUnit, ReleaseUnit, SetUnitStatus, SignOffUnit
from protocol.model.order import Order
from protocol.model.role import Role
from protocol.session.outbox import Wish

SHOWN_WAITING_AFTER = timedelta(milliseconds=400)
"""A wish that is answered sooner is not shown as waiting: it would only flicker."""


def board_view(desk: Desk) -> BoardView:
    """The board at this moment."""
    board = desk.store.board
    under_way = {number for wish in waiting(desk) for number in wish.command.about().incidents}
    return BoardView(
        incidents=desk.listing(),
        units=board.units,
        now=desk.now,
        selected=desk.incident,
        open_count=len(board.incidents) - len(board.closed),
        unseen=frozenset(desk.alarms.unseen),
        waiting=frozenset(under_way),
        wanted=desk.filter.text,
        typing=desk.filter if desk.field is Field.FILTER else None,
        show_closed=desk.show_closed,
        focused=desk.panel is Where.BOARD and desk.field in (None, Field.FILTER),
        complete=desk.store.complete,
        banner=order_banner(desk),
        silent=desk.rings.silent,
        terms=desk.terms,
        seeming=desk.dispatch.seeming(),
        answers=answers(desk),
    )


def answers(desk: Desk) -> bool:
    """True for whoever answers meldings, and so for everybody who sees what was answered."""
    return desk.role is not Role.PARTNER


def order_banner(desk: Desk) -> str:
    """Since when, by whom and why the board is by priority; empty in the order of arrival."""
    board = desk.store.board
    if board.order is not Order.PRIORITY:
        return ""
    return desk.say(
        "desk-by-priority",
        at=board.order_since.astimezone().strftime("%H:%M"),
        by=harmless(board.order_by),
        why=order_why(board.order_why, desk.texts),
    )


def units_view(desk: Desk) -> UnitsView:
    """The units at this moment."""
    return UnitsView(
        standings=desk.standings(),
        now=desk.now,
        selected=desk.unit,
        incident=desk.incident,
        nearest_first=desk.nearest_first,
        waiting=frozenset(
            wish.command.unit
            for wish in waiting(desk)
            if isinstance(wish.command, AssignUnit | ReleaseUnit | SetUnitStatus | SignOffUnit)
        ),
        focused=desk.panel is Where.UNITS and desk.field is None,
    )


def melding_view(desk: Desk, zone: tzinfo, width: int, height: int) -> MeldingView:
    """The selected melding at this moment; tells the desk how many rows it takes."""
    view = MeldingView(
        incident=desk.chosen(),
        units=desk.store.board.units,
        now=desk.now,
        zone=zone,
        terms=desk.terms,
        seeming=desk.dispatch.seeming(),
        answers=answers(desk),
        confirm=key_name(desk.catalog.by_id["arrived"].key),
        guarding=desk.guarding is not None and desk.guarding == desk.incident,
        top=desk.melding_top,
        focused=desk.panel is Where.MELDING and desk.field is None,
    )
    desk.melding_rows = len(melding_rows(view, desk.say, width=width, height=height))
    return view


def alarm_view(desk: Desk) -> AlarmView:
    """What rings."""
    incidents = desk.store.board.incidents
    return AlarmView(
        incidents=tuple(incidents[number] for number in desk.alarms.unseen if number in incidents),
        wrote=tuple(incidents[number] for number in desk.alarms.wrote if number in incidents),
        asked=tuple(incidents[number] for number in desk.alarms.asked if number in incidents),
        key=key_name(desk.catalog.by_id["next-urgent"].key),
    )


def command_view(desk: Desk) -> CommandView:
    """The command line."""
    by_id = desk.catalog.by_id
    hint = desk.say(
        "desk-command-hint",
        command=key_name(by_id["command"].key),
        filter=key_name(by_id["filter"].key),
        help=key_name(by_id["help"].key),
    )
    return CommandView(
        edit=desk.line.edit,
        focused=desk.field is Field.COMMAND,
        hint=hint,
        waiting=tuple(line_of(desk, wish.command) for wish in waiting(desk)),
    )


def notice_view(desk: Desk, width: int) -> NoticeView:
    """What is wrong with the line, what it could become, or the last answer."""
    line, notice = desk.line, desk.notices.now
    if desk.field is Field.COMMAND and line.problem is not None:
        column = column_of(command_view(desk), desk.say, line.problem.start, width)
        return NoticeView(text=line.problem.sentence(desk.texts), tone=Tone.WARN, mark_column=column)
    if desk.field is Field.COMMAND and line.choices:
        return NoticeView(choices=line.choices, chosen=line.chosen)
    if desk.field is Field.COMMAND and (found := desk.places_at_hand.candidates()):
        return NoticeView(choices=tuple(desk.places_at_hand.known.typed(each) for each in found))
    if notice.weighs:
        return NoticeView(text=notice.text, tone=notice.tone)
    trouble, asking = desk.trouble(), desk.field is None
    if asking and desk.dispatch.question is not None:
        return question_line(desk, width)
    proposal = proposal_line(desk, width) if asking else NoticeView()
    if notice.text and not (notice.yields and proposal.text):
        return NoticeView(text=notice.text, tone=notice.tone)
    if trouble is not None:
        return NoticeView(text=trouble.sentence(desk.texts), tone=Tone.WARN)
    return proposal


def waiting(desk: Desk) -> tuple[Wish, ...]:
    """The wishes that are worth showing as waiting."""
    limit: datetime = desk.clock() - SHOWN_WAITING_AFTER
    return tuple(wish for wish in desk.store.waiting if wish.made_at <= limit)
