"""`python -m tests`: every check there is. `python -m tests --fast`: those that one wants before each commit.

Format, lint, types, the import law; then the tests, or with `--fast` only those that are laws (golden files,
tables that must be whole, the shape of the house). Everything runs even when something fails, so that one run
shows everything; the status is 1 when anything failed. Words behind it go to pytest (`python -m tests -k
fold`).
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from tests.checks import FORMAT, IMPORT_LAW, LINT, TYPES, Check, Outcome, laws, side_by_side

FAST = "--fast"
BEFORE_TESTS: Sequence[Sequence[Check]] = ((TYPES,), (FORMAT, LINT, IMPORT_LAW))
"""Types take as long as all the others together."""

HALVES: Sequence[Sequence[str]] = (("tests", "--ignore=tests/console"), ("tests/console",))
"""Run side by side: many tests wait for processes, and the other core has something to do."""

NOTHING_FOUND = 5
"""pytest's status when no test fits the words; the other half may have one."""


def main(words: Sequence[str]) -> int:
    """Runs the checks from the root of the checkout. 0 when all are well."""
    began_s = monotonic()
    fast = FAST in words
    lanes = [list(lane) for lane in BEFORE_TESTS]
    if fast:
        lanes[1].append(laws(Path("tests")))
    outcomes = side_by_side(lanes, _tell)
    failed = [outcome.name for outcome in outcomes if not outcome.well]
    if not fast and _tests(words):
        failed.append("tests")
    sys.stdout.write(f"== {monotonic() - began_s:.1f} s; {_verdict(failed)}\n")
    return 1 if failed else 0


def _verdict(failed: Sequence[str]) -> str:
    return f"failed: {', '.join(failed)}" if failed else "all well"


def _tell(outcome: Outcome) -> None:
    sys.stdout.write(f"== {outcome.name}: {'well' if outcome.well else 'FAILED'}, {outcome.took_s:.1f} s\n")
    if not outcome.well:
        sys.stdout.write(outcome.said)
    sys.stdout.flush()


def _tests(words: Sequence[str]) -> int:
    """Status of pytest. Who names a path gets that alone; else both halves, the second shown when whole."""
    sys.stdout.write("== tests\n")
    sys.stdout.flush()
    command = (sys.executable, "-m", "pytest")
    if any(Path(word.partition("::")[0]).exists() for word in words):
        return subprocess.run((*command, *words), check=False).returncode
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as told:
        beside = subprocess.Popen((*command, *HALVES[1], *words), stdout=told, stderr=subprocess.STDOUT)
        statuses = [subprocess.run((*command, *HALVES[0], *words), check=False).returncode, beside.wait()]
        told.seek(0)
        sys.stdout.write(told.read())
        sys.stdout.flush()
    found = [status for status in statuses if status != NOTHING_FOUND]
    return max(found) if found else NOTHING_FOUND


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
