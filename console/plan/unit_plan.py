"""Which rectangle each part of a unit's screen gets, for every size from 60 x 20. Pure.

The melding over its line, or beside it with the map where there is room; other panels take the whole. The
keys of the radio, the row under the hand, its notice and the status line are always at the foot.
"""

from collections.abc import Mapping

from textual.geometry import Region

from console.actions.action import Where
from console.plan.head_rows import head_rows, rows_of
from console.plan.room_plan import BARS, over_the_row

WIDE_FROM = 110
KEY_ROWS = 2
"""What asks for a key, and the numbers of the radio."""

_PANELS = {Where.BOARD: "board", Where.UNITS: "units", Where.MAP: "map", Where.MELDING: "melding"}


def unit_plan(
    width: int,
    height: int,
    *,
    main: Where,
    line: str = "",
    keys: int = KEY_ROWS,
    alarm: bool = False,
    form: bool = False,
    recommend: bool = False,
    emergency: int = 0,
    deeds: bool = False,
) -> Mapping[str, Region]:
    """The region of each part by its id; a part that is not in it is not shown.

    What asks (`alarm`) and the banner of an `emergency`, so many rows, have the top to themselves. `line` is
    the part that shows the line on which one would speak (`line` or `pair`), "" without one; `keys` is how
    many rows the foot needs.
    """
    body = max(0, height - len(BARS))
    places = {bar: Region(0, body + row, width, 1) for row, bar in enumerate(BARS)}
    room = max(0, body - keys)
    head = head_rows(width, height, alarm=alarm, emergency=emergency)
    top = min(rows_of(head), max(0, room - 1))
    if top == rows_of(head):
        places.update(head)
    else:
        top = 0
    places["own-keys"] = Region(0, room, width, body - room)
    if form:
        parts = {"form": Region(0, 0, width, room - top)}
    elif recommend:
        parts = {"recommend": Region(0, 0, width, room - top)}
    elif main in _PANELS:
        parts = {_PANELS[main]: Region(0, 0, width, room - top)}
    else:
        parts = (_wide if width >= WIDE_FROM else _narrow)(width, room - top, line)
    places.update((name, place.translate((0, top))) for name, place in parts.items())
    if deeds:
        places["deeds"] = over_the_row(width, body)
    return {name: place for name, place in places.items() if place.width > 0 and place.height > 0}


def _narrow(width: int, room: int, line: str) -> dict[str, Region]:
    if not line or room < 2:
        return {"own": Region(0, 0, width, room)}
    own = min(max(4, room * 2 // 5), max(1, room - 1))
    return {
        "own": Region(0, 0, width, own),
        line: Region(0, own, width, room - own),
    }


def _wide(width: int, room: int, line: str) -> dict[str, Region]:
    left = width // 2
    own = room * 11 // 20
    places = {
        "own": Region(0, 0, left, own),
        "map": Region(0, own, left, room - own),
        "rule-1": Region(left, 0, 1, room),
    }
    if not line:
        return {"own": places["own"], "map": Region(left + 1, 0, width - left - 1, room)} | {
            "own": Region(0, 0, left, room),
            "rule-1": places["rule-1"],
        }
    right = width - left - 1
    return places | {
        line: Region(left + 1, 0, right, room),
    }
