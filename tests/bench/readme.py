"""Puts the figures of `bench.json` into their page, so that nobody copies a number by hand.

`python -m tests.bench.readme` after a run of `python -m tests.bench`. Writes what stands behind the mark and
nothing else.
"""

import json
import sys
from pathlib import Path
from typing import Any

from tests.bench.__main__ import RESULT

PAGE = Path(".readme/figures.md")
MARK = "<!-- figures -->\n"


def row(figure: dict[str, Any]) -> str:
    """One line of a Markdown table."""
    unit = f" {figure['unit']}" if figure["unit"] else ""
    target = f"≤ {figure['target']:g}{unit}" if figure["target"] is not None else ""
    if figure["at_most_times"] is not None:
        target = f"≤ {figure['at_most_times']:g} × baseline"
    baseline = ""
    if figure["baseline"] is not None:
        baseline = f"{figure['baseline']:.3g}{unit}: {figure['baseline_name']}"
    reached = {True: "yes", False: "**no**", None: ""}[figure["reached"]]
    note = f"<br><sub>{figure['note']}</sub>" if figure["note"] else ""
    return f"| {figure['name']}{note} | {figure['value']:.3g}{unit} | {target} | {baseline} | {reached} |"


def table(figures: list[dict[str, Any]]) -> str:
    """The whole table."""
    head = "| figure | measured | target | baseline of the same run | reached |\n|---|---|---|---|---|\n"
    return head + "\n".join(map(row, figures)) + "\n"


def main() -> int:
    """Rewrites the table of the page. Status 1 when there is no result or no mark."""
    text = PAGE.read_text("utf-8")
    before, found, _ = text.partition(MARK)
    if not found or not RESULT.exists():
        sys.stderr.write(f"needs {RESULT} (python -m tests.bench) and the mark {MARK.strip()} in {PAGE}\n")
        return 1
    PAGE.write_text(before + MARK + "\n" + table(json.loads(RESULT.read_text("utf-8"))), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
