"""Gives a melding its point: an exact and unambiguous name of a place on the map, before the decision.

For scripts and for whoever types faster than the completion answers. Called by the conversation for every
wish; what goes wrong here is logged and the wish goes on as it came. It refuses nothing and waits for nothing
longer than PATIENCE_S.
"""

import asyncio
import logging
import math
import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.incidents import ChangePlace, OpenIncident
from protocol.model.point import Point, from_grid
from protocol.model.text import Name
from server.geo.areas import KnownAreas
from server.geo.around_place import Said, readings
from server.geo.house_numbers import plain_part, same_part
from server.geo.postcodes import streets_of
from server.geo.posts import post_in, spots_of
from server.geo.said_place import SaidHouse, Words, crossings_in, houses_in, words_of
from server.geo.schema import PlaceKind, folded
from server.geo.spelling import spelled

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
        self._areas: KnownAreas | None = None
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
        """The point of the one place of exactly this name, or None. Raises sqlite3.Error.

        Of a house whose part is not known: where all houses of its number stand on one spot.
        """
        if len(" ".join(words_of(name))) < len(folded(name)):
            return None
        if self._areas is None:
            self._areas = KnownAreas(self._link)
        post = post_in(name)
        if post is not None:
            return _one(spots_of(self._link, post))
        for said in readings(name, self._areas.known):
            for spots in self._readings(said, self._areas) if said.sure else ():
                if spots:
                    return _one(spots)
        return None

    def _readings(self, said: Said, areas: KnownAreas) -> Iterator[list[Spot]]:
        """The spots that each way to read the text means."""
        words = words_of(said.text)
        if said.postcode:
            yield self._by_postcode(said.postcode, words)
        if not words:
            return
        yield [
            at
            for _, kind, at, weight in self._named(" ".join(words), said, areas)
            if kind != PlaceKind.STREET or weight <= LONGEST_STREET_M
        ]
        houses = list(houses_in(words))
        for exactly in (True, False):
            for house in houses:
                rows = self._named(" ".join(house.street), said, areas)
                streets = [id for id, kind, _, _ in rows if kind == PlaceKind.STREET]
                yield self._houses(streets, house, exactly=exactly)
        for crossing in crossings_in(said.text):
            one, other = " ".join(crossing.one), " ".join(crossing.other)
            yield [
                at
                for both in (f"{one} {other}", f"{other} {one}")
                for _, kind, at, _ in self._named(both, said, areas)
                if kind == PlaceKind.CROSSING
            ]

    def _by_postcode(self, code: str, words: Words) -> list[Spot]:
        streets = streets_of(self._link, code)
        house = next(houses_in(("x", *words)), None)
        if house is None or house.street != ("x",):
            return []
        exact = self._houses(streets, house, exactly=True)
        return exact or self._houses(streets, house, exactly=False)

    def _houses(self, streets: Sequence[int], house: SaidHouse, *, exactly: bool) -> list[Spot]:
        """Where the number stands in these streets; less exactly also with another part behind it."""
        rows = [
            (plain_part(suffix), (lat, lon))
            for street in streets
            for suffix, lat, lon in self._link.execute(
                "SELECT suffix, lat, lon FROM house WHERE street = ? AND number = ?", (street, house.number)
            )
        ]
        if not exactly:
            spots = [at for _, at in rows]
            return spots if _one(spots) is not None else []
        same = [at for part, at in rows if part == house.suffix]
        alike = [at for part, at in rows if house.suffix and same_part(part) == same_part(house.suffix)]
        return same or alike

    def _named(self, name: str, said: Said, areas: KnownAreas) -> list[tuple[int, int, Spot, int]]:
        """Id, kind, place and weight of what has this folded name, the weightiest first.

        What is written so goes before what is only spelled so.
        """
        rows = self._link.execute(
            "SELECT id, kind, name, within, lat, lon, weight FROM place WHERE folded IN (?, ?)"
            " ORDER BY weight DESC, id",
            (name, spelled(name)),
        ).fetchall()
        rows = [row for row in rows if all(areas.holds(area, row[4:6], row[3]) for area in said.areas)]
        written = [row for row in rows if folded(row[2]) == name]
        return [(id, kind, (lat, lon), weight) for id, kind, _, _, lat, lon, weight in written or rows]


def _one(spots: Sequence[Spot]) -> Point | None:
    """The first, where all of them are one place; None for none."""
    if not spots or any(math.dist(spots[0], each) > ONE_SPOT_QUANTA for each in spots):
        return None
    return from_grid(*spots[0])
