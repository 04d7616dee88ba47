"""From what is known to what the melding panel shows. Pure but for the part, which is told how long it is."""

from collections.abc import Iterable
from datetime import tzinfo

from console.actions.action import Where
from console.board.make_view import answers
from console.board.present_marks import at_melding
from console.melding.melding_part import MeldingPart
from console.melding.view import MeldingView, melding_rows
from console.part.context import Context


def melding_view(
    part: MeldingPart,
    context: Context,
    seeming: Iterable[int],
    zone: tzinfo,
    width: int,
    height: int,
    *,
    deeds: tuple[str, ...] = (),
) -> MeldingView:
    """The selected melding at this moment; `seeming` are the units that seem to be on the spot.

    `deeds` are the likely ones, in words.
    """
    view = MeldingView(
        incident=context.chosen(),
        units=context.board.units,
        now=context.now,
        zone=zone,
        terms=context.terms,
        seeming=frozenset(seeming),
        answers=answers(context),
        deeds=deeds,
        confirm=context.key_of("arrived"),
        guarding=context.guarding is not None and context.guarding == context.incident,
        top=part.top,
        focused=context.panel is Where.MELDING and context.field is None,
        present="" if context.incident is None else at_melding(context, context.incident),
    )
    part.rows = len(melding_rows(view, context.say, width=width, height=height))
    return view
