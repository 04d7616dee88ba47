"""The floor of a line as a value; its steps are in `protocol.rules.floor`."""

import pytest

from protocol.model.floor import Floor, FloorPriority, FloorRequest, Hand
from protocol.model.text import Name
from tests.protocol.make import minute


def test_a_floor_begins_idle() -> None:
    """Nobody has it and nobody waits."""
    assert (Floor().holder, Floor().queue) == ("", ())


def test_need_goes_before_the_room_and_the_room_before_the_others() -> None:
    """The order of priorities is their number."""
    assert FloorPriority.EMERGENCY > FloorPriority.ROOM > FloorPriority.NORMAL


def test_a_request_names_somebody() -> None:
    """Valid from birth."""
    with pytest.raises(ValueError, match="name"):
        FloorRequest(name=Name(" "), priority=FloorPriority.NORMAL, at=minute(0))


def test_every_hand_has_a_key_for_its_word() -> None:
    """In lower case, as the texts name it."""
    assert [each.key for each in Hand] == ["still", "typing", "wants", "has", "gone"]
