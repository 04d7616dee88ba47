"""The signs and tones of priorities and statuses."""

from console.paint.signs import PRIORITY_SIGNS, PRIORITY_TONES, STATUS_TONES
from console.paint.text import cells
from protocol.model.priority import Priority
from protocol.model.unit_status import UnitStatus


def test_every_priority_and_status_has_its_own() -> None:
    """A new one cannot be forgotten here, and no two look the same."""
    assert set(PRIORITY_SIGNS) == set(PRIORITY_TONES) == set(Priority)
    assert set(STATUS_TONES) == set(UnitStatus)
    assert len(set(PRIORITY_SIGNS.values())) == len(Priority)
    assert len(set(PRIORITY_TONES.values())) == len(Priority)
    assert len(set(STATUS_TONES.values())) == len(UnitStatus)


def test_a_priority_can_be_read_without_colour() -> None:
    """Its sign ends in its number, and all take the same two columns."""
    assert all(sign.endswith(str(priority.value)) for priority, sign in PRIORITY_SIGNS.items())
    assert {cells(sign) for sign in PRIORITY_SIGNS.values()} == {2}
