"""One source of the version: what is built, what both programs say, and what the server answers."""

import re
import tomllib
from pathlib import Path

import pytest
from click import Group
from click.testing import CliRunner

from console.cli.main import main as console
from protocol.release import RELEASE, told
from protocol.wire import VERSION
from server.cli.main import main as server

ROOT = Path(__file__).parents[2]


def test_the_package_is_built_with_the_version_that_the_programs_say() -> None:
    """The build reads it where they read it; nothing in pyproject.toml says it a second time."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" in project["project"]["dynamic"]
    source = project["tool"]["hatch"]["version"]
    found = re.search(source["pattern"], (ROOT / source["path"]).read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    assert found["version"] == RELEASE


@pytest.mark.parametrize(("program", "command"), [("openlijn", console), ("openlijn-server", server)])
def test_both_programs_say_it(program: str, command: Group) -> None:
    """With the language of the wire, by which they understand one another or not."""
    said = CliRunner().invoke(command, ["--version"])
    assert (said.exit_code, said.output) == (0, f"{program} {RELEASE} (wire {VERSION})\n")
    assert told(program) == said.output.strip()
