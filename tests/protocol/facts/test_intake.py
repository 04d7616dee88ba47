"""Facts of the intake say what their wishes said."""

from typing import Any

import attrs
import pytest

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
from protocol.facts.intake import (
    CaughtFlagged,
    CaughtMarked,
    DescriptionSent,
    EarlierRecorded,
    IncidentClassified,
    IntakeDescribed,
    MelderDescribed,
    QuestionAnswered,
    ReportAttached,
)
from protocol.model.line_kind import LineKind
from protocol.model.text import Text
from protocol.wire.tags import FACTS


def _names(kind: type) -> list[str]:
    return [each.name for each in attrs.fields(kind)]


@pytest.mark.parametrize(
    ("wish", "fact"),
    [
        (DescribeIntake, IntakeDescribed),
        (DescribeMelder, MelderDescribed),
        (AnswerQuestion, QuestionAnswered),
        (RecordEarlier, EarlierRecorded),
        (FlagCaught, CaughtMarked),
        (SendDescription, DescriptionSent),
        (AttachReport, ReportAttached),
    ],
)
def test_a_fact_says_all_that_its_wish_said(wish: type[Any], fact: type[Any]) -> None:
    """Nothing is lost between the two."""
    assert _names(wish) == _names(fact)


def test_the_priority_of_a_class_is_a_fact_of_its_own() -> None:
    """One who classifies may change the priority too: the timeline tells both."""
    assert set(_names(ClassifyIncident)) - set(_names(IncidentClassified)) == {"priority"}


def test_heterdaad_of_the_first_version_keeps_its_own_tag() -> None:
    """It forgot the description, which its follower does not: they are never taken for each other."""
    assert (FACTS[23], FACTS[92]) == (CaughtFlagged, CaughtMarked)


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (IntakeDescribed(incident=1), "source", 1),
        (IntakeDescribed(incident=1), "fears", "x" * 501),
        (MelderDescribed(incident=1), "kind", 1),
        (MelderDescribed(incident=1), "name", "x" * 101),
        (CaughtMarked(incident=1), "caught", 1),
        (DescriptionSent(incident=1, text=Text("rode jas")), "text", ""),
        (ReportAttached(incident=1, text=Text("ik ook")), "melder", "Jan"),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Also when it comes out of a journal."""
    with pytest.raises((TypeError, ValueError), match=name):
        attrs.evolve(valid, **{name: value})


def test_only_what_is_written_in_the_log_is_about_the_open_line() -> None:
    """A description that goes out is read there; who the melder is, is not."""
    sent = DescriptionSent(incident=1, text=Text("rode jas"))
    assert [line.kind for line in sent.about().lines] == [LineKind.OPEN]
    assert MelderDescribed(incident=1).about().lines == ()
