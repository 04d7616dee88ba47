"""Calls that are being taken and have no number: what others are told of ours, and which of theirs is ours.

Pure; from the forms and the board. What another desk takes is known by ticks alone, so its number is found on
the board: the first melding that it opened since, and that is alike.
"""

from collections.abc import Iterable, Iterator

from console.actions.problem import Problem
from console.command.line_reading import parsed_line
from console.intake.form import LINE, Form, Joins
from console.intake.similar import caller_of, share
from console.part.context import Context
from protocol.commands.incidents import OpenIncident
from protocol.model.incident import Incident
from protocol.model.presence import HalfCall, half_call
from protocol.model.text import Name, same_name
from protocol.session.present import HalfAt

HERE = 0
"""The seat of this desk, in its own list."""


def told_of(context: Context, form: Form) -> HalfCall | None:
    """What the others are told of this form; None for one that is out, empty or belongs to another."""
    if not form.wants_hand or not form.mark:
        return None
    parsed = parsed_line(context, f"{context.verb_of(LINE)} {form.text(LINE)}")
    if not isinstance(parsed, Problem):
        for command in parsed.commands:
            if isinstance(command, OpenIncident):
                said = form.text(LINE).split()[:1]
                urgent = int(command.priority) if said and said[0].lstrip("pP").isdecimal() else 0
                return half_call(form.mark, what=command.what, place=command.place.name, priority=urgent)
    caller = caller_of(form.text(LINE))
    return half_call(form.mark, what=caller.what, place=caller.place)


def halves_of(context: Context, forms: Iterable[Form]) -> Iterator[HalfAt]:
    """Our own calls that lie half, as a list of them shows them."""
    for form in forms:
        half = told_of(context, form)
        if half is not None:
            yield HalfAt(seat=HERE, name=Name(context.name), half=half)


def alike(context: Context, form: Form) -> tuple[HalfAt, ...]:
    """The calls of other desks that could be this one: the same kind or the same place, by words."""
    caller = caller_of(form.text(LINE))
    return tuple(
        each
        for each in context.present.halves
        if share(caller.what, each.half.what, within=True) or share(caller.place, each.half.place)
    )


def joins(context: Context, half: HalfAt) -> Joins:
    """A form that belongs to that call from now on."""
    return Joins(
        seat=half.seat,
        mark=half.half.mark,
        name=half.name,
        what=half.half.what,
        place=half.half.place,
        after=context.board.last_incident,
    )


def stands(context: Context, join: Joins) -> bool:
    """True while the other desk still takes that call."""
    desk = context.present.seats.get(join.seat)
    return desk is not None and join.mark in desk.halves


def opened_as(context: Context, join: Joins) -> Incident | None:
    """The melding that the call became; None while it is none."""
    since = [
        incident
        for number, incident in sorted(context.board.incidents.items())
        if number > join.after and same_name(incident.opened_by, join.name)
    ]
    like = [
        each
        for each in since
        if share(join.what, each.what, within=True) or share(join.place, each.place.name)
    ]
    if like:
        return like[0]
    return since[0] if since and not stands(context, join) else None
