"""A type -> how its values are written to and read from msgpack's own types.

Compiled once per type from the attrs classes' annotations; used by `frames`, `deltas`, `snapshot` and the
journal's bodies. A coder checks what it reads and names the path of what does not fit; it never guesses.
"""

import types
import typing
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import IntEnum, StrEnum
from functools import cache
from typing import Any, NamedTuple

import attrs

from protocol.errors import UnknownTag, WrongShape
from protocol.model.moment import from_ms, to_ms
from protocol.model.point import Point, from_grid, to_grid
from protocol.model.text import Name, Text
from protocol.wire.lexicon import Lexicon


class Shared(NamedTuple):
    """What both ends know before the frame: times are relative to it and names may be numbers."""

    base_ms: int = 0
    lexicon: Lexicon | None = None
    skips_unknown: bool = False
    """True where trailing fields that this version does not have are passed over: in what a server tells and
    a journal keeps. In a wish they would be words that are lost, so there they are refused.
    """


class Coder(NamedTuple):
    """How one type is written and read."""

    write: Callable[[Any, Shared], Any]
    read: Callable[[Any, Shared], Any]
    """Raises WrongShape with a path relative to this value."""


def _exactly(kind: type, words: str) -> Coder:
    def read(raw: Any, _shared: Shared) -> Any:
        if type(raw) is not kind:
            raise WrongShape("", words, raw)
        return raw

    return Coder(lambda value, _shared: value, read)


def _name_coder() -> Coder:
    def write(value: str, shared: Shared) -> int | str:
        return value if shared.lexicon is None else shared.lexicon.said(value)

    def read(raw: Any, shared: Shared) -> str:
        if shared.lexicon is not None:
            return shared.lexicon.heard(raw)
        if not isinstance(raw, str):
            raise WrongShape("", "text", raw)
        return raw

    return Coder(write, read)


def _moment_coder() -> Coder:
    def read(raw: Any, shared: Shared) -> datetime:
        if type(raw) is not int:
            raise WrongShape("", "milliseconds", raw)
        try:
            return from_ms(shared.base_ms + raw)
        except ValueError as error:
            raise WrongShape("", str(error), raw) from error

    return Coder(lambda value, shared: to_ms(value) - shared.base_ms, read)


def _point_coder() -> Coder:
    def write(value: Point, shared: Shared) -> list[int]:
        lat, lon = to_grid(value)
        return [lat, lon] if shared.lexicon is None else shared.lexicon.step_to(lat, lon)

    def read(raw: Any, shared: Shared) -> Point:
        if type(raw) is not list or len(raw) != 2 or any(type(part) is not int for part in raw):
            raise WrongShape("", "two whole quanta", raw)
        lat, lon = raw if shared.lexicon is None else shared.lexicon.stepped(*raw)
        try:
            return from_grid(lat, lon)
        except (ValueError, OverflowError) as error:
            raise WrongShape("", f"a point on earth ({error})", raw) from error

    return Coder(write, read)


def _enum_coder(kind: type[IntEnum] | type[StrEnum]) -> Coder:
    plain: type = int if issubclass(kind, IntEnum) else str
    member_by_value: dict[Any, Any] = {member.value: member for member in kind}

    def read(raw: Any, _shared: Shared) -> Any:
        if type(raw) is not plain or raw not in member_by_value:
            raise WrongShape("", f"a {kind.__name__}", raw)
        return member_by_value[raw]

    return Coder(lambda value, _shared: value.value, read)


def _optional_coder(inner: Coder) -> Coder:
    return Coder(
        lambda value, shared: None if value is None else inner.write(value, shared),
        lambda raw, shared: None if raw is None else inner.read(raw, shared),
    )


def _read_at(index: int, inner: Coder, part: Any, shared: Shared) -> Any:
    try:
        return inner.read(part, shared)
    except WrongShape as error:
        raise error.within(f"[{index}]") from error


def _tuple_coder(inner: Coder) -> Coder:
    def read(raw: Any, shared: Shared) -> tuple[Any, ...]:
        if type(raw) is not list:
            raise WrongShape("", "an array", raw)
        return tuple(_read_at(index, inner, part, shared) for index, part in enumerate(raw))

    return Coder(lambda value, shared: [inner.write(part, shared) for part in value], read)


