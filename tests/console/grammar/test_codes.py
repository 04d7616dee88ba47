"""Code words in a sentence."""

import pytest

from console.actions.catalog import CATALOG
from console.actions.problem import NotUnderstood
from console.grammar.classifications import NONE_KNOWN, Classification, Classifications
from console.grammar.codes import code_of, with_codes
from protocol.model.text import Name, Text

BURGLARY = Classification(code=Name("INB"), name="Inbraak / Woning", last="Woning", words=("inbraak",))
FIRE = Classification(code=Name("BRD"), name="Brand", last="Brand")
CLASSES = Classifications(classes=(BURGLARY, FIRE))
OPEN = CATALOG.by_id["open"]


def test_a_code_is_a_word_behind_one_hyphen() -> None:
    """With a full stop behind it, too; `--` begins a text, and other words are words."""
    assert code_of("-inbraak", CLASSES) == BURGLARY
    assert code_of("-INB.", CLASSES) == BURGLARY
    assert [code_of(word, CLASSES) for word in ("inbraak", "--", "-", "-zzz", "--inbraak")] == [None] * 5
    assert code_of("-inbraak", NONE_KNOWN) is None


def test_a_short_name_begins_with_its_class_and_keeps_what_was_said() -> None:
    """The last code counts; without other words the class alone gives the name, and none is said twice."""
    read = with_codes(OPEN, {"what": Name("-brand achter -inbraak schuur")}, CLASSES)
    assert (read["what"], read["class"]) == ("Woning · achter schuur", BURGLARY)
    assert with_codes(OPEN, {"what": Name("-inbraak")}, CLASSES)["what"] == "Woning"
    assert with_codes(OPEN, {"what": Name("woning leeg -inbraak")}, CLASSES)["what"] == "woning leeg"


def test_what_looks_like_a_code_and_is_none_is_asked_about() -> None:
    """Once the list is known; a number below zero, a quote and a hyphen between words are no codes."""
    line = "nieuw 1 man -inbraka @ Markt"
    with pytest.raises(NotUnderstood) as raised:
        with_codes(OPEN, {"what": Name("man -inbraka")}, CLASSES, line)
    problem = raised.value.problem
    assert (problem.key, line[problem.start : problem.end]) == ("problem-code-or-text", "-inbraka")
    for words in ("het is -3 graden", 'man "-zwarte jas"', "e-bike weg", "man - vrouw"):
        assert with_codes(OPEN, {"what": Name(words)}, CLASSES)["what"] == words


def test_a_line_of_the_log_stays_as_it_was_typed() -> None:
    """It is what somebody said; the class comes out of it all the same."""
    action = CATALOG.by_id["log"]
    read = with_codes(action, {"text": Text("ziet -brand nu")}, CLASSES)
    assert (read["text"], read["class"]) == ("ziet -brand nu", FIRE)


def test_words_without_a_code_change_nothing() -> None:
    """No class is made up."""
    values = {"what": Name("brand in schuur")}
    assert with_codes(OPEN, values, CLASSES) == values
