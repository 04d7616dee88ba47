"""What may be learnt of a melding, and every reason why not."""

from datetime import datetime, timedelta

import pytest

from protocol.commands.command import Command
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
from protocol.errors import Reason
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, PriorityChanged
from protocol.facts.intake import (
    CaughtMarked,
    DescriptionSent,
    EarlierRecorded,
    IncidentClassified,
    IntakeDescribed,
    MelderDescribed,
    QuestionAnswered,
    ReportAttached,
)
from protocol.model.intake import Source
from protocol.model.melder import Melder, MelderKind
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from server.decide import decide
from tests.protocol.make import OPENED, minute, told
from tests.server.decide.make import ANNA, refused

CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))
MELDER = Melder(name=Name("Bakkerij Smit"), call_back=True)
BEFORE = minute(1) - timedelta(milliseconds=1)
DESCRIBED = IntakeDescribed(incident=1, source=Source.COUNTER, fears=Text("hij komt terug"))
CAUGHT = CaughtMarked(incident=1, caught=True)

LEARNT: list[tuple[Command, Fact]] = [
    (
        DescribeIntake(incident=1, melder=MELDER),
        MelderDescribed(
            incident=1, kind=MELDER.kind, name=MELDER.name, number=Name(""), call_back=MELDER.call_back
        ),
    ),
    (
        DescribeMelder(incident=1, number=Name("0612345678")),
        MelderDescribed(incident=1, number=Name("0612345678")),
    ),
    (
        ClassifyIncident(incident=1, code=Name("inbraak")),
        IncidentClassified(incident=1, code=Name("inbraak")),
    ),
    (
        AnswerQuestion(incident=1, question=Name("wapen"), text=Text("mes")),
        QuestionAnswered(incident=1, question=Name("wapen"), text=Text("mes")),
    ),
    (
        RecordEarlier(incident=1, happened_at=BEFORE, text=Text("hij stond er al")),
        EarlierRecorded(incident=1, happened_at=BEFORE, text=Text("hij stond er al")),
    ),
    (FlagCaught(incident=1), CAUGHT),
    (
        SendDescription(incident=1, text=Text("rode jas")),
        DescriptionSent(incident=1, text=Text("rode jas")),
    ),
    (
        AttachReport(incident=1, text=Text("geschreeuw"), melder=MELDER),
        ReportAttached(incident=1, text=Text("geschreeuw"), melder=MELDER),
    ),
]
OF_AN_OPEN_ONE = (ClassifyIncident, FlagCaught, SendDescription)


@pytest.mark.parametrize(("command", "fact"), LEARNT, ids=lambda part: type(part).__name__)
def test_what_is_learnt_is_a_fact(command: Command, fact: Fact) -> None:
    """A48: one each, while it is already out."""
    assert decide(told(OPENED), command, ANNA) == (fact,)


@pytest.mark.parametrize(("command", "fact"), LEARNT, ids=lambda part: type(part).__name__)
def test_a_closed_melding_still_learns_what_was_said(command: Command, fact: Fact) -> None:
    """But it gets no other code, no clock and no description: that needs reopening."""
    board = told(OPENED, CLOSED)
    if isinstance(command, OF_AN_OPEN_ONE):
        assert refused(board, command) == (Reason.INCIDENT_CLOSED, {"incident": 1})
    else:
        assert decide(board, command, ANNA) == (fact,)


@pytest.mark.parametrize("command", [each for each, _ in LEARNT], ids=lambda part: type(part).__name__)
def test_an_unknown_incident_is_named(command: Command) -> None:
    """With the highest number that was given out."""
    assert refused(told(), command) == (Reason.NO_SUCH_INCIDENT, {"incident": 1, "last": 0})


def test_only_what_is_new_is_told() -> None:
    """A48: a form that is sent again says only what changed; "" takes a field back."""
    board = told(OPENED, DESCRIBED)
    again = DescribeIntake(incident=1, source=Source.STREET, fears=DESCRIBED.fears, story=Text(""))
    assert decide(board, again, ANNA) == (IntakeDescribed(incident=1, source=Source.STREET),)
    emptied = DescribeIntake(incident=1, fears=Text(""))
    assert decide(board, emptied, ANNA) == (IntakeDescribed(incident=1, fears=Text("")),)


