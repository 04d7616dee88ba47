"""What is typed at a desk and not sent, as one value; and from such a value back to the fields of a desk.

Reads and writes the fields of the desk's parts; what is kept where is the memory's business. Nothing that
comes back is sent by itself: a form waits until somebody takes it up, and a text is laid under a number only
in the history it was typed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from console.field.edit import Edit, holding
from console.memory.typed import Typed, TypedIn, TypedLine
from console.part.field import Field
from protocol.session.origin import Origin

if TYPE_CHECKING:
    from console.desk.desk import Desk
    from console.line.drafts import Drafts


@frozen(kw_only=True)
class LaidBack:
    """What became of a value that was laid back."""

    where: tuple[str, ...]
    """In words, where something stands again."""

    homeless: Typed
    """Lines for an incident or a unit that is not there: they can only be shown."""


def typed_now(desk: Desk, origin: Origin | None) -> Typed:
    """Everything that stands in the fields of the desk and was not sent."""
    at = desk.now
    texts = [(TypedIn.COMMAND, 0, desk.line.typed), (TypedIn.FILTER, 0, desk.filter.text)]
    texts += [
        (typed_in, number, text)
        for typed_in, drafts in _drafts(desk).items()
        for number, text in drafts.texts().items()
    ]
    lines = [
        TypedLine(typed_in=typed_in, number=number, text=text, at=at)
        for typed_in, number, text in texts
        if text.strip()
    ]
    ids = {id(wish.command): wish.id for wish in (*desk.store.waiting, *desk.store.withheld)}
    forms = desk.forms.halves(at, lambda command: ids.get(id(command)))
    return Typed(origin=origin, lines=tuple(lines), forms=forms)


def lay_back(desk: Desk, typed: Typed) -> LaidBack:
    """Into the fields it goes, before what was typed since; nothing is sent, and no field takes the keys."""
    where: list[str] = []
    homeless: list[TypedLine] = []
    for line in typed.lines:
        if _has_home(desk, line):
            _lay_line(desk, line)
            where.append(desk.say(f"typed-in-{line.typed_in}", number=line.number))
        else:
            homeless.append(line)
    wishes = {wish.id: wish.command for wish in (*desk.leftovers.wishes, *desk.store.waiting)}
    for form in typed.forms:
        desk.forms.take_back(form, None if form.opening is None else wishes.get(form.opening))
        where.append(desk.say("typed-in-form", number=form.number or 0))
    return LaidBack(
        where=tuple(dict.fromkeys(where)), homeless=evolve(typed, lines=tuple(homeless), forms=())
    )


def clear(desk: Desk) -> None:
    """Nothing is typed any more. Whoever is typing goes on in the command line, where no letter is a key and
    nothing is sent that is not understood.
    """
    desk.line.begin("")
    desk.filter = Edit()
    for drafts in _drafts(desk).values():
        drafts.clear()
    desk.forms.clear()
    if desk.field is not None:
        desk.field = Field.COMMAND


def _drafts(desk: Desk) -> dict[TypedIn, Drafts]:
    return {
        TypedIn.OPEN_LINE: desk.drafts,
        TypedIn.CONTACT_LINE: desk.lines.to_melder,
        TypedIn.PAIR_LINE: desk.own.pair_drafts,
    }


def _has_home(desk: Desk, line: TypedLine) -> bool:
    board = desk.store.board
    match line.typed_in:
        case TypedIn.OPEN_LINE | TypedIn.CONTACT_LINE:
            return line.number in board.incidents
        case TypedIn.PAIR_LINE:
            return line.number in board.units
        case _:
            return True


def _lay_line(desk: Desk, line: TypedLine) -> None:
    match line.typed_in:
        case TypedIn.COMMAND:
            desk.line.take_back(line.text)
        case TypedIn.FILTER:
            if not desk.filter.text:
                desk.filter = holding(line.text)
        case _:
            drafts = _drafts(desk)[line.typed_in]
            if drafts.of(line.number).text != line.text:
                drafts.take_back(line.number, line.text)
