"""What the movement keys do in each panel."""

from collections.abc import Callable, Mapping

from console.actions.action import Where
from console.board.filtering import listing
from console.board.order import moved
from console.desk.parts import Parts
from console.field.edit import Edit
from console.line.view import entries_of, place_of
from console.part.context import Context
from console.part.effects import (
    NOTHING,
    ClearNotice,
    Effects,
    FilterBy,
    GoTo,
    LookBack,
    Select,
    SelectUnit,
)
from console.part.whose_desk import is_units

_ROUND = (Where.BOARD, Where.UNITS, Where.MAP, Where.MELDING, Where.LINE)
_ALL = 1_000_000
_STEPS: Mapping[str, int] = {"up": -1, "down": 1, "home": -_ALL, "end": _ALL}
_USUAL_ROWS = 10
"""Of a panel that has no place on the screen."""

RowsOf = Callable[[str], int | None]
"""How many rows the panel of this name has now; None while it has no place."""


def press_in_panel(parts: Parts, context: Context, rows_of: RowsOf, key: str) -> Effects | None:
    """None when the key is no movement in the panel that has the keys."""
    match key:
        case "tab":
            return _round(parts, context, 1)
        case "shift+tab":
            return _round(parts, context, -1)
        case "escape":
            return _escape(parts, context)
        case "enter":
            return _enter(context)
        case _ if context.panel is Where.MAP or context.field is not None:
            return None
    if key in ("pageup", "pagedown"):
        page = max(1, (rows_of(context.panel.value) or _USUAL_ROWS) - 3)
        return _walk(parts, context, rows_of, page if key == "pagedown" else -page)
    return _walk(parts, context, rows_of, _STEPS[key]) if key in _STEPS else None


def _round(parts: Parts, context: Context, step: int) -> Effects:
    """To the next panel; the melding's only while it is shown."""
    panels = [where for where in _ROUND if where is not Where.MELDING or parts.melding.shown]
    here = panels.index(context.panel) if context.panel in panels else 0
    return (GoTo(panels[(here + step) % len(panels)]),)


def _walk(parts: Parts, context: Context, rows_of: RowsOf, by: int) -> Effects:
    match context.panel:
        case Where.BOARD:
            return (Select(moved(context.incident, [each.number for each in listing(context)], by)),)
        case Where.UNITS:
            standings = parts.units.standings(context, parts.dispatch.recommending.travels(context))
            return (SelectUnit(moved(context.unit, [each.unit.id for each in standings], by)),)
        case Where.LINE:
            return _walk_line(context, by)
        case Where.MELDING:
            parts.melding.scroll(by, rows_of("melding") or _USUAL_ROWS)
        case _:
            pass
    return NOTHING


def _walk_line(context: Context, by: int) -> Effects:
    incident = context.chosen()
    entries = () if incident is None else entries_of(incident, context.line)
    if not entries:
        return NOTHING
    here = len(entries) if context.entry is None else place_of(entries, context.entry)
    there = here + by
    return (LookBack(None if there >= len(entries) else entries[max(0, there)].id),)


def _enter(context: Context) -> Effects:
    match context.panel:
        case Where.BOARD:
            return (GoTo(Where.LINE),)
        case Where.LINE | Where.MELDING:
            return NOTHING
        case _:
            unit = context.board.units.get(context.unit or 0)
            if unit is None:
                return (GoTo(Where.LINE),)
            return NOTHING if unit.incident is None else (Select(unit.incident),)


def _escape(parts: Parts, context: Context) -> Effects:
    """One step back at each press: notice, reader, looking back, selected unit, home: the board, or a unit's
    line. It answers no alarm.
    """
    if context.notice.text:
        return (ClearNotice(),)
    if parts.row.readers.go_back():
        return NOTHING
    if context.panel is Where.LINE and context.entry is not None:
        return (LookBack(None),)
    elif context.panel is Where.MELDING and context.guarding is not None:
        parts.melding.guarding = None
    elif context.panel in (Where.UNITS, Where.MAP) and context.unit is not None:
        return (SelectUnit(None),)
    elif context.filter.text and context.panel is Where.BOARD:
        return (FilterBy(Edit()),)
    else:
        return (GoTo(Where.LINE if is_units(context) else Where.BOARD),)
    return NOTHING
