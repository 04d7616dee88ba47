"""On the real streets of Delft our times are those of networkx, for five hundred pairs of places a means."""

import numpy as np
import pytest

from protocol.model.means import Means
from server.geo.network import Network
from server.geo.snap import Snaps
from server.geo.streets import Streets
from tests.server.geo.delft import EXTRACT, WITHOUT, delft
from tests.server.geo.other_router import BITS, OtherRouter

PAIRS = 500

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not EXTRACT.exists(), reason=WITHOUT)]


def _snapped(streets: Streets, dice: np.random.Generator) -> Snaps:
    """Where PAIRS places, up to a hundred metres beside the main streets, come to them.

    The extract is cut so that much of it hangs on nothing; between main streets there is always a way.
    """
    samples = streets.main.xy
    spots = samples[dice.integers(len(samples), size=PAIRS)] + dice.uniform(-70, 70, (PAIRS, 2))
    return streets.main.snap(spots, limit_m=100.0)


@pytest.mark.parametrize("means", sorted(BITS))
def test_five_hundred_pairs_take_as_long_as_another_router_says(means: Means) -> None:
    """Of places anywhere in the town."""
    arrays, dice = delft(), np.random.default_rng(417)
    streets, other = Network.from_arrays(arrays).streets(means), OtherRouter(arrays, means)
    starts, ends = _snapped(streets, dice), _snapped(streets, dice)
    assert starts.found.all()
    assert ends.found.all()
    found, expected = [], []
    for nth in range(PAIRS):
        row = np.array([nth])
        found.append(float(streets.costs_towards(starts.at(row), ends.at(row), np.inf)[0]))
        expected.append(other.cost(starts, ends, nth))
    assert np.isfinite(expected).all()
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-6)
