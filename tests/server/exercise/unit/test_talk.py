"""What a simulated unit says, and when."""

import random

import pytest
from attrs import evolve

from protocol.facts.timeline import EntryAdded, LineSpoken
from protocol.model.text import Text
from server.exercise.setting.setting import DESK
from server.exercise.shift import make_setting
from server.exercise.unit import talk
from tests.protocol.make import OPENED, then, told
from tests.server.exercise.rig import VISITOR

SETTING = make_setting(1, 12)
PHRASES = SETTING.stories.phrases
BOARD = told(OPENED)
INCIDENT = BOARD.incidents[1]


@pytest.mark.parametrize("leads", [True, False])
def test_on_the_spot_it_arrives_tells_and_is_done_in_that_order(leads: bool) -> None:
    """Within its stay; the first unit there knows the story."""
    story = SETTING.stories.draw(random.Random(1))
    incident = evolve(INCIDENT, what=story.what)
    lines = talk.on_the_spot(incident, 100.0, 60.0, SETTING, random.Random(2), leads=leads)
    due_s = [line.due_s for line in lines]
    assert (due_s[0], due_s[-1]) == (101.0, 160.0)
    assert due_s == sorted(due_s)
    told_texts = [line.speak.text for line in lines[1:-1]]
    assert told_texts
    assert all((text in story.scene) is leads for text in told_texts)


def test_it_answers_only_somebody_of_flesh_and_blood_who_spoke_since() -> None:
    """Not its own shift, not what is written in the log, not what it answered already."""
    spoken = then(BOARD, LineSpoken(incident=1, text=Text("Waar ben je?")), by=VISITOR).incidents[1]
    answer = talk.reply(spoken, 0, 10.0, SETTING, random.Random(1))
    assert answer is not None
    assert answer.speak.text in PHRASES.asked
    assert answer.due_s > 10.0
    assert talk.reply(spoken, len(spoken.entries), 10.0, SETTING, random.Random(1)) is None
    for fact, by in (
        (LineSpoken(incident=1, text=Text("ja?")), DESK),
        (EntryAdded(incident=1, text=Text("ja?")), VISITOR),
    ):
        assert talk.reply(then(BOARD, fact, by=by).incidents[1], 0, 10.0, SETTING, random.Random(1)) is None


def test_what_is_no_question_is_heard() -> None:
    """In other words than a question is answered."""
    spoken = then(BOARD, LineSpoken(incident=1, text=Text("Let op.")), by=VISITOR).incidents[1]
    answer = talk.reply(spoken, 0, 10.0, SETTING, random.Random(1))
    assert answer is not None
    assert answer.speak.text in PHRASES.heard
