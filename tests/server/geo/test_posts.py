"""Hectometre posts as typed."""

import pytest

from server.geo.posts import SaidPost, post_in, post_name


@pytest.mark.parametrize(
    ("text", "road", "hm", "side"),
    [
        ("A13 7,2 Re", "A13", 72, "re"),
        ("a13 7.2 li", "A13", 72, "li"),
        ("A13 7,2", "A13", 72, ""),
        ("A 13 hmp 7,2 rechts", "A13", 72, "re"),
        ("A13 Li 12,0", "A13", 120, "li"),
        ("N470 km 3,4 L", "N470", 34, "li"),
        ("ongeval A4, hectometerpaal 45,6 Re richting Delft", "A4", 456, "re"),
    ],
)
def test_a_post_is_read_however_it_is_said(text: str, road: str, hm: int, side: str) -> None:
    """Road, kilometre and carriageway."""
    assert post_in(text) == SaidPost(road=road, hm=hm, side=side)


@pytest.mark.parametrize("text", ["", "A13", "Markt 7,2", "A13 72", "B13 7,2", "A13 7,25", "12.03 7,2"])
def test_other_words_are_no_post(text: str) -> None:
    """A road alone, another letter, or more digits than a post has."""
    assert post_in(text) is None


def test_a_post_has_one_name() -> None:
    """On the map and in a melding."""
    assert SaidPost(road="A13", hm=72, side="re").name == post_name("A13", "7,2", "re") == "A13 7,2 Re"
    assert SaidPost(road="A13", hm=120).name == "A13 12,0"
