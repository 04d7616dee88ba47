"""Who is nearest, and what can be reached: 200 units in Delft and in a made-up town many times as large.

Every recommendation is for another melding and every picture takes another unit away. Beside them stand
networkx's searches on the same streets in the same run, one a means, without reasons, ranking or picture.
"""

import gc
import random
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.means import Means
from protocol.model.point import Point, from_grid
from protocol.model.terms import Terms
from protocol.model.text import Name
from server.geo.build.gathered import Gathered
from server.geo.build.network import network_of
from server.geo.build.streets import streets_of
from server.geo.dispatch import Dispatch
from server.geo.network import Network
from server.geo.teams import Teams
from server.geo.weights import Weights
from tests.bench.big_town import big_town
from tests.bench.figure import Figure, percentile
from tests.server.geo.delft import EXTRACT, delft
from tests.server.geo.other_router import BITS, OtherRouter
from tests.server.geo.people import NOW, board, incident, seen, unit

CORNERS = 60_000
UNITS = {Means.CAR: 140, Means.MOTORCYCLE: 10, Means.BICYCLE: 30, Means.FOOT: 20}
MELDINGEN = 300
PICTURES = 40
BASELINES = 5
MINUTES = 15
TARGET_RECOMMEND_MS = 25.0
TARGET_REACH_MS = 150.0

Arrays = Mapping[str, NDArray[Any]]


def nearest() -> Iterator[Figure]:
    """Delft only where its extract lies beside the checkout."""
    if EXTRACT.is_file():
        yield from _figures("Delft", delft())
    gathered = Gathered()
    gathered.gather(big_town(CORNERS, houses_a_block=0))
    yield from _figures("big town", network_of(gathered, streets_of(gathered).of_way))


def _figures(town: str, arrays: Arrays) -> Iterator[Figure]:
    dice = random.Random("nearest")
    network = Network.from_arrays(arrays)
    dispatch = Dispatch(network, Weights(), Teams(), Terms())
    kinds = [means for means, count in UNITS.items() for _ in range(count)]
    units = [unit(id, call_sign=Name(f"c{id}"), means=means) for id, means in enumerate(kinds, 1)]
    fixes = seen({each.id: _spot(arrays, dice) for each in units})
    spots = [_spot(arrays, dice) for _ in range(MELDINGEN)]
    others = {means: OtherRouter(arrays, means) for means in BITS}
    size = f"{network.nodes:,} crossings and ends, {network.edges:,} streets"

    meldingen = iter([board(units, incident(point=spot)) for spot in spots])
    asked = _ms(MELDINGEN, lambda: dispatch.recommend(next(meldingen), fixes, 7, now=NOW))
    ends = iter(spots)
    searched = _ms(BASELINES, lambda: _other_way_to(network, others, next(ends)))
    yield Figure(
        name=f"recommendation, {len(units)} units, {town}: p99",
        value=percentile(asked, 0.99),
        unit="ms",
        target=TARGET_RECOMMEND_MS,
        baseline=percentile(searched, 0.5),
        baseline_name="networkx, the search a means alone, median",
        note=f"{size}; median {percentile(asked, 0.5):.1f} ms",
    )

    whole, leaving = board(units), iter(units)
    drawn = _ms(PICTURES, lambda: _picture(dispatch, whole, fixes, next(leaving).id))
    searched = _ms(BASELINES, lambda: _other_way_from(network, others, kinds, fixes))
    yield Figure(
        name=f"reach picture with one unit sent, {len(units)} units, {town}: p99",
        value=percentile(drawn, 0.99),
        unit="ms",
        target=TARGET_REACH_MS,
        baseline=percentile(searched, 0.5),
        baseline_name="networkx, the search a means alone, median",
        note=f"{MINUTES} minutes; median {percentile(drawn, 0.5):.1f} ms",
    )


def _spot(arrays: Arrays, dice: random.Random) -> Point:
    """Some metres beside a street."""
    corner = dice.randrange(len(arrays["shape_lat"]))
    north, east = dice.randint(-20, 20), dice.randint(-30, 30)
    return from_grid(int(arrays["shape_lat"][corner]) + north, int(arrays["shape_lon"][corner]) + east)


def _ms(times: int, act: Callable[[], object]) -> list[float]:
    gc.collect()
    found = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        found.append((time.perf_counter() - began) * 1_000)
    return found


def _picture(dispatch: Dispatch, whole: Board, fixes: Mapping[int, Fix], sent: int) -> object:
    return dispatch.reach(whole, fixes, minutes=MINUTES, sending=(sent,), now=NOW)


def _other_way_to(network: Network, others: Mapping[Means, OtherRouter], spot: Point) -> None:
    for means, other in others.items():
        streets = network.streets(means)
        edge = streets.everywhere.snap(network.xy([spot]), limit_m=2_000.0).edge[0]
        other.costs_towards([int(streets.tail[edge])])


def _other_way_from(
    network: Network, others: Mapping[Means, OtherRouter], kinds: list[Means], fixes: Mapping[int, Fix]
) -> None:
    for means, other in others.items():
        streets = network.streets(means)
        here = [fixes[id].point for id, kind in enumerate(kinds, 1) if network.streets(kind) is streets]
        edges = streets.everywhere.snap(network.xy(here), limit_m=2_000.0).edge
        other.costs_from(np.unique(streets.tail[edges[edges >= 0]]).tolist())
