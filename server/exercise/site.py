"""The site of the training town: its settings, with teams, their areas and minimums, as a file would say.

Made from the setting of a shift; read by the demonstration. Pure.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from protocol.model.terms import Terms
from protocol.model.text import Name
from server.exercise.setting.crew import Crew
from server.exercise.setting.setting import Setting
from server.exercise.town.town import Town
from server.geo.teams import Team, Teams
from server.geo.weights import PAIR, SOLO, ClassWish, Weights
from server.settings.settings import Settings

CLASSES = (
    ClassWish(code="mishandeling", crew=PAIR),
    ClassWish(code="woninginbraak", crew=PAIR),
    ClassWish(code="letsel", skills=(Name("ehbo"),)),
    ClassWish(code="jeugd", skills=(Name("jeugd"),), crew=SOLO),
    ClassWish(code="burenruzie", crew=SOLO),
    ClassWish(code="zorg", crew=SOLO),
    ClassWish(code="verward", skills=(Name("ggz"),)),
)
"""Where two should go, where one alone makes contact sooner, and what they had better be able to do."""

PART_THAT_STAYS = 0.25
"""Of a team's units, so many must stay callable, to the nearest whole one."""


def settings_of(setting: Setting, map_path: Path) -> Settings:
    """The settings of an exercise there, with the town's map in that file."""
    teams = teams_of(setting.town, setting.crew_by_call_sign.values())
    return Settings(
        world=Name(setting.town.name),
        exercise=True,
        terms=Terms(waterline=teams.waterline),
        map=map_path,
        teams=teams,
        weights=Weights(classes=CLASSES),
    )


def teams_of(town: Town, crews: Iterable[Crew]) -> Teams:
    """A team for each district; all others are its neighbours, as in a town of this size they are."""
    units = Counter(crew.team for crew in crews)
    names = [Name(district.name) for district in town.districts]
    return Teams(
        teams=tuple(
            Team(
                name=name,
                minimum=round(PART_THAT_STAYS * units[name]),
                neighbours=tuple(other for other in names if other != name),
                area=tuple((point.lat_deg, point.lon_deg) for point in district.ring[:-1]),
            )
            for name, district in zip(names, town.districts, strict=True)
        )
    )
