"""What the map's actions do: look elsewhere, follow, walk over what is in view."""

from collections.abc import Callable, Mapping

from attrs import evolve

from console.chart.chart import Chart, Target
from console.harmless import harmless
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Effects, Select, SelectUnit, Tell, Values
from protocol.model.point import Point


def picked_point(context: Context) -> tuple[Point | None, str]:
    """Where what is selected on the map is, None when nobody knows; and its name."""
    unit, incident = context.board.units.get(context.unit or 0), context.chosen()
    if unit is not None:
        fix = context.fixes.get(unit.id)
        return None if fix is None else fix.point, str(unit.call_sign)
    if incident is not None:
        return incident.place.point, str(incident.number)
    return None, "–"


def centre(chart: Chart, context: Context, _values: Values) -> Effects:
    """What is selected in the middle of the map."""
    point, name = picked_point(context)
    if point is None:
        return _unknown(context, name)
    chart.centre(point)
    return NOTHING


def follow(chart: Chart, context: Context, values: Values) -> Effects:
    """Follow the unit named, else what is selected; once more lets go."""
    unit = values.get("unit", context.unit)
    if isinstance(unit, tuple):
        unit = unit[0]
    named: Effects = (SelectUnit(unit),) if "unit" in values else NOTHING
    target = Target(unit=unit) if unit is not None else Target(incident=context.incident)
    if chart.following == target or target == Target():
        chart.follow(None)
        return named
    point, name = picked_point(evolve(context, unit=unit))
    if point is None:
        return (*named, *_unknown(context, name))
    chart.follow(target)
    return named


def walk(chart: Chart, context: Context, step: int) -> Effects:
    """The next of the incidents and units in view, in reading order."""
    spots = chart.targets()
    if not spots:
        return NOTHING
    here = Target(unit=context.unit) if context.unit is not None else Target(incident=context.incident)
    place = spots.index(here) if here in spots else (-1 if step > 0 else 0)
    chosen = spots[(place + step) % len(spots)]
    if chosen.incident is None:
        return (SelectUnit(chosen.unit),)
    return (SelectUnit(chosen.unit), Select(chosen.incident))


def pan(chart: Chart, columns: int, rows: int) -> Effects:
    """Half a map further: each step costs a map of bytes, so few and large ones."""
    if chart.size is not None:
        width, height = chart.size
        chart.pan(columns * width // 2, rows * height // 2)
    return NOTHING


def _unknown(context: Context, name: str) -> Effects:
    return (Tell(context.say("desk-no-point", what=harmless(name)), Tone.WARN),)


def _zoom(chart: Chart, by: int) -> Effects:
    chart.zoom(by)
    return NOTHING


def _fit(chart: Chart) -> Effects:
    chart.fit()
    return NOTHING


Deed = Callable[[Chart, Context, Values], Effects]

DEEDS: Mapping[str, Deed] = {
    "zoom-in": lambda chart, _context, _values: _zoom(chart, 1),
    "zoom-out": lambda chart, _context, _values: _zoom(chart, -1),
    "pan-left": lambda chart, _context, _values: pan(chart, -1, 0),
    "pan-right": lambda chart, _context, _values: pan(chart, 1, 0),
    "pan-up": lambda chart, _context, _values: pan(chart, 0, -1),
    "pan-down": lambda chart, _context, _values: pan(chart, 0, 1),
    "map-next": lambda chart, context, _values: walk(chart, context, 1),
    "map-previous": lambda chart, context, _values: walk(chart, context, -1),
    "fit": lambda chart, _context, _values: _fit(chart),
    "centre": centre,
    "follow": follow,
}
"""By the action's id."""
