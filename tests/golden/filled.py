"""A value of any class of the language in which no field is left out. Pure, always the same.

There are two of each: in `filled` no field stands at its default; `filled_otherwise` differs from it in every
field that can differ.
"""

import enum
import types
import typing
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import attrs

from protocol.model.point import Point, from_grid
from protocol.model.text import Name, Text
from tests.protocol.make import minute

FILLED_NAME = Name("x")
"""Every name, so that whoever is called so is in every list of names."""

Leaves = Mapping[Any, Any]

_LEAVES: Leaves = {
    Name: FILLED_NAME,
    Text: Text("x"),
    str: "x",
    int: 1,
    bytes: b"x",
    datetime: minute(1),
    Point: from_grid(5_192_000, 449_000),
}
_OTHER_LEAVES: Leaves = {
    Name: Name("y"),
    Text: Text("y"),
    str: "y",
    int: 2,
    bytes: b"y",
    datetime: minute(2),
    Point: from_grid(5_193_000, 450_000),
}


def filled(kind: type[Any], /, **fixed: Any) -> Any:
    """A value of the attrs class; `fixed` says otherwise for some fields."""
    return _filled(kind, _LEAVES, fixed)


def filled_otherwise(kind: type[Any], /, **fixed: Any) -> Any:
    """Another value of it, in which nothing is left out either."""
    return _filled(kind, _OTHER_LEAVES, fixed)


def _filled(kind: type[Any], leaves: Leaves, fixed: Mapping[str, Any]) -> Any:
    hints = typing.get_type_hints(kind)
    left = (each for each in attrs.fields(kind) if each.name not in fixed)
    return kind(**{each.name: _of(hints[each.name], each.default, leaves) for each in left}, **fixed)


def _of(hint: Any, default: Any, leaves: Leaves) -> Any:
    inner = typing.get_args(hint)
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return _of(next(each for each in inner if each is not type(None)), default, leaves)
    if typing.get_origin(hint) is tuple:
        return tuple(_of(each, attrs.NOTHING, leaves) for each in inner if each is not Ellipsis)
    if hint is bool:
        return (default is not True) is (leaves is _LEAVES)
    if hint in leaves:
        return 3 if hint is int and leaves[int] == default == 1 else leaves[hint]
    if issubclass(hint, enum.Enum):
        members = [each for each in hint if each is not default]
        return members[-1] if leaves is _LEAVES else members[0]
    return _filled(hint, leaves, {})
