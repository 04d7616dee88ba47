"""A box as a person writes it, in degrees: west,south,east,north, the order of most tools for maps. Pure."""

from protocol.map.index import Box
from protocol.model.point import QUANTA_A_DEG


def box_of(told: str) -> Box:
    """The box of `west,south,east,north` in degrees. Raises ValueError."""
    west, south, east, north = (float(part) for part in told.split(","))
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise ValueError(f"a box must run from south-west to north-east on the globe, got {told}")
    return Box(
        south=round(south * QUANTA_A_DEG),
        west=round(west * QUANTA_A_DEG),
        north=round(north * QUANTA_A_DEG),
        east=round(east * QUANTA_A_DEG),
    )


def written_box(box: Box) -> str:
    """`4.34,51.985,4.4,52.02`: what `box_of` reads."""
    return ",".join(
        f"{edge / QUANTA_A_DEG:.5f}".rstrip("0").rstrip(".")
        for edge in (box.west, box.south, box.east, box.north)
    )
