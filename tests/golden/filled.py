"""A value of any class of the language in which no field stands at its default. Pure, always the same."""

import enum
import types
import typing
from datetime import datetime
from typing import Any

import attrs

from protocol.model.point import Point, from_grid
from protocol.model.text import Name, Text
from tests.protocol.make import minute

FILLED_NAME = Name("x")
"""Every name, so that whoever is called so is in every list of names."""

_LEAVES: dict[Any, Any] = {
    Name: FILLED_NAME,
    Text: Text("x"),
    str: "x",
    int: 1,
    bytes: b"x",
    datetime: minute(1),
    Point: from_grid(5_192_000, 449_000),
}


def filled(kind: type[Any], **fixed: Any) -> Any:
    """A value of the attrs class; `fixed` says otherwise for some fields."""
    hints = typing.get_type_hints(kind)
    left = (each for each in attrs.fields(kind) if each.name not in fixed)
    return kind(**{each.name: _of(hints[each.name], each.default) for each in left}, **fixed)


def _of(hint: Any, default: Any) -> Any:
    inner = typing.get_args(hint)
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return _of(next(each for each in inner if each is not type(None)), default)
    if typing.get_origin(hint) is tuple:
        return tuple(_of(each, attrs.NOTHING) for each in inner if each is not Ellipsis)
    if hint is bool:
        return default is not True
    if hint in _LEAVES:
        return 3 if hint is int and default == 1 else _LEAVES[hint]
    if issubclass(hint, enum.Enum):
        return next(each for each in reversed(list(hint)) if each is not default)
    return filled(hint)
