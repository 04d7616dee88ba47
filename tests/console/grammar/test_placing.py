"""Which stretch of an unfinished line is a place; and that its candidates are completed like other words."""

import pytest

from console.actions.action import Selection
from console.actions.catalog import CATALOG
from console.actions.problem import Parsed
from console.grammar.complete import complete
from console.grammar.parse import parse
from console.grammar.places import NO_PLACES, KnownPlace
from console.grammar.placing import place_typed
from protocol.commands.incidents import ChangePlace, OpenIncident
from protocol.model.point import Point
from tests.console.grammar.make import BOARD, NOTHING

POINT = Point(lat_deg=52.0, lon_deg=4.3)
KADE = KnownPlace(name="Lange Kade", kind="street", point=POINT)
KADE_5 = KnownPlace(name="Lange Kade 5", kind="house", point=Point(lat_deg=52.1, lon_deg=4.3))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("nieuw 1 inbraak @ lange k", "lange k"),
        ("new inbraak @lange", "lange"),
        ("nieuw 1 inbraak @", None),
        ("plaats 417 lange kade", "lange kade"),
        ("plaats 417 @ lange", "lange"),
        ("place #417 x", "x"),
        ("vind oude lan", "oude lan"),
        ("vind ", None),
        ("vind", None),
        ("nieuw 1 inbraak", None),
        ("nieuw 1 inbraak @ ", None),
        ("nieuw 1 inbraak @ kade -- melder wacht", None),
        ("nieuw 1 inbraak @ kade (52.01,4", None),
        ("log 417 bij @ kade", None),
        ("plaats 417", None),
        ("xyzzy @ kade", None),
    ],
)
def test_a_place_is_found_where_it_is_typed(line: str, text: str | None) -> None:
    """Behind its mark, or behind the number; not in a story, and not when its point is typed."""
    found = place_typed(line, len(line), CATALOG, BOARD, NOTHING)
    assert (None if found is None else found.text) == text


def test_the_place_before_the_cursor_counts() -> None:
    """What stands behind the cursor is not being typed."""
    found = place_typed("nieuw 1 brand @ kade -- story", 20, CATALOG, BOARD, Selection())
    assert found is not None
    assert (found.start, found.end, found.text) == (16, 20, "kade")


def test_candidates_take_the_place_of_the_words() -> None:
    """All the words that were typed, also with spaces in them; without an answer nothing is offered."""
    line = "nieuw 1 inbraak @ lange kad"
    places = NO_PLACES.having("lange kad", (KADE, KADE_5))
    found = complete(line, len(line), CATALOG, BOARD, NOTHING, places=places)
    assert (found.start, found.end, found.choices) == (18, 27, ("Lange Kade", "Lange Kade 5"))
    assert complete(line, len(line), CATALOG, BOARD, NOTHING).choices == ()


def test_a_name_that_was_found_brings_its_point() -> None:
    """Typed or picked; other words stay words, and coordinates that are typed win."""
    places = NO_PLACES.having("lange", (KADE,))

    def place(line: str) -> Point | None:
        parsed = parse(line, CATALOG, BOARD, NOTHING, places=places)
        assert isinstance(parsed, Parsed), parsed
        (command,) = parsed.commands
        assert isinstance(command, OpenIncident | ChangePlace)
        return command.place.point

    assert place("nieuw 1 inbraak @ lange kade -- achterom") == POINT
    assert place("plaats 417 Lange Kade") == POINT
    assert place("nieuw 1 inbraak @ lange kade achter de kerk") is None
    assert place("nieuw 1 inbraak @ Lange Kade (51.5,4.5)") == Point(lat_deg=51.5, lon_deg=4.5)
