"""The site's settings: what differs per police service is a file, never code.

`openlijn.toml` in the data directory; without it the defaults below hold. Every mistake names file, line and
key. Read once, at the start.
"""

from pathlib import Path

from attrs import evolve, field, frozen

from protocol.model.terms import Terms
from protocol.model.text import MAX_NAME_CHARS, Name
from protocol.model.unit_status import UnitStatus
from server.geo.teams import Teams, read_teams
from server.geo.weights import Weights, read_weights
from server.melder.settings import read_melder
from server.settings.terms import read_terms
from server.toml_table import TomlTable, table_in

FILE_NAME = "openlijn.toml"

DEFAULT_WORLD = Name("meldkamer")

STATUS_NUMBERS: tuple[tuple[int, UnitStatus], ...] = (
    (1, UnitStatus.AVAILABLE),
    (2, UnitStatus.EN_ROUTE),
    (3, UnitStatus.ON_SCENE),
    (4, UnitStatus.UNAVAILABLE),
)
"""The numbers on which the sources agree; sites differ."""


@frozen(kw_only=True)
class Settings:
    """One world's settings."""

    world: Name = DEFAULT_WORLD
    exercise: bool = False
    """True marks every screen and every export as an exercise."""

    status_numbers: tuple[tuple[int, UnitStatus], ...] = STATUS_NUMBERS
    tick_interval_s: float = 1.0
    """Between two frames of positions; a link without room gets fewer."""

    checkpoint_every: int = 5_000
    """Changes between two checkpoints: what a start has to fold at most."""

    terms: Terms = field(factory=Terms)
    classifications: Path | None = None
    """The site's own list, JSON or CSV; None for the one that ships."""

    map: Path | None = None
    """The map file of the town; None for none."""

    teams: Teams = field(factory=Teams)
    weights: Weights = field(factory=Weights)
    """Of the recommendation."""

    melder_url: str = ""
    """Where melders reach this server, without a last stroke; "" when the site does not say."""


def read_settings(directory: Path) -> Settings:
    """The settings of a data directory. Raises ConfigWrong, OSError."""
    path = directory / FILE_NAME
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    root = table_in(path, raw)
    world = root.table_or_none("world")
    units = root.table_or_none("unit_status_numbers")
    pace = root.table_or_none("pace")
    terms = read_terms(root)
    list_path = "the path of a list, .json or .csv"
    classifications = _file(root.table_or_none("classifications"), directory, list_path)
    map_path = _file(root.table_or_none("map"), directory, "the path of a map file")
    teams, weights, melder = read_teams(root), read_weights(root), read_melder(root)
    root.no_others()
    default = Settings()
    name, exercise = _world(world, default)
    return Settings(
        world=name,
        exercise=exercise,
        status_numbers=_numbers(units) if units is not None else default.status_numbers,
        tick_interval_s=_between(pace, "tick_interval_s", default.tick_interval_s, 0.2, 30),
        checkpoint_every=int(_between(pace, "checkpoint_every", default.checkpoint_every, 100, 1_000_000)),
        terms=evolve(terms, waterline=teams.waterline, link_lasts_s=melder.link_lasts_s),
        classifications=classifications,
        map=map_path,
        teams=teams,
        weights=weights,
        melder_url=melder.url,
    )


def _file(table: TomlTable | None, directory: Path, expected: str) -> Path | None:
    """The `file` of a table; a path is taken from where the settings stand."""
    if table is None:
        return None
    file = directory / table.text_at("file", expected)
    table.no_others()
    return file


def _world(table: TomlTable | None, default: Settings) -> tuple[Name, bool]:
    if table is None:
        return default.world, default.exercise
    name = table.text_or_none("name") or default.world
    if len(name) > MAX_NAME_CHARS:
        table.wrong("name", f"a name of at most {MAX_NAME_CHARS} characters", f"{len(name)} characters")
    exercise = table.flag_or("exercise", default.exercise)
    table.no_others()
    return Name(name), exercise


def _numbers(table: TomlTable) -> tuple[tuple[int, UnitStatus], ...]:
    by_key = {status.key: status for status in UnitStatus}
    numbers = []
    for key, value in table.items():
        if not key.isdecimal() or len(key) > 2:
            table.wrong(key, "a number of the radio from 0 to 99", key)
        if not isinstance(value, str) or value not in by_key:
            table.wrong(key, f"one of {', '.join(by_key)}", value)
        numbers.append((int(key), by_key[value]))
    return tuple(sorted(numbers))


def _between(table: TomlTable | None, key: str, default: float, least: float, most: float) -> float:
    if table is None:
        return default
    value = table.number_or(key, default)
    if not least <= value <= most:
        table.wrong(key, f"a number from {least} to {most}", value)
    return value
