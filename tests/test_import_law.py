"""Who may know whom, checked twice: by reading the imports, and by seeing what is really loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

_LOAD = """
import importlib, pkgutil, sys
for name in sys.argv[1].split():
    package = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(package, "__path__", ()), name + "."):
        importlib.import_module(found.name)
print(" ".join(sys.modules))
"""


def _python(code: str, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *args],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _loaded_by(names: str) -> set[str]:
    done = _python(_LOAD, names)
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_the_import_law_holds() -> None:
    """protocol knows neither side, and the sides meet only on the wire: the contracts in pyproject.toml."""
    done = _python("from importlinter.cli import lint_imports_command as law; law()", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


@pytest.mark.law
def test_the_language_loads_nothing_that_does_io() -> None:
    """Every module of it, and all that those bring along."""
    loaded = _loaded_by("protocol")
    assert "attr" in loaded
    forbidden = {"asyncio", "textual", "websockets", "sqlite3", "socket", "ssl", "click", "server", "console"}
    assert loaded & forbidden == set()


@pytest.mark.law
@pytest.mark.parametrize("name", ["console.store", "protocol.session.client"])
def test_what_is_known_needs_no_screen(name: str) -> None:
    """The same store serves a script and a rehearsal."""
    assert _loaded_by(name) & {"textual", "rich", "websockets"} == set()
