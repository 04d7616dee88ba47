"""What people say around a melding, whatever it is about: the content of `manners.toml` as values.

Read once at the start. It is content of the exercise, as the stories are; the program's own sentences are in
the texts.
"""

import tomllib
from importlib import resources
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import min_len

from protocol.model.text import text_field

MAX_LINE_CHARS = 200
"""The shortest field that any of it goes into."""

Lines = tuple[str, ...]


def _lines(instance: object, attribute: "Attribute[Any]", value: Lines) -> None:
    for line in value:
        text_field(instance, attribute, line)
        if len(line) > MAX_LINE_CHARS:
            raise ValueError(f"{attribute.name} must be lines of up to {MAX_LINE_CHARS} characters: {line!r}")


def _pairs(instance: object, attribute: "Attribute[Any]", value: tuple[Lines, ...]) -> None:
    for pair in value:
        if len(pair) != 2:
            raise ValueError(f"{attribute.name} must be pairs, got {pair!r}")
        _lines(instance, attribute, pair)


_LINES: Any = [min_len(1), _lines]
_PAIRS: Any = [min_len(1), _pairs]


def _pairs_of(pairs: Any) -> tuple[Lines, ...]:
    return tuple(tuple(pair) for pair in pairs)


@frozen(kw_only=True)
class Manners:
    """Every list holds at least one line. In `packet` {what} and {place} are filled in."""

    names: Lines = field(converter=tuple, validator=_LINES)
    numbers: Lines = field(converter=tuple, validator=_LINES)
    expects: Lines = field(converter=tuple, validator=_LINES)
    fears: Lines = field(converter=tuple, validator=_LINES)
    earlier: Lines = field(converter=tuple, validator=_LINES)
    coming: Lines = field(converter=tuple, validator=_LINES)
    """What is promised and kept by being there."""

    calling: Lines = field(converter=tuple, validator=_LINES)
    """What is promised and kept by telephone."""

    moved: Lines = field(converter=tuple, validator=_LINES)
    broken: Lines = field(converter=tuple, validator=_LINES)
    telephone: Lines = field(converter=tuple, validator=_LINES)
    neighbourhood: Lines = field(converter=tuple, validator=_LINES)
    information: Lines = field(converter=tuple, validator=_LINES)
    takers: Lines = field(converter=tuple, validator=_LINES)
    packet: Lines = field(converter=tuple, validator=_LINES)
    alone: Lines = field(converter=tuple, validator=_LINES)
    told: Lines = field(converter=tuple, validator=_LINES)
    untold: Lines = field(converter=tuple, validator=_LINES)
    protect: Lines = field(converter=tuple, validator=_LINES)
    limit: Lines = field(converter=tuple, validator=_LINES)
    strengthen: Lines = field(converter=tuple, validator=_LINES)
    additions: Lines = field(converter=tuple, validator=_LINES)
    needs: tuple[Lines, ...] = field(converter=_pairs_of, validator=_PAIRS)
    """What is needed, and from whom."""

    met: Lines = field(converter=tuple, validator=_LINES)
    citizens: Lines = field(converter=tuple, validator=_LINES)
    partners: Lines = field(converter=tuple, validator=_LINES)
    accepts: Lines = field(converter=tuple, validator=_LINES)
    tasks: Lines = field(converter=tuple, validator=_LINES)
    """Work beside meldingen."""

    fixed_tasks: Lines = field(converter=tuple, validator=_LINES)
    """Work that a melding must not interrupt."""

    greets: Lines = field(converter=tuple, validator=_LINES)
    """The officer's first words to a melder, before any answer; then in turns the next three."""

    replies: Lines = field(converter=tuple, validator=_LINES)
    advises: Lines = field(converter=tuple, validator=_LINES)
    thanks: Lines = field(converter=tuple, validator=_LINES)
    cards: tuple[Lines, ...] = field(converter=_pairs_of, validator=_PAIRS)
    """The key of a kind of card, and what is on it."""

    asks: Lines = field(converter=tuple, validator=_LINES)
    knows: Lines = field(converter=tuple, validator=_LINES)
    gaps: Lines = field(converter=tuple, validator=_LINES)
    """What nobody there can do yet."""

    helped: Lines = field(converter=tuple, validator=_LINES)


def read_manners() -> Manners:
    """Those that come with the program. Raises KeyError or ValueError for a list that is missing or wrong."""
    raw = resources.files("server.exercise.setting").joinpath("manners.toml").read_text("utf-8")
    table = tomllib.loads(raw)
    return Manners(**{one.name: table[one.name] for one in fields(Manners)})
