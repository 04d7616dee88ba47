"""What lies under the signs of a map: cells of braille with their tones, and the names written on it.

Made by the rasteriser once for a viewport; read by the canvas, which copies only the rows it writes on.
"""

from collections.abc import Sequence

from attrs import frozen

from console.paint.row import Row
from console.paint.tone import Tone


@frozen(kw_only=True, eq=False)
class Name:
    """A name on the map, blanks around it included."""

    x: int
    y: int
    text: str
    count: int
    """The cells it takes."""

    tone: Tone = Tone.MAP_NAME


@frozen(kw_only=True, eq=False)
class Under:
    """A picture of the town without anything that moves."""

    chars: Sequence[str]
    """The cells of each row, without names."""

    tones: Sequence[Sequence[Tone]]
    names: Sequence[Name] = ()
    rows: Sequence[Row] = ()
    """The same as rows, names written: what is shown where nothing moves."""
