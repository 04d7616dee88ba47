"""What happens in the training town and what people say about it: the content of `stories.toml` as values.

Read once at the start. It is content of the exercise, spoken by simulated people into the protocol as any
text is; the sentences of the program itself are in the texts.
"""

import random
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from attrs import Attribute, field, frozen
from attrs.validators import deep_iterable, ge, in_, instance_of, min_len

from protocol.model.priority import Priority
from protocol.model.skill import skills_field
from protocol.model.text import Name, name_field, text_field

WHERE = ("address", "crossing", "spot")


def _tuple(lines: Any) -> tuple[Any, ...]:
    return tuple(lines)


def _lines(_instance: object, attribute: "Attribute[Any]", value: tuple[str, ...]) -> None:
    for line in value:
        text_field(_instance, attribute, line)


@frozen(kw_only=True)
class Story:
    """One kind of melding, from the first words to letting go."""

    what: Name = field(validator=name_field)
    code: Name = field(validator=name_field)
    """Its class, of the list that ships."""

    priority: Priority = field(converter=Priority)
    weight: int = field(validator=[instance_of(int), ge(1)])
    """How often it happens beside the others."""

    where: tuple[str, ...] = field(
        converter=_tuple, validator=[min_len(1), deep_iterable(member_validator=in_(WHERE))]
    )
    opening: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    later: tuple[str, ...] = field(converter=_tuple, validator=_lines)
    """What comes in while somebody is on the way, in this order."""

    scene: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    """What the officers say on the spot, in this order."""

    closing: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    skills: tuple[Name, ...] = field(default=(), converter=_tuple, validator=skills_field)
    """What those who go had better be able to do, in the words of the site."""


@frozen(kw_only=True)
class Phrases:
    """What anybody says whatever it is about; `{place}` is filled in."""

    en_route: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    on_scene: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    where: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    elsewhere: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    done: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    released: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    assist: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    heard: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    asked: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    leader: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])
    unattended: tuple[str, ...] = field(converter=_tuple, validator=[min_len(1), _lines])


@frozen(kw_only=True)
class Stories:
    """Everything that can happen and be said."""

    phrases: Phrases
    all: tuple[Story, ...] = field(validator=min_len(1))

    def draw(self, dice: random.Random) -> Story:
        """One of them, as often as its weight says."""
        return dice.choices(self.all, weights=[story.weight for story in self.all])[0]

    def about(self, what: str) -> Story | None:
        """The story of that name; None for what a person made up."""
        return next((story for story in self.all if story.what == what), None)


def read_stories() -> Stories:
    """The stories that come with the program."""
    raw = resources.files("server.exercise.setting").joinpath("stories.toml").read_text("utf-8")
    return stories_of(tomllib.loads(raw))


def stories_of(table: Mapping[str, Any]) -> Stories:
    """The stories in a table of that form. Raises TypeError, ValueError or KeyError for another."""
    return Stories(phrases=Phrases(**table["phrases"]), all=tuple(Story(**story) for story in table["story"]))
