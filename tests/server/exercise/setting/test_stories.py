"""The stories that come with the program fit the classes and the colleagues that come with it."""

from pathlib import Path

from server.classification.load import load
from server.exercise.setting.crew import roster
from server.exercise.setting.stories import read_stories
from server.exercise.site import CLASSES


def test_every_story_has_a_class_of_the_list_that_ships(tmp_path: Path) -> None:
    """So that the intake of the exercise can give it; what the site wishes is about such classes as well."""
    known = {each.code for each in load(tmp_path, None).classes.classes}
    assert [story.what for story in read_stories().all if story.code not in known] == []
    assert [wish.code for wish in CLASSES if wish.code not in known] == []


def test_whatever_a_story_asks_somebody_on_duty_can_do() -> None:
    """No skill is asked for in vain; nor by a class."""
    crews = roster(12, ("Zuid", "Noord", "Oost")).values()
    can = {skill for crew in crews for skill in crew.skills}
    assert {skill for story in read_stories().all for skill in story.skills} <= can
    assert {skill for wish in CLASSES for skill in wish.skills} <= can
