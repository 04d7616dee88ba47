"""The intake says what is asked of those who go and what it is; what somebody else said stands."""

import pytest

from protocol.commands.dispatch import AskSkills
from protocol.commands.intake import ClassifyIncident
from protocol.facts.dispatch import SkillsAsked
from protocol.facts.incidents import IncidentOpened
from protocol.facts.intake import IncidentClassified
from protocol.model.text import Name
from server.exercise.call.intake import ASKS_SKILLS, CLASSIFIES
from server.exercise.setting.setting import INTAKE
from tests.server.exercise.rig import VISITOR, Stage


@pytest.fixture(scope="module")
def hour() -> Stage:
    """An hour without a visitor."""
    stage = Stage(6)
    stage.run(3_600)
    return stage


def test_most_meldingen_get_their_class(hour: Stage) -> None:
    """That of their story."""
    stories = hour.shift.setting.stories
    facts = [fact for change in hour.history for fact in change.facts]
    what = {fact.incident: fact.what for fact in facts if isinstance(fact, IncidentOpened)}
    codes = {fact.incident: fact.code for fact in facts if isinstance(fact, IncidentClassified)}
    assert len(codes) / len(what) == pytest.approx(CLASSIFIES, abs=0.15)
    for number, code in codes.items():
        story = stories.about(what[number])
        assert story is not None
        assert story.code == code


def test_skills_are_asked_for_where_the_story_has_a_use_for_them(hour: Stage) -> None:
    """About as often as it says, once each."""
    stories = hour.shift.setting.stories
    facts = [fact for change in hour.history for fact in change.facts]
    opened = [fact for fact in facts if isinstance(fact, IncidentOpened)]
    use = {f.incident: story.skills for f in opened if (story := stories.about(f.what)) and story.skills}
    asked = [fact for fact in facts if isinstance(fact, SkillsAsked)]
    assert len({fact.incident for fact in asked}) == len(asked)
    assert {fact.incident: fact.skills for fact in asked}.items() <= use.items()
    assert len(asked) / len(use) == pytest.approx(ASKS_SKILLS, abs=0.25)


def test_what_the_visitor_said_first_stands() -> None:
    """A class and skills of the visitor's own choice."""
    stage = Stage(6)
    done: set[int] = set()
    for _ in range(300):
        stage.run(2)
        for incident in stage.board.open_incidents():
            if incident.number not in done and not incident.intake.code and not incident.skills:
                done.add(incident.number)
                stage.visitor(ClassifyIncident(incident=incident.number, code=Name("anders")))
                stage.visitor(AskSkills(incident=incident.number, skills=(Name("fluit"),)))
    assert len(done) > 5
    by_intake = [
        fact.incident
        for change in stage.history
        if change.by == INTAKE
        for fact in change.facts
        if isinstance(fact, IncidentClassified | SkillsAsked)
    ]
    assert VISITOR != INTAKE
    assert not done & set(by_intake)
