"""The site that the training town has: its teams with their areas and minimums, as a settings file would say.

Made from a town and the crews on duty; read by the demonstration. Pure.
"""

from collections import Counter
from collections.abc import Iterable

from protocol.model.text import Name
from server.exercise.crew import Crew
from server.exercise.town import Town
from server.geo.teams import Team, Teams

PART_THAT_STAYS = 0.4
"""Of a team's units, so many must stay callable, to the nearest whole one."""


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
