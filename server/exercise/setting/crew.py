"""Who is on duty in the training town: call sign, means, how many, of which team, and what they can do.

The same number of units and the same teams give the same colleagues. Values only.
"""

from collections.abc import Sequence

from attrs import frozen

from protocol.commands.units import SignOnUnit
from protocol.model.autonomy import Autonomy
from protocol.model.means import Means
from protocol.model.text import Name

MOST_UNITS = 90

_MEANS = (
    *(Means.CAR, Means.CAR, Means.MOTORCYCLE, Means.CAR, Means.BICYCLE, Means.FOOT),
    *(Means.CAR, Means.CAR, Means.MOTORCYCLE, Means.CAR, Means.BICYCLE, Means.FOOT),
)
_SOLO = (3, 7)
"""Cars with one colleague in them, by their place in `_MEANS`; a motorcycle has one always."""

_SKILLS = (
    *("ehbo", "taser ehbo", "rijvaardig", "hond", "jeugd fries", "jeugd"),
    *("taser", "fries ehbo", "rijvaardig ehbo", "ggz", "ehbo", "ggz fries"),
)
"""In the words of the site, as the colleagues there say them."""

_AUTONOMY = (
    *(Autonomy.INDEPENDENT, Autonomy.LEADING, Autonomy.INDEPENDENT, Autonomy.INDEPENDENT),
    *(Autonomy.GUIDED, Autonomy.INDEPENDENT, Autonomy.INDEPENDENT, Autonomy.INDEPENDENT),
    *(Autonomy.LEADING, Autonomy.INDEPENDENT, Autonomy.INDEPENDENT, Autonomy.GUIDED),
)


@frozen(kw_only=True)
class Crew:
    """One unit as it signs on."""

    means: Means
    size: int
    """1 is solo, 2 a pair."""

    team: Name
    skills: tuple[Name, ...]
    autonomy: Autonomy

    def sign_on(self, call_sign: Name) -> SignOnUnit:
        """The wish with which its duty begins."""
        return SignOnUnit(
            call_sign=call_sign,
            means=self.means,
            crew=self.size,
            team=self.team,
            skills=self.skills,
            autonomy=self.autonomy,
        )


def roster(units: int, teams: Sequence[str]) -> dict[Name, Crew]:
    """`12.01` and so on, half of them in cars, spread over the teams; from 1 to MOST_UNITS."""
    return {Name(f"12.{number + 1:02}"): _crew(number, teams) for number in range(units)}


def _crew(number: int, teams: Sequence[str]) -> Crew:
    kind = number % len(_MEANS)
    means = _MEANS[kind]
    return Crew(
        means=means,
        size=1 if means is Means.MOTORCYCLE or kind in _SOLO else 2,
        # One further after each round, so that no team has all the cars.
        team=Name(teams[(number + number // len(teams)) % len(teams)]),
        skills=tuple(map(Name, _SKILLS[kind].split())),
        autonomy=_AUTONOMY[kind],
    )
