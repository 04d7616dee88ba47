"""Many units that move, on 9,600 bit/s: how long a priority 1 takes, and how often each unit is heard of.

On the link of `weak`, without documents. The console's map shows a tenth of the town. The baseline is the
same server with every round of positions in one frame.
"""

import asyncio
import base64
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import attrs

from protocol.model.point import Point, to_grid
from protocol.model.window import Window, window_around
from tests.bench import weak
from tests.bench.figure import Figure, percentile
from tests.bench.processes import NAME, account
from tests.bench.weak_driver import SOUTH_DEG, WEST_DEG, homes

MOST_S = {500: 1.5, 2_000: 2.0}
"""How long it may take, by how many move."""

MELDINGEN = 40
SHOWN_DEG = 0.032
"""The side of what the map shows: a tenth of the town."""


def weak_units() -> Iterator[Figure]:
    """A row for each number of units, or a word on why there are none."""
    why = weak.missing()
    if why is not None:
        sys.stderr.write(f"skipped: {why}\n")
        return
    for units, most_s in MOST_S.items():
        ours = asyncio.run(_play("server", units))
        theirs = asyncio.run(_play("tests.bench.weak_whole", units))
        delays = ours["delays_s"]
        yield Figure(
            name=f"9,600 bit/s, {units:,} units moving: priority-1 melding -> store, p95",
            value=percentile(delays, 0.95),
            unit="s",
            target=most_s,
            baseline=percentile(theirs["delays_s"], 0.95),
            baseline_name="every round of positions in one frame",
            note=(
                f"{len(delays)} meldingen, p50 {percentile(delays, 0.5):.2f} s, worst {max(delays):.2f} s; "
                f"a unit in view is heard of every {ours['seen_s']:.0f} s, another every "
                f"{ours['other_s']:.0f} s (median)"
            ),
        )


async def _play(module: str, units: int) -> dict[str, Any]:
    with TemporaryDirectory() as folder, weak._link():
        directory = Path(folder)
        secret, _ = account(directory)
        url = f"ws://{weak.ADDRESS}:{weak.PORT}"
        basic = base64.b64encode(f"{NAME}:{secret}".encode()).decode()
        command = ("-m", module, "run", "--data", str(directory), "--host", weak.ADDRESS)
        async with (
            weak._inside(weak.NEAR, *command, stderr=asyncio.subprocess.DEVNULL),
            weak._inside(weak.NEAR, "-m", "tests.bench.weak_driver") as driver,
        ):
            await asyncio.sleep(2)
            weak._order(driver, url=url, name=NAME, secret=secret, units=units)
            await weak._said(driver)
            weak._order(driver)
            await weak._said(driver)
            heard = _Heard(units)
            delays, *_ = await weak._under_bulk(
                *(driver, url, basic, None),
                meldingen=MELDINGEN,
                window=attrs.asdict(_shown()),
                moved=heard.moved,
            )
    return {"delays_s": delays, **heard.every_s()}


def _shown() -> Window:
    """What the map shows: the south-west corner of the town."""
    south, west = to_grid(Point(lat_deg=SOUTH_DEG, lon_deg=WEST_DEG))
    north, east = to_grid(Point(lat_deg=SOUTH_DEG + SHOWN_DEG, lon_deg=WEST_DEG + SHOWN_DEG))
    return window_around(south=south, west=west, north=north, east=east)


class _Heard:
    """How often each unit was heard of."""

    def __init__(self, units: int) -> None:
        window = _shown()
        self._in_view = {
            unit
            for unit, (lat_deg, lon_deg) in enumerate(homes(units), start=1)
            if window.shows(Point(lat_deg=lat_deg, lon_deg=lon_deg))
        }
        self._times = dict.fromkeys(range(1, units + 1), 0)
        self._began_s: float | None = None
        self._ended_s = 0.0

    def moved(self, at_s: float, units: list[int]) -> None:
        """Positions of these came in."""
        self._began_s, self._ended_s = self._began_s or at_s, at_s
        for unit in units:
            self._times[unit] += 1

    def every_s(self) -> dict[str, float]:
        """The median of the seconds between two positions of a unit, in view and elsewhere."""
        lasted_s = self._ended_s - (self._began_s or 0.0)
        each_s = {unit: lasted_s / max(1, times) for unit, times in self._times.items()}
        return {
            "seen_s": median(each for unit, each in each_s.items() if unit in self._in_view),
            "other_s": median(each for unit, each in each_s.items() if unit not in self._in_view),
        }
