"""The place that was probably meant by the words of a melding."""

import pytest
from attrs import evolve

from console.actions.catalog import CATALOG
from console.actions.problem import NotUnderstood
from console.grammar.guess import guessed_place
from console.grammar.known import Known
from console.grammar.moments import Clock
from console.grammar.places import NO_PLACES, KnownPlace
from protocol.model.point import Point
from tests.console.grammar.make import AT, BOARD, NOTHING

KADE = KnownPlace(name="Lange Kade", kind="street", point=Point(lat_deg=52.0, lon_deg=4.3).on_grid())


def test_the_best_answer_is_taken_and_without_one_the_words_stay() -> None:
    """Of exactly these words; a melding that is gone is asked about."""
    known = Known(
        line="", catalog=CATALOG, board=BOARD, selection=NOTHING, status_numbers=(), clock=Clock(now=AT)
    )
    words = BOARD.incidents[417].place.name
    assert guessed_place(417, known) == BOARD.incidents[417].place
    found = guessed_place(417, evolve(known, places=NO_PLACES.having(words.upper(), (KADE,))))
    assert (found.name, found.point) == (KADE.name, KADE.point)
    with pytest.raises(NotUnderstood):
        guessed_place(77, known)
