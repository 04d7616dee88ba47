"""The real network of Delft, built from the extract beside the checkout, for tests and benches."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from protocol.map.index import Box

EXTRACT = Path(__file__).resolve().parents[4] / "shared" / "data" / "osm" / "delft.osm.pbf"
TOWN = Box(south=5_198_500, west=434_000, north=5_202_000, east=440_000)
"""Outside it the extract holds only stray corridors."""

WITHOUT = f"needs the extract {EXTRACT.name} in the folder shared beside the checkout"


@cache
def delft() -> Mapping[str, NDArray[Any]]:
    """The arrays of its map."""
    from server.geo.build.gathered import Gathered
    from server.geo.build.network import network_of
    from server.geo.build.osm import Extract
    from server.geo.build.streets import streets_of

    gathered = Gathered()
    gathered.gather(Extract(path=EXTRACT, box=TOWN).told())
    return network_of(gathered, streets_of(gathered).of_way)
