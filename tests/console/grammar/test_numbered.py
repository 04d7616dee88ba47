"""The number in front of free text: an incident, or asked about; never text, for no verb."""

import pytest

from console.actions.action import TAILS, Action, ArgKind, Selection
from console.actions.catalog import CATALOG
from console.actions.problem import Parsed, Problem
from console.grammar.numbered import is_number_like, unquoted
from console.grammar.words import Word
from console.texts.texts import LANGUAGES, Texts
from tests.console.grammar.make import typed

ON_417 = Selection(incident=417)
WITH_UNIT = Selection(incident=417, unit=3)


def _takes_text(action: Action) -> bool:
    kinds = [arg.kind for arg in action.args]
    free = any(kind in TAILS for kind in kinds if kind is not ArgKind.STATUS)
    return action.build is not None and ArgKind.INCIDENT in kinds and free


VERBS = [action for action in CATALOG.actions if _takes_text(action)]


def test_there_are_the_verbs_that_this_is_about() -> None:
    """Those of the complaint, and every other of their kind."""
    named = {verb for action in VERBS for verb in action.verbs}
    assert named >= {"noodsluit", "sluit", "log", "zeg", "plaats", "wat", "signalement", "terugmelding"}
    assert named >= {"zelf", "verwacht", "overdracht", "collega", "bijmelding", "breek"}


@pytest.mark.parametrize("action", VERBS, ids=lambda action: action.id)
@pytest.mark.parametrize("number", ["77777", "77777,", "77777:", "#77777", "0", "00", "(77777)", "3"])
def test_a_number_that_is_no_incident_is_refused_by_every_verb(action: Action, number: str) -> None:
    """While another melding is selected no such line does anything, whatever follows the number."""
    if action.id == "melder" and number.strip("#,:()").isdecimal() and len(number) >= 6:
        pytest.skip("six digits are a telephone number there")
    if action.id == "set-grip" and number == "3":
        pytest.skip("GRIP 3 is a word there")
    for rest in ("", " mannen met een mes", " -- mannen", " 2 mannen van:x"):
        found = typed(f"{action.verb} {number}{rest}", WITH_UNIT)
        assert isinstance(found, Problem), found


@pytest.mark.parametrize(
    "verb", ["log", "zeg", "noodsluit", "wat", "plaats", "verwacht", "zelf", "signalement"]
)
@pytest.mark.parametrize("text", ["-- 77 mannen", '"77 mannen"', "“77 mannen”", "'77 mannen'"])
def test_hyphens_or_a_quote_make_it_text(verb: str, text: str) -> None:
    """About the selected melding; quotes that stand only for that are no part of the text."""
    parsed = typed(f"{verb} {text}", ON_417)
    assert isinstance(parsed, Parsed), parsed
    assert parsed.values["incident"] == 417
    (said,) = (value for name, value in parsed.values.items() if name != "incident")
    assert (said.name if verb == "plaats" else said) == "77 mannen"


@pytest.mark.parametrize(
    ("line", "incident"),
    [
        ("log 2 mannen", 2),
        ("log #400 mannen", 400),
        ("log 417 2 mannen", 417),
        ("noodsluit 418 77 keer gebeld", 418),
        ("log mannen 77", 417),
        ("log 20:15 gezien", 417),
        ("log 3x geklopt", 417),
    ],
)
def test_a_number_in_front_says_which_melding(line: str, incident: int) -> None:
    """Also where another is selected; a number further on is a word."""
    parsed = typed(line, ON_417)
    assert isinstance(parsed, Parsed), parsed
    assert parsed.values["incident"] == incident


@pytest.mark.parametrize("line", ["log melding 77 mannen", "sluit melding 2 klaar", "noodsluit nr 77 x"])
def test_a_word_that_says_it_is_a_number_is_asked_about(line: str) -> None:
    """`melding 2` is less clear than 2, and must not become text about another."""
    assert isinstance(typed(line, ON_417), Problem)


def test_the_sentence_says_what_to_type_instead() -> None:
    """The number, and how it becomes text."""
    problem = typed("noodsluit 77777 te laat", ON_417)
    assert isinstance(problem, Problem)
    assert problem.key == "problem-no-incident-no-text"
    for language in LANGUAGES:
        assert "-- 77777" in problem.sentence(Texts(language, strict=True))


def test_quotes_stay_where_they_say_what_somebody_said() -> None:
    """Only a number in front needs them for itself."""
    for text in ('"ik schiet"', '"2 mannen" zei hij', '"', '""', "77"):
        word = Word(text=text, start=0, end=len(text))
        assert unquoted(word) == word
    assert unquoted(Word(text='"2 mannen"', start=4, end=14)) == Word(text="2 mannen", start=5, end=13)


def test_a_number_is_digits_with_signs_around_them() -> None:
    """A time, a call sign or a word with digits in it is none."""
    assert all(map(is_number_like, ("7", "#7", "7:", "(7)", "7,", "٧")))
    assert not any(map(is_number_like, ("", "7x", "12.03", "20:15", "7-8", "p7", "-7")))
