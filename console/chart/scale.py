"""A round length that fits: what the scale bar says, and the mesh of the grid. Pure."""

import math

from attrs import frozen


@frozen(kw_only=True)
class Scale:
    """A round length in metres and in columns of the map."""

    metres: int
    columns: float

    @property
    def text(self) -> str:
        """`500 m` or `2 km`."""
        return f"{self.metres} m" if self.metres < 1_000 else f"{self.metres // 1_000} km"


def scale(cell_m: float, most_columns: int) -> Scale:
    """The longest of 1, 2 or 5 times a power of ten that takes at most `most_columns` (at least 1 metre)."""
    column_m = cell_m / 2
    reach_m = max(1.0, column_m * max(1, most_columns))
    power = 10 ** math.floor(math.log10(reach_m))
    metres = max(step * power for step in (1, 2, 5) if step * power <= reach_m)
    return Scale(metres=int(metres), columns=metres / column_m)
