"""Facts of what is asked say what their wishes said, and who said it."""

import attrs
import pytest

from protocol.commands.appeals import ProposeUnits
from protocol.facts.appeals import AppealHeard, UnitsProposed
from protocol.model.appeal import AppealKind


def test_a_proposal_says_all_that_its_wish_said() -> None:
    """Nothing is lost between the two."""
    assert [each.name for each in attrs.fields(ProposeUnits)] == [
        each.name for each in attrs.fields(UnitsProposed)
    ]


def test_the_room_is_no_unit() -> None:
    """Its word has the number 0; a unit's own number begins at 1."""
    assert AppealHeard(incident=1, kind=AppealKind.PRIORITY_1).unit == 0
    with pytest.raises(ValueError, match="unit"):
        AppealHeard(incident=1, kind=AppealKind.PRIORITY_1, unit=-1)
