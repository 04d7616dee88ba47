"""What is said of a place or a melder in parts, as a sentence."""

from typing import Any

import pytest

from console.documents.fact_sentences_parts import part_args
from console.texts.texts import Texts


@pytest.mark.parametrize(
    ("name", "row", "parts"),
    [
        ("PlaceSaid", {"name": "Markt 5"}, "is op Markt 5"),
        ("PlaceSaid", {"point": {"lat_deg": 51.9, "lon_deg": 4.4}}, "op de kaart gezet"),
        ("PlaceSaid", {"name": "Markt 5", "without_point": True}, "is op Markt 5, van de kaart gehaald"),
        (
            "MelderDescribed",
            {"kind": "company", "name": "Smit", "number": "010-1234567", "call_back": True},
            "Smit, 010-1234567, bedrijf, terugbellen",
        ),
        ("MelderDescribed", {"name": "", "call_back": False}, "zonder naam, niet terugbellen"),
        (
            "MelderDescribed",
            {"number": "", "kind": "of-a-later-version"},
            "zonder nummer, of-a-later-version",
        ),
    ],
)
def test_the_parts_that_were_said_are_told_and_no_others(name: str, row: dict[str, Any], parts: str) -> None:
    """Also that something was taken back."""
    assert part_args(name, row, Texts("nl")) == {"parts": parts}


def test_other_facts_need_nothing_from_here() -> None:
    """Their fields are enough."""
    assert part_args("WhatChanged", {"what": "brand"}, Texts("nl")) == {}
