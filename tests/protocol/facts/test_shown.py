"""What an audience comes to see is told in the place of a fact, and is no wish of anybody."""

import pytest

from protocol.facts.shown import IncidentHidden, IncidentShown
from protocol.wire.tags import COMMANDS


def test_nobody_can_wish_for_it() -> None:
    """It is made by the server's visibility alone."""
    wishes = {kind.__name__ for kind in COMMANDS.values()}
    assert not {"IncidentShown", "IncidentHidden", "ShowIncident", "HideIncident"} & wishes


def test_it_holds_an_incident_or_the_number_of_one() -> None:
    """Valid from birth."""
    with pytest.raises((TypeError, ValueError), match="incident_now"):
        IncidentShown(incident_now=None)  # type: ignore[arg-type]
    with pytest.raises((TypeError, ValueError), match="incident"):
        IncidentHidden(incident=0)
