"""All that a source told, in columns of plain numbers, so that a province fits in memory.

Filled one value at a time while the source is read, then read by the makers of network, pieces and gazetteer.
It interprets nothing.
"""

from array import array
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from server.geo.build.source import House, Outline, Quanta, Spot, Told, Way

Ints = NDArray[np.int64]


_WAY = ("kind", "name", "open", "kmh", "roundabout")


class Gathered:
    """Columns. Names are told once and numbered from 0, the empty name first."""

    def __init__(self) -> None:
        self.names: list[str] = [""]
        self._name_numbers = {"": 0}
        self.spots: list[Spot] = []
        self._way: dict[str, array[int]] = {key: array("q") for key in _WAY}
        self._way_start = array("q", [0])
        self._node: dict[str, array[int]] = {"id": array("q"), "lat": array("i"), "lon": array("i")}
        self._outline: dict[str, array[int]] = {key: array("q") for key in ("kind", "name")}
        self._outline_start = array("q", [0])
        self._outline_lat, self._outline_lon = array("i"), array("i")
        self._house: dict[str, array[int]] = {
            key: array("i") for key in ("street", "number", "suffix", "lat", "lon", "postcode")
        }

    def gather(self, told: Iterable[Told]) -> None:
        """Take in all of it."""
        for each in told:
            if isinstance(each, House):
                self._take_house(each)
            elif isinstance(each, Way):
                self._take_way(each)
            elif isinstance(each, Outline):
                self._take_outline(each)
            else:
                self.spots.append(each)

    def _take_way(self, way: Way) -> None:
        last = None
        for node in way.nodes:
            if node.id != last:
                self._node["id"].append(node.id)
                self._node["lat"].append(node.at[0])
                self._node["lon"].append(node.at[1])
            last = node.id
        start = self._way_start[-1]
        if len(self._node["id"]) - start < 2:
            # One and the same node again and again: nothing to draw or travel.
            for column in self._node.values():
                del column[start:]
            return
        self._way_start.append(len(self._node["id"]))
        self._way["kind"].append(way.kind)
        self._way["name"].append(self._number(way.name))
        self._way["open"].append(way.open)
        self._way["kmh"].append(way.car_kmh)
        self._way["roundabout"].append(way.is_roundabout)

    def _take_outline(self, outline: Outline) -> None:
        for lat, lon in outline.points:
            self._outline_lat.append(lat)
            self._outline_lon.append(lon)
        self._outline_start.append(len(self._outline_lat))
        self._outline["kind"].append(outline.kind)
        self._outline["name"].append(self._number(outline.name))

    def _take_house(self, house: House) -> None:
        row = (
            self._number(house.street),
            house.number,
            self._number(house.suffix),
            *house.at,
            self._number(house.postcode),
        )
        for column, value in zip(self._house.values(), row, strict=True):
            column.append(value)

    def _number(self, name: str) -> int:
        number = self._name_numbers.get(name)
        if number is None:
            number = self._name_numbers[name] = len(self.names)
            self.names.append(name)
        return number

    @property
    def ways(self) -> int:
        """How many."""
        return len(self._way["kind"])

    @property
    def houses(self) -> int:
        """How many."""
        return len(self._house["number"])

    @property
    def outlines(self) -> int:
        """How many."""
        return len(self._outline["kind"])

    def way(self, key: str) -> Ints:
        """`kind`, `name`, `open`, `kmh` or `roundabout` (0 or 1), one number a way."""
        return _numbers(self._way[key])

    def way_start(self) -> Ints:
        """Where the nodes of way i begin; they end before the next, so this is one longer than the ways."""
        return _numbers(self._way_start)

    def node(self, key: str) -> Ints:
        """`id`, `lat` or `lon` of the nodes of all ways, one after the other; shared ones are repeated."""
        return _numbers(self._node[key])

    def house(self, key: str) -> Ints:
        """`number`, `lat`, `lon`; `street`, `suffix` and `postcode` by the number of a name; one a house."""
        return _numbers(self._house[key])

    def outline(self, place: int) -> tuple[int, str, list[Quanta]]:
        """Kind, name and points of an outline."""
        start, end = self._outline_start[place], self._outline_start[place + 1]
        points = list(zip(self._outline_lat[start:end], self._outline_lon[start:end], strict=True))
        return self._outline["kind"][place], self.names[self._outline["name"][place]], points

    def outline_kinds(self) -> Ints:
        """The kind of each outline."""
        return _numbers(self._outline["kind"])


def _numbers(column: Any) -> Ints:
    # A copy in 8 bytes: columns may not grow while numpy looks at them, and products must not overflow.
    return np.array(column, dtype=np.int64)
