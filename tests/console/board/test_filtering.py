"""Where the selection goes when the board is filtered."""

from console.board.filtering import filter_by
from console.field.edit import holding
from tests.console.rig import Rig


def test_the_selection_goes_to_the_first_that_is_left() -> None:
    """And stays where it is among what is left, or when nothing is."""
    rig = Rig()
    rig.open(1, "ruzie")
    rig.open(2, "inbraak")
    rig.open(3, "inbraak")
    desk = rig.desk()
    rig.welcome()
    desk.select(1)
    filter_by(desk, holding("inbraak"))
    assert desk.incident in (2, 3)
    chosen = desk.incident
    filter_by(desk, holding("inbr"))
    assert desk.incident == chosen
    filter_by(desk, holding("niets"))
    assert desk.incident == chosen
    assert desk.filter.text == "niets"
