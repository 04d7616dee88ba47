"""One deed as a value."""

from attrs import evolve

from console.row.deed import Deed


def test_with_another_unit_it_is_another_deed() -> None:
    """What was painted is compared with what stands there now."""
    deed = Deed(number=1, action="assign-first", words="stuur 12.03", target=1)
    assert deed != evolve(deed, target=2)
    assert deed == evolve(deed)
