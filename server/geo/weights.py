"""What weighs in a recommendation, and how fast the means are: the site's [recommend] settings.

Reads tables of `openlijn.toml` into a value; every mistake names file, line and key. Everything that is
weighed is in seconds, so that a person can add it up.
"""

from typing import Any

from attrs import field, frozen
from attrs.validators import ge, gt, instance_of, le

from protocol.model.skill import MAX_SKILL_CHARS, MOST_SKILLS, normal_skills
from protocol.model.text import Name
from server.toml_table import TomlTable

MOST_S = 7_200
SOLO, PAIR = 1, 2
CREWS = {"solo": SOLO, "pair": PAIR}


def _seconds(default: int) -> int:
    made: int = field(default=default, validator=[instance_of(int), ge(0), le(MOST_S)])
    return made


def _number(default: float, most: float) -> float:
    made: float = field(default=default, converter=float, validator=[gt(0), le(most)])
    return made


@frozen(kw_only=True)
class ClassWish:
    """What meldingen of some classes ask of those who go."""

    code: str
    """How their codes begin, in any case."""

    skills: tuple[Name, ...] = ()
    crew: int | None = None
    """SOLO for contact (A91), PAIR for danger; None where both will do."""


@frozen(kw_only=True)
class Weights:
    """The numbers of the recommendation."""

    task_s: int = _seconds(60)
    """For breaking off other work (B3)."""

    diverts_s: int = _seconds(420)
    """For taking a unit off a less urgent melding."""

    lacks_skill_s: int = _seconds(600)
    """For each skill that is asked for and absent (A89)."""

    solo_fits_s: int = _seconds(60)
    """What one colleague alone is given where that is better (A91): the only weight that is taken off."""

    solo_misfits_s: int = _seconds(240)
    """For one colleague alone where two should go."""

    neighbour_s: int = _seconds(45)
    """For a unit of a neighbouring team (A57)."""

    elsewhere_s: int = _seconds(120)
    """For a unit of any other team."""

    disturbed_s: int = _seconds(90)
    """For who was disturbed just now; less and less as time goes on."""

    disturbed_within_min: int = field(default=60, validator=[instance_of(int), ge(1), le(1_440)])
    """Until so long after a melding nothing is left of it."""

    waterline_s: int = _seconds(300)
    """For leaving a team below its minimum (B29)."""

    guided_s: int = _seconds(60)
    """For colleagues who are still guided (A93)."""

    leading_s: int = _seconds(0)
    """For colleagues who lead others and are kept for that."""

    same_s: int = _seconds(15)
    """Who is nearer by no more than this is not called nearer: positions err that much."""

    urgent_factor: float = _number(0.75, 1.0)
    """What a car or motorcycle needs at priority 1, beside what it needs otherwise."""

    car_kmh: float = _number(35.0, 200.0)
    """As the crow drives: only where there is no street."""

    bicycle_kmh: float = _number(18.0, 60.0)
    foot_kmh: float = _number(5.0, 20.0)
    detour: float = _number(1.35, 5.0)
    """How much longer the way is than the straight line, where there is no street."""

    off_street_m: int = field(default=400, validator=[instance_of(int), ge(10), le(5_000)])
    """Farther from any street than this, nothing is reckoned by road."""

    classes: tuple[ClassWish, ...] = ()

    def wish_of(self, code: str) -> ClassWish:
        """What all classes that this code begins with ask; of two crews that of the longer code."""
        fits = [each for each in self.classes if code and code.casefold().startswith(each.code.casefold())]
        fits.sort(key=lambda each: len(each.code))
        crews = [each.crew for each in fits if each.crew is not None]
        skills = normal_skills([skill for each in fits for skill in each.skills])
        return ClassWish(code=code, skills=skills, crew=crews[-1] if crews else None)


WHOLE: dict[str, tuple[int, int]] = {
    "task_s": (0, MOST_S),
    "diverts_s": (0, MOST_S),
    "lacks_skill_s": (0, MOST_S),
    "solo_fits_s": (0, MOST_S),
    "solo_misfits_s": (0, MOST_S),
    "neighbour_s": (0, MOST_S),
    "elsewhere_s": (0, MOST_S),
    "disturbed_s": (0, MOST_S),
    "disturbed_within_min": (1, 1_440),
    "waterline_s": (0, MOST_S),
    "guided_s": (0, MOST_S),
    "leading_s": (0, MOST_S),
    "same_s": (0, MOST_S),
    "off_street_m": (10, 5_000),
}
BROKEN: dict[str, tuple[float, float]] = {
    "urgent_factor": (0.1, 1.0),
    "car_kmh": (1.0, 200.0),
    "bicycle_kmh": (1.0, 60.0),
    "foot_kmh": (1.0, 20.0),
    "detour": (1.0, 5.0),
}


def read_weights(root: TomlTable) -> Weights:
    """The weights of a settings file; defaults where it says nothing. Raises ConfigWrong."""
    table = root.table_or_none("recommend")
    if table is None:
        return Weights()
    default = Weights()
    numbers: dict[str, Any] = {
        key: _whole(table, key, getattr(default, key), *ends) for key, ends in WHOLE.items()
    }
    numbers |= {key: _between(table, key, getattr(default, key), *ends) for key, ends in BROKEN.items()}
    classes = tuple(_class_wish(each) for each in table.tables("class"))
    table.no_others()
    return Weights(**numbers, classes=classes)


def _whole(table: TomlTable, key: str, default: int, least: int, most: int) -> int:
    value = table.number_or(key, default)
    if not least <= value <= most or value != int(value):
        table.wrong(key, f"a whole number from {least} to {most}", value)
    return int(value)


def _between(table: TomlTable, key: str, default: float, least: float, most: float) -> float:
    value = table.number_or(key, default)
    if not least <= value <= most:
        table.wrong(key, f"a number from {least:g} to {most:g}", value)
    return value


def _class_wish(table: TomlTable) -> ClassWish:
    code = table.text_at("code", "how the codes of the classes begin")
    expected = f"at most {MOST_SKILLS} words of at most {MAX_SKILL_CHARS} characters"
    skills = normal_skills(list(table.texts("skills", expected, needed=False)))
    if len(skills) > MOST_SKILLS or any(len(skill) > MAX_SKILL_CHARS for skill in skills):
        table.wrong("skills", expected, list(skills))
    said = table.text_or_none("crew", "solo or pair")
    if said is not None and said not in CREWS:
        table.wrong("crew", " or ".join(CREWS), said)
    table.no_others()
    return ClassWish(code=code.strip(), skills=skills, crew=None if said is None else CREWS[said])
