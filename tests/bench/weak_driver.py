"""Whoever makes the work beside the server, while a console listens over the weak link.

`python -m tests.bench.weak_driver` reads its orders as one JSON line on stdin, loads the board of 100 real
calls and says so; at the next line it makes a melding with a long history, and at the one after that it
begins: units that move, 50 or as many as the orders say, and a priority-1 melding every few seconds. Each
melding's number and moment go to stdout.
"""

import asyncio
import json
import random
import sys
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import AddEntry
from protocol.commands.units import SignOnUnit
from protocol.model.fix import Fix
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.wire.messages import Done
from server.exercise.caller import Caller, Doorbell
from tests.bench.workload import workload

UNITS = 50
BULK_LINES = 250
SOUTH_DEG, WEST_DEG = 37.7, -122.4
"""The corner of the town, which is a tenth of a degree wide and high."""


def say(**words: Any) -> None:
    """One line."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


async def _load(caller: Caller, units: int) -> None:
    """The board, the units, and last a closed-off melding with a long history: the 30 kB document."""
    for incident in workload().board.open_incidents():
        await caller.wish(OpenIncident(what=incident.what, place=incident.place, priority=incident.priority))
    for number in range(1, units + 1):
        await caller.wish(SignOnUnit(call_sign=Name(f"{11 + number // 20}.{number % 20:02}")))


async def _lengthen(caller: Caller) -> int:
    """The melding whose history is some 30 kB; its number."""
    place = Place(name=Name("MARKET ST"))
    opened = await caller.wish(OpenIncident(what=Name("TEST"), place=place, priority=Priority.P5))
    assert isinstance(opened, Done)
    for line in range(BULK_LINES):
        await caller.wish(AddEntry(incident=opened.number, text=Text(f"regel {line}")))
    return opened.number


def homes(units: int) -> list[tuple[float, float]]:
    """Latitude and longitude about which units 1 to so many move; the same in every process."""
    chance = random.Random(5)
    return [(SOUTH_DEG + chance.random() / 10, WEST_DEG + chance.random() / 10) for _ in range(units)]


async def _move(caller: Caller, units: int) -> None:
    """Each about its own place in the town, everybody somewhere else every two seconds."""
    chance = random.Random(6)
    places = homes(units)
    while True:
        now = datetime.now(UTC)
        await caller.report(
            tuple(
                Fix(
                    unit=unit,
                    point=Point(
                        lat_deg=lat_deg + chance.random() / 500,
                        lon_deg=lon_deg + chance.random() / 500,
                    ),
                    at=now,
                )
                for unit, (lat_deg, lon_deg) in enumerate(places, start=1)
            )
        )
        await asyncio.sleep(2)


async def main() -> None:
    """Until killed."""
    loop = asyncio.get_running_loop()
    orders = json.loads(await loop.run_in_executor(None, sys.stdin.readline))
    caller = Caller(Doorbell(url=orders["url"], name=orders["name"], secret=orders["secret"]))
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(caller.stay())
        await caller.ready()
        units = orders.get("units", UNITS)
        await _load(caller, units)
        say(loaded=caller.board.seq)
        await loop.run_in_executor(None, sys.stdin.readline)
        say(document=await _lengthen(caller))
        await loop.run_in_executor(None, sys.stdin.readline)
        tasks.create_task(_move(caller, units))
        chance = random.Random(11)
        while True:
            await asyncio.sleep(chance.uniform(3, 5))
            sent_at = monotonic()
            answer = await caller.wish(
                OpenIncident(
                    what=Name("Reanimatie"),
                    place=Place(name=Name(f"Dorpsstraat {chance.randint(1, 999)}")),
                    priority=Priority.P1,
                )
            )
            if isinstance(answer, Done):
                say(melding=answer.seq, at=sent_at)


if __name__ == "__main__":
    asyncio.run(main())
