"""From what is under the hand to the row on the screen, and to the deeds above it. Pure."""

from console.command.command_line import CommandLine
from console.command.line_reading import wanted
from console.command.waiting_lines import lines_of, shown_waiting
from console.dispatch.dispatching import Dispatching
from console.harmless import harmless
from console.part.context import Context
from console.part.field import Field
from console.part.reader import Reader
from console.part.whose_desk import our_unit
from console.row.bar import RowView, Typing
from console.row.deed import Deed
from console.row.deeds import deeds_of, likely
from console.row.deeds_bar import DeedsView
from console.row.lit import Kind, Lit
from console.row.row import NO_MELDING, Row
from protocol.session.provisional import is_provisional


def row_view(row: Row, line: CommandLine, context: Context) -> RowView:
    """The row, whatever is typed on it."""
    waiting = tuple(lines_of(context, shown_waiting(context)))
    match context.field:
        case Field.COMMAND:
            usage = wanted(context, line.edit.text)
            shape = "" if usage is None else usage.shape(context.texts)
            return RowView(edit=line.edit, typing=Typing.VERB, shape=shape, waiting=waiting)
        case Field.FILTER:
            return RowView(
                edit=context.filter, typing=Typing.FILTER, edge=context.say("row-filter"), waiting=waiting
            )
        case Field.FORM:
            return RowView(
                edit=row.edit(context), typing=Typing.FORM, edge=context.say("row-form"), waiting=waiting
            )
        case _:
            lit = row.lit
            return RowView(
                edit=row.edit(context),
                reader=context.reader,
                incident=None if context.reader is Reader.PAIR or _is_new(context) else context.incident,
                edge=_edge(context),
                lit="" if lit is None else str(lit.digit),
                hint=_hint(context) if lit is None else _lit_hint(context, lit),
                aside=bool(row.aside.of(context.incident or NO_MELDING).text),
                waiting=waiting,
            )


def deeds_view(row: Row) -> DeedsView:
    """What stands behind Space, as it was painted when it opened."""
    lit = row.lit.digit if row.lit is not None and row.lit.kind is Kind.DEED else None
    return DeedsView(deeds=row.deeds or (), lit=lit)


def likely_words(context: Context, dispatch: Dispatching) -> tuple[str, ...]:
    """`Spatie 1 stuur 12.09, 4 min`, `Spatie 3 verbind 12.03`: the bright ones."""
    space = context.say("key-space")
    return tuple(f"{space} {each.number} {each.words}" for each in likely(deeds_of(context, dispatch)))


def likely_line(context: Context, dispatch: Dispatching) -> str:
    """The bright ones in one row; empty for none."""
    return " · ".join(likely_words(context, dispatch))


def _edge(context: Context) -> str:
    if context.reader is Reader.PAIR:
        unit = our_unit(context)
        other = None if unit is None else context.board.units.get(unit.pair or 0)
        return context.say("unit-mate", other="?" if other is None else harmless(other.call_sign))
    reader = context.say(f"reader-{context.reader.value}")
    return f"{context.say('row-new')} {reader}" if _is_new(context) else reader


def _is_new(context: Context) -> bool:
    """True while the selected call has no number yet."""
    return context.incident is not None and is_provisional(context.incident)


def _hint(context: Context) -> str:
    return context.say("row-hint", space=context.say("key-space"), help=context.key_of("help"))


def _lit_hint(context: Context, lit: Lit) -> str:
    """What the digit will do."""
    match lit.kind:
        case Kind.STATUS:
            unit = our_unit(context)
            status = getattr(lit.meant, "key", "")
            name = "" if unit is None else harmless(unit.call_sign)
            return context.say("row-lit-status", unit=name, status=context.say(f"status-{status}"))
        case Kind.DEED if isinstance(lit.meant, Deed):
            return harmless(lit.meant.words)
        case _:
            return context.say("row-lit")
