"""A simulated shift: everybody in it, what each wishes at a moment, and where the units are.

Sans-IO: `step` looks at a board at a time of the shift's clock and gives deeds; who sends them is `play`.
Each person has dice of their own, so that what the visitor does to one changes nothing in what another says.
"""

import random
from collections.abc import Iterator

from attrs import frozen

from protocol.commands.command import Command
from protocol.model.board import Board
from protocol.model.point import Point
from protocol.model.text import Name
from protocol.model.unit import Unit
from server.exercise.call.contact import contact
from server.exercise.call.contact_line import contact_line
from server.exercise.call.farewell import farewell
from server.exercise.call.intake import Intake, answer
from server.exercise.call.told import told
from server.exercise.call.word import word
from server.exercise.dispatch.choice import explained
from server.exercise.dispatch.desk import Desk, look
from server.exercise.dispatch.leader import Leader, listen
from server.exercise.setting.crew import roster
from server.exercise.setting.diary import Diary, Want, turn
from server.exercise.setting.manners import read_manners
from server.exercise.setting.now import Now
from server.exercise.setting.setting import DESK, INTAKE, LEADER, Setting
from server.exercise.setting.stories import read_stories
from server.exercise.town.town_plan import town_plan
from server.exercise.unit.colleagues import colleagues
from server.exercise.unit.mind import Officer, View
from server.exercise.unit.need import begun, help_, watch
from server.exercise.unit.officer import next_step
from server.exercise.unit.together import together
from server.exercise.unit.trip import standing

OPEN_AT_START = range(6, 9)
"""How many incidents are open when the visitor comes in."""


@frozen(kw_only=True)
class Deed:
    """A wish and whose it is."""

    by: Name
    command: Command


def make_setting(seed: int, units: int) -> Setting:
    """The setting of that seed with so many units."""
    town = town_plan(seed)
    return Setting(
        seed=seed,
        town=town,
        stories=read_stories(),
        manners=read_manners(),
        crew_by_call_sign=roster(units, [district.name for district in town.districts]),
    )


class Shift:
    """The simulated people of one shift."""

    def __init__(self, setting: Setting, seed: int, *, warm_until_s: float = 0.0) -> None:
        """Until `warm_until_s` of the shift's clock calls come so that OPEN_AT_START incidents are open."""
        self.setting = setting
        self._warm_until_s = warm_until_s
        self._dice = {
            name: random.Random(f"{seed} {name}")
            for name in (DESK, INTAKE, LEADER, *setting.crew_by_call_sign)
        }
        self._desk, self._intake, self._leader = Desk(), Intake(), Leader()
        self._diary = Diary()
        self._need_dice = random.Random(f"{seed} need")
        self._need = begun(warm_until_s, self._need_dice)
        self._officers: dict[Name, Officer] = {}
        self._ids: dict[Name, int] = {}
        """Units that were seen on the board, by call sign; whoever is signed off does not come back."""

    def step(self, board: Board, now: Now) -> list[Deed]:
        """What everybody wishes now, in the order in which it is to be sent."""
        units = {unit.call_sign: unit for unit in board.units.values()}
        deeds: list[Deed] = []
        for name, crew in self.setting.crew_by_call_sign.items():
            if name in units:
                self._ids[name] = units[name].id
                deeds += self._officer(name, units[name], board, now.s)
            elif name not in self._ids:
                deeds.append(Deed(by=name, command=crew.sign_on(name)))
            else:
                self._officers.pop(name, None)
        deeds += self._staff(board, now)
        self._diary, done = turn(self._diary, self._wants(board, now), now.s, self.setting)
        deeds += (Deed(by=want.by, command=want.command) for want in done)
        return deeds

    def points(self, now_s: float) -> dict[Name, tuple[int, Point, bool]]:
        """By call sign: id, where it is, and whether it is moving."""
        return {
            name: (self._ids[name], officer.trip.at(now_s), now_s < officer.trip.ends_s)
            for name, officer in self._officers.items()
        }

    def _points(self, now_s: float) -> dict[int, Point]:
        return {id: point for id, point, _ in self.points(now_s).values()}

    def _officer(self, name: Name, unit: Unit, board: Board, now_s: float) -> list[Deed]:
        dice = self._dice[name]
        officer = self._officers.get(name) or self._begins(name, now_s)
        incident = board.incidents.get(unit.incident) if unit.incident is not None else None
        number = officer.before if unit.incident == officer.incident else officer.incident
        before = board.incidents.get(number) if number is not None else None
        view = View(unit=unit, incident=incident, before=before)
        self._officers[name], wishes = next_step(officer, view, now_s, self.setting, dice)
        return [Deed(by=name, command=wish) for wish in wishes]

    def _begins(self, name: Name, now_s: float) -> Officer:
        crew = self.setting.crew_by_call_sign[name]
        point = self.setting.town.address(self._dice[name], within=crew.team).point
        assert point is not None  # an address of a town has a point
        return Officer(call_sign=name, crew=crew, trip=standing(point, now_s))

    def _wants(self, board: Board, now: Now) -> Iterator[Want]:
        """What everybody wants to do about every open melding."""
        for incident in board.open_incidents():
            yield from told(incident, self.setting)
            yield from word(incident, now, self.setting)
            yield from contact(incident, board, self.setting)
            yield from contact_line(incident, board, self.setting)
            yield from colleagues(incident, board, self.setting)
            yield from explained(incident, self._desk.sent, self.setting)
            yield from together(incident, board, self.setting)
            yield from farewell(incident, self.setting)
        yield from help_(board, self._points(now.s), self.setting)

    def _staff(self, board: Board, now: Now) -> list[Deed]:
        now_s = now.s
        points = self._points(now_s)
        dice, setting = self._dice, self.setting
        wanted = OPEN_AT_START if now_s < self._warm_until_s else None
        self._intake, calls = answer(self._intake, board, now_s, setting, dice[INTAKE], open_wanted=wanted)
        self._desk, orders = look(self._desk, board, points, now, setting, dice[DESK])
        self._leader, words = listen(self._leader, board, now_s, setting, dice[LEADER])
        self._need, press = watch(self._need, board, points, now_s, setting, self._need_dice)
        return [
            *([] if press is None else [Deed(by=board.units[press.unit].call_sign, command=press)]),
            *(Deed(by=INTAKE, command=command) for command in calls),
            *(Deed(by=LEADER, command=command) for command in words),
            *(Deed(by=DESK, command=command) for command in orders),
        ]
