"""What the intake learnt: every field can be skipped, and none takes what does not fit."""

from typing import Any

import pytest
from attrs import asdict, evolve

from protocol.model.intake import Answer, Intake, Question, Source
from protocol.model.text import Name, Text
from tests.protocol.make import minute

ANSWER = Answer(question=Name("wapen"), text=Text("nee"))


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (Intake(), "source", 1),
        (Intake(), "question", 1),
        (Intake(), "code", "x" * 17),
        (Intake(), "code", None),
        (Intake(), "melder", "Jan"),
        (Intake(), "expects", "x" * 501),
        (Intake(), "fears", "x" * 501),
        (Intake(), "story", "x" * 2_001),
        (Intake(), "caught_at", minute(1).replace(microsecond=1)),
        (Intake(), "described_at", minute(1).replace(tzinfo=None)),
        (Intake(), "answers", [ANSWER]),
        (ANSWER, "question", ""),
        (ANSWER, "question", "x" * 41),
        (ANSWER, "text", " "),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """In every copy as at birth; the clocks run on whole milliseconds of UTC."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


def test_nothing_has_to_be_known() -> None:
    """A48: units are on their way before anybody has asked."""
    assert not any(asdict(Intake()).values())


@pytest.mark.law
def test_a_key_of_two_words_has_a_dash() -> None:
    """As people type it."""
    assert [Source.EMERGENCY_CALL.key, Question.CAN_WAIT_POLICE.key] == ["emergency-call", "can-wait-police"]
