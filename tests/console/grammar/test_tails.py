"""Free text at the end of a line."""

from typing import Any

import pytest

from console.actions.action import Arg, ArgKind
from console.actions.problem import NotUnderstood
from console.grammar.places import NO_PLACES
from console.grammar.tails import read_tails, until_mark
from console.grammar.words import split
from protocol.model.point import Point

WHAT = Arg(kind=ArgKind.WHAT, name="what")
PLACE = Arg(kind=ArgKind.PLACE, name="place")
STORY = Arg(kind=ArgKind.TEXT, name="story", required=False)
BY = Arg(kind=ArgKind.NAME, name="by", required=False, words=("door:", "by:"))
TO = Arg(kind=ArgKind.NAME, name="to", required=False, words=("aan:", "to:"))


def tails(line: str, *args: Arg) -> dict[str, Any]:
    """The whole line read as these."""
    return read_tails(line, split(line), args, NO_PLACES)


def test_what_place_and_rest_are_parted_by_their_marks() -> None:
    """A mark may be stuck to what it begins."""
    for line in ("brand @ Markt 5 -- melder wacht", "brand @Markt 5 -- melder wacht"):
        read = tails(line, WHAT, PLACE, STORY)
        assert (read["what"], read["place"].name, read["story"]) == ("brand", "Markt 5", "melder wacht")


def test_coordinates_behind_a_place_are_its_point() -> None:
    """Without words they are its name, too; a point that is nowhere on earth is marked."""
    at = Point(lat_deg=52.01, lon_deg=4.35).on_grid()
    assert tails("brand @ Markt 5 (52.01,4.35)", WHAT, PLACE)["place"].point == at
    assert tails("brand @ (52.01,4.35)", WHAT, PLACE)["place"].name == "52.01, 4.35"
    with pytest.raises(NotUnderstood) as raised:
        tails("brand @ Markt 5 (97.0,4.35)", WHAT, PLACE)
    assert (raised.value.problem.key, raised.value.problem.start) == ("problem-not-on-earth", 16)


def test_a_point_that_is_wrong_can_be_taken_back() -> None:
    """`(-)` is no part of the name."""
    read = tails("Markt 5 (-)", PLACE)
    assert (read["place"].name, read["without-point"]) == ("Markt 5", True)
    assert "without-point" not in tails("Markt 5 (achterom)", PLACE)


def test_marks_of_their_own_stand_in_any_order() -> None:
    """Whom and by whom, whichever comes first."""
    assert tails("bellen door:12.03 aan:De Boer", WHAT, BY, TO) == tails(
        "bellen aan:De Boer door: 12.03", WHAT, BY, TO
    )
    assert tails("bellen aan:De Boer", WHAT, BY, TO) == {"what": "bellen", "to": "De Boer"}


def test_what_is_required_is_missed_and_the_rest_is_not() -> None:
    """Nothing is made up for what was left out."""
    assert tails("brand @ Markt 5", WHAT, PLACE, STORY).keys() == {"what", "place"}
    with pytest.raises(NotUnderstood) as raised:
        tails("brand", WHAT, PLACE)
    assert raised.value.problem.key == "problem-missing-place"


def test_other_words_end_where_the_first_mark_stands() -> None:
    """Without a mark they run to the end."""
    assert until_mark(split("20m bellen aan:De Boer door:12.03"), (BY, TO)) == 2
    assert until_mark(split("20m bellen"), (BY, TO)) == 2
