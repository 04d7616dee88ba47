"""What a source of map data tells: ways to travel, outlines to draw, houses and named places to find.

Plain values between a reader (OpenStreetMap, the training town) and the writer of the map file. They know no
file format. Points are (lat, lon) in whole quanta of the wire (see `protocol.model.point`).
"""

from enum import IntFlag

from attrs import field, frozen
from attrs.validators import ge, instance_of, le, min_len

from protocol.map.piece import StrokeKind

Quanta = tuple[int, int]
"""(lat, lon) in quanta."""


class Open(IntFlag):
    """Who may travel a way, along its points (FORWARD) and against them (BACK)."""

    NOBODY = 0
    CAR_FORWARD = 1
    CAR_BACK = 2
    BICYCLE_FORWARD = 4
    BICYCLE_BACK = 8
    FOOT = 16
    """Both ways."""

    CAR = 3
    BICYCLE = 12


@frozen(kw_only=True)
class Node:
    """A point of a way; ways that share an id meet there."""

    id: int
    at: Quanta


@frozen(kw_only=True)
class Way:
    """A street or path, as drawn and as travelled."""

    kind: StrokeKind
    name: str = ""
    nodes: tuple[Node, ...] = field(validator=[instance_of(tuple), min_len(2)])
    open: Open
    car_kmh: int = field(default=0, validator=[ge(0), le(255)])
    """The speed of a car with its blue light off; 0 where no car may go."""

    is_roundabout: bool = False
    """True for a roundabout or a part of one: streets that it joins meet there."""


@frozen(kw_only=True)
class Outline:
    """Something to draw and not to travel: water, a park, rails, the edge of a neighbourhood."""

    kind: StrokeKind
    name: str = ""
    points: tuple[Quanta, ...] = field(validator=[instance_of(tuple), min_len(2)])


@frozen(kw_only=True)
class House:
    """A house number in a street."""

    street: str
    number: int = field(validator=ge(0))
    suffix: str = ""
    """`a`, `-2`, `bis`; empty for none."""

    postcode: str = ""
    """In capitals without a space; empty where nobody told it."""

    at: Quanta


@frozen(kw_only=True)
class Spot:
    """A place that people call by its name: a shop, a square, a station, a neighbourhood."""

    name: str
    is_area: bool = False
    """True for a neighbourhood or town, false for a single spot."""

    is_town: bool = False
    """True for an area that is a town or village of its own."""

    at: Quanta


Told = Way | Outline | House | Spot
"""One thing that a source tells; the order is free."""
