"""`python -m tests.word incidents NoteAccess AccessNoted access toegang access`: a new word, scaffolded.

The noun (a file of `protocol/commands`), the wish, the fact, the part of the incident that it says, the Dutch
verb and the English one. Writes them into every file that they must be in, with `THINK` wherever a person has
to, and says what to do then. Whatever is forgotten afterwards a test names.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from protocol.wire.tags import COMMANDS, FACTS
from tests.word.edits import THINK
from tests.word.scaffold import scaffolded
from tests.word.spec import Spec

THEN = f"""
Now: read each {THINK} (git grep {THINK}), then
  python -m pytest -q tests/completeness   names each place that shows or finds nothing of it
  python -m tests.golden                   shows what it changes in the law, and asks; then --write
"""


def main(words: Sequence[str], root: Path) -> int:
    """0 when it is written; 2 for words that are no spec, or a place that is not where it was."""
    names = ("noun", "command", "fact", "part", "verb", "english")
    if len(words) != len(names):
        sys.stderr.write(f"python -m tests.word {' '.join(name.upper() for name in names)}\n")
        return 2
    try:
        spec = Spec(**dict(zip(names, words, strict=True)))
        if missing := spec.missing(root):
            raise ValueError(f"not there: {', '.join(missing)}")
        edits = scaffolded(spec, command_tag=max(COMMANDS) + 1, fact_tag=max(FACTS) + 1)
        changed = {path: edit(_text(root / path)) for path, edit in edits.items()}
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for path, text in changed.items():
        (root / path).write_text(text, encoding="utf-8")
    python = [path for path in changed if path.endswith(".py")]
    ruff = str(Path(sys.executable).parent / "ruff")
    subprocess.run([ruff, "check", "--quiet", "--fix", "--select", "I", *python], cwd=root, check=False)
    subprocess.run([ruff, "format", "--quiet", *python], cwd=root, check=False)
    sys.stdout.write("\n".join(changed) + f"\n{len(changed)} files\n{THEN}")
    return 0


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:], Path.cwd()))
