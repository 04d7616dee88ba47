"""What is known of the map."""

from attrs import evolve

from console.map.atlas import Atlas
from protocol.model.point import to_grid
from tests.console.town import INDEX, atlas


def test_more_is_another_atlas() -> None:
    """The old one stays as it was, so that what was drawn from it can be remembered."""
    before = Atlas(index=INDEX)
    after = before.with_sheet(atlas().sheets[0])
    assert (len(before.sheets), len(after.sheets), before == after) == (0, 1, False)


def test_a_piece_with_nothing_on_it_counts_as_come() -> None:
    """Or the map would never be whole."""
    grown = Atlas(index=INDEX)
    for _ in INDEX.pieces:
        grown = grown.with_sheet(None)
    assert (grown.percent, grown.sheets) == (100, ())
    assert atlas().percent == 100


def test_corners_are_those_of_the_town() -> None:
    """South-west and north-east."""
    box = INDEX.box
    corners = [to_grid(each) for each in atlas().corners()]
    assert corners == [(box.south, box.west), (box.north, box.east)]


def test_whose_data_it_is_is_harmless() -> None:
    """It comes from a file of somebody else."""
    assert "\x1b" not in Atlas(index=evolve(INDEX, attribution="\x1b[31mme")).attribution
