"""Which rectangle each part of the screen gets, for every size. Pure.

Three shapes: narrow (one main panel over the line), wide (board and line beside units and map), wall (three
columns). In all of them the row under the hand, its notice and the status line are the last three rows.
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

BARS = ("row", "notice", "status")

DEED_ROWS = {60: 3, 80: 2}
"""How many rows the deeds behind Space take from so many columns on."""

MOST_DEED_ROWS = 4
"""On fewer columns than any of these."""


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
    deeds: bool = False,
) -> Mapping[str, Region]:
    """The region of each part by its id; a part that is not in it is not shown.

    `main` is the panel that has the keys. The regions lie on the screen and do not overlap. `melding`
    asks for its panel, `form` for the intake form, which takes the place of the line, `recommend` for the
    list of who could go at the foot of the line; it is not shown beside a form. What asks (`alarm`) and the
    banner of an `emergency`, so many rows, stand above the panels, which give the rows: no title is hidden,
    and the rows at the foot, where one types, stay where they are. `deeds` lie over the last rows above the
    row while they are open: they alone cover something.
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
    if deeds:
        placed["deeds"] = over_the_row(width, foot)
    return {name: place for name, place in placed.items() if place.width > 0 and place.height > 0}


def over_the_row(width: int, body: int) -> Region:
    """Where the deeds lie: over the last rows of the body, so that nothing moves when they come."""
    wide = [rows for least, rows in DEED_ROWS.items() if width >= least]
    rows = min(body, min(wide, default=MOST_DEED_ROWS))
    return Region(0, body - rows, width, rows)


def _formed(places: Mapping[str, Region], width: int, body: int) -> dict[str, Region]:
    """The form over the line; over everything where the screen is narrow."""
    if width < WIDE_FROM:
        return {"form": Region(0, 0, width, body)}
    kept = {name: place for name, place in places.items() if name != "line"}
    return {**kept, "form": places["line"]}


def _advised(places: Mapping[str, Region], body: int) -> dict[str, Region]:
    """The list at the end of the line's column: the line keeps what is left above it.

    Where that would be less than a few rows the line goes, and what stands above gives the rest.
    """
    lowest = places.get("line") or max(
        (place for name, place in places.items() if name not in BARS and place.x == 0),
        key=lambda place: place.bottom,
    )
    column = sorted(
        (
            name
            for name, place in places.items()
            if name not in BARS and place.x == lowest.x and place.height > 1
        ),
        key=lambda name: places[name].y,
    )
    found = dict(places)
    wanted = min(LIST_ROWS, max(4, body * 2 // 3))
    top = lowest.bottom - wanted
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
    found["recommend"] = Region(lowest.x, top, lowest.width, lowest.bottom - top)
    return found


def _narrow(width: int, body: int, main: Where, melding: bool) -> dict[str, Region]:
    if main in (Where.LINE, Where.MELDING):
        return {main.value: Region(0, 0, width, body)}
    line = max(5, body * 2 // 5)
    return {
        main.value: Region(0, 0, width, body - line),
        ("melding" if melding else "line"): Region(0, body - line, width, line),
    }


def _wide(width: int, body: int, main: Where, melding: bool) -> dict[str, Region]:
    left = max(66, width * 6 // 10)
    right = width - left - 1
    board = body * 11 // 20
    places = {
        "board": Region(0, 0, left, board),
        "line": Region(0, board, left, body - board),
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
        "line": Region(board + 1, told, line, body - told),
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
