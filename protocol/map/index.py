"""The index of a map: its pieces, each with where it lies, how detailed it is and how many bytes it takes.

Written by the map's builder on the server, read by the console, which fetches what it needs: the least detail
first, nearest the view first. Levels add up; no level repeats a stroke of another.
"""

from attrs import field, frozen
from attrs.validators import and_, ge, instance_of, le, max_len

from protocol.errors import NotMsgpack, TooDeep, TooLarge, WrongShape
from protocol.map.earth import lat_field, lon_field
from protocol.map.piece import MAX_PIECE_BYTES
from protocol.model.map_address import ADDRESS_BYTES
from protocol.wire.coders import Shared, coder_of
from protocol.wire.packing import pack, unpack

MAX_INDEX_BYTES = 1024 * 1024
MOST_PIECES = 20_000
MAX_NAME_CHARS = 500
MOST_LEVEL = 3
"""0: main streets, water and areas of the whole town; 1: through streets; 2: every street; 3: paths."""


def _address(_instance: object, attribute: object, value: bytes) -> None:
    if len(value) != ADDRESS_BYTES:
        name = getattr(attribute, "name", attribute)
        raise ValueError(f"{name} must be {ADDRESS_BYTES} bytes, got {value!r}")


@frozen(kw_only=True)
class Box:
    """A rectangle in quanta of the wire (see `protocol.model.point`), edges included."""

    south: int = field(validator=lat_field)
    west: int = field(validator=lon_field)
    north: int = field(validator=lat_field)
    east: int = field(validator=lon_field)

    def __attrs_post_init__(self) -> None:
        """A box has an inside, or is a point."""
        if self.south > self.north or self.west > self.east:
            raise ValueError(f"a box must run from south-west to north-east, got {self}")

    def meets(self, other: "Box") -> bool:
        """True when they share a point."""
        return (
            self.south <= other.north
            and other.south <= self.north
            and self.west <= other.east
            and other.west <= self.east
        )


@frozen(kw_only=True)
class PieceRef:
    """Where a piece is found and what it covers."""

    address: bytes = field(validator=_address)
    level: int = field(validator=[instance_of(int), ge(0), le(MOST_LEVEL)])
    size: int = field(validator=[instance_of(int), ge(1), le(MAX_PIECE_BYTES)])
    """Bytes to fetch."""

    box: Box = field(validator=instance_of(Box))
    """Everything in it lies in here."""


@frozen(kw_only=True)
class MapIndex:
    """A town's map."""

    name: str = field(validator=and_(instance_of(str), max_len(MAX_NAME_CHARS)))
    attribution: str = field(validator=and_(instance_of(str), max_len(MAX_NAME_CHARS)))
    """Whose data it is; shown with the map."""

    box: Box = field(validator=instance_of(Box))
    pieces: tuple[PieceRef, ...] = field(validator=[instance_of(tuple), max_len(MOST_PIECES)])
    """Least detail first."""


_CODER = coder_of(MapIndex)
_VERSION = 1


def write_index(index: MapIndex) -> bytes:
    """The index as content."""
    return pack([_VERSION, _CODER.write(index, Shared())])


def read_index(content: bytes) -> MapIndex:
    """What `write_index` wrote. Raises WrongShape."""
    try:
        raw = unpack(content, max_bytes=MAX_INDEX_BYTES, max_elements=MOST_PIECES)
    except (NotMsgpack, TooDeep, TooLarge) as error:
        raise WrongShape("$", f"an index of a map ({error})", content) from error
    if type(raw) is not list or len(raw) != 2 or type(raw[0]) is not int or raw[0] != _VERSION:
        raise WrongShape("$", f"an index of version {_VERSION}", raw)
    try:
        index: MapIndex = _CODER.read(raw[1], Shared())
    except WrongShape as error:
        raise WrongShape(f"$[1]{error.path}", error.expected, error.got) from error
    return index
