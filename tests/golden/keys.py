"""Which key does what, in which state, as text. Pure; made from the law of the row and the catalogue."""

from console.actions.action import Where
from console.actions.catalog import CATALOG
from console.actions.deed_numbers import ROOM_DEEDS, UNIT_DEEDS
from console.row.law import LAW, Rule


def text() -> str:
    """The whole file: the law, the deeds, then of each place its keys and letters."""
    law = [_rule(rule) for rule in LAW]
    deeds = [f"    {number}       {ROOM_DEEDS[number]:<22}{UNIT_DEEDS[number]}" for number in ROOM_DEEDS]
    parts = ["\n".join(["row (! may send)", *law]), "\n".join(["behind Space: room, unit", *deeds])]
    for where in Where:
        found = {action.key: action.id for action in CATALOG.actions if action.where is where and action.key}
        found |= {
            f".{each.letter}": each.id for each in CATALOG.actions if each.where is where and each.letter
        }
        parts.append("\n".join([where.value, *(f"    {key:<16}{found[key]}" for key in sorted(found))]))
    return "\n\n".join(parts) + "\n"


def _rule(rule: Rule) -> str:
    marks = (" (unit)" if rule.units else "") + (" !" if rule.writes else "")
    return f"    {rule.when:<8}{rule.keys:<22}{rule.does}{marks}"
