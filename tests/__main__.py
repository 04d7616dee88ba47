"""`python -m tests`: every check there is, in the order in which a mistake is cheapest to find.

Format, lint, types, the import law, then the tests. All of them run even when an early one fails, so that one
run shows everything; the status is 1 when any failed. Words behind it go to pytest (`python -m tests -k
fold`).
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

BIN = Path(sys.executable).parent
CHECKS: Sequence[tuple[str, Sequence[str]]] = (
    ("format", (str(BIN / "ruff"), "format", "--check", "--quiet", ".")),
    ("lint", (str(BIN / "ruff"), "check", "--quiet", ".")),
    ("types", (sys.executable, "-m", "mypy")),
    ("import law", (str(BIN / "lint-imports"),)),
)

HALVES: Sequence[Sequence[str]] = (("tests", "--ignore=tests/console"), ("tests/console",))
"""Run side by side: many tests wait for processes, and the other core has something to do."""

NOTHING_FOUND = 5
"""pytest's status when no test fits the words; the other half may have one."""


def main(pytest_words: Sequence[str]) -> int:
    """Runs every check from the root of the checkout. 0 when all are well."""
    failed = []
    for name, command in CHECKS:
        sys.stdout.write(f"== {name}\n")
        sys.stdout.flush()
        if subprocess.run(command, check=False).returncode != 0:
            failed.append(name)
    sys.stdout.write("== tests\n")
    sys.stdout.flush()
    tests = _tests(pytest_words)
    if failed:
        sys.stdout.write(f"failed besides the tests: {', '.join(failed)}\n")
    return 1 if failed or tests else 0


def _tests(words: Sequence[str]) -> int:
    """Status of pytest. Who names a path gets that alone; else both halves, the second shown when whole."""
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
