"""Typed lines are there again the next time, found by how they begin, and forgotten after a shift."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.memory.line_history import MOST, KeptPast, forget_lines

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SHIFT = timedelta(hours=12)


def _past(folder: Path, *, at: datetime = NOW) -> KeptPast:
    return KeptPast(folder / "lines", since=at - SHIFT, clock=lambda: at)


def test_lines_are_there_the_next_time(tmp_path: Path) -> None:
    """What was accepted is written down, for its owner alone."""
    past = _past(tmp_path)
    past.add("koppel 12.03")
    past.add("zeg één")
    assert stat.S_IMODE((tmp_path / "lines").stat().st_mode) == 0o600
    again = _past(tmp_path)
    assert (again.older(""), again.older(""), again.older("")) == ("zeg één", "koppel 12.03", None)


def test_up_finds_what_begins_so(tmp_path: Path) -> None:
    """With something typed, up and down walk only through lines that begin so, and come back to it."""
    past = _past(tmp_path)
    for line in ("koppel 1", "log a", "koppel 2", "zeg b"):
        past.add(line)
    assert past.older("kop") == "koppel 2"
    assert past.older("koppel 2") == "koppel 1"
    assert past.older("koppel 1") is None
    assert past.newer() == "koppel 2"
    assert past.newer() == "kop"
    assert past.newer() is None


def test_a_line_is_forgotten_after_a_shift(tmp_path: Path) -> None:
    """It tells what somebody said in need: it is not on the disk any more either."""
    _past(tmp_path, at=NOW - timedelta(hours=13)).add("log mes gezien")
    _past(tmp_path, at=NOW - timedelta(hours=11)).add("koppel 12.03")
    assert _past(tmp_path).lines == ("koppel 12.03",)
    assert "mes" not in (tmp_path / "lines").read_text()


def test_the_file_does_not_grow_without_end(tmp_path: Path) -> None:
    """A long file is cut to its newest lines."""
    past = _past(tmp_path)
    for n in range(MOST + 5):
        past.add(f"log regel {n}")
    assert len(_past(tmp_path).lines) == MOST
    lines = (tmp_path / "lines").read_text().splitlines()
    assert (len(lines), "regel 5" in lines[0], f"regel {MOST + 4}" in lines[-1]) == (MOST, True, True)


@given(st.lists(st.text(min_size=1, max_size=20).filter(str.strip), max_size=4), st.data())
def test_any_cut_of_the_file_gives_the_whole_lines(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], data: st.DataObject
) -> None:
    """Half a line at the end costs only itself, and the next one begins afresh."""
    folder = tmp_path_factory.mktemp("lines")
    past = _past(folder)
    for line in lines:
        past.add(line)
    path = folder / "lines"
    content = path.read_bytes() if lines else b""
    cut = data.draw(st.integers(0, len(content)))
    path.write_bytes(content[:cut])
    first = _past(folder)
    path.write_bytes(content[:cut])
    again = first if data.draw(st.booleans()) else _past(folder)
    again.add("verder")
    assert _past(folder).lines[-1] == "verder"
    assert set(_past(folder).lines[:-1]) <= {" ".join(line.splitlines()) for line in lines}


@pytest.mark.parametrize(
    "row",
    ["7", "[]", '{"line": "x"}', '{"at": "2026-11-21T12:00:00", "line": "x"}', '{"at": 7, "line": "x"}'],
)
def test_what_is_no_line_is_none(tmp_path: Path, row: str) -> None:
    """As are the lines of the first release, which had no time."""
    (tmp_path / "lines").write_text(f"koppel 12.03\n{row}\n")
    assert _past(tmp_path).lines == ()


def test_nowhere_to_keep_them_is_known(tmp_path: Path) -> None:
    """Whoever asks for the past of a world gets one of this run alone then."""
    (tmp_path / "lines").mkdir()
    with pytest.raises(OSError):
        _past(tmp_path)


def test_where_there_is_no_file_none_is_made(tmp_path: Path) -> None:
    """Looking for what is old makes no files for accounts that typed nothing."""
    assert forget_lines(tmp_path / "lines", since=NOW) == ()
    assert list(tmp_path.iterdir()) == []
