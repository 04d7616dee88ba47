"""Streets of the training town: their ranks, who may drive which way, and a stretch between two nodes.

Values only. Speeds are those of a car with its blue light off, as the network of a map has them.
"""

from enum import Enum

from attrs import field, frozen
from attrs.validators import ge, instance_of


class Road(Enum):
    """What a street is."""

    MAIN = "main"
    THROUGH = "through"
    STREET = "street"
    PATH = "path"
    """For bicycles and feet."""

    @property
    def kmh(self) -> int:
        """How fast a car goes there; 0 on a path."""
        return _KMH[self]


_KMH = {Road.MAIN: 50, Road.THROUGH: 50, Road.STREET: 30, Road.PATH: 0}


class Cars(Enum):
    """Which way cars may go along a stretch; bicycles and feet go both ways everywhere."""

    BOTH = "both"
    FORWARD = "forward"
    """From a to b only."""

    BACK = "back"
    NONE = "none"

    @property
    def forward(self) -> bool:
        """True when cars may go from a to b."""
        return self in (Cars.BOTH, Cars.FORWARD)

    @property
    def back(self) -> bool:
        """True when cars may go from b to a."""
        return self in (Cars.BOTH, Cars.BACK)


@frozen(kw_only=True)
class Edge:
    """A straight stretch of street between two nodes."""

    a: int
    b: int
    """Places in `Town.nodes`."""

    street: str
    road: Road = field(default=Road.STREET, validator=instance_of(Road))
    cars: Cars = field(default=Cars.BOTH, validator=instance_of(Cars))
    house: int = 1
    """The number of the first house at a, or what it would be; they count up towards b."""

    houses: int = field(default=0, validator=ge(0))
    """0 on bridges and paths."""
