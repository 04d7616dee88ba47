"""What the movement keys do in each panel. Part of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from console.actions.action import Where
from console.board.filtering import filter_by
from console.board.order import moved
from console.line.speaking import begin_to_speak
from console.line.view import entries_of, place_of
from console.melding.letting_go import press_number
from console.melding.view import most_top

if TYPE_CHECKING:
    from console.desk.desk import Desk

_ROUND = (Where.BOARD, Where.UNITS, Where.MAP, Where.MELDING, Where.LINE)
_ALL = 1_000_000
_STEPS: Mapping[str, int] = {"up": -1, "down": 1, "home": -_ALL, "end": _ALL}


def press_in_panel(desk: Desk, key: str) -> bool:
    """False when the key is no movement in the panel that has the keys."""
    match key:
        case "tab":
            _round(desk, 1)
        case "shift+tab":
            _round(desk, -1)
        case "escape":
            _escape(desk)
        case "enter":
            _enter(desk)
        case _ if desk.panel is Where.MAP:
            return False
        case _ if desk.panel is Where.MELDING and press_number(desk, key):
            pass
        case "pageup" | "pagedown":
            place = desk.places().get(desk.panel.value)
            page = max(1, (place.height if place else 10) - 3)
            _walk(desk, page if key == "pagedown" else -page)
        case _ if key in _STEPS:
            _walk(desk, _STEPS[key])
        case _:
            return False
    return True


def _round(desk: Desk, step: int) -> None:
    """To the next panel; the melding's only while it is shown."""
    panels = [where for where in _ROUND if where is not Where.MELDING or desk.melding_shown]
    here = panels.index(desk.panel) if desk.panel in panels else 0
    desk.panel = panels[(here + step) % len(panels)]


def _walk(desk: Desk, by: int) -> None:
    match desk.panel:
        case Where.BOARD:
            desk.select(moved(desk.incident, [each.number for each in desk.listing()], by))
        case Where.UNITS:
            desk.unit = moved(desk.unit, [each.unit.id for each in desk.standings()], by)
        case Where.LINE:
            _walk_line(desk, by)
        case Where.MELDING:
            most = most_top(desk.melding_rows, _height(desk))
            desk.melding_top = min(most, max(0, min(most, desk.melding_top) + by))
        case _:
            pass


def _height(desk: Desk) -> int:
    place = desk.places().get("melding")
    return place.height if place else 10


def _walk_line(desk: Desk, by: int) -> None:
    incident = desk.chosen()
    entries = () if incident is None else entries_of(incident, desk.lines.shown)
    if not entries:
        return
    here = len(entries) if desk.entry is None else place_of(entries, desk.entry)
    there = here + by
    desk.look_back(None if there >= len(entries) else entries[max(0, there)].id)


def _enter(desk: Desk) -> None:
    match desk.panel:
        case Where.BOARD:
            desk.panel = Where.LINE
        case Where.LINE | Where.MELDING:
            begin_to_speak(desk)
        case _:
            unit = desk.store.board.units.get(desk.unit or 0)
            if unit is not None and unit.incident is not None:
                desk.select(unit.incident)
            elif unit is None:
                desk.panel = Where.LINE


def _escape(desk: Desk) -> None:
    """One step back at each press: notice and alarm, looking back, selected unit, to the board."""
    if desk.notices.now.text:
        desk.notices.clear()
    elif desk.alarms.any:
        desk.alarms.clear()
    elif desk.panel is Where.LINE and desk.entry is not None:
        desk.look_back(None)
    elif desk.panel is Where.MELDING and desk.guarding is not None:
        desk.guarding = None
    elif desk.panel in (Where.UNITS, Where.MAP) and desk.unit is not None:
        desk.unit = None
    elif desk.filter.text and desk.panel is Where.BOARD:
        filter_by(desk, type(desk.filter)())
    else:
        desk.panel = Where.BOARD
