"""A site for a rehearsal: a server with one account, and the files to play beside it."""

import asyncio
import math
from collections import Counter
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

from rich.console import Console

from protocol.address import Address
from protocol.change import Change
from protocol.model.role import Role
from protocol.model.text import Name
from server.accounts.accounts import EPHEMERAL, Accounts
from server.journal.sqlite import SqliteJournal
from server.ops.running import running
from server.rehearse.run import Visit, rehearse
from server.rehearse.script import Order
from server.rehearse.tally import Played
from server.room.saved_board import as_change
from server.settings.settings import Settings
from server.texts.texts import Texts

LONGEST_S = 120.0

MAPPING = """
[calls]
time_zone = "Europe/Amsterdam"
time_formats = ["iso"]
source_id = "id"
disposition = "how"
[calls.stages]
received = "received"
dispatched = "dispatched"
en_route = "en_route"
on_scene = "on_scene"
closed = "closed"
[calls.what]
columns = ["what"]
[tracks]
time_zone = "Europe/Amsterdam"
time_formats = ["iso"]
at = "at"
vehicle = "vehicle"
[tracks.point]
format = "lat_lon"
lat = "lat"
lon = "lon"
"""

HEAD = "id,what,how,received,dispatched,en_route,on_scene,closed"
DAY = "2026-01-16T"


def call(id: str, *minutes: int | None) -> str:
    """A row: received, dispatched, en route, on scene and closed in minutes after 12:00; None for never."""
    times = [f"{DAY}{12 + m // 60:02}:{m % 60:02}:00" if m is not None else "" for m in minutes]
    return f"{id},brand,REP,{','.join(times)}"


class Site:
    """A server with one account, and the files of a rehearsal beside it."""

    def __init__(self, directory: Path, role: Role = Role.CENTRALIST) -> None:
        self.directory = directory
        self.settings = Settings(world=Name("oefening"), exercise=True)
        self.data = directory / "data"
        self.socket = directory / "s"
        secret = Accounts(self.data, hasher=EPHEMERAL).add("anna", role)
        address = Address(scheme="ws+unix", name="anna", where=str(self.socket))
        self.visit = Visit(address=address, secret=secret)
        self.shown = StringIO()

    def order(self, rows: list[str], *, tracks: list[str] | None = None, **options: Any) -> Order:
        """What to rehearse, as fast as it goes."""
        (self.directory / "calls.csv").write_text("\n".join([HEAD, *rows]) + "\n")
        (self.directory / "mapping.toml").write_text(MAPPING)
        if tracks is not None:
            (self.directory / "tracks.csv").write_text("\n".join(["at,vehicle,lat,lon", *tracks]) + "\n")
        return Order(
            calls=self.directory / "calls.csv",
            tracks=self.directory / "tracks.csv" if tracks is not None else None,
            mapping=self.directory / "mapping.toml",
            **{"speed": math.inf, **options},
        )

    async def play(self, order: Order) -> Played:
        """The rehearsal on a server that runs as long as it."""
        console = Console(file=self.shown, width=200)
        async with (
            asyncio.timeout(LONGEST_S),
            running(self.data, self.settings, unix_path=self.socket),
        ):
            return await rehearse(self.visit, order, console, Texts("en"))

    async def changes(self) -> list[Change]:
        """Everything in the journal."""
        now_ms = int(datetime.now(UTC).timestamp() * 1000)
        journal = await SqliteJournal.open(self.data, world=self.settings.world, now_ms=now_ms)
        try:
            return [as_change(record) for record in await journal.records(0, 100_000)]
        finally:
            await journal.close()

    async def counted(self) -> Counter[type]:
        """How many facts of each class."""
        return Counter(type(fact) for change in await self.changes() for fact in change.facts)
