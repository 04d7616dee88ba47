"""What could follow a mark of its own."""

from attrs import evolve

from console.actions.catalog import CATALOG
from console.grammar.marked import marked, skills
from protocol.model.text import Name
from tests.console.grammar.make import BOARD as EMPTY

BOARD = evolve(
    EMPTY, units=EMPTY.units.set(1, evolve(EMPTY.units[1], team=Name("Noord"), skills=(Name("fries"),)))
)
ARGS = [arg for arg in CATALOG.by_id["sign-on"].args if arg.words]


def offered(begun: str, language: str = "nl") -> list[str]:
    """The texts."""
    return [each.text for each in marked(begun, ARGS, BOARD, language)]


def test_a_mark_is_offered_in_the_readers_language() -> None:
    """Begun in the other language, it is offered in that."""
    assert offered("") == ["team:", "kan:"]
    assert offered("", "en") == ["team:", "can:"]
    assert offered("ca") == ["can:"]


def test_behind_a_mark_its_values_are_offered() -> None:
    """Teams and skills of those on duty; nothing else then."""
    assert offered("team:n") == ["team:Noord"]
    assert offered("can:f") == ["can:fries"]
    assert offered("kan:x") == []


def test_skills_without_a_mark() -> None:
    """As where a melding asks for them."""
    assert [each.text for each in skills("f", BOARD)] == ["fries"]
