"""An attrs class or an enum as lines of text, for the golden file of the wire. Pure.

What a text or a number may hold is tried out and not read off the validator, so that it is the behaviour that
stands there, however it came about.
"""

import enum
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

import attrs

from protocol.model.point import Point
from protocol.model.text import Name, Text

_LEAVES = (int, bool, str, bytes, float, datetime, Point, Name, Text)
_MOST_CHARS = 1 << 16
_MOST_NUMBER = 1 << 64


def class_lines(kind: type[Any]) -> list[str]:
    """Its fields by position: name, type, bounds where it has some, and what stands when it is left out."""
    hints = typing.get_type_hints(kind)
    return [
        f"    {each.name}: {type_name(hints[each.name])}{_bounds(each, hints[each.name])}{_left_out(each)}"
        for each in attrs.fields(kind)
    ]


def enum_lines(kind: type[enum.Enum]) -> list[str]:
    """Its members by value: a value once given is never given to something else."""
    return [f"    {member.value}: {member.name}" for member in kind]


def type_name(hint: Any) -> str:
    """The annotation as one would write it."""
    inner = typing.get_args(hint)
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return " | ".join(map(type_name, inner))
    if typing.get_origin(hint) is tuple:
        return f"tuple[{', '.join('...' if each is Ellipsis else type_name(each) for each in inner)}]"
    return "None" if hint is type(None) else str(getattr(hint, "__name__", hint))


def travelling(roots: Iterable[type[Any]]) -> tuple[type[Any], ...]:
    """Every class and enum that stands in a field of these, all the way down, and not these; by name."""
    known: dict[str, type[Any]] = {}
    waiting = list(roots)
    of_roots = frozenset(waiting)
    while waiting:
        for hint in typing.get_type_hints(waiting.pop()).values():
            for kind in _classes_in(hint):
                if kind not in of_roots and kind.__name__ not in known:
                    known[kind.__name__] = kind
                    waiting += [kind] if attrs.has(kind) else []
    return tuple(known[name] for name in sorted(known))


def _classes_in(hint: Any) -> Iterator[type[Any]]:
    for inner in typing.get_args(hint):
        yield from _classes_in(inner)
    if isinstance(hint, type) and hint not in _LEAVES and (attrs.has(hint) or issubclass(hint, enum.Enum)):
        yield hint


def _bounds(attribute: "attrs.Attribute[Any]", hint: Any) -> str:
    held = {each for each in (hint, *typing.get_args(hint)) if each is not type(None)}
    is_tuple = typing.get_origin(hint) is tuple
    if is_tuple or attribute.validator is None:
        return ""
    if held & {Name, Text, str}:
        return f" {_span(attribute, 0, _MOST_CHARS, 'x'.__mul__)}"
    if int in held:
        return f" {_span(attribute, -1, _MOST_NUMBER, int)}"
    return ""


def _span(attribute: "attrs.Attribute[Any]", least: int, most: int, made: Callable[[int], Any]) -> str:
    """The smallest and the largest that is taken. Takes it that all between them are."""
    tried = (*range(least, 3), attribute.default)
    known = next((each for each in tried if type(each) is int and _takes(attribute, made(each))), None)
    if known is None:
        return "?"
    low = _last_taken(attribute, known, least - 1, made)
    high = _last_taken(attribute, known, most, made)
    return f"{low}.." if abs(most - high) == 1 else f"{low}..{high}"


def _last_taken(
    attribute: "attrs.Attribute[Any]", taken: int, refused: int, made: Callable[[int], Any]
) -> int:
    """The farthest from `taken` on the way to `refused`."""
    while abs(refused - taken) > 1:
        middle = (taken + refused) // 2
        taken, refused = (middle, refused) if _takes(attribute, made(middle)) else (taken, middle)
    return taken


def _takes(attribute: "attrs.Attribute[Any]", value: Any) -> bool:
    assert attribute.validator is not None
    try:
        attribute.validator(None, attribute, value)
    except (TypeError, ValueError):
        return False
    return True


def _left_out(attribute: "attrs.Attribute[Any]") -> str:
    default: Any = attribute.default
    if default is attrs.NOTHING:
        return ""
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        default = default.factory()
    return f" = {_shown(default)}"


def _shown(value: Any) -> str:
    if isinstance(value, enum.Enum):
        return value.name
    if attrs.has(type(value)):
        return f"{type(value).__name__}()" if value == type(value)() else repr(value)
    return value.isoformat() if isinstance(value, datetime) else repr(value)
