"""The server's sentences: whole in both languages, for everything that can be said."""

from importlib.resources import files

import pytest
from fluent.syntax import FluentParser, ast

from protocol.address import Problem
from protocol.errors import Reason
from server.rehearse.findings import Done, Kind
from server.rehearse.tally import Mismatch
from server.texts.texts import LANGUAGES, Texts, harmless

pytestmark = pytest.mark.law


def keys(language: str) -> dict[str, set[str]]:
    """The keys of each file of a language."""
    folder = files("server.texts").joinpath(language)
    return {
        path.name: {
            entry.id.name
            for entry in FluentParser().parse(path.read_text("utf-8")).body
            if isinstance(entry, ast.Message)
        }
        for path in folder.iterdir()
        if path.name.endswith(".ftl")
    }


def test_both_languages_say_the_same_things() -> None:
    """The same keys in the same files."""
    assert keys("nl") == keys("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_counted_has_a_name(language: str) -> None:
    """Kinds of dirt, what was done about it, refusals, mismatches, and problems of an address."""
    known = set().union(*keys(language).values())
    wanted = {
        *(f"kind-{kind}" for kind in Kind),
        *(f"done-{done}" for done in Done),
        *(f"refusal-{reason}" for reason in Reason),
        *(f"mismatch-{mismatch}" for mismatch in Mismatch),
        *(f"address-{problem}" for problem in Problem),
    }
    assert wanted - known == set()


def test_what_others_wrote_cannot_steer_the_terminal() -> None:
    """Control and direction characters become a sign."""
    said = Texts("en").say("example", line=1, id="a\x1b[2J", found="\u202eb")
    assert said == "line 1, a\ufffd[2J: \ufffdb"
    assert harmless("gewoon é 漢") == "gewoon é 漢"


def test_a_missing_argument_is_an_error() -> None:
    """A half sentence would be worse."""
    with pytest.raises(KeyError, match="example"):
        Texts("nl").say("example", line=1)
