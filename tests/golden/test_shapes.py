"""A class as lines: what a reader of the golden file of the wire needs to see."""

from enum import IntEnum

from attrs import field, frozen
from attrs.validators import ge, instance_of, le, optional

from protocol.model.text import Name, Text, storable
from tests.golden.shapes import class_lines, enum_lines, travelling


class _Colour(IntEnum):
    RED = 1
    GREEN = 3


@frozen(kw_only=True)
class _Inner:
    colour: _Colour = _Colour.RED


@frozen(kw_only=True)
class _Outer:
    many: tuple[_Inner, ...] = ()
    name: Name = field(validator=storable(40))
    why: Text | None = field(default=None, validator=optional(storable(200, empty=True)))
    grade: int = field(default=7, validator=[instance_of(int), ge(5), le(9)])
    inner: _Inner = field(factory=_Inner)


def test_a_class_is_its_fields_by_position_with_bounds_and_defaults() -> None:
    """Each of these decides whether what was written before can still be read."""
    assert class_lines(_Outer) == [
        "    many: tuple[_Inner, ...] = ()",
        "    name: Name 1..40",
        "    why: Text | None 0..200 = None",
        "    grade: int 5..9 = 7",
        "    inner: _Inner = _Inner()",
    ]


def test_an_enum_is_its_values() -> None:
    """The number travels, so that is what stands first."""
    assert enum_lines(_Colour) == ["    1: RED", "    3: GREEN"]


def test_everything_that_travels_inside_is_found() -> None:
    """A class in a tuple in a field as well; the class asked about stands elsewhere."""
    assert [kind.__name__ for kind in travelling([_Outer])] == ["_Colour", "_Inner"]
