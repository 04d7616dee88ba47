"""From what a source tells to a map file, whole or not at all.

Takes `source.Told` in any order from a reader, gives each kind to its maker, and writes one file beside the
target that is renamed when it is whole. It knows no source and reads no file.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from attrs import frozen

from protocol.map.index import Box
from server.geo.build.source import Told

Watch = Callable[[str, float], None]
"""Told which stage is under way (a key) and how much of it is done, 0.0 to 1.0."""


@frozen(kw_only=True)
class Built:
    """What came of it."""

    nodes: int
    edges: int
    houses: int
    places: int
    pieces: int
    piece_bytes_by_level: tuple[int, ...]
    index_bytes: int
    file_bytes: int
    box: Box


def write_map(
    told: Iterable[Told],
    path: Path,
    *,
    name: str,
    attribution: str,
    box: Box | None = None,
    watch: Watch | None = None,
) -> Built:
    """Write the map of what is told to `path`, over what was there; the same telling gives the same pieces.

    `box` is the town's; without one it is the box of what is told. Raises BuildWrong when nothing can be
    travelled or the file cannot be written; then nothing is left behind.
    """
    raise NotImplementedError
