"""One long shift for the tests that only look back at it."""

import pytest

from tests.server.exercise.rig import WARM_S, Stage

HOUR_S = 3_600.0


@pytest.fixture(scope="session")
def hour() -> Stage:
    """An hour of a shift after it has warmed up, without a visitor's hand; nobody may change it."""
    stage = Stage(2, warm_until_s=WARM_S)
    stage.run(WARM_S + HOUR_S, step_s=2.0)
    return stage
