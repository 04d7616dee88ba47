"""A priority as people say it."""

import pytest

from console.actions.action import Selection
from console.actions.problem import Parsed, Problem
from protocol.commands.incidents import OpenIncident
from tests.console.grammar.make import typed

ON_417 = Selection(incident=417)


@pytest.mark.parametrize(
    ("said", "priority", "what"),
    [
        ("1 brand", 1, "brand"),
        ("p1 brand", 1, "brand"),
        ("P 2 inbraak", 2, "inbraak"),
        ("prio 1 brand", 1, "brand"),
        ("Prio 4 overlast", 4, "overlast"),
        ("prioriteit 3 ruzie", 3, "ruzie"),
        ("priority 1 fire", 1, "fire"),
        ("prio1 brand", 1, "brand"),
        ("prio:1 brand", 1, "brand"),
        ("prio. 1 brand", 1, "brand"),
        ("p.1 brand", 1, "brand"),
        ("p-1 brand", 1, "brand"),
        ("1: steekpartij", 1, "steekpartij"),
        ("1, steekpartij", 1, "steekpartij"),
        ("1. steekpartij", 1, "steekpartij"),
        ("1) steekpartij", 1, "steekpartij"),
        ("(1) steekpartij", 1, "steekpartij"),
        ("1 : steekpartij", 1, "steekpartij"),
        ("1 - steekpartij", 1, "steekpartij"),
        ("prio 1: steekpartij", 1, "steekpartij"),
        ("prio een brand", 1, "brand"),
        ("prio één brand", 1, "brand"),
        ("prio twee brand", 2, "brand"),
        ("priority one fire", 1, "fire"),
        ("PRIO 1 brand", 1, "brand"),
        ("brand prio 1", 1, "brand"),
        ("brand, prio 1!", 1, "brand,"),
        ("brand prio1", 1, "brand"),
        ("brand p1", 1, "brand"),
        ("2 6 mannen vechten", 2, "6 mannen vechten"),
        ("12 mannen vechten", 2, "12 mannen vechten"),
        ('3 "brand prio 1"', 3, '"brand prio 1"'),
    ],
)
def test_a_priority_in_words_is_read(said: str, priority: int, what: str) -> None:
    """In front of the what or behind it, with the signs that people put around it."""
    parsed = typed(f"nieuw {said} @ Kade 3")
    assert isinstance(parsed, Parsed), parsed
    command = parsed.commands[0]
    assert isinstance(command, OpenIncident)
    assert (command.priority, command.what) == (priority, what)


@pytest.mark.parametrize(
    "said",
    [
        "prio brand",
        "prio hoog brand",
        "hoogste prioriteit brand",
        "prio 6 brand",
        "prio 0 brand",
        "p7 brand",
        "prio 11 brand",
        "6 brand",
        "0 brand",
        "9: brand",
        "spoed brand",
        "Spoed: brand",
        "urgent fire",
        "2 brand prio 1",
        "brand prio 1 in de keuken",
        "brand prio",
        "prio",
    ],
)
def test_what_looks_like_a_priority_and_is_none_is_asked_about(said: str) -> None:
    """It is never opened with another priority in silence."""
    problem = typed(f"nieuw {said} @ Kade 3")
    assert isinstance(problem, Problem), problem
    assert problem.key in ("problem-priority-or-text", "problem-not-a-priority")


@pytest.mark.parametrize("said", ["prio 1 brand", "brand prio 1", "p1 brand"])
def test_a_priority_does_not_become_what_is_the_matter(said: str) -> None:
    """Saying what it is changes no priority: the verb for that is another."""
    assert isinstance(typed(f"wat {said}", ON_417), Problem)
    assert isinstance(typed("wat inbraak in prioriteitswoning", ON_417), Parsed)
