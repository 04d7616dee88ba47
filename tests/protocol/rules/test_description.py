"""The clock of the description."""

from datetime import datetime

import pytest

from protocol.model.intake import Intake
from protocol.rules.description import description_owed_since
from tests.protocol.make import minute


@pytest.mark.parametrize(
    ("caught_at", "described_at", "owed_since"),
    [
        (None, None, None),
        (None, minute(1), None),
        (minute(2), None, minute(2)),
        (minute(2), minute(3), None),
        (minute(2), minute(2), None),
        (minute(2), minute(1), minute(2)),
    ],
)
def test_it_runs_from_heterdaad_until_a_description_is_out(
    caught_at: datetime | None, described_at: datetime | None, owed_since: datetime | None
) -> None:
    """A9: what went out before it was heterdaad does not stop it."""
    assert description_owed_since(Intake(caught_at=caught_at, described_at=described_at)) == owed_since
