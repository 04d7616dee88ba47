"""Skills: what colleagues on duty can do (A89), as short words of the site: taser, dog, first-aid, frisian.

Given at sign-on, asked for by a melding. Two skills are the same when they read the same in lower case.
"""

from typing import Any

from protocol.model.text import Name, storable

MAX_SKILL_CHARS = 30
MOST_SKILLS = 12

_one = storable(MAX_SKILL_CHARS)


def skills_field(instance: Any, attribute: Any, value: Any) -> None:
    """A validator: a tuple of at most MOST_SKILLS words, in lower case, each once."""
    if not isinstance(value, tuple) or len(value) > MOST_SKILLS:
        raise ValueError(f"{attribute.name} must be at most {MOST_SKILLS} words, got {value!r}")
    for each in value:
        _one(instance, attribute, each)
    if tuple(normal_skills(value)) != value:
        raise ValueError(f"{attribute.name} must be in lower case and each once, got {value!r}")


def normal_skills(words: tuple[str, ...] | list[str]) -> tuple[Name, ...]:
    """The words as skills: in lower case, each once, in the order given; blank ones are left out."""
    return tuple(dict.fromkeys(Name(word.strip().lower()) for word in words if word.strip()))
