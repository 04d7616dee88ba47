"""Which rectangle each part of the screen gets, for every size. Pure.

Three shapes: narrow (one main panel over the line), wide (board and line beside units and map), wall (three
columns). In all of them the command line, its notice and the status line are the last three rows.
"""

from collections.abc import Mapping

from textual.geometry import Region

from console.actions.action import Where
from console.plan.head_rows import head_rows, rows_of

WIDE_FROM = 110
WALL_FROM = 200
BOTH_FROM_ROWS = 24
"""Rows above the bars from which units and map fit above each other."""

LIST_ROWS = 9
"""A title and eight units."""

LEAST_ROWS = 4
"""A panel with fewer rows says nothing."""

BARS = ("command", "notice", "status")


def plan(
    width: int,
    height: int,
    *,
    main: Where,
    alarm: bool = False,
    melding: bool = False,
    form: bool = False,
    recommend: bool = False,
    emergency: int = 0,
) -> Mapping[str, Region]:
    """The region of each part by its id; a part that is not in it is not shown.

    `main` is the panel that has the keys. The regions lie on the screen and do not overlap. `melding`
    asks for its panel, `form` for the intake form, which takes the place of the line, `recommend` for the
    list of who could go at the foot of the line; it is not shown beside a form. What asks (`alarm`) and the
    banner of an `emergency`, so many rows, stand above the panels, which give the rows: no title is hidden,
    and the rows at the foot, where one types, stay where they are.
    """
    head = head_rows(width, height, alarm=alarm, emergency=emergency)
    foot = max(0, height - len(BARS))
    body = max(0, foot - rows_of(head))
    if width >= WALL_FROM:
        places = _wall(width, body, main, melding)
    elif width >= WIDE_FROM:
        places = _wide(width, body, main, melding)
    else:
        places = _narrow(width, body, main, melding)
    if form:
        places = _formed(places, width, body)
    elif recommend:
        places = _advised(places, body)
    placed = {
        **head,
        **{name: place.translate((0, rows_of(head))) for name, place in places.items()},
        **{bar: Region(0, foot + row, width, 1) for row, bar in enumerate(BARS)},
    }
    return {name: place for name, place in placed.items() if place.width > 0 and place.height > 0}


def _formed(places: Mapping[str, Region], width: int, body: int) -> dict[str, Region]:
    """The form over the line and the speaking row; over everything where the screen is narrow."""
    if width < WIDE_FROM:
        return {"form": Region(0, 0, width, body)}
    kept = {name: place for name, place in places.items() if name not in ("line", "speak")}
    line, speak = places["line"], places["speak"]
    return {**kept, "form": Region(line.x, line.y, line.width, line.height + speak.height)}


def _advised(places: Mapping[str, Region], body: int) -> dict[str, Region]:
    """The list at the end of the line's column, over the speaking row: the line keeps what is left above it.

    Where that would be less than a few rows the line goes, and what stands above gives the rest.
    """
    speak = places["speak"]
    column = sorted(
        (
            name
            for name, place in places.items()
            if place.x == speak.x and place.bottom <= speak.y and place.height > 1
        ),
        key=lambda name: places[name].y,
    )
    found = dict(places)
    wanted = min(LIST_ROWS, max(4, body * 2 // 3))
    top = speak.y - wanted
    for name in column:
        place = places[name]
        left = min(place.bottom, top) - place.y
        if left == place.height:
            continue
        if left >= LEAST_ROWS or name == column[0]:
            found[name] = Region(place.x, place.y, place.width, max(0, left))
        else:
            del found[name]
            top = min(top, place.y)
    found["recommend"] = Region(speak.x, top, speak.width, speak.y - top)
    return found


def _narrow(width: int, body: int, main: Where, melding: bool) -> dict[str, Region]:
    if main in (Where.LINE, Where.MELDING):
        return {main.value: Region(0, 0, width, body - 1), "speak": Region(0, body - 1, width, 1)}
    line = max(5, body * 2 // 5)
    return {
        main.value: Region(0, 0, width, body - line),
        ("melding" if melding else "line"): Region(0, body - line, width, line - 1),
        "speak": Region(0, body - 1, width, 1),
    }


def _wide(width: int, body: int, main: Where, melding: bool) -> dict[str, Region]:
    left = max(66, width * 6 // 10)
    right = width - left - 1
    board = body * 11 // 20
    places = {
        "board": Region(0, 0, left, board),
        "line": Region(0, board, left, body - board - 1),
        "speak": Region(0, body - 1, left, 1),
        "rule-1": Region(left, 0, 1, body),
    }
    return places | _right(left + 1, right, body, main, melding)


def _wall(width: int, body: int, main: Where, melding: bool) -> dict[str, Region]:
    board = width * 45 // 100
    line = width * 25 // 100
    right = width - board - line - 2
    told = body * 3 // 5 if melding else 0
    places = {
        "board": Region(0, 0, board, body),
        "rule-1": Region(board, 0, 1, body),
        "line": Region(board + 1, told, line, body - told - 1),
        "speak": Region(board + 1, body - 1, line, 1),
        "rule-2": Region(board + line + 1, 0, 1, body),
    }
    if melding:
        places["melding"] = Region(board + 1, 0, line, told)
    return places | _right(board + line + 2, right, body, main, melding=False)


def _right(x: int, width: int, body: int, main: Where, melding: bool) -> dict[str, Region]:
    """Units over the map; the melding takes the place of whichever of the two has not the keys."""
    upper, lower = "units", "map"
    if melding and main is Where.MAP:
        upper = "melding"
    elif melding:
        lower = "melding"
    if body < BOTH_FROM_ROWS:
        asked = main.value if main.value in (upper, lower) else lower if melding else upper
        return {asked: Region(x, 0, width, body)}
    first = body // 4 if melding and lower == "melding" else body * 2 // 5
    return {upper: Region(x, 0, width, first), lower: Region(x, first, width, body - first)}
