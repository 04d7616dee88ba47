"""Where the simulated shift plays and who is in it: what every simulated person knows.

Made once at the start; read by officers, desk, intake and leader. It never changes. What happens to one
melding is drawn by its number, so that what the visitor does to another changes nothing in it.
"""

import random
from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

from attrs import frozen

from protocol.model.incident import Incident
from protocol.model.point import Point
from protocol.model.role import Role
from protocol.model.text import Name, Text
from server.exercise.setting.crew import Crew
from server.exercise.setting.manners import Manners
from server.exercise.setting.stories import Stories
from server.exercise.town.town import Town

DESK = Name("Marja")
"""The second centralist: sends units when the visitor does not, and closes."""

INTAKE = Name("Joost")
"""Answers the calls: opens meldingen and writes down what callers say later."""

LEADER = Name("Ilse")
"""The OpCo: listens in on what is most urgent."""

INFO = Name("Bram")
"""The information desk: pushes cards into lines."""

STAFF: dict[str, Role] = {
    DESK: Role.CENTRALIST,
    INTAKE: Role.CENTRALIST,
    LEADER: Role.OPCO,
    INFO: Role.INFO_DESK,
}

_MELDER = "melder"
"""As the server calls whoever comes in by a melder's link."""

T = TypeVar("T")


@frozen(kw_only=True)
class Setting:
    """The town, what can happen in it, and the names of everybody simulated."""

    seed: int
    town: Town
    stories: Stories
    manners: Manners
    crew_by_call_sign: dict[Name, Crew]

    def is_simulated(self, name: str) -> bool:
        """True for the shift's own people; False for the visitor and anybody else."""
        return name in STAFF or name in self.crew_by_call_sign

    def part(self, word: str, number: int, which: int = 0) -> float:
        """From 0 up to 1: always the same for this word about this melding."""
        drawn = blake2b(f"{self.seed} {word} {number} {which}".encode(), digest_size=8).digest()
        return int.from_bytes(drawn) / 2**64

    def between(self, least: float, most: float, word: str, number: int, which: int = 0) -> float:
        """Always the same from `least` to `most`."""
        return least + (most - least) * self.part(word, number, which)

    def pick(self, of: Sequence[T], word: str, number: int, which: int = 0) -> T:
        """Always the same one of these."""
        return of[int(self.part(word, number, which) * len(of))]

    def point_of(self, incident: Incident) -> Point | None:
        """Where one goes for this incident; None when its words name nothing in this town."""
        return incident.place.point or self.town.find(incident.place.name)


def melder_of(number: int) -> Name:
    """The caller of a melding, as the server names the page behind its link."""
    return Name(f"{_MELDER} {number}")


def role_of(name: str) -> Role:
    """As what somebody of the shift acts."""
    return Role.MELDER if name.partition(" ")[0] == _MELDER else STAFF.get(name, Role.UNIT)


def said(lines: tuple[str, ...], incident: Incident, dice: random.Random) -> Text:
    """One of the lines, with this incident's place in it."""
    return Text(dice.choice(lines).replace("{place}", incident.place.name))
