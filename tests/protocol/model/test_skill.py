"""Skills: words of the site, the same in upper and lower case."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.commands.dispatch import AskSkills
from protocol.model.skill import MAX_SKILL_CHARS, MOST_SKILLS, normal_skills
from protocol.model.text import Name
from tests.strategies import words

ASKED = AskSkills(incident=1, skills=(Name("taser"), Name("first-aid")))


def test_skills_are_normal_in_lower_case_each_once_in_their_order() -> None:
    """Blank ones are left out."""
    assert normal_skills(["Taser", " dog ", "", "TASER", "  "]) == ("taser", "dog")
    assert normal_skills(()) == ()


@given(st.lists(words(15), max_size=MOST_SKILLS))
def test_what_is_normal_stays_as_it_is_and_is_taken(some: list[str]) -> None:
    """So that what a person types can always be sent."""
    normal = normal_skills(some)
    assert normal_skills(normal) == normal
    assert evolve(ASKED, skills=normal).skills == normal


@pytest.mark.parametrize(
    "skills",
    [
        ("Taser",),
        ("taser", "taser"),
        (" taser",),
        ("",),
        ("x" * (MAX_SKILL_CHARS + 1),),
        tuple(f"skill-{each}" for each in range(MOST_SKILLS + 1)),
        ["taser"],
        "taser",
        (7,),
        None,
    ],
)
def test_what_is_not_normal_is_refused_by_name(skills: Any) -> None:
    """In a wish as anywhere."""
    with pytest.raises((TypeError, ValueError), match="skills"):
        evolve(ASKED, skills=skills)


def test_as_many_and_as_long_as_fit_are_taken() -> None:
    """Both edges belong to it."""
    most = tuple(Name(f"{each:x>{MAX_SKILL_CHARS}}") for each in range(MOST_SKILLS))
    assert evolve(ASKED, skills=most).skills == most
