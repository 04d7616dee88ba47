"""What stands around an address in typed words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.geo.around_place import MOST, readings


def _is_area(name: str) -> float:
    return {"waterdam": 1.0, "oude wijk": 1.0, "water": 0.97}.get(name, 0.0)


def said(text: str) -> list[tuple[str, str, tuple[str, ...], str, bool]]:
    """Every reading: what is left, what stood before it, areas, postcode, and whether all was understood."""
    found = readings(text, _is_area)
    return [(each.text.strip(), each.lead, each.areas, each.postcode, each.sure) for each in found]


def test_a_bare_address_has_one_reading() -> None:
    """So that most questions cost as little as they can."""
    assert said("Markt 12") == [("Markt 12", "", (), "", True)]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Markt 12, Waterdam", ("Markt 12", "", ("waterdam",), "", True)),
        ("Markt 12 oude wijk", ("Markt 12", "", ("oude wijk",), "", True)),
        ("Markt 12, Utrecht", ("Markt 12", "", (), "", False)),
        ("Markt 12 water", ("Markt 12", "", (), "", False)),
        ("Markt 12, 1012 PX Waterdam", ("Markt 12", "", ("waterdam",), "1012PX", True)),
        ("1012px 12", ("12", "", (), "1012PX", True)),
        ("tegenover Markt 12", ("Markt 12", "tegenover", (), "", True)),
        ("T.o. v Markt", ("Markt", "", (), "", True)),
        ("ter hoogte van de Markt, Waterdam", ("Markt", "ter hoogte van de", ("waterdam",), "", True)),
    ],
)
def test_what_stands_around_is_read(text: str, reading: tuple[str, str, tuple[str, ...], str, bool]) -> None:
    """The whole text first; a name that is no area is left out only behind a comma, and is then not sure."""
    found = said(text)
    assert found[0][0] == text
    if text.startswith("T.o."):
        assert len(found) == 1
    else:
        assert reading in found


@given(st.text(max_size=300))
def test_any_text_has_few_readings(text: str) -> None:
    """Nothing typed costs more than a little."""
    assert len(list(readings(text, _is_area))) <= MOST
