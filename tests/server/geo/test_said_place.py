"""What typed words may say: street and number, or two streets, in every way that they can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.geo.said_place import MOST_READINGS, MOST_WORDS, crossings_in, houses_in, words_of


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Markt 12", [("markt", 12, "")]),
        ("Markt 12a", [("markt", 12, "a")]),
        ("Markt 12-2", [("markt 12", 2, ""), ("markt", 12, "2"), ("markt 2", 12, "")]),
        ("Markt 1a-10", [("markt 1a", 10, ""), ("markt", 1, "a10"), ("markt 10", 1, "a")]),
        ("Markt 12 bis", [("markt", 12, "bis"), ("markt bis", 12, "")]),
        ("12 Markt", [("markt", 12, "")]),
        ("Markt 12, Noord", [("markt noord", 12, "")]),
        ("Markt", []),
        ("12", []),
        ("Markt 123456", []),
    ],
)
def test_a_number_makes_a_house(text: str, readings: list[tuple[str, int, str]]) -> None:
    """The last number first; a short word behind it may be its letter or belong to the street."""
    said = [(" ".join(each.street), each.number, each.suffix) for each in houses_in(words_of(text))]
    assert said == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Markt / Oude Delft", [("markt", "oude delft")]),
        ("Markt&Kade", [("markt", "kade")]),
        ("Markt hoek Kade", [("markt", "kade")]),
        ("hoek Markt en de Kade", [("markt", "de kade"), ("markt", "kade")]),
        ("kruising van Markt met Kade", [("markt", "kade")]),
        ("hoek Markt Oude Delft", [("markt", "oude delft"), ("markt oude", "delft")]),
        ("Markt / ", []),
        ("/", []),
        ("hoek", []),
        ("hoek Markt", []),
        ("Markt Kade", []),
    ],
)
def test_a_sign_or_a_word_makes_a_crossing(text: str, readings: list[tuple[str, str]]) -> None:
    """A stroke, `hoek`, `kruising`, `en`, `x`; without one in the middle every split is a reading, with and
    without the article.
    """
    assert [(" ".join(each.one), " ".join(each.other)) for each in crossings_in(text)] == readings


@given(st.text(max_size=400))
def test_any_text_has_few_readings(text: str) -> None:
    """So that nothing typed costs more than a little."""
    assert len(words_of(text)) <= MOST_WORDS
    assert len(list(houses_in(words_of(text)))) <= 2 * MOST_READINGS
    for each in crossings_in(text):
        assert each.one
        assert each.other
    assert len(list(crossings_in(text))) <= 2 * MOST_READINGS
