"""Wishes about the intake are valid from birth."""

from datetime import datetime
from typing import Any

import pytest
from attrs import asdict, evolve

from protocol.commands.intake import (
    AnswerQuestion,
    AttachReport,
    ClassifyIncident,
    DescribeIntake,
    DescribeMelder,
    FlagCaught,
    RecordEarlier,
    SendDescription,
)
from protocol.model.text import Name, Text
from tests.protocol.make import minute

EARLIER = RecordEarlier(incident=1, happened_at=minute(1), text=Text("ruzie"))


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (DescribeIntake(incident=1), "source", 1),
        (DescribeIntake(incident=1), "question", "can-wait-police"),
        (DescribeIntake(incident=1), "melder", "Jan"),
        (DescribeIntake(incident=1), "expects", "x" * 501),
        (DescribeIntake(incident=1), "story", "x" * 2_001),
        (DescribeMelder(incident=1), "name", "x" * 101),
        (DescribeMelder(incident=1), "number", "1" * 31),
        (DescribeMelder(incident=1), "call_back", 1),
        (ClassifyIncident(incident=1, code=Name("")), "code", "x" * 17),
        (ClassifyIncident(incident=1, code=Name("")), "priority", 2),
        (AnswerQuestion(incident=1, question=Name("wapen"), text=Text("nee")), "question", ""),
        (AnswerQuestion(incident=1, question=Name("wapen"), text=Text("nee")), "text", ""),
        (EARLIER, "happened_at", datetime(2026, 11, 23, 14, 57)),  # noqa: DTZ001 - that it has no zone is the point
        (EARLIER, "text", ""),
        (FlagCaught(incident=1), "caught", 1),
        (SendDescription(incident=1, text=Text("rode jas")), "text", "x" * 501),
        (AttachReport(incident=1, text=Text("ik ook")), "melder", "Jan"),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """A time says its zone, and a text is no longer than where it goes."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


@pytest.mark.parametrize("kind", [DescribeIntake, DescribeMelder])
def test_what_is_not_said_is_none_and_what_is_emptied_is_not(kind: type[Any]) -> None:
    """So that a description leaves alone what it does not speak of (A48)."""
    assert set(asdict(kind(incident=1)).values()) == {1, None}


def test_what_was_said_can_be_taken_back() -> None:
    """An empty text is valid where a field can be emptied."""
    assert DescribeIntake(incident=1, fears=Text("")).fears == ""
    assert DescribeMelder(incident=1, name=Name("")).name == ""
    assert ClassifyIncident(incident=1, code=Name("")).code == ""
