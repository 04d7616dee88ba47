"""What can be reached in time from where units are now (A57), as a grid of cells over the town.

Reckoned on the server, drawn by the console's map. One bit a cell, row by row from the south-west corner,
west to east; the first cell is the lowest bit of the first byte.
"""

import zlib

from attrs import field, frozen
from attrs.validators import ge, instance_of, le

from protocol.errors import NotMsgpack, TooDeep, TooLarge, WrongShape
from protocol.map.earth import MAX_LAT, MAX_LON, lat_field, lon_field
from protocol.wire.coders import Shared, coder_of
from protocol.wire.packing import pack, unpack

MOST_CELLS = 250_000
MAX_REACH_BYTES = 128 * 1024


@frozen(kw_only=True)
class Reach:
    """A grid and two pictures on it. Raises ValueError when a picture has not the grid's size."""

    south: int = field(validator=lat_field)
    west: int = field(validator=lon_field)
    """The south-west corner, in quanta of the wire."""

    cell_lat: int = field(validator=[instance_of(int), ge(1), le(2 * MAX_LAT)])
    cell_lon: int = field(validator=[instance_of(int), ge(1), le(2 * MAX_LON)])
    """The size of a cell in quanta."""

    columns: int = field(validator=[instance_of(int), ge(1), le(4_000)])
    rows: int = field(validator=[instance_of(int), ge(1), le(4_000)])
    within_s: int = field(validator=[instance_of(int), ge(1), le(86_400)])
    permille: int = field(validator=[instance_of(int), ge(0), le(1_000)])
    """The part of the town's cells with a street in them that is reached."""

    permille_after: int = field(validator=[instance_of(int), ge(0), le(1_000)])
    """The same after the proposed dispatch; equal without one."""

    reached: bytes = field(validator=instance_of(bytes))
    """Cells within `within_s` of some unit that can be called."""

    lost: bytes = field(default=b"", validator=instance_of(bytes))
    """Of these, what no other unit reaches when the proposed ones go; empty when none is proposed."""

    by_road: bool = field(default=True, validator=instance_of(bool))
    """False for circles as the crow flies, because there is no map."""

    def __attrs_post_init__(self) -> None:
        """Pictures fit their grid."""
        if self.columns * self.rows > MOST_CELLS:
            raise ValueError(f"a grid must have at most {MOST_CELLS} cells, got {self.columns * self.rows}")
        bytes_needed = (self.columns * self.rows + 7) // 8
        for name, bits in (("reached", self.reached), ("lost", self.lost)):
            if len(bits) != bytes_needed and (bits or name == "reached"):
                raise ValueError(f"{name} must be {bytes_needed} bytes, got {len(bits)}")

    def holds(self, bits: bytes, lat: int, lon: int) -> bool:
        """True when the cell around this point (in quanta) is in the picture; False outside the grid."""
        row, column = (lat - self.south) // self.cell_lat, (lon - self.west) // self.cell_lon
        if not (bits and 0 <= row < self.rows and 0 <= column < self.columns):
            return False
        place = row * self.columns + column
        return bool(bits[place // 8] >> (place % 8) & 1)


_CODER = coder_of(Reach)


def write_reach(reach: Reach) -> bytes:
    """The picture as a document."""
    return zlib.compress(pack(_CODER.write(reach, Shared())), 9)


def read_reach(content: bytes) -> Reach:
    """What `write_reach` wrote. Raises WrongShape."""
    inflate = zlib.decompressobj()
    try:
        packed = inflate.decompress(content, MAX_REACH_BYTES)
        if inflate.unconsumed_tail or inflate.unused_data or not inflate.eof:
            raise WrongShape("$", f"one stream of at most {MAX_REACH_BYTES} bytes", content)
        raw = unpack(packed, max_bytes=MAX_REACH_BYTES)
    except (zlib.error, NotMsgpack, TooDeep, TooLarge) as error:
        raise WrongShape("$", f"a picture of what can be reached ({error})", content) from error
    reach: Reach = _CODER.read(raw, Shared())
    return reach
