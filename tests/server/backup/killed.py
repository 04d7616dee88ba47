"""A program that is killed while it fills a copy: what it leaves is what a cut of power leaves too."""

import subprocess
import sys
from pathlib import Path

from server.backup.partial import Purpose

_PROGRAM = """
import sys, time
from pathlib import Path
from server.backup.partial import Purpose, in_one_piece

with in_one_piece(Path(sys.argv[1]), Purpose(sys.argv[2])) as folder:
    (folder / "keys").write_text("secret")
    print(folder, flush=True)
    time.sleep(600)
"""


def killed_while_copying(target: Path, purpose: Purpose) -> Path:
    """The hidden folder that stays."""
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, target, purpose], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        hidden = Path(program.stdout.readline().strip())
        program.kill()
    return hidden
