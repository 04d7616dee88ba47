"""What is wrong outside of the commands."""

import re

import pytest

from console.texts.texts import LANGUAGES, Texts
from console.texts.trouble import CannotGoOn, Trouble, trouble_of
from protocol.session.ending import Ending, Why


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", list(Why))
def test_every_ending_of_a_link_has_a_sentence_of_its_own(why: Why, language: str) -> None:
    """Its key stands in the texts of each language."""
    trouble = trouble_of(Ending(why=why))
    assert trouble.key == f"trouble-{why.value}"
    assert Texts(language).has(trouble.key)


def test_the_sentence_tells_what_the_trouble_holds() -> None:
    """In the language of whoever reads it."""
    trouble = Trouble(key="trouble-unreachable", args={"where": "wss://kamer:8765", "why": "geweigerd"})
    for language in LANGUAGES:
        sentence = re.sub("[\u2068\u2069]", "", trouble.sentence(Texts(language, strict=True)))
        assert "wss://kamer:8765" in sentence
        assert "geweigerd" in sentence


def test_what_cannot_go_on_carries_its_trouble() -> None:
    """As an error of the program, with the same key and arguments."""
    trouble = Trouble(key="trouble-cut")
    error = CannotGoOn(trouble)
    assert error.trouble is trouble
    assert "trouble-cut" in str(error)
