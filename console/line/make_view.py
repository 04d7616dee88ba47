"""From what is known to the line panel. Pure."""

from datetime import timedelta, tzinfo

from console.actions.action import Where
from console.command.waiting_lines import shown_waiting
from console.line.line_ticks import LineTicks
from console.line.view import LineView
from console.part.context import Context
from protocol.commands.contact import TellMelder
from protocol.commands.timeline import Speak
from protocol.model.line_kind import LineKind
from protocol.wire.messages import OnLineRow


def line_view(context: Context, ticks: LineTicks, zone: tzinfo) -> LineView:
    """The shown line of the selected incident at this moment."""
    kind = context.line
    return LineView(
        incident=context.chosen(),
        now=context.now,
        zone=zone,
        selected=context.entry,
        read=context.read,
        under_way=_under_way(context, kind),
        line=kind,
        me=context.name,
        rows=_rows(context, ticks),
        switch=context.key_of("go-line"),
        golden_hour=timedelta(seconds=context.terms.golden_hour_s),
        focused=context.panel is Where.LINE and context.field is None,
    )


def _rows(context: Context, ticks: LineTicks) -> tuple[OnLineRow, ...]:
    """What the members of the shown line have and do."""
    return () if context.incident is None else ticks.rows(context, (context.incident, context.line))


def _under_way(context: Context, kind: LineKind) -> tuple[str, ...]:
    """What was said to that line and has no answer yet."""
    said = TellMelder if kind is LineKind.CONTACT else Speak
    return tuple(
        wish.command.text
        for wish in shown_waiting(context)
        if isinstance(wish.command, said) and wish.command.incident == context.incident
    )
