"""Plays the play and prints the story of its journal: `python -m tests.e2e.play`."""

import asyncio
import sys
import tempfile
from pathlib import Path

from _pytest.outcomes import Skipped

from tests.e2e.play.performance import played


def main() -> str | None:
    """Why it could not be played; None once it was. A play that went wrong raises AssertionError."""
    with tempfile.TemporaryDirectory() as home:
        try:
            sys.stdout.write(asyncio.run(played(Path(home))) + "\n")
        except Skipped as skipped:
            return f"not played: {skipped.msg}"
    return None


if __name__ == "__main__":
    sys.exit(main())
