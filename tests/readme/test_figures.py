"""The page of figures is written by the bench: the words before its mark stay, the rows behind it are new."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bench import readme
from tests.readme.pages import ROOT

PAGE = ROOT / ".readme/figures.md"
FIGURE: dict[str, Any] = {
    "name": "bytes per change",
    "value": 23.6,
    "unit": "B",
    "target": 24,
    "at_most_times": None,
    "baseline": 33.0,
    "baseline_name": "JSON",
    "reached": True,
    "note": "real calls",
}


def test_the_page_has_the_table_of_the_bench() -> None:
    """Every row says what was measured, and whether it is reached where there is a target."""
    table = PAGE.read_text("utf-8").partition(readme.MARK)[2].strip().splitlines()
    assert "\n".join(table[:2]) + "\n" == readme.table([]).rstrip("\n") + "\n"
    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in table[2:]]
    assert len(cells) > 20
    assert all(len(row) == 5 and row[0] and row[1] for row in cells)
    assert all((row[4] in ("yes", "**no**")) == bool(row[2]) for row in cells)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page and a result of their own."""
    page = tmp_path / "figures.md"
    page.write_text(f"# The figures\n\nWords.\n\n{readme.MARK}\nold rows\n")
    monkeypatch.setattr(readme, "PAGE", page)
    monkeypatch.setattr(readme, "RESULT", page.with_name("bench.json"))
    return page


def test_a_run_of_the_bench_replaces_the_rows_and_nothing_else(bench: Path) -> None:
    """The words above stay as they are."""
    bench.with_name("bench.json").write_text(json.dumps([FIGURE]))
    assert readme.main() == 0
    text = bench.read_text()
    assert text.startswith("# The figures\n\nWords.\n")
    assert "old rows" not in text
    assert "| bytes per change<br><sub>real calls</sub> | 23.6 B | ≤ 24 B | 33 B: JSON | yes |" in text


def test_without_a_result_the_page_stays(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And what is needed is said."""
    before = bench.read_text()
    assert readme.main() == 1
    assert bench.read_text() == before
    assert "python -m tests.bench" in capsys.readouterr().err


def test_a_figure_that_is_missed_is_bold(bench: Path) -> None:
    """So that nobody overlooks it; a target that is a factor says so."""
    bench.with_name("bench.json").write_text(
        json.dumps([{**FIGURE, "reached": False, "target": None, "at_most_times": 2}])
    )
    readme.main()
    assert "| ≤ 2 × baseline | 33 B: JSON | **no** |" in bench.read_text()
