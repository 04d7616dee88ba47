"""Rows of the table `place` of a map file, as values."""

import sqlite3
from collections.abc import Iterable, Sequence

from attrs import frozen

from server.geo.spelling import spelled


@frozen(kw_only=True)
class PlaceRow:
    """One named place; see `server.geo.schema`."""

    id: int
    kind: int
    name: str
    folded: str
    within: str
    lat: int
    lon: int
    weight: int

    @property
    def spelled(self) -> str:
        """The folded name in its one spelling."""
        return spelled(self.folded)


def read_rows(link: sqlite3.Connection, ids: Iterable[int]) -> list[PlaceRow]:
    """The places of these ids, in no order; unknown ids are left out. Raises sqlite3.DatabaseError."""
    wanted = list(ids)
    rows = link.execute(
        f"SELECT id, kind, name, folded, within, lat, lon, weight FROM place WHERE id IN ({marks(wanted)})",
        wanted,
    )
    return [
        PlaceRow(id=id, kind=kind, name=name, folded=plain, within=within, lat=lat, lon=lon, weight=weight)
        for id, kind, name, plain, within, lat, lon, weight in rows
    ]


def marks(values: Sequence[object]) -> str:
    """A question mark for each value of an SQL list."""
    return ",".join("?" * len(values))
