"""Things that could stand at the cursor."""

from attrs import evolve

from console.actions.catalog import CATALOG
from console.grammar.candidates import numbered, others, partners, subjects, verbs
from protocol.model.scale import Scale
from protocol.model.text import Name
from tests.console.grammar.make import BOARD


def test_a_verb_is_offered_in_the_readers_own_words_where_they_begin_so() -> None:
    """One for each action; the other language only where the reader's own does not fit."""
    action = CATALOG.by_id["priority"]
    (english,) = verbs("priority", (action,), "nl")
    assert english.text == "priority"
    (dutch,) = verbs("PRIO", (action,), "nl")
    assert (dutch.text, dutch.subject) == (action.verb, action)
    assert verbs("zzz", CATALOG.actions, "nl") == []


def test_only_what_is_open_or_on_duty_is_offered() -> None:
    """Units by call sign, then incidents; what was let go is nothing to show."""
    found = subjects("", BOARD)
    assert [each.text for each in found][:3] == ["12.03", "12.04", "13.01"]
    assert {each.text for each in found[3:]} == {"2", "417", "418"}
    assert [each.text for each in subjects("41", BOARD)] == [
        str(each.number) for each in BOARD.open_incidents() if each.number != 2
    ]


def test_a_number_keeps_the_mark_with_which_it_was_begun() -> None:
    """Completion does not change what stands there."""
    assert [each.text for each in numbered("#2", BOARD.open_incidents())] == ["#2"]


def test_another_incident_is_another_one() -> None:
    """Never the first itself, and none while there is no first."""
    assert {each.text for each in others("", 417, BOARD)} == {"2", "418"}
    assert others("", None, BOARD) == []


def test_partners_of_this_incident_stand_first_and_each_once() -> None:
    """Then those of others, by name."""
    here = evolve(BOARD.incidents[417], scale=Scale(partners=(Name("GGD"), Name("Brandweer"))))
    there = evolve(BOARD.incidents[418], scale=Scale(partners=(Name("Gemeente"), Name("GGD"))))
    board = evolve(BOARD, incidents=BOARD.incidents.set(417, here).set(418, there))
    assert [each.text for each in partners("", 417, board)] == ["GGD", "Brandweer", "Gemeente"]
    assert [each.text for each in partners("g", 417, board)] == ["GGD", "Gemeente"]
