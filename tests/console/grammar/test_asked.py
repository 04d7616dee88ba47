"""What a line says before the cursor: what is named counts, what is selected stands in for it."""

import pytest

from console.actions.action import Selection
from console.actions.catalog import CATALOG
from console.grammar.asked import Asked, read_asked
from console.grammar.candidates import Candidate
from console.grammar.words import split
from tests.console.grammar.make import BOARD

ON_418 = Selection(incident=418)


def asked(line: str, selection: Selection = ON_418) -> Asked:
    """The line up to its last word, which is being typed."""
    verb, *words, begun = split(line)
    return read_asked(CATALOG.by_verb[verb.text], words, begun, line, BOARD, selection)


def test_units_and_incidents_are_those_of_the_board() -> None:
    """A number that is no incident names none; a call sign is no number."""
    found = asked("koppel 12.03 13.01 417 99999 1")
    assert [unit.call_sign for unit in found.units] == ["12.03", "13.01"]
    assert found.numbers == (417,)


@pytest.mark.parametrize(
    ("line", "incident", "first"),
    [
        ("samenvoegen x", 418, 418),
        ("samenvoegen 417 x", 417, 417),
        ("samenvoegen 417 2 x", 2, 417),
    ],
)
def test_the_selection_counts_where_nothing_is_named(line: str, incident: int, first: int) -> None:
    """The last named is meant; the first is the one beside which another stands."""
    assert (asked(line).incident, asked(line).first_incident) == (incident, first)


@pytest.mark.parametrize(
    ("line", "into_text"),
    [
        ("log x", False),
        ("log 417 x", True),
        ("koppel 12.03 x", False),
        ("aanmelden 12.09 x", False),
    ],
)
def test_free_text_begins_behind_the_first_word(line: str, into_text: bool) -> None:
    """Unless each text has a mark of its own, as a team has."""
    assert asked(line).runs_into_text is into_text


@pytest.mark.parametrize(
    ("line", "selection", "wanted"),
    [
        ("log 4", ON_418, False),
        ("log #4", ON_418, True),
        ("log 4", Selection(), True),
        ("koppel 4", ON_418, True),
    ],
)
def test_before_text_a_number_is_offered_when_it_is_asked_for(
    line: str, selection: Selection, wanted: bool
) -> None:
    """Otherwise the text itself may begin with a number."""
    assert asked(line, selection).wants_number is wanted


def test_each_candidate_is_offered_once_among_its_own() -> None:
    """`2` is an incident and an item: it stands among the items. From the word typed, or from `start`."""
    line = asked("status 13.01 ter pl")
    found = [Candidate(text=text, subject=n) for n, text in enumerate(("b", "a", "b"))]
    done = line.completion(found)
    assert (done.start, done.end) == (17, 19)
    assert [(each.text, each.subject) for each in done.candidates] == [("a", 1), ("b", 0)]
    assert line.completion(found, 13).start == 13
