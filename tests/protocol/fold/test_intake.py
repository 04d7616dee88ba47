"""What facts about the intake do to an incident."""

from attrs import evolve

from protocol.facts.fact import Fact
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
from protocol.model.entry import Entry, EntryKind
from protocol.model.intake import Answer, Intake, Question, Source
from protocol.model.melder import Melder, MelderKind
from protocol.model.text import Name, Text
from tests.protocol.make import ANNA, OPENED, besides, minute, then, told

MELDER = Melder(kind=MelderKind.COMPANY, name=Name("Bakkerij Smit"), number=Name("010-1234567"))
SAID = IntakeDescribed(incident=1, source=Source.EMERGENCY_CALL, melder=MELDER, fears=Text("hij komt terug"))
CAUGHT = CaughtFlagged(incident=1, caught=True)
SENT = DescriptionSent(incident=1, text=Text("man, rode jas, te voet"))


def _intake(*facts: Fact) -> Intake:
    return told(OPENED, *facts).incidents[1].intake


def test_what_is_said_takes_the_place_of_what_was_known_and_the_rest_stays() -> None:
    """A48: the intake grows; "" empties a field, None leaves it."""
    first = Intake(source=Source.EMERGENCY_CALL, melder=MELDER, fears=Text("hij komt terug"))
    assert _intake(SAID) == first
    more = IntakeDescribed(incident=1, question=Question.URGENT_POLICE, fears=Text(""), story=Text("ruzie"))
    expected = evolve(first, question=Question.URGENT_POLICE, fears=Text(""), story=Text("ruzie"))
    assert _intake(SAID, more) == expected


def test_a_code_takes_the_place_of_another_and_can_be_taken_back() -> None:
    """A2: always reversible."""
    inbraak = IncidentClassified(incident=1, code=Name("inbraak"))
    assert _intake(inbraak).code == "inbraak"
    assert _intake(inbraak, IncidentClassified(incident=1, code=Name(""))) == Intake()


def test_a_question_keeps_its_newest_answer_in_its_first_place() -> None:
    """A8: cards are read from the top."""
    facts = [
        QuestionAnswered(incident=1, question=Name(question), text=Text(text))
        for question, text in (("richting", "noord"), ("wapen", "mes"), ("richting", "west"))
    ]
    assert _intake(*facts).answers == (
        Answer(question=Name("richting"), text=Text("west")),
        Answer(question=Name("wapen"), text=Text("mes")),
    )


def test_heterdaad_starts_the_clock_of_the_description_and_sending_stops_it() -> None:
    """A9: a new flag starts it anew; taking the flag back leaves no clock."""
    assert _intake(CAUGHT) == Intake(caught_at=minute(2))
    assert _intake(CAUGHT, SENT) == Intake(caught_at=minute(2), described_at=minute(3))
    assert _intake(CAUGHT, SENT, CAUGHT) == Intake(caught_at=minute(4))
    assert _intake(CAUGHT, CaughtFlagged(incident=1, caught=False)) == Intake()


def test_heterdaad_leaves_the_description_that_went_out_as_it_was() -> None:
    """Somebody else said that: by `description_owed_since` it is told apart from one that is owed."""
    marked = CaughtMarked(incident=1, caught=True)
    assert _intake(SENT, marked) == Intake(caught_at=minute(3), described_at=minute(2))
    back = CaughtMarked(incident=1, caught=False)
    assert _intake(marked, SENT, back) == Intake(described_at=minute(3))


def test_of_a_melder_the_parts_that_were_said_change() -> None:
    """Somebody says the name while somebody else says the number: both stand."""
    number = MelderDescribed(incident=1, number=Name("0612345678"))
    assert _intake(number).melder == Melder(number=Name("0612345678"))
    assert _intake(SAID, number).melder == evolve(MELDER, number=Name("0612345678"))
    more = MelderDescribed(incident=1, kind=MelderKind.CITIZEN, name=Name(""), call_back=True)
    both = (_intake(SAID, number, more), _intake(SAID, more, number))
    expected = Melder(kind=MelderKind.CITIZEN, number=Name("0612345678"), call_back=True)
    assert [each.melder for each in both] == [expected, expected]


def test_the_description_that_went_out_stands_in_the_timeline() -> None:
    """A9: whoever comes later reads it there."""
    assert told(OPENED, SENT).incidents[1].entries == (
        Entry(id=1, at=minute(2), by=ANNA, text=Text("man, rode jas, te voet")),
    )


def test_what_happened_before_the_call_stands_in_the_timeline_with_its_own_time() -> None:
    """A29: said now, happened then."""
    earlier = EarlierRecorded(incident=1, happened_at=minute(0), text=Text("hij stond er al"))
    assert told(OPENED, earlier).incidents[1].entries == (
        Entry(id=1, at=minute(2), by=ANNA, text=Text("hij stond er al"), happened_at=minute(0)),
    )


def test_another_callers_words_stand_in_the_timeline_as_a_report() -> None:
    """A83: the melder of the melding stays who it was."""
    board = told(OPENED, SAID, ReportAttached(incident=1, text=Text("ik hoor geschreeuw"), melder=Melder()))
    assert board.incidents[1].entries == (
        Entry(id=1, at=minute(3), by=ANNA, text=Text("ik hoor geschreeuw"), kind=EntryKind.REPORTED),
    )
    assert board.incidents[1].intake.melder == MELDER


def test_facts_about_an_incident_that_is_not_here_leave_the_board_as_it_is() -> None:
    """Whatever was learnt."""
    facts: tuple[Fact, ...] = (
        *(SAID, CAUGHT, SENT, IncidentClassified(incident=1, code=Name("x"))),
        QuestionAnswered(incident=1, question=Name("wapen"), text=Text("mes")),
        EarlierRecorded(incident=1, happened_at=minute(0), text=Text("x")),
        ReportAttached(incident=1, text=Text("x")),
    )
    for fact in facts:
        assert besides(told()) == besides(then(told(), fact))
