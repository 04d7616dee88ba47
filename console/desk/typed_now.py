"""What is typed at a desk and not sent, as one value; and from such a value back to the fields of the parts.

Reads and writes the fields of the desk's parts; what is kept where is the memory's business. Nothing that
comes back is sent by itself: a form waits until somebody takes it up, and a text is laid under a number only
in the history it was typed in.
"""

from collections.abc import Iterable
from typing import Protocol

from attrs import evolve, frozen

from console.command.command_line import CommandLine
from console.field.edit import Edit, holding
from console.intake.intake import Intake
from console.line.drafts import Drafts
from console.memory.typed import Typed, TypedIn, TypedLine
from console.part.context import Context
from console.part.effects import Effects, FilterBy, Focus
from console.part.field import Field
from console.row.row import NO_MELDING, Row
from protocol.session.origin import Origin
from protocol.session.outbox import Wish


class Fields(Protocol):
    """The parts in which somebody types, and all that they stand for."""

    line: CommandLine
    row: Row
    intake: Intake

    def forget_history(self) -> None:
        """Whatever was of meldingen and units of the history before goes."""


@frozen(kw_only=True)
class LaidBack:
    """What became of a value that was laid back."""

    where: tuple[str, ...]
    """In words, where something stands again."""

    homeless: Typed
    """Lines for an incident or a unit that is not there: they can only be shown."""

    filter: Edit
    """The board's filter from now on."""


def typed_now(fields: Fields, context: Context, origin: Origin | None) -> Typed:
    """Everything that stands in the fields of the desk and was not sent."""
    texts = [(TypedIn.COMMAND, 0, fields.line.typed), (TypedIn.FILTER, 0, context.filter.text)]
    texts += [
        (typed_in, number, text)
        for typed_in, drafts in _drafts(fields).items()
        for number, text in drafts.texts().items()
    ]
    lines = [
        TypedLine(typed_in=typed_in, number=number, text=text, at=context.now)
        for typed_in, number, text in texts
        if text.strip()
    ]
    ids = {id(wish.command): wish.id for wish in (*context.waiting, *context.withheld)}
    forms = fields.intake.forms.halves(context.now, lambda command: ids.get(id(command)))
    return Typed(origin=origin, lines=tuple(lines), forms=forms)


def lay_back(fields: Fields, context: Context, typed: Typed, left: Iterable[Wish]) -> LaidBack:
    """Into the fields it goes, before what was typed since; nothing is sent, and no field takes the keys.

    `left` are the wishes that an earlier run left: one of them may open a form that comes back.
    """
    where: list[str] = []
    homeless: list[TypedLine] = []
    filter_ = context.filter
    for line in typed.lines:
        if not _has_home(context, line):
            homeless.append(line)
            continue
        if line.typed_in is TypedIn.FILTER:
            filter_ = filter_ if filter_.text else holding(line.text)
        else:
            _lay_line(fields, line)
        where.append(context.say(f"typed-in-{line.typed_in}", number=line.number))
    wishes = {wish.id: wish.command for wish in (*left, *context.waiting)}
    for form in typed.forms:
        opening = None if form.opening is None else wishes.get(form.opening)
        fields.intake.forms.take_back(context, form, opening)
        where.append(context.say("typed-in-form", number=form.number or 0))
    return LaidBack(
        where=tuple(dict.fromkeys(where)),
        homeless=evolve(typed, lines=tuple(homeless), forms=()),
        filter=filter_,
    )


def clear(fields: Fields, context: Context) -> Effects:
    """Nothing is typed any more. Whoever is in a word goes on in the command line, where nothing is sent
    that is not understood: words meant for one history are not said in another.
    """
    fields.line.begin("")
    for drafts in _drafts(fields).values():
        drafts.clear()
    fields.intake.forms.clear()
    return (FilterBy(Edit()),) if not context.typing else (FilterBy(Edit()), Focus(Field.COMMAND))


def _drafts(fields: Fields) -> dict[TypedIn, Drafts]:
    return {TypedIn.OPEN_LINE: fields.row.under_hand, TypedIn.ASIDE: fields.row.aside}


def _has_home(context: Context, line: TypedLine) -> bool:
    match line.typed_in:
        case TypedIn.OPEN_LINE | TypedIn.CONTACT_LINE | TypedIn.ASIDE:
            return line.number == NO_MELDING or line.number in context.board.incidents
        case TypedIn.PAIR_LINE:
            return False
        case _:
            return True


def _lay_line(fields: Fields, line: TypedLine) -> None:
    if line.typed_in is TypedIn.COMMAND:
        fields.line.take_back(line.text)
        return
    drafts = _drafts(fields).get(line.typed_in, fields.row.aside)
    if drafts.of(line.number).text != line.text:
        drafts.take_back(line.number, line.text)
