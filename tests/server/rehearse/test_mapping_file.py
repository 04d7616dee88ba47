"""A mapping is read whole, or the mistake in it is named: file, line, key and what is expected."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.model.priority import Priority
from server.rehearse.errors import FileUnreadable
from server.rehearse.mapping import LatLonPoint, WktPoint
from server.rehearse.mapping_file import mapping_of, read_mapping, shipped
from server.toml_table import ConfigWrong

GOOD = """\
[calls]
time_zone = "Europe/Amsterdam"
time_formats = ["%d-%m-%Y %H:%M:%S", "iso"]
source_id = "nr"
delimiter = ";"

[calls.stages]
received = "ontvangen"

[calls.what]
columns = ["classificatie"]

[calls.priority]
column = "prio"
otherwise = 3
[calls.priority.values]
1 = 1
2 = 2

[calls.point]
format = "lat_lon"
lat = "breedte"
lon = "lengte"

[calls.bounds]
south = 50.7
west = 3.3
north = 53.6
east = 7.3

[calls.on_view]
column = "zelf"
yes = ["J"]

[[calls.keep]]
column = "dienst"
values = ["Politie"]
[[calls.keep]]
column = "soort"
values = ["melding"]

[tracks]
time_zone = "UTC"
time_formats = ["epoch_ms"]
at = "t"
vehicle = "v"
[tracks.point]
format = "wkt"
column = "p"
"""


def test_another_city_needs_no_code() -> None:
    """A Dutch file with its own words, separator and order of date reads into the same values."""
    mapping = mapping_of(GOOD.encode(), Path("delft.toml"))
    assert mapping.calls is not None
    assert mapping.tracks is not None
    assert mapping.calls.time.zone == ZoneInfo("Europe/Amsterdam")
    assert mapping.calls.delimiter == ";"
    assert mapping.calls.point == LatLonPoint(lat="breedte", lon="lengte")
    assert mapping.tracks.point == WktPoint(column="p")
    assert mapping.calls.priority is not None
    assert mapping.calls.priority.values == {"1": Priority.P1, "2": Priority.P2}
    assert mapping.calls.columns() == {
        "nr", "ontvangen", "classificatie", "prio", "breedte", "lengte", "zelf", "dienst", "soort",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("Europe/Amsterdam", "Europe/Delft", 2, "calls.time_zone"),
        ("Europe/Amsterdam", "../../etc", 2, "calls.time_zone"),
        ('"iso"', '"%H:%M"', 3, "calls.time_formats"),
        ('["%d-%m-%Y %H:%M:%S", "iso"]', "[]", 3, "calls.time_formats"),
        ('["%d-%m-%Y %H:%M:%S", "iso"]', '"iso"', 3, "calls.time_formats"),
        ('source_id = "nr"', "source_id = 7", 4, "calls.source_id"),
        ('delimiter = ";"', 'delimiter = ";;"', 5, "calls.delimiter"),
        ('received = "ontvangen"', "", 7, "calls.stages.received"),
        ('received = "ontvangen"', 'recieved = "ontvangen"', 7, "calls.stages.received"),
        ('columns = ["classificatie"]', "columns = []", 11, "calls.what.columns"),
        ("otherwise = 3", "otherwise = 6", 15, "calls.priority.otherwise"),
        ("2 = 2", "2 = true", 18, "calls.priority.values.2"),
        ("2 = 2", "2 = 2.5", 18, "calls.priority.values.2"),
        ('format = "lat_lon"', 'format = "rd"', 21, "calls.point.format"),
        ('lat = "breedte"', 'lat = ""', 22, "calls.point.lat"),
        ("south = 50.7", "south = 60", 25, "calls.bounds"),
        ("south = 50.7", "south = nan", 26, "calls.bounds.south"),
        ('yes = ["J"]', 'yes = ["J"]\nno = ["J"]', 34, "calls.on_view.no"),
        ('values = ["melding"]', 'value = ["melding"]', 38, "calls.keep.values"),
        ('at = "t"', 'at = "t"\nspeed = 3', 46, "tracks.speed"),
        ('at = "t"', 'at = "t"\nmax_speed_mps = 0', 46, "tracks.max_speed_mps"),
        ('at = "t"', 'at = "t"\njump_slack_m = -1', 46, "tracks.jump_slack_m"),
        ("[tracks]", "[trakcs]", 42, "trakcs"),
        ('at = "t"', 'at = "t', 45, "the file"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(old: str, new: str, line: int, key: str) -> None:
    """Every mistake points at the line to change; a missing key points at the head of its table."""
    assert old in GOOD
    with pytest.raises(ConfigWrong, match=r"^delft\.toml:[0-9]+: .*expected .*, found ") as caught:
        mapping_of(GOOD.replace(old, new).encode(), Path("delft.toml"))
    assert (caught.value.line, caught.value.key) == (line, key)


def test_a_mapping_of_nothing_is_refused() -> None:
    """A file without calls and tracks says nothing; there is no line to point at."""
    with pytest.raises(ConfigWrong, match=r"^empty\.toml: the file: expected a table \[calls\]"):
        mapping_of(b"", Path("empty.toml"))


def test_a_mapping_that_is_not_text_is_refused_with_its_line(tmp_path: Path) -> None:
    """A mapping saved in another encoding is told where it goes wrong."""
    path = tmp_path / "latin.toml"
    path.write_bytes("[calls]\n# Zoë\n".encode("latin-1"))
    with pytest.raises(ConfigWrong, match="UTF-8") as caught:
        read_mapping(path)
    assert caught.value.line == 2


def test_an_absent_mapping_is_unreadable(tmp_path: Path) -> None:
    """No file, one plain error."""
    with pytest.raises(FileUnreadable):
        read_mapping(tmp_path / "absent.toml")


def test_the_shipped_mapping_is_a_valid_one() -> None:
    """San Francisco comes with the program, for calls and for tracks."""
    mapping = read_mapping(shipped("san_francisco"))
    assert mapping.calls is not None
    assert mapping.tracks is not None


_lines = st.lists(st.sampled_from([*GOOD.splitlines(), "[calls.keep]", "a = [1, {b = 2}]", "[[calls]]"]))


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(st.text(max_size=80), _lines.map("\n".join), st.just("x = " + "[" * 5_000)))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever somebody writes, the only error is the one that names the mistake."""
    try:
        mapping = mapping_of(text.encode(), Path("any.toml"))
    except ConfigWrong:
        return
    assert mapping.calls is not None or mapping.tracks is not None
