"""Intake: calls come in as they like, are opened on the board, and more becomes known while a unit drives.

Pure: `answer` takes the intake and the board and gives the intake afterwards and its wishes.
"""

import random
from collections.abc import Iterator

from attrs import evolve, field, frozen
from immutables import Map

from protocol.commands.command import Command
from protocol.commands.dispatch import AskSkills
from protocol.commands.incidents import ChangePlace, ChangePriority, OpenIncident
from protocol.commands.intake import ClassifyIncident
from protocol.commands.timeline import AddEntry
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Text
from server.exercise.setting.setting import INTAKE, Setting
from server.exercise.setting.stories import Story

BETWEEN_S = 60.0
"""Mean time from one melding to the next."""

LEAST_S, MOST_S = 4.0, 240.0

WITHOUT_POINT = 0.12
"""How often a melding comes in before anybody knows where exactly it is."""

CHANGES_PRIORITY = 0.12

CLASSIFIES = 0.8
"""How often the intake gives a melding its class, when nobody else did."""

ASKS_SKILLS = 0.6
"""How often the intake says what those who go must be able to do, where the story has a use for it."""


@frozen(kw_only=True)
class Known:
    """Something that becomes known."""

    due_s: float
    command: AddEntry | ChangePlace | ChangePriority | AskSkills | ClassifyIncident


@frozen(kw_only=True)
class Intake:
    """What the intake has in mind."""

    next_s: float = 0.0
    """When the next call comes in."""

    known: Map[int, tuple[Known, ...]] = field(factory=Map)
    """By incident: what will become known of it, in order of time."""


def answer(
    intake: Intake,
    board: Board,
    now_s: float,
    setting: Setting,
    dice: random.Random,
    *,
    open_wanted: range | None = None,
) -> tuple[Intake, tuple[Command, ...]]:
    """The intake at `now_s`, and what it wishes.

    With `open_wanted` calls come sooner while fewer incidents are open and are held back while more are: so a
    shift begins with a board that is neither empty nor full.
    """
    wishes: list[Command] = []
    known: dict[int, tuple[Known, ...]] = {}
    incidents = board.open_incidents()
    for incident in incidents:
        if incident.opened_by != INTAKE:
            continue
        ahead = intake.known.get(incident.number)
        if ahead is None:
            ahead = tuple(sorted(_becomes_known(incident, now_s, setting, dice), key=lambda k: k.due_s))
        due = [known.command for known in ahead if known.due_s <= now_s]
        wishes += [command for command in due if _is_news(command, incident)]
        known[incident.number] = tuple(known for known in ahead if known.due_s > now_s)
    next_s = intake.next_s
    if open_wanted is not None:
        # Those that nobody works on any more are as good as closed.
        alive = sum(incident.phase is not Phase.MERGE_OUT for incident in incidents)
        if alive < open_wanted.start:
            next_s = min(next_s, now_s + dice.uniform(2, 20))
        if len(incidents) >= open_wanted.stop - 1:
            next_s = max(next_s, now_s + 5)
    if now_s >= next_s:
        wishes.append(_call(setting, dice))
        next_s = now_s + min(MOST_S, max(LEAST_S, dice.expovariate(1 / BETWEEN_S)))
    return evolve(intake, next_s=next_s, known=Map(known)), tuple(wishes)


def _is_news(command: Command, incident: Incident) -> bool:
    """What somebody else said meanwhile stands."""
    match command:
        case ClassifyIncident():
            return not incident.intake.code
        case AskSkills():
            return not incident.skills
        case _:
            return True


def _call(setting: Setting, dice: random.Random) -> OpenIncident:
    story = setting.stories.draw(dice)
    place = _somewhere(story, setting, dice)
    if dice.random() < WITHOUT_POINT:
        place = evolve(place, point=None)
    return OpenIncident(
        what=story.what, place=place, priority=story.priority, story=Text(dice.choice(story.opening))
    )


def _somewhere(story: Story, setting: Setting, dice: random.Random) -> Place:
    match dice.choice(story.where):
        case "crossing":
            return setting.town.crossing(dice)
        case "spot":
            return setting.town.spot(dice)
        case _:
            return setting.town.address(dice)


def _becomes_known(
    incident: Incident, now_s: float, setting: Setting, dice: random.Random
) -> Iterator[Known]:
    """What callers say later, and what turns out to be otherwise."""
    story = setting.stories.about(incident.what)
    lines = story.later if story is not None else ()
    at_s = now_s
    for place in sorted(dice.sample(range(len(lines)), dice.randint(0, len(lines)))):
        at_s += dice.uniform(20, 90)
        yield Known(due_s=at_s, command=AddEntry(incident=incident.number, text=Text(lines[place])))
    if story is not None and setting.part("classifies", incident.number) < CLASSIFIES:
        classify = ClassifyIncident(incident=incident.number, code=story.code)
        yield Known(due_s=now_s + setting.between(3, 20, "classified", incident.number), command=classify)
    if story is not None and story.skills and setting.part("asks-skills", incident.number) < ASKS_SKILLS:
        ask = AskSkills(incident=incident.number, skills=story.skills)
        yield Known(due_s=now_s + setting.between(4, 15, "skills", incident.number), command=ask)
    point = setting.town.find(incident.place.name)
    if incident.place.point is None and point is not None:
        found = Place(name=incident.place.name, point=point)
        yield Known(
            due_s=now_s + dice.uniform(15, 40), command=ChangePlace(incident=incident.number, place=found)
        )
    if dice.random() < CHANGES_PRIORITY:
        step = -1 if incident.priority is Priority.P5 else dice.choice((-1, 1))
        priority = Priority(max(1, incident.priority + step))
        if priority is not incident.priority:
            yield Known(
                due_s=now_s + dice.uniform(30, 90),
                command=ChangePriority(incident=incident.number, priority=priority),
            )
