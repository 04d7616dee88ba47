"""Typed lines are there again the next time, found by how they begin."""

import stat
from pathlib import Path

from console.memory.line_history import MOST, KeptPast, kept_past


def test_lines_are_there_the_next_time(tmp_path: Path) -> None:
    """What was accepted is written down, for its owner alone."""
    past = kept_past(tmp_path / "state")
    past.add("koppel 12.03")
    past.add("zeg één")
    assert stat.S_IMODE((tmp_path / "state" / "lines").stat().st_mode) == 0o600
    again = kept_past(tmp_path / "state")
    assert (again.older(""), again.older(""), again.older("")) == ("zeg één", "koppel 12.03", None)


def test_up_finds_what_begins_so(tmp_path: Path) -> None:
    """With something typed, up and down walk only through lines that begin so, and come back to it."""
    past = kept_past(tmp_path)
    for line in ("koppel 1", "log a", "koppel 2", "zeg b"):
        past.add(line)
    assert past.older("kop") == "koppel 2"
    assert past.older("koppel 2") == "koppel 1"
    assert past.older("koppel 1") is None
    assert past.newer() == "koppel 2"
    assert past.newer() == "kop"
    assert past.newer() is None


def test_the_file_does_not_grow_without_end(tmp_path: Path) -> None:
    """At the start a long file is cut to its newest lines."""
    path = tmp_path / "lines"
    path.write_text("".join(f"log regel {n}\n" for n in range(3 * MOST)), encoding="utf-8")
    kept_past(tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert (len(lines), lines[-1]) == (MOST, f"log regel {3 * MOST - 1}")


def test_nowhere_to_keep_them_is_no_reason_to_stop(tmp_path: Path) -> None:
    """Where the state cannot be written, lines are kept for this run only."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    past = kept_past(tmp_path / "file" / "state")
    past.add("log a")
    assert not isinstance(past, KeptPast)
    assert past.older("") == "log a"