@pytest.mark.parametrize(
    ("facts", "command"),
    [
        ([], DescribeIntake(incident=1)),
        ([DESCRIBED], DescribeIntake(incident=1, source=Source.COUNTER)),
        ([], ClassifyIncident(incident=1, code=Name(""), priority=OPENED.priority)),
        ([LEARNT[3][1]], LEARNT[3][0]),
        ([], FlagCaught(incident=1, caught=False)),
        ([CAUGHT], FlagCaught(incident=1)),
    ],
)
def test_the_same_again_is_no_change(facts: list[Fact], command: Command) -> None:
    """A9: the clock of the description starts once."""
    assert refused(told(OPENED, *facts), command) == (Reason.NO_CHANGE, {})


def test_a_class_brings_its_priority_along() -> None:
    """A2: also where the code was there already; a code is taken back with ""."""
    inbraak = Name("inbraak")
    classify = ClassifyIncident(incident=1, code=inbraak, priority=Priority.P1)
    urgent = PriorityChanged(incident=1, priority=Priority.P1)
    classified = IncidentClassified(incident=1, code=inbraak)
    assert decide(told(OPENED), classify, ANNA) == (classified, urgent)
    assert decide(told(OPENED, classified), classify, ANNA) == (urgent,)
    taken_back = ClassifyIncident(incident=1, code=Name(""))
    assert decide(told(OPENED, classified), taken_back, ANNA) == (
        IncidentClassified(incident=1, code=Name("")),
    )


@pytest.mark.parametrize("happened_at", [minute(1), minute(2)])
def test_what_came_after_the_call_is_not_earlier(happened_at: datetime) -> None:
    """A29: the moment of opening itself is not before it."""
    wish = RecordEarlier(incident=1, happened_at=happened_at, text=Text("x"))
    assert refused(told(OPENED), wish) == (Reason.NOT_EARLIER, {"incident": 1})


def test_heterdaad_can_be_taken_back_and_a_better_description_may_follow() -> None:
    """A9: the second is a fact of its own."""
    assert decide(told(OPENED, CAUGHT), FlagCaught(incident=1, caught=False), ANNA) == (
        CaughtMarked(incident=1, caught=False),
    )
    sent = DescriptionSent(incident=1, text=Text("rode jas"))
    assert decide(told(OPENED, sent), SendDescription(incident=1, text=Text("rode jas")), ANNA) == (sent,)


def test_of_a_melder_only_the_parts_that_are_new_are_told() -> None:
    """Two who say a name and a number at the same time wipe nothing of each other."""
    known = told(OPENED, MelderDescribed(incident=1, name=MELDER.name, kind=MelderKind.COMPANY))
    said = DescribeMelder(incident=1, kind=MelderKind.COMPANY, name=MELDER.name, call_back=True)
    assert decide(known, said, ANNA) == (MelderDescribed(incident=1, call_back=True),)
    emptied = DescribeMelder(incident=1, name=Name(""))
    assert decide(known, emptied, ANNA) == (MelderDescribed(incident=1, name=Name("")),)
    assert refused(known, DescribeMelder(incident=1, name=MELDER.name)) == (Reason.NO_CHANGE, {})
    assert refused(known, DescribeMelder(incident=1)) == (Reason.NO_CHANGE, {})


def test_a_whole_melder_says_every_part_that_differs() -> None:
    """A wish of version 1 that lay unanswered means what it meant."""
    known = told(OPENED, MelderDescribed(incident=1, name=Name("Jansen"), number=Name("0612345678")))
    assert decide(known, DescribeIntake(incident=1, melder=MELDER), ANNA) == (
        MelderDescribed(incident=1, name=MELDER.name, number=Name(""), call_back=True),
    )
