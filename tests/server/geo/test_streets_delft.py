"""On the real streets of Delft our times are those of networkx, for five hundred pairs of places a means."""

import random

import numpy as np
import pytest

from protocol.model.means import Means
from protocol.model.point import from_grid
from server.geo.network import Network
from server.geo.snap import Snaps
from tests.server.geo.delft import EXTRACT, WITHOUT, delft
from tests.server.geo.other_router import BITS, OtherRouter

PAIRS = 500

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not EXTRACT.exists(), reason=WITHOUT)]


def _snapped(network: Network, means: Means, dice: random.Random) -> Snaps:
    """Where PAIRS places in the town, up to a hundred metres beside a street, come to a main street."""
    arrays = delft()
    corners = [dice.randrange(len(arrays["shape_lat"])) for _ in range(PAIRS)]
    spots = [
        from_grid(
            int(arrays["shape_lat"][corner]) + dice.randint(-90, 90),
            int(arrays["shape_lon"][corner]) + dice.randint(-140, 140),
        )
        for corner in corners
    ]
    # The extract is cut so that much of it hangs on nothing; between main streets there is always a way.
    return network.streets(means).main.snap(network.xy(spots), limit_m=2_000.0)


@pytest.mark.parametrize("means", sorted(BITS))
def test_five_hundred_pairs_take_as_long_as_another_router_says(means: Means) -> None:
    """Of places anywhere in the town."""
    arrays, dice = delft(), random.Random(f"delft {means}")
    network = Network.from_arrays(arrays)
    streets, other = network.streets(means), OtherRouter(arrays, means)
    starts, ends = _snapped(network, means, dice), _snapped(network, means, dice)
    assert starts.found.all()
    assert ends.found.all()
    found, expected = [], []
    for nth in range(PAIRS):
        row = np.array([nth])
        found.append(float(streets.costs_towards(starts.at(row), ends.at(row), np.inf)[0]))
        expected.append(other.cost(starts, ends, nth))
    assert np.isfinite(expected).all()
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-6)
