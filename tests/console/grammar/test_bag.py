"""Words that are each one value, in any order."""

from typing import Any

import pytest

from console.actions.action import Arg, ArgKind
from console.actions.catalog import CATALOG
from console.actions.problem import NotUnderstood, Problem
from console.grammar.bag import Bag
from console.grammar.classifications import NO_CLASS, NONE_KNOWN, Classification, Classifications
from console.grammar.known import Known
from console.grammar.moments import Clock
from console.grammar.words import split
from protocol.model.means import Means
from protocol.model.phase import Phase
from protocol.model.priority import Priority
from protocol.model.text import Name
from tests.console.grammar.make import AT, BOARD, NOTHING

INCIDENT = Arg(kind=ArgKind.INCIDENT, name="incident")
PRIORITY = Arg(kind=ArgKind.PRIORITY, name="priority")
PHASE = Arg(kind=ArgKind.PHASE, name="phase")
UNITS = Arg(kind=ArgKind.UNIT, name="unit", many=True)
CALL_SIGN = Arg(kind=ArgKind.CALL_SIGN, name="call-sign")
MEANS = Arg(kind=ArgKind.MEANS, name="means")
CODE = Arg(kind=ArgKind.CODE, name="class")
CLASSES = Classifications(classes=(Classification(code=Name("INB"), name="Inbraak", last="Inbraak"),))


def bag(line: str, *args: Arg, classes: Classifications = NONE_KNOWN) -> dict[str, Any]:
    """The values in the line."""
    known = Known(
        line=line,
        catalog=CATALOG,
        board=BOARD,
        selection=NOTHING,
        status_numbers=(),
        clock=Clock(now=AT),
        classes=classes,
    )
    return Bag(args, split(line), known).read()


def problem(line: str, *args: Arg, classes: Classifications = NONE_KNOWN) -> Problem:
    """What is wrong with it."""
    with pytest.raises(NotUnderstood) as raised:
        bag(line, *args, classes=classes)
    return raised.value.problem


def test_of_two_numbers_the_last_one_is_given_first() -> None:
    """One number alone is the priority: the incident comes from the selection."""
    assert bag("1", INCIDENT, PRIORITY) == {"priority": Priority.P1}
    assert bag("417 1", INCIDENT, PRIORITY) == {"incident": 417, "priority": Priority.P1}


def test_several_of_a_kind_are_kept_in_their_order_and_none_twice() -> None:
    """A call sign that was named before is a slip."""
    assert bag("12.04 417 12.03", UNITS, INCIDENT) == {"unit": (2, 1), "incident": 417}
    twice = problem("12.03 1203", UNITS)
    assert (twice.key, twice.start) == ("problem-twice", 6)


def test_a_value_of_two_words_is_taken_whole() -> None:
    """Closing is no phase to enter: it has a verb of its own."""
    assert bag("merge out", PHASE) == {"phase": Phase.MERGE_OUT}
    assert problem("gesloten", PHASE).key == "problem-close-has-a-verb"


def test_a_slip_beside_a_call_sign_does_not_become_one() -> None:
    """Any word can be a call sign, so the others choose first."""
    assert bag("motor 12.09", CALL_SIGN, MEANS) == {"means": Means.MOTORCYCLE, "call-sign": "12.09"}
    assert problem("mtoor", CALL_SIGN, MEANS).key == "problem-not-a-means"
    assert problem("x" * 40, CALL_SIGN).key == "problem-too-long"


def test_a_marked_number_is_the_incident_and_never_a_line() -> None:
    """`doorhalen #418` leaves the line open, wherever the number stands."""
    entry = Arg(kind=ArgKind.ENTRY, name="entry")
    assert bag("#418", INCIDENT, entry) == {"incident": 418}
    assert bag("2 #418", INCIDENT, entry) == {"incident": 418, "entry": 2}
    assert bag("#418 2", INCIDENT, entry) == {"incident": 418, "entry": 2}
    assert bag("2", INCIDENT, entry) == {"entry": 2}
    assert problem("#77777", INCIDENT, entry).key == "problem-unknown-incident"


@pytest.mark.parametrize("word", ["solo;", "motor;", "aanmelden", "twaalf", "12,04", "12.04;", "?", "-"])
def test_a_word_that_is_no_call_sign_is_asked_about(word: str) -> None:
    """With an example of who is on duty, or with the word that it was meant to be."""
    found = problem(word, CALL_SIGN, MEANS)
    assert found.key in ("problem-not-a-call-sign", "problem-not-a-means", "problem-not-a-crew")
    if found.key == "problem-not-a-call-sign":
        assert found.args["example"] == "12.03"


def test_a_call_sign_has_a_digit_in_it() -> None:
    """With signs between letters and digits as the site writes them."""
    for word in ("12.04", "1204", "biker-7", "RT-23.1", "K9"):
        assert bag(word, CALL_SIGN)["call-sign"] == word


def test_a_code_is_taken_as_it_stands_only_while_the_list_is_not_known() -> None:
    """Once it is known, a code that is not in it is a slip; `-` alone takes the class back."""
    assert bag("-zzz", CODE)["class"].code == "zzz"
    assert problem("-zzz", CODE, classes=CLASSES).key == "problem-unknown-code"
    assert bag("-inb", CODE, classes=CLASSES)["class"].code == "INB"
    assert bag("-", CODE, classes=CLASSES)["class"] == NO_CLASS


def test_a_word_that_is_nothing_of_what_is_open_is_named() -> None:
    """By the kind that was still expected; behind the last one every word is too much."""
    assert problem("zzz", INCIDENT, PRIORITY).key == "problem-not-a-priority"
    assert problem("19.99", UNITS).key == "problem-unknown-unit"
    assert problem("417 1 9", INCIDENT, PRIORITY).key == "problem-too-much"
