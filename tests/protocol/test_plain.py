"""Values of the language in JSON's own types."""

from datetime import UTC, datetime

from attrs import evolve

from protocol.facts.dispatch import ArrivalExpected
from protocol.model.choice import Choice, ChoiceReason
from protocol.model.point import Point
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from protocol.plain import as_plain, fact_row


def test_values_are_plain() -> None:
    """Enums by their key, times in ISO, points in degrees."""
    assert as_plain(
        (UnitStatus.ON_SCENE, datetime(2026, 1, 2, tzinfo=UTC), Point(lat_deg=51, lon_deg=4))
    ) == [
        "on-scene",
        "2026-01-02T00:00:00+00:00",
        {"lat_deg": 51.0, "lon_deg": 4.0},
    ]


def test_a_weighed_choice_is_plain() -> None:
    """With the key of its reason, or null where nobody said why."""
    choice = Choice(unit=Name("12.03"), travel_s=90, nearest=Name("M7"), nearest_s=30)
    told = as_plain(choice)
    assert told == {
        "unit": "12.03",
        "travel_s": 90,
        "nearest": "M7",
        "nearest_s": 30,
        "by_road": True,
        "reason": None,
    }
    assert as_plain(evolve(choice, reason=ChoiceReason.KNOWS_THEM))["reason"] == "knows-them"


def test_a_fact_never_hides_the_head_of_its_row() -> None:
    """A fact with a time of its own keeps both: when it was recorded, and what it says."""
    there = datetime(2026, 1, 2, 3, tzinfo=UTC)
    row = fact_row({"seq": 7, "at": "now", "by": "server"}, ArrivalExpected(unit=1, incident=2, at=there))
    assert row == {
        "seq": 7,
        "at": "now",
        "by": "server",
        "fact": "ArrivalExpected",
        "unit": 1,
        "incident": 2,
        "fact_at": "2026-01-02T03:00:00+00:00",
    }