def _pair_coder(inners: tuple[Coder, ...]) -> Coder:
    def read(raw: Any, shared: Shared) -> tuple[Any, ...]:
        if type(raw) is not list or len(raw) != len(inners):
            raise WrongShape("", f"{len(inners)} elements", raw)
        parts = enumerate(zip(inners, raw, strict=True))
        return tuple(_read_at(index, inner, part, shared) for index, (inner, part) in parts)

    def write(value: tuple[Any, ...], shared: Shared) -> list[Any]:
        return [inner.write(part, shared) for inner, part in zip(inners, value, strict=True)]

    return Coder(write, read)


class _Field(NamedTuple):
    name: str
    coder: Coder
    default: Any


def class_coder(kind: type, *, tag: int | None = None) -> Coder:
    """The coder of an attrs class: its fields by position, opened by `tag` where one is given.

    Trailing fields at their default are not written, and may be missing when read; trailing fields too many
    are those of a later version.
    """
    hints = typing.get_type_hints(kind)
    fields = tuple(
        _Field(each.name, coder_of(hints[each.name]), _default_of(each)) for each in attrs.fields(kind)
    )
    first = 0 if tag is None else 1

    def write(value: Any, shared: Shared) -> list[Any]:
        values = [getattr(value, each.name) for each in fields]
        while values and values[-1] == fields[len(values) - 1].default:
            values.pop()
        written = [each.coder.write(part, shared) for each, part in zip(fields, values, strict=False)]
        return written if tag is None else [tag, *written]

    def read(raw: Any, shared: Shared) -> Any:
        if type(raw) is not list:
            raise WrongShape("", f"an array ({kind.__name__})", raw)
        if len(raw) > len(fields) + first and not shared.skips_unknown:
            raise WrongShape("", f"at most {len(fields) + first} elements ({kind.__name__})", raw)
        given: dict[str, Any] = {}
        for each, part in zip(fields, raw[first:], strict=False):
            try:
                given[each.name] = each.coder.read(part, shared)
            except WrongShape as error:
                raise error.within(f".{each.name}") from error
        try:
            return kind(**given)
        except (TypeError, ValueError) as error:
            raise WrongShape("", f"a valid {kind.__name__} ({error})", raw) from error

    return Coder(write, read)


def _default_of(attribute: "attrs.Attribute[Any]") -> Any:
    if isinstance(attribute.default, attrs.Factory):  # type: ignore[arg-type]
        return attribute.default.factory()  # type: ignore[union-attr]
    return attribute.default


def tagged_coder(kind_by_tag: Mapping[int, type]) -> Coder:
    """The coder of a closed union of attrs classes, told apart by their tag."""
    by_tag = {tag: class_coder(kind, tag=tag) for tag, kind in kind_by_tag.items()}
    by_kind = {kind: by_tag[tag] for tag, kind in kind_by_tag.items()}

    def read(raw: Any, shared: Shared) -> Any:
        if type(raw) is not list or not raw:
            raise WrongShape("", "an array that opens with a tag", raw)
        coder = by_tag.get(raw[0]) if type(raw[0]) is int else None
        if coder is None:
            raise UnknownTag("[0]", "a tag of this version", raw[0])
        return coder.read(raw, shared)

    return Coder(lambda value, shared: by_kind[type(value)].write(value, shared), read)


@cache
def coder_of(hint: Any) -> Coder:
    """The coder of a type annotation. Raises TypeError for a type that never travels (a bug of ours)."""
    leaf = _LEAVES.get(hint)
    if leaf is not None:
        return leaf
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union) and len(inner) == 2 and type(None) in inner:
        return _optional_coder(coder_of(next(part for part in inner if part is not type(None))))
    if origin is tuple:
        if len(inner) == 2 and inner[1] is Ellipsis:
            return _tuple_coder(coder_of(inner[0]))
        return _pair_coder(tuple(coder_of(part) for part in inner))
    if isinstance(hint, type) and issubclass(hint, IntEnum | StrEnum):
        return _enum_coder(hint)
    if isinstance(hint, type) and attrs.has(hint):
        return class_coder(hint)
    raise TypeError(f"no coder for {hint}")


_LEAVES: dict[Any, Coder] = {
    int: _exactly(int, "int"),
    bool: _exactly(bool, "bool"),
    str: _exactly(str, "text"),
    Text: _exactly(str, "text"),
    bytes: _exactly(bytes, "bytes"),
    Name: _name_coder(),
    datetime: _moment_coder(),
    Point: _point_coder(),
}
