"""`map build` on the command line: a map and what came of it, or one line and exit status 1."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.cli.main import main
from server.geo.map_file import open_map
from tests.server.geo.build.towns import OsmNodes, write_extract

DELFT = Path(__file__).resolve().parents[5] / "shared" / "data" / "osm" / "delft.osm.pbf"
NODES: OsmNodes = {1: (0, 0), 2: (0, 100), 3: (0, 200)}


def build(*words: str | Path, language: str = "en") -> Result:
    """Run it with these words."""
    runner = CliRunner(env={"OPENLIJN_LANG": language, "COLUMNS": "200"})
    return runner.invoke(main, ["map", "build", *map(str, words)])


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """An extract of one street."""
    ways = [([1, 2, 3], {"highway": "residential", "name": "Markt"})]
    return write_extract(tmp_path / "stad.osm.pbf", NODES, ways)


def test_an_extract_becomes_a_map(town: Path, tmp_path: Path) -> None:
    """Named after it, unless told; and it says what came of it."""
    result = build(town, "-o", tmp_path / "stad.map")
    assert result.exit_code == 0
    assert "stad.map: stad, 1 stretches of road, 1 places, 0 house numbers" in result.stdout
    opened = open_map(tmp_path / "stad.map")
    assert opened.name == "stad"
    assert "OpenStreetMap" in opened.attribution
    opened.close()
    assert build(town, "-o", tmp_path / "stad.map", "--name", "Delft").exit_code == 0
    opened = open_map(tmp_path / "stad.map")
    assert opened.name == "Delft"
    opened.close()


def test_it_speaks_dutch(town: Path, tmp_path: Path) -> None:
    """As the rest does."""
    result = build(town, "-o", tmp_path / "stad.map", language="nl")
    assert "1 stukken weg, 1 plaatsen" in result.stdout


@pytest.mark.parametrize("told", ["1,2,3", "4.4,51,4.3,52"])
def test_a_wrong_box_is_said(town: Path, tmp_path: Path, told: str) -> None:
    """With an example."""
    result = build(town, "-o", tmp_path / "stad.map", "--bbox", told)
    assert result.exit_code == 1
    assert result.stderr.strip().startswith(f"openlijn-server: {told} is no box; give four numbers")
    assert result.stderr.count("\n") == 1


def test_what_goes_wrong_is_one_line(tmp_path: Path) -> None:
    """What, where, and what to do; and no map is left."""
    result = build(tmp_path / "no.osm.pbf", "-o", tmp_path / "stad.map")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "no.osm.pbf: there is no such file; give the path" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_extract_is_not_written_over(town: Path) -> None:
    """It took long to fetch."""
    before = town.read_bytes()
    result = build(town, "-o", town)
    assert result.exit_code == 1
    assert "is the extract itself; write the map to another file" in result.stderr
    assert town.read_bytes() == before


@pytest.mark.parametrize("package", ["osmium", "shapely"])
def test_a_server_without_the_extra_says_how_to_get_it(
    town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    """Nobody needs it to run a server."""
    monkeypatch.setitem(sys.modules, package, None)
    result = build(town, "-o", tmp_path / "stad.map")
    assert result.exit_code == 1
    assert f"building a map needs {package}" in result.stderr
    assert "openlijn[map]" in result.stderr


def test_help_is_said_without_what_builds() -> None:
    """Nobody waits for numpy to read which options there are."""
    words = (
        "import sys; from server.cli.main import main; "
        "main(['map', 'build', '--help'], standalone_mode=False);"
    )
    told = "print([name for name in ('numpy', 'scipy', 'osmium', 'shapely') if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", words + told], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "[]"
    assert "--bbox W,S,E,N" in said.stdout


def test_it_leaves_signals_as_they_were(town: Path, tmp_path: Path) -> None:
    """It only takes SIGTERM while it builds."""
    before = signal.getsignal(signal.SIGTERM)
    build(town, "-o", tmp_path / "stad.map")
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.shared
@pytest.mark.skipif(not DELFT.is_file(), reason="needs shared/data/osm beside the checkout")
def test_delft_without_a_box_proposes_one(tmp_path: Path) -> None:
    """Its corridors lead far out of town; the map is usable all the same, and small with the box."""
    whole = build(DELFT, "-o", tmp_path / "whole.map")
    assert whole.exit_code == 0
    [proposed] = [line.split("--bbox ")[1] for line in whole.stdout.splitlines() if "--bbox" in line]
    town = build(DELFT, "-o", tmp_path / "town.map", "--bbox", proposed)
    assert town.exit_code == 0
    assert "--bbox" not in town.stdout
    assert (tmp_path / "town.map").stat().st_size < (tmp_path / "whole.map").stat().st_size
