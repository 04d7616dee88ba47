"""Reads a mapping from a TOML file, or fails with file, line, key and what is expected.

The names of the mappings that come with the program are in `shipped`. Values only; the data is read
elsewhere.
"""

from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

from protocol.model.point import Point
from protocol.model.priority import Priority
from server.rehearse.area import Box
from server.rehearse.errors import FileUnreadable
from server.rehearse.mapping import (
    CallsMapping,
    FlagColumn,
    KeepRows,
    LatLonPoint,
    PlaceColumn,
    PointColumns,
    PriorityColumn,
    RehearsalMapping,
    StageColumns,
    TracksMapping,
    WhatColumns,
    WktPoint,
)
from server.rehearse.moments import TimeReading, tells_whole_time
from server.toml_table import TomlTable, table_in

_FORMATS = "a list of formats that tell the whole time: strptime, or iso, epoch, epoch_ms"


def shipped(name: str = "san_francisco") -> Path:
    """The file of a mapping that comes with the program."""
    return Path(str(resources.files("server.rehearse") / "mappings" / f"{name}.toml"))


def read_mapping(path: Path) -> RehearsalMapping:
    """The mapping in a file. Raises FileUnreadable or ConfigWrong."""
    try:
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        raise FileUnreadable(path, str(error)) from error
    return mapping_of(raw, path)


def mapping_of(raw: bytes, path: Path) -> RehearsalMapping:
    """The mapping in a file's content; `path` is for the messages. Raises ConfigWrong."""
    root = table_in(path, raw)
    calls, tracks = root.table_or_none("calls"), root.table_or_none("tracks")
    root.no_others()
    if calls is None and tracks is None:
        root.wrong(None, "a table [calls], [tracks] or both")
    return RehearsalMapping(
        calls=_calls(calls) if calls is not None else None,
        tracks=_tracks(tracks) if tracks is not None else None,
    )


def _calls(table: TomlTable) -> CallsMapping:
    place, withheld = table.table_or_none("place"), table.table_or_none("withheld")
    priority, on_view = table.table_or_none("priority"), table.table_or_none("on_view")
    point = table.table_or_none("point")
    mapping = CallsMapping(
        time=_time(table),
        stages=_stages(table.table_at("stages")),
        what=_what(table.table_at("what")),
        delimiter=_delimiter(table),
        priority=_priority(priority) if priority is not None else None,
        place=_place(place) if place is not None else None,
        withheld=_flag(withheld) if withheld is not None else None,
        point=_point(point) if point is not None else None,
        bounds=_bounds(table),
        source_id=table.text_or_none("source_id"),
        disposition=table.text_or_none("disposition"),
        on_view=_flag(on_view) if on_view is not None else None,
        keep=tuple(_keep(one) for one in table.tables("keep")),
    )
    table.no_others()
    return mapping


def _tracks(table: TomlTable) -> TracksMapping:
    mapping = TracksMapping(
        time=_time(table),
        at=table.text_at("at"),
        vehicle=table.text_at("vehicle"),
        point=_point(table.table_at("point")),
        delimiter=_delimiter(table),
        bounds=_bounds(table),
        max_speed_mps=_positive(table, "max_speed_mps", 70.0),
        jump_slack_m=_not_negative(table, "jump_slack_m", 100.0),
        reorder_window_s=_not_negative(table, "reorder_window_s", 120.0),
        max_gap_s=_positive(table, "max_gap_s", 21_600.0),
    )
    table.no_others()
    return mapping


def _time(table: TomlTable) -> TimeReading:
    name = table.text_at("time_zone", "a time zone such as Europe/Amsterdam")
    try:
        zone = ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        # ZoneInfo says "not found" in each of these ways, depending on the odd name it is given.
        table.wrong("time_zone", "a time zone such as Europe/Amsterdam", name)
    formats = table.texts("time_formats", _FORMATS)
    for one in formats:
        if not tells_whole_time(one):
            table.wrong("time_formats", _FORMATS, one)
    return TimeReading(zone=zone, formats=formats)


