"""The second centralist says why it passed over somebody nearer; it never speaks for another."""

import pytest
from attrs import evolve

from protocol.commands.dispatch import ExplainChoice
from protocol.model.choice import Choice, ChoiceReason
from protocol.model.incident import Incident
from protocol.model.text import Name
from server.exercise.dispatch.choice import EXPLAINS, REASONS, explained
from server.exercise.setting.setting import DESK
from tests.server.exercise.rig import Stage

PASSED_OVER = Choice(unit=Name("12.01"), travel_s=200, nearest=Name("12.07"), nearest_s=80)


@pytest.fixture(scope="module")
def stage() -> Stage:
    """A shift of some minutes."""
    warm = Stage(3, warm_until_s=300)
    warm.run(300, step_s=2.0)
    return warm


def wanted(stage: Stage, incident: Incident) -> list[ExplainChoice]:
    """What the desk would say when it had sent 12.01 to it."""
    sent = {(incident.number, Name("12.01"))}
    wants = list(explained(incident, sent, stage.shift.setting))
    assert all(want.by == DESK for want in wants)
    return [want.command for want in wants if isinstance(want.command, ExplainChoice)]


def test_it_mostly_explains_its_own_choices(stage: Stage) -> None:
    """With a reason of people; about as often as it says."""
    [incident, *_] = stage.board.open_incidents()
    said = [
        command.reason
        for number in range(1, 301)
        for command in wanted(stage, evolve(incident, number=number, skills=(), choices=(PASSED_OVER,)))
    ]
    assert len(said) / 300 == pytest.approx(EXPLAINS, abs=0.1)
    assert set(said) == set(REASONS)


def test_where_a_skill_is_asked_for_that_is_the_reason(stage: Stage) -> None:
    """Competence, whoever goes."""
    [incident, *_] = stage.board.open_incidents()
    said = [
        command.reason
        for number in range(1, 51)
        for command in wanted(
            stage, evolve(incident, number=number, skills=(Name("hond"),), choices=(PASSED_OVER,))
        )
    ]
    assert set(said) == {ChoiceReason.COMPETENCE}


@pytest.mark.parametrize(
    "choice",
    [
        evolve(PASSED_OVER, unit=Name("12.05")),
        evolve(PASSED_OVER, nearest=Name("")),
        evolve(PASSED_OVER, reason=ChoiceReason.ASKED),
    ],
)
def test_it_leaves_alone_what_is_not_its_own_to_explain(stage: Stage, choice: Choice) -> None:
    """What the visitor chose, what needs no word, and what has one."""
    [incident, *_] = stage.board.open_incidents()
    every = (evolve(incident, number=number, choices=(choice,)) for number in range(1, 51))
    assert [command for incident in every for command in wanted(stage, incident)] == []
