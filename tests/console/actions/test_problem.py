"""What is wrong with a typed line, in words."""

from console.actions.problem import NotUnderstood, Problem
from console.texts.texts import Texts

NL, EN = Texts("nl", strict=True), Texts("en", strict=True)


def test_what_was_perhaps_meant_is_listed_in_the_readers_language() -> None:
    """Names are nobody's language: they are the same for both."""
    words = Problem(key="problem-empty", candidates=("vrij",), english=("free",))
    assert (words.listed("nl"), words.listed("en")) == (("vrij",), ("free",))
    names = Problem(key="problem-empty", candidates=("12.03",))
    assert names.listed("en") == ("12.03",)


def test_a_likeness_is_asked_about_and_an_alternative_is_not() -> None:
    """`Did you mean` stands only before what merely looks like the word."""
    for texts in (NL, EN):
        asked = texts.say("hint-did-you-mean", candidates="12.03")
        like = Problem(key="problem-unknown-unit", args={"word": "12.30"}, candidates=("12.03",))
        assert asked in like.sentence(texts)
        bare = Problem(key="problem-unknown-unit", args={"word": "12.30"})
        assert "12.03" not in bare.sentence(texts)
        assert "12.30" in bare.sentence(texts)
        both = Problem(
            key="problem-ambiguous-unit",
            args={"word": "1203"},
            candidates=("12.03", "1.203"),
            alternatives=True,
        )
        assert "12.03, 1.203" in both.sentence(texts)
        assert texts.say("hint-did-you-mean", candidates="12.03, 1.203") not in both.sentence(texts)


def test_what_is_not_understood_carries_its_problem() -> None:
    """With its place in the line."""
    problem = Problem(key="problem-empty", start=3, end=3)
    assert NotUnderstood(problem).problem is problem