def _stages(table: TomlTable) -> StageColumns:
    stages = StageColumns(
        received=table.text_at("received"),
        entry=table.text_or_none("entry"),
        dispatched=table.text_or_none("dispatched"),
        en_route=table.text_or_none("en_route"),
        on_scene=table.text_or_none("on_scene"),
        closed=table.text_or_none("closed"),
    )
    table.no_others()
    return stages


def _what(table: TomlTable) -> WhatColumns:
    separator = table.content.get("separator", ", ")
    table.known.add("separator")
    if not isinstance(separator, str):
        table.wrong("separator", "a text", separator)
    what = WhatColumns(
        columns=table.texts("columns", "a list of column names"),
        separator=separator,
        otherwise=table.text_or_none("otherwise") or "?",
    )
    table.no_others()
    return what


def _priority(table: TomlTable) -> PriorityColumn:
    values = table.table_at("values")
    read = {key.strip(): _level(values, key) for key, _value in values.items()}
    if not read:
        table.wrong("values", "at least one value with a priority 1 to 5")
    priority = PriorityColumn(
        column=table.text_at("column"), values=read, otherwise=_level(table, "otherwise")
    )
    table.no_others()
    return priority


def _level(table: TomlTable, key: str) -> Priority:
    level = table.number_at(key, "a priority 1 to 5")
    if level not in (1, 2, 3, 4, 5):
        table.wrong(key, "a priority 1 to 5", level)
    return Priority(int(level))


def _place(table: TomlTable) -> PlaceColumn:
    place = PlaceColumn(column=table.text_at("column"), empty=_words(table, "empty", needed=False))
    table.no_others()
    return place


def _flag(table: TomlTable) -> FlagColumn:
    flag = FlagColumn(
        column=table.text_at("column"),
        yes=_words(table, "yes", needed=True),
        no=_words(table, "no", needed=False),
    )
    both = flag.yes & flag.no
    if both:
        table.wrong("no", "values that are not also in yes", ", ".join(sorted(both)))
    table.no_others()
    return flag


def _keep(table: TomlTable) -> KeepRows:
    keep = KeepRows(column=table.text_at("column"), values=_words(table, "values", needed=True))
    table.no_others()
    return keep


def _words(table: TomlTable, key: str, *, needed: bool) -> frozenset[str]:
    return frozenset(
        word.strip()
        for word in table.texts(key, "a list of values as they stand in the column", needed=needed)
    )


def _point(table: TomlTable) -> PointColumns:
    kind = table.text_at("format", '"wkt" or "lat_lon"')
    point: PointColumns
    if kind == "wkt":
        point = WktPoint(column=table.text_at("column"))
    elif kind == "lat_lon":
        point = LatLonPoint(lat=table.text_at("lat"), lon=table.text_at("lon"))
    else:
        table.wrong("format", '"wkt" or "lat_lon"', kind)
    table.no_others()
    return point


def _bounds(parent: TomlTable) -> Box | None:
    table = parent.table_or_none("bounds")
    if table is None:
        return None
    south, west, north, east = (table.number_at(key, "degrees") for key in ("south", "west", "north", "east"))
    table.no_others()
    try:
        return Box(
            south_west=Point(lat_deg=south, lon_deg=west), north_east=Point(lat_deg=north, lon_deg=east)
        )
    except ValueError as error:
        table.wrong(None, "a box in degrees with south < north and west < east", str(error))


def _delimiter(table: TomlTable) -> str:
    value = table.content.get("delimiter", ",")
    table.known.add("delimiter")
    if not isinstance(value, str) or len(value) != 1 or value in '"\r\n \0' or not value.isascii():
        table.wrong("delimiter", "one character, such as , or ;", value)
    return value


def _positive(table: TomlTable, key: str, otherwise: float) -> float:
    value = table.number_or(key, otherwise)
    if value <= 0:
        table.wrong(key, "a number over 0", value)
    return value


def _not_negative(table: TomlTable, key: str, otherwise: float) -> float:
    value = table.number_or(key, otherwise)
    if value < 0:
        table.wrong(key, "0 or a number over 0", value)
    return value
