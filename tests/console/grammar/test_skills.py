"""Skills in a line: commas or spaces between them."""

import pytest

from console.actions.problem import NotUnderstood
from console.grammar.skills import begun_skills, known_skills, read_skills, written_skills
from console.grammar.words import Word
from tests.console.grammar.make import BOARD


def word(text: str) -> Word:
    """The whole line as one word."""
    return Word(text=text, start=0, end=len(text))


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("fries", ("fries",)),
        ("Fries taser FRIES", ("fries", "taser")),
        ("fries, eerste hulp", ("fries", "eerste hulp")),
        ("eerste hulp,", ("eerste hulp",)),
        ("-", ()),
        (" , ,", ()),
    ],
)
def test_skills_are_read(text: str, skills: tuple[str, ...]) -> None:
    """In lower case, each once; where there is a comma only commas part them."""
    assert read_skills(word(text)) == skills


def test_too_long_and_too_many_are_said() -> None:
    """Before anything is sent."""
    with pytest.raises(NotUnderstood) as long:
        read_skills(word("x" * 31))
    assert long.value.problem.key == "problem-too-long"
    with pytest.raises(NotUnderstood) as many:
        read_skills(word(" ".join(map(str, range(13)))))
    assert many.value.problem.args["count"] == 13


def test_skills_are_written_as_they_are_typed() -> None:
    """Also one of two words, and none."""
    for skills in (("a",), ("a b",), ("a", "b c"), ()):
        assert read_skills(word(written_skills(skills))) == skills


def test_nobody_with_skills_offers_none() -> None:
    """What is offered is what somebody has or asks for."""
    assert known_skills(BOARD) == []
    assert begun_skills("f", BOARD) == []
