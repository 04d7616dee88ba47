"""Checks as commands, run side by side on the cores there are; each told when it is done, with its time.

A lane runs its checks one after the other. What a check says is shown whole, never mixed with another's.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

from attrs import frozen

BIN = Path(sys.executable).parent

LAW = "pytest.mark.law"
"""Worn by a test that holds the language or the shape of the house: golden files, tables that are whole."""


@frozen
class Check:
    """A command that says whether something is well."""

    name: str
    command: Sequence[str]
    fine: frozenset[int] = frozenset({0})
    """Exit statuses that mean: well."""


@frozen
class Outcome:
    """What became of it."""

    name: str
    well: bool
    took_s: float
    said: str


FORMAT = Check("format", (str(BIN / "ruff"), "format", "--check", "--quiet", "."))
LINT = Check("lint", (str(BIN / "ruff"), "check", "--quiet", "."))
TYPES = Check("types", (sys.executable, "-m", "mypy"))
IMPORT_LAW = Check("import law", (str(BIN / "lint-imports"),))


def law_files(tests: Path) -> list[Path]:
    """Test files in which something is a law, found by reading: collecting all of them takes too long."""
    return [path for path in sorted(tests.rglob("test_*.py")) if LAW in path.read_text("utf-8")]


def laws(tests: Path) -> Check:
    """The tests that are laws, and no others."""
    files = map(str, law_files(tests))
    return Check("laws", (sys.executable, "-m", "pytest", "-q", "-m", "law and not slow", *files))


def side_by_side(lanes: Sequence[Sequence[Check]], told: Callable[[Outcome], None]) -> list[Outcome]:
    """Every check, also when an earlier one fails; `told` hears of each as it ends, one at a time."""
    lock = threading.Lock()

    def run(lane: Sequence[Check]) -> list[Outcome]:
        outcomes = []
        for check in lane:
            outcome = _run(check)
            outcomes.append(outcome)
            with lock:
                told(outcome)
        return outcomes

    with ThreadPoolExecutor(len(lanes)) as threads:
        return [outcome for lane in threads.map(run, lanes) for outcome in lane]


def _run(check: Check) -> Outcome:
    began_s = monotonic()
    done = subprocess.run(
        check.command,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return Outcome(check.name, done.returncode in check.fine, monotonic() - began_s, done.stdout)
