"""What a simulated unit says on the open line, and when: the words of an officer.

Pure: gives lines with their times; the officer plans them. What is said depends on the story of the melding
and on the place, never on who listens.
"""

import random
from collections.abc import Sequence

from attrs import frozen

from protocol.commands.timeline import Speak
from protocol.model.entry import EntryKind
from protocol.model.incident import Incident
from protocol.model.text import Text
from server.exercise.setting.setting import Setting, said


@frozen(kw_only=True)
class Line:
    """Something to say, and when."""

    due_s: float
    speak: Speak


def on_its_way(incident: Incident, now_s: float, setting: Setting, dice: random.Random) -> Line:
    """A melding is given: the unit says that it goes, or asks where that is."""
    due_s = now_s + dice.uniform(3, 8)
    phrases = setting.stories.phrases
    lines = phrases.where if setting.point_of(incident) is None else phrases.en_route
    return _line(due_s, incident, said(lines, incident, dice))


def elsewhere(incident: Incident, now_s: float, setting: Setting, dice: random.Random) -> Line:
    """The place turns out to be another one while it drives."""
    words = said(setting.stories.phrases.elsewhere, incident, dice)
    return _line(now_s + dice.uniform(3, 6), incident, words)


def on_the_spot(
    incident: Incident, now_s: float, stay_s: float, setting: Setting, dice: random.Random, *, leads: bool
) -> list[Line]:
    """Arrived, what one finds, in turns, and done. The first unit there has the most to say."""
    phrases, story = setting.stories.phrases, setting.stories.about(incident.what)
    lines: list[Text] = []
    if leads and story is not None:
        # Two lines are enough for most meldingen; they keep their order.
        keep = sorted(dice.sample(range(len(story.scene)), min(len(story.scene), dice.randint(2, 4))))
        lines = [Text(story.scene[place]) for place in keep]
    elif not leads:
        lines = [said(phrases.assist, incident, dice)]
    told = [
        _line(now_s + stay_s * (turn + dice.uniform(0.4, 0.9)) / (len(lines) + 1), incident, line)
        for turn, line in enumerate(lines)
    ]
    arrived = _line(now_s + 1, incident, said(phrases.on_scene, incident, dice))
    return [arrived, *told, _line(now_s + stay_s, incident, said(phrases.done, incident, dice))]


def released(incident: int, now_s: float, setting: Setting, dice: random.Random) -> Line:
    """Somebody else took the unit off."""
    words = Text(dice.choice(setting.stories.phrases.released))
    return Line(due_s=now_s + dice.uniform(3, 6), speak=Speak(incident=incident, text=words))


def reply(incident: Incident, heard: int, now_s: float, setting: Setting, dice: random.Random) -> Line | None:
    """To somebody of flesh and blood who spoke since line number `heard`; None when nobody did."""
    fresh: Sequence[str] = [
        entry.text
        for entry in incident.entries[heard:]
        if entry.kind is EntryKind.SPOKEN and not setting.is_simulated(entry.by)
    ]
    if not fresh:
        return None
    phrases = setting.stories.phrases
    words = Text(dice.choice(phrases.asked if "?" in fresh[-1] else phrases.heard))
    return _line(now_s + dice.uniform(2, 6), incident, words)


def _line(due_s: float, incident: Incident, words: Text) -> Line:
    return Line(due_s=due_s, speak=Speak(incident=incident.number, text=words))
