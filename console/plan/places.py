"""The plan of the moment: which rectangle each part of the screen has, for who looks and from where. Pure."""

from collections.abc import Mapping

from textual.geometry import Region

from console.part.context import Context
from console.part.field import Field
from console.part.whose_desk import is_units
from console.plan.room_plan import plan
from console.plan.unit_plan import unit_plan
from console.unit.asks import asks
from console.unit.keys import key_rows
from console.unit.unit_part import Own


def places_of(
    own: Own,
    context: Context,
    size: tuple[int, int],
    *,
    melding: bool,
    emergency: int = 0,
    deeds: bool = False,
) -> Mapping[str, Region]:
    """By panel. `melding`: that panel has a place; `emergency`: the rows of its banner; `deeds` are open."""
    form = context.field is Field.FORM
    if is_units(context):
        return unit_plan(
            *size,
            main=context.panel,
            line=own.line_part(context),
            keys=key_rows(asks(context, on_pair=own.on_pair(context)), size[0]),
            alarm=context.alarmed,
            form=form,
            recommend=context.list_shown,
            emergency=emergency,
            deeds=deeds,
        )
    return plan(
        *size,
        main=context.panel,
        alarm=context.alarmed,
        melding=melding,
        form=form,
        recommend=context.list_shown,
        emergency=emergency,
        deeds=deeds,
    )
