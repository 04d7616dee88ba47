"""Who is nearest to a colleague in need."""

from attrs import evolve

from console.emergency.nearest import nearest_to
from tests.console.rig import Rig, point


def test_the_nearest_other_unit_on_duty() -> None:
    """Not the one in need, nor one of whom nobody knows where it is."""
    rig = Rig()
    rig.sign_on("12.03", "12.04", "12.05", "12.06")
    rig.move((1, point(0)), (2, point(900)), (3, point(0, 300)))
    context = rig.desk().context()
    found = nearest_to(context, 1, point(0))
    assert found is not None
    assert (found[0], round(found[1], -1)) == ("12.05", 300)
    assert nearest_to(evolve(context, fixes={}), 1, point(0)) is None
