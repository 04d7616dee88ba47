"""How long a map takes to build, in how much memory, and how small it is.

Each build is a process of its own, as a user runs it; beside it stands reading the same extract with osmium
and doing nothing with it.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

from protocol.map.index import Box, read_index
from server.geo.build.measure import QUANTUM_M, narrowing
from server.geo.map_file import open_map
from tests.bench.big_extract import write_big_extract
from tests.bench.figure import Figure

DELFT = Path(__file__).resolve().parents[3] / "shared" / "data" / "osm" / "delft.osm.pbf"
BOX = "4.34,51.985,4.40,52.02"
CORNERS = 60_000
FIRST_USABLE_BYTES = 12_000
VIEW_KM = 10.0

_JUST_READ = "import osmium, sys; sum(1 for _ in osmium.FileProcessor(sys.argv[1]).with_locations())"
_BUILD = "from server.cli.main import main; main(standalone_mode=False)"
_PEAK = """
import sys
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(peak.split()[1], file=sys.stderr)
"""
"""The most memory since the program began; what the kernel tells a parent counts the parent's as well."""


@frozen(kw_only=True)
class _Run:
    """A process that ended well."""

    seconds: float
    megabytes: float
    """The most memory it had at one time."""


def build_figures() -> Iterator[Figure]:
    """Of Delft, where it lies beside the checkout, and of a made-up town many times as large."""
    with TemporaryDirectory(prefix="openlijn-bench-") as room:
        folder = Path(room)
        if DELFT.is_file():
            yield from _figures("Delft", DELFT, folder / "delft.map", ["--bbox", BOX])
            yield from _figures("Delft and its corridors", DELFT, folder / "corridors.map", [])
        big = folder / "big.osm.pbf"
        nodes = write_big_extract(big, CORNERS)
        yield from _figures(f"a town of {nodes:,} nodes", big, folder / "big.map", [])


def _figures(town: str, extract: Path, target: Path, options: list[str]) -> Iterator[Figure]:
    read = _run(_JUST_READ, str(extract))
    built = _run(_BUILD, "map", "build", str(extract), "-o", str(target), *options)
    opened = open_map(target)
    content = opened.content(opened.index_address) or b""
    index = read_index(content)
    opened.close()
    coarse = [piece for piece in index.pieces if piece.level == 0]
    view = _around_middle(index.box)
    usable = len(content) + sum(piece.size for piece in coarse if piece.box.meets(view))
    first = len(content) + sum(piece.size for piece in coarse)
    whole = len(content) + sum(piece.size for piece in index.pieces)
    yield Figure(
        name=f"map build, {town}: time",
        value=built.seconds,
        unit="s",
        baseline=read.seconds,
        baseline_name="only reading it with osmium",
    )
    yield Figure(
        name=f"map build, {town}: memory",
        value=built.megabytes,
        unit="MB",
        baseline=read.megabytes,
        baseline_name="only reading it with osmium",
    )
    yield Figure(
        name=f"map, {town}: file",
        value=target.stat().st_size / 1e6,
        unit="MB",
        baseline=extract.stat().st_size / 1e6,
        baseline_name="the extract",
    )
    yield Figure(
        name=f"map, {town}: first usable picture",
        value=usable,
        unit="B",
        target=FIRST_USABLE_BYTES,
        note=f"the index and the main streets, water and neighbourhoods of {VIEW_KM:g} km around its middle",
    )
    yield Figure(
        name=f"map, {town}: whole, first use",
        value=whole,
        unit="B",
        note=f"{len(index.pieces)} pieces, the largest {max(piece.size for piece in index.pieces)} B; "
        f"the least detail of all of it {first} B; second use 0 B",
    )


def _around_middle(box: Box) -> Box:
    """A square of VIEW_KM, or so."""
    lat, lon = (box.south + box.north) // 2, (box.west + box.east) // 2
    high = round(VIEW_KM * 1_000 / QUANTUM_M / 2)
    wide = round(high / narrowing(lat))
    return Box(south=lat - high, west=lon - wide, north=lat + high, east=lon + wide)


def _run(program: str, *words: str) -> _Run:
    begin = time.perf_counter()
    ended = subprocess.run(
        [sys.executable, "-c", program + _PEAK, *words],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    seconds = time.perf_counter() - begin
    return _Run(seconds=seconds, megabytes=int(ended.stderr.splitlines()[-1]) / 1024)
