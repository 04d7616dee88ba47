"""Where the selection goes when the board is filtered."""

from console.field.edit import holding
from console.part.effects import FilterBy
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
    desk.apply((FilterBy(holding("inbraak")),))
    assert desk.stand.incident in (2, 3)
    chosen = desk.stand.incident
    desk.apply((FilterBy(holding("inbr")),))
    assert desk.stand.incident == chosen
    desk.apply((FilterBy(holding("niets")),))
    assert desk.stand.incident == chosen
    assert desk.stand.filter.text == "niets"
