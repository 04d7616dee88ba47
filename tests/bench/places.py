"""Places while they are typed: how long the server takes for one question.

On the real extract beside the checkout where it is there, and on a made-up town of 20,000 streets, 60,000
crossings, 200,000 houses and 20,000 spots. Asked are beginnings, whole names, numbers, crossings and words
with a mistake in them. The baseline is rapidfuzz over every name of the same map, for the same questions.
"""

import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, thread_time

from rapidfuzz import process

from protocol.model.point import from_grid
from server.geo.places import Places
from server.geo.schema import SEARCH, TABLES, PlaceKind, folded
from tests.bench.figure import Figure, percentile

EXTRACT = Path(__file__).parents[3] / "shared" / "data" / "osm" / "delft.osm.pbf"
BOX = "4.34,51.985,4.40,52.02"
QUESTIONS = 600
BASELINE_QUESTIONS = 60
TARGET_MS = 20.0
CORNER = (5_200_000, 430_000)
STREETS, CROSSINGS, HOUSES_A_STREET, SPOTS = 20_000, 60_000, 10, 20_000
ENDS = ("straat", "weg", "laan", "plein", "kade", "pad", "hof", "singel", "dreef", "gracht")
PARTS = (
    "ber",
    "den",
    "hol",
    "kas",
    "lin",
    "mar",
    "noor",
    "oos",
    "pel",
    "rij",
    "sta",
    "ter",
    "vel",
    "wes",
    "zui",
)


def places() -> Iterator[Figure]:
    """One row a town."""
    with tempfile.TemporaryDirectory() as folder:
        if EXTRACT.exists():
            path = Path(folder) / "delft.map"
            command = [sys.executable, "-m", "server", "map", "build", str(EXTRACT), "--bbox", BOX]
            subprocess.run([*command, "-o", str(path)], check=True, capture_output=True, timeout=300)
            yield _figure(path, "Delft")
        path = Path(folder) / "big.map"
        write_big(path)
        yield _figure(path, "a town of 20,000 streets")


def write_big(path: Path) -> None:
    """The names of the made-up town, in the tables of a map file."""
    dice = random.Random("places")
    with sqlite3.connect(path) as link:
        link.executescript(TABLES)
        streets = [
            (PlaceKind.STREET, _name(dice) + dice.choice(ENDS), dice.randint(50, 900)) for _ in range(STREETS)
        ]
        crossings = [
            (PlaceKind.CROSSING, " / ".join(sorted(dice.choice(streets)[1] for _ in "ab")), 0)
            for _ in range(CROSSINGS)
        ]
        spots = [(PlaceKind.SPOT, f"{_name(dice).title()} {_name(dice).title()}", 0) for _ in range(SPOTS)]
        link.executemany(
            "INSERT INTO place (kind, name, folded, within, lat, lon, weight) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (kind, name, folded(name), f"Wijk {dice.randint(1, 40)}", *_at(dice), weight)
                for kind, name, weight in (*streets, *crossings, *spots)
            ),
        )
        link.executemany(
            "INSERT OR IGNORE INTO house VALUES (?, ?, '', ?, ?)",
            (
                (street + 1, dice.randint(1, 300), *_at(dice))
                for street in range(STREETS)
                for _ in range(HOUSES_A_STREET)
            ),
        )
        link.executescript(SEARCH)
    link.close()


def _name(dice: random.Random) -> str:
    return "".join(dice.choices(PARTS, k=dice.randint(2, 4))).capitalize()


def _at(dice: random.Random) -> tuple[int, int]:
    return CORNER[0] + dice.randint(0, 15_000), CORNER[1] + dice.randint(0, 20_000)


def questions(link: sqlite3.Connection, count: int) -> list[str]:
    """What people type on the way to a place of this map; the same for the same map."""
    dice = random.Random("questions")
    streets = [row[0] for row in link.execute("SELECT name FROM place WHERE kind = 1 ORDER BY id")]
    crossings = [row[0] for row in link.execute("SELECT name FROM place WHERE kind = 2 ORDER BY id")]
    others = [row[0] for row in link.execute("SELECT name FROM place WHERE kind > 2 ORDER BY id")]
    made = []
    for nth in range(count):
        name = dice.choice(streets if nth % 3 else others)
        match nth % 6:
            case 0:
                made.append(name[: dice.randint(1, len(name))])
            case 1:
                made.append(_mistyped(name, dice))
            case 2:
                made.append(f"{name} {dice.randint(1, 300)}")
            case 3:
                made.append(" ".join(reversed(name.split())))
            case 4:
                crossing = dice.choice(crossings)
                made.append(crossing[: dice.randint(crossing.index("/") + 2, len(crossing))])
            case 5:
                made.append(f"{_mistyped(name, dice)} {dice.randint(1, 300)}")
    return made


def _mistyped(name: str, dice: random.Random) -> str:
    at = dice.randrange(len(name) - 1)
    return (
        name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        if dice.random() < 0.5
        else name[:at] + name[at + 1 :]
    )


def _figure(path: Path, town: str) -> Figure:
    link = sqlite3.connect(path)
    search = Places(link)
    search.warm()
    here = from_grid(
        *link.execute("SELECT CAST(avg(lat) AS INT), CAST(avg(lon) AS INT) FROM place").fetchone()
    )
    walls, cores, counts = [], [], 0
    asked = questions(link, QUESTIONS)
    for text in asked:
        wall, core = perf_counter(), thread_time()
        counts += bool(search.find(text, here))
        walls.append((perf_counter() - wall) * 1_000)
        cores.append((thread_time() - core) * 1_000)
    names = [row[0] for row in link.execute("SELECT folded FROM place")]
    baseline = []
    for text in asked[:: QUESTIONS // BASELINE_QUESTIONS]:
        wall = perf_counter()
        process.extract(folded(text), names, limit=8)
        baseline.append((perf_counter() - wall) * 1_000)
    link.close()
    return Figure(
        name=f"place completion, p99, {town}",
        value=percentile(walls, 0.99),
        unit="ms",
        target=TARGET_MS,
        baseline=percentile(baseline, 0.99),
        baseline_name="rapidfuzz over every name",
        note=f"{len(names)} names, {QUESTIONS} questions, {counts} with an answer; p50"
        f" {percentile(walls, 0.5):.1f} ms; p99 of the processor {percentile(cores, 0.99):.1f} ms",
    )
