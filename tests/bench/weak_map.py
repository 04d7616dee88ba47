"""The map over a weak link: 9,600 bit/s, 300 ms each way, 2 % of packets lost, fifty units moving.

A console without anything on disk dials, gets its board, and then its map, while priority-1 meldings go on
coming. The link is that of `tests.bench.weak`; the town is the real extract beside the checkout.
"""

import asyncio
import json
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import attrs

from protocol.map.index import Box
from tests.bench import weak
from tests.bench.figure import Figure, percentile
from tests.bench.map_bytes import looking_at
from tests.bench.map_towns import EXTRACT, Town, towns
from tests.bench.processes import NAME, account

RUNS = 3
AFTER_WHOLE_S = 8.0
"""What was sent while the last piece came arrives in this time."""


def weak_map() -> Iterator[Figure]:
    """Three figures, or a word on why there are none."""
    why = weak.missing() or (None if EXTRACT.exists() else "the extract is not beside the checkout")
    if why is not None:
        sys.stderr.write(f"skipped: {why}\n")
        return
    with closing(towns()) as every:
        town = next(every)
        results = [asyncio.run(_play(town)) for _ in range(RUNS)]
    delays = [delay for result in results for delay in result["delays_s"]]
    for event, words in (("usable", "first usable map"), ("whole", "whole town")):
        times = [result[event] for result in results]
        yield Figure(
            name=f"9,600 bit/s: board whole -> {words} of Delft",
            value=median(times),
            unit="s",
            note=f"median of {RUNS}, worst {max(times):.1f} s; {results[0]['bytes'][event]:,} bytes of map; "
            f"50 units moving, a melding every 3 to 5 s",
        )
    yield Figure(
        name="9,600 bit/s, map under way, 50 units moving: priority-1 melding -> store, p95",
        value=percentile(delays, 0.95),
        unit="s",
        target=1.5,
        note=f"{len(delays)} meldingen, p50 {median(delays):.2f} s, worst {max(delays):.2f} s",
    )


async def _play(town: Town) -> dict[str, Any]:
    with TemporaryDirectory() as folder, weak._link():
        directory = Path(folder)
        secret, _ = account(directory)
        (directory / "openlijn.toml").write_text(f'[map]\nfile = "{town.path}"\n', encoding="utf-8")
        command = ("-m", "server", "run", "--data", str(directory), "--host", weak.ADDRESS)
        async with (
            weak._inside(weak.NEAR, *command, stderr=asyncio.subprocess.DEVNULL),
            weak._inside(weak.NEAR, "-m", "tests.bench.weak_driver") as driver,
        ):
            await asyncio.sleep(4)
            url = f"ws://{weak.ADDRESS}:{weak.PORT}"
            weak._order(driver, url=url, name=NAME, secret=secret)
            await weak._said(driver)
            weak._order(driver)
            await weak._said(driver)
            return await _fetch(driver, looking_at(town).box, secret)


async def _fetch(driver: asyncio.subprocess.Process, box: Box, secret: str) -> dict[str, Any]:
    async with weak._inside(weak.FAR, "-m", "tests.bench.weak_map_console") as console:
        url = f"ws://{NAME}@{weak.ADDRESS}:{weak.PORT}"
        weak._order(console, url=url, secret=secret, box=attrs.asdict(box))
        board = await weak._heard(console, "board")
        weak._order(driver)
        at: dict[str, float] = {}
        came: dict[str, int] = {}
        arrived_at: dict[int, float] = {}
        sent_at: dict[int, float] = {}

        async def listen() -> None:
            assert console.stdout is not None
            while line := await console.stdout.readline():
                said = json.loads(line)
                if said["event"] == "change":
                    arrived_at[said["seq"]] = said["at"]
                elif said["event"] in ("usable", "whole"):
                    at[said["event"]] = said["at"]
                    came[said["event"]] = said["fetched"]

        async def send() -> None:
            while True:
                said = await weak._said(driver)
                if "melding" in said and "whole" not in at:
                    sent_at[said["melding"]] = said["at"]

        with suppress(TimeoutError):
            async with asyncio.timeout(240), asyncio.TaskGroup() as tasks:
                listening, sending = tasks.create_task(listen()), tasks.create_task(send())
                while "whole" not in at:
                    await asyncio.sleep(0.2)
                sending.cancel()
                await asyncio.sleep(AFTER_WHOLE_S)
                listening.cancel()
    if "whole" not in at or set(sent_at) - set(arrived_at):
        raise RuntimeError(f"the map or a melding never arrived: {at}, {set(sent_at) - set(arrived_at)}")
    return {
        "usable": at["usable"] - board["at"],
        "whole": at["whole"] - board["at"],
        "bytes": came,
        "delays_s": [arrived_at[seq] - when for seq, when in sent_at.items()],
    }
