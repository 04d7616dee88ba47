"""Which panels are shown: those that have a place, each with its view, however many parts are asked for."""

from collections.abc import Callable
from functools import partial

import pytest
from textual.geometry import Region

from console.paint.palette import FULL
from console.shell.panels import Panels
from protocol.model.role import Role
from tests.console.rig import Rig

EVERYTHING = {"board", "line", "units", "map", "bars"}
PLACE = Region(0, 0, 60, 10)
ROOM = ("board", "line", "units", "map", "melding", "row", "notice", "status", "alarm")


Shown = Callable[..., list[str]]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Gives the ids of the panels that are given a view, for these parts and places."""
    return partial(_shown, monkeypatch)


def _shown(
    monkeypatch: pytest.MonkeyPatch, parts: set[str], places: tuple[str, ...], role: Role = Role.CENTRALIST
) -> list[str]:
    rig = Rig(role=role)
    rig.open(417)
    desk = rig.desk()
    panels = Panels(FULL, desk)
    found: list[str] = []
    for panel in panels.widgets:
        monkeypatch.setattr(panel, "guarded", lambda _show, name=str(panel.id): found.append(name))
    panels.show(parts, dict.fromkeys(places, PLACE), rig.store.health(0.0))
    return found


def test_each_panel_has_a_name_of_its_own() -> None:
    """By which it gets its place."""
    names = [panel.id for panel in Panels(FULL, Rig().desk()).widgets]
    assert None not in names
    assert len(names) == len(set(names))


def test_a_part_that_is_asked_for_and_has_a_place_is_shown(shown: Shown) -> None:
    """All of the room, with its bars and the lines between the panels."""
    found = shown(EVERYTHING, ROOM)
    assert {"board", "line", "units", "map", "melding"} <= set(found)
    assert {"row", "notice", "status", "alarm", "rule-1", "rule-2"} <= set(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("part", ["board", "units", "map"])
def test_a_part_without_a_place_is_left_alone(shown: Shown, part: str) -> None:
    """A small terminal has no room for it; nothing is reckoned for what nobody sees."""
    assert part not in shown(EVERYTHING, tuple(place for place in ROOM if place != part))
    assert part not in shown(EVERYTHING - {part}, ROOM)


def test_only_what_changed_is_shown_anew(shown: Shown) -> None:
    """The bars alone, for a second that passed; an emergency goes over everything, whatever is asked for."""
    assert set(shown({"bars"}, ROOM)) == {"row", "notice", "status", "alarm"} | {
        "rule-1",
        "rule-2",
        "emergency",
    }
    assert shown(set(), ROOM) == ["emergency"]


def test_a_unit_has_its_own_parts_where_the_plan_gives_them_a_place(shown: Shown) -> None:
    """Its melding, its other half and its keys; a form and a proposal wherever they are open."""
    found = shown(EVERYTHING, ("own", "pair", "own-keys", "form", "recommend", "notice"), Role.UNIT)
    assert {"own", "pair", "own-keys", "form", "recommend"} <= set(found)
