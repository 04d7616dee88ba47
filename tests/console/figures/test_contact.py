"""Direct contact and cards of information as rows of the indicators."""

from typing import Any

from console.figures.contact import contact_rows
from console.texts.texts import Texts

CONTACT = {"of": 40, "direct": 12, "before_arrival": 9, "p50_s": 48, "p90_s": 150.0}
CARDS = {"pushed": 8, "in_time": 6, "taken": 7, "share_in_time": 0.75}


def _lines(shift: dict[str, Any], week: dict[str, Any]) -> list[str]:
    say = Texts("nl").say
    return [row.text.rstrip() for row in contact_rows(shift, week, say, name=42, value=10)]


def test_the_headline_is_how_soon_melder_and_officer_spoke() -> None:
    """Half within, for shift and week; behind it how often, and how many before arrival (A46)."""
    lines = _lines({"contact": CONTACT}, {"contact": {**CONTACT, "p50_s": 130}})
    assert lines[1].split()[-3:] == ["s", "2.2", "min"]
    assert lines[2].strip() == "12 van 40 meldingen, 9 voor aankomst; 90 % binnen 2.5 min"


def test_information_counts_when_it_was_in_time_and_somebody_has_it() -> None:
    """The share in time, and how many were received (A40, A96)."""
    lines = _lines({"cards": CARDS}, {"cards": {**CARDS, "share_in_time": None}})
    assert lines[1].endswith("75 %         –")
    assert lines[2].strip() == "8 kaarten, 7 door iemand ontvangen"


def test_where_there_was_neither_nothing_is_shown() -> None:
    """Also for a server that says nothing of them, or nonsense."""
    assert _lines({}, {}) == []
    assert _lines({"contact": {"direct": 0}, "cards": 7}, {"cards": {"pushed": "x"}}) == []
