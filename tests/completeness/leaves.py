"""All values that differ from a value in one leaf: to see who takes notice of that leaf. Pure."""

import enum
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import attrs
from attrs import evolve

from protocol.model.point import Point, from_grid

TOKEN = "qqzz"
"""What every text of the language is varied to: it occurs nowhere else."""

_POINT = from_grid(5_190_123, 450_321)


def varied(value: Any) -> Iterator[tuple[str, Any]]:
    """The path of a leaf, and the value with that leaf otherwise; several times where there are several ways.

    A tuple's elements have the path of the tuple: the first is varied for all.
    """
    for each in attrs.fields(type(value)):
        part = getattr(value, each.name)
        unsaid = [("", None)] if each.validator is not None and not isinstance(part, tuple) else []
        for below, other in (*_others(part), *unsaid):
            try:
                changed = evolve(value, **{each.name: other})
            except (TypeError, ValueError):
                continue
            yield f"{each.name}{below}", changed


def leaves(value: Any) -> Iterator[str]:
    """The path of every leaf, in the order of the fields."""
    for each in attrs.fields(type(value)):
        part = getattr(value, each.name)
        first = part[0] if isinstance(part, tuple) and part else part
        if _has_parts(first):
            yield from (f"{each.name}.{below}" for below in leaves(first))
        else:
            yield each.name


def worded_leaves(value: Any) -> set[str]:
    """The paths of the leaves that hold a text."""
    return {path for path, other in varied(value) if _at(other, path) == TOKEN}


def _at(value: Any, path: str) -> Any:
    for name in path.split("."):
        value = getattr(value, name, None)
        value = value[0] if isinstance(value, tuple) and value else value
    return value


def _has_parts(value: Any) -> bool:
    return attrs.has(type(value)) and not isinstance(value, Point)


def _others(value: Any) -> Iterator[tuple[str, Any]]:
    """Below which path it differs, and the other value."""
    if isinstance(value, tuple):
        yield from ((below, (other, *value[1:])) for below, other in _others(value[0])) if value else ()
    elif _has_parts(value):
        yield from ((f".{below}", other) for below, other in varied(value))
    elif isinstance(value, enum.Enum):
        yield from (("", other) for other in type(value) if other is not value)
    elif isinstance(value, bool):
        yield "", not value
    elif isinstance(value, str):
        yield from (("", TOKEN), ("", ""))
    elif isinstance(value, int):
        yield from (("", value + 1), ("", value - 1))
    elif isinstance(value, datetime):
        yield from (("", value + timedelta(minutes=minutes)) for minutes in (-47, 47, 200))
    elif isinstance(value, Point):
        yield "", _POINT
