"""Gives a melding its point: an exact and unambiguous name of a place on the map, before the decision.

For scripts and for whoever types faster than the completion answers. Called by the conversation for every
wish; what goes wrong here is logged and the wish goes on as it came. It refuses nothing and waits for nothing
longer than PATIENCE_S.
"""

import asyncio
import logging
import math
import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.incidents import ChangePlace, OpenIncident
from protocol.model.point import Point, from_grid
from protocol.model.text import Name
from server.geo.said_place import crossings_in, houses_in, words_of
from server.geo.schema import PlaceKind, folded

log = logging.getLogger(__name__)

PATIENCE_S = 0.2

ONE_SPOT_QUANTA = 200
"""Exact matches that all lie within some 200 m are one place."""

LONGEST_STREET_M = 3_000
"""The middle of a longer street says too little of where it is."""

Spot = tuple[int, int]


class Locator:
    """Looks up whole names in one map."""

    def __init__(self, link: sqlite3.Connection) -> None:
        """`link` is this one's own."""
        self._link = link
        # A thread of its own, so that it never waits behind heavy sums.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="located")
        self._stuck: Future[Point | None] | None = None
        """One that took too long, while it still does."""

    def close(self) -> None:
        """Let go of the thread."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    async def with_point(self, command: Command) -> Command:
        """The command with a point where its place has none and its name is one place; else as it is."""
        if not isinstance(command, OpenIncident | ChangePlace) or command.place.point is not None:
            return command
        if isinstance(command, ChangePlace) and command.without_point:
            return command
        point = await self._looked_up(command.place.name)
        return command if point is None else evolve(command, place=evolve(command.place, point=point))

    async def _looked_up(self, name: Name) -> Point | None:
        if self._stuck is not None and not self._stuck.done():
            # The disk hangs: one melding has waited for it, and no other does.
            return None
        try:
            looking = self._thread.submit(self.point_of, name)
        except RuntimeError:
            return None
        try:
            async with asyncio.timeout(PATIENCE_S):
                return await asyncio.wrap_future(looking)
        except TimeoutError:
            self._stuck = looking
            log.warning("no point for a place: the map did not answer in %s s", PATIENCE_S)
        except (ValueError, sqlite3.Error) as error:
            log.warning("no point for a place: %s: %s", type(error).__name__, error)
        return None

    def point_of(self, name: str) -> Point | None:
        """The point of the one place of exactly this name, or None. Raises sqlite3.Error."""
        readings = [(name, "")]
        if "," in name:
            before, _, within = name.rpartition(",")
            # Behind the comma stands a part of town, or the town itself, which tells nothing apart.
            readings.append((before, "" if folded(within) == self._town() else folded(within)))
        for text, within in readings:
            for spots in self._readings(text, within):
                if spots:
                    one = all(math.dist(spots[0], each) <= ONE_SPOT_QUANTA for each in spots)
                    return from_grid(*spots[0]) if one else None
        return None

    def _town(self) -> str:
        row = self._link.execute("SELECT value FROM meta WHERE key = 'name'").fetchone()
        return folded(str(row[0])) if row else ""

    def _readings(self, text: str, within: str) -> Iterator[list[Spot]]:
        """The spots that each reading of the text means."""
        words = words_of(text)
        if not words or " ".join(words) != folded(text):
            return
        yield [
            (lat, lon)
            for _, kind, lat, lon, weight in self._named(" ".join(words), within)
            if kind != PlaceKind.STREET or weight <= LONGEST_STREET_M
        ]
        for house in houses_in(words):
            streets = [
                row[0] for row in self._named(" ".join(house.street), within) if row[1] == PlaceKind.STREET
            ]
            yield [
                (lat, lon)
                for street in streets
                for suffix, lat, lon in self._link.execute(
                    "SELECT suffix, lat, lon FROM house WHERE street = ? AND number = ?",
                    (street, house.number),
                )
                if folded(suffix).replace(" ", "") == house.suffix
            ]
        for crossing in crossings_in(text):
            one, other = " ".join(crossing.one), " ".join(crossing.other)
            yield [
                (lat, lon)
                for both in (f"{one} {other}", f"{other} {one}")
                for _, kind, lat, lon, _ in self._named(both, within)
                if kind == PlaceKind.CROSSING
            ]

    def _named(self, name: str, within: str) -> list[tuple[int, int, int, int, int]]:
        """Id, kind, latitude, longitude and weight of what has this folded name, the weightiest first."""
        rows = self._link.execute(
            "SELECT id, kind, lat, lon, weight, within FROM place WHERE folded = ? ORDER BY weight DESC, id",
            (name,),
        )
        return [row[:5] for row in rows if not within or folded(row[5]) == within]
