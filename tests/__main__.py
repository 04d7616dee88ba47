"""`python -m tests`: every check there is, in the order in which a mistake is cheapest to find.

Format, lint, types, the import law, then the tests. All of them run even when an early one fails, so that one
run shows everything; the status is 1 when any failed. Words behind it go to pytest (`python -m tests -k
fold`).
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

BIN = Path(sys.executable).parent
CHECKS: Sequence[tuple[str, Sequence[str]]] = (
    ("format", (str(BIN / "ruff"), "format", "--check", "--quiet", ".")),
    ("lint", (str(BIN / "ruff"), "check", "--quiet", ".")),
    ("types", (sys.executable, "-m", "mypy")),
    ("import law", (str(BIN / "lint-imports"),)),
)

TOGETHER = ("-n", "2", "--dist", "loadfile")
"""Two files of tests at a time: many of them wait for processes, and the other core has something to do."""


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
    tests = subprocess.run((sys.executable, "-m", "pytest", *TOGETHER, *pytest_words), check=False).returncode
    if failed:
        sys.stdout.write(f"failed besides the tests: {', '.join(failed)}\n")
    return 1 if failed or tests else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
