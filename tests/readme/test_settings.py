"""The operator's page has the whole of openlijn.toml, with the defaults of the code."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from protocol.model.terms import Terms
from server.cli.main import ROLES
from server.geo.teams import Teams
from server.settings.settings import FILE_NAME, Settings, read_settings
from server.toml_table import TomlTable
from tests.readme.pages import ROOT, blocks, quoted

pytestmark = pytest.mark.law

PAGE = ROOT / ".readme/operator.md"
OWN_KEYS = {"unit_status_numbers"}
"""Tables whose keys are the site's own."""


@pytest.fixture
def said() -> str:
    """The settings as they stand on the page."""
    (block,) = [block for block in blocks(PAGE) if block.mark == "settings"]
    return block.text


def keys_of(content: dict[str, Any], *above: str) -> Iterator[tuple[str, ...]]:
    """Every table and key of a TOML file, as a path; of an array of tables, those of all of them."""
    for key, value in content.items():
        path = (*above, key)
        yield path
        if key not in OWN_KEYS:
            tables = [value] if isinstance(value, dict) else value if isinstance(value, list) else []
            for table in tables:
                if isinstance(table, dict):
                    yield from keys_of(table, *path)


def test_it_is_read_as_it_stands_and_says_the_defaults(said: str, tmp_path: Path) -> None:
    """Apart from what has no default: list, map, address of the melder, teams and wishes of classes."""
    (tmp_path / FILE_NAME).write_text(said)
    read, default = read_settings(tmp_path), Settings()
    assert read.classifications is not None
    assert read.map is not None
    assert read.melder_url
    assert read.teams.waterline
    assert read.weights.classes
    assert default == evolve(
        read,
        classifications=None,
        map=None,
        melder_url="",
        teams=Teams(),
        terms=evolve(read.terms, waterline=Terms().waterline),
        weights=evolve(read.weights, classes=()),
    )


def test_every_key_that_the_code_reads_is_on_the_page(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And none that it does not read: that is refused with file, line and key."""
    asked: set[tuple[str, ...]] = set()
    value = TomlTable._value

    def noted(self: TomlTable, key: str) -> Any:
        asked.add((*self.name, key))
        return value(self, key)

    monkeypatch.setattr(TomlTable, "_value", noted)
    (tmp_path / FILE_NAME).write_text(said)
    read_settings(tmp_path)
    assert asked == set(keys_of(tomllib.loads(said)))


def test_the_page_names_every_role() -> None:
    """As `account add --role` takes them."""
    line = PAGE.read_text("utf-8").partition("Roles: ")[2].partition(".")[0]
    assert sorted(quoted(line)) == sorted(ROLES)
