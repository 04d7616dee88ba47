"""`python -m tests.golden`: what the law says other than its golden files; `--write` writes them anew.

Shows each difference with what it asks. The status is 1 when there was one and it was not written.
"""

import sys
from collections.abc import Sequence

from tests.golden.golden import GOLDEN, WRITE


def main(words: Sequence[str]) -> int:
    """Shows or writes. Takes `--write` and nothing else."""
    if words not in ([], ["--write"]):
        sys.stderr.write(f"python -m tests.golden, or {WRITE}\n")
        return 2
    differing = [(each, each.difference()) for each in GOLDEN]
    differing = [(each, difference) for each, difference in differing if difference]
    for each, difference in differing:
        sys.stdout.write(f"{difference}\n\n{each.asks}\n\n")
        if words:
            each.write()
            sys.stdout.write(f"written: {each.path.name}\n")
    return 1 if differing and not words else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
