"""Every command of a page runs as it stands, in the order in which a reader comes to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.readme.pages import README, ROOT, Block, blocks, pages
from tests.readme.scratch import Scratch
from tests.server.geo.build.towns import OsmNodes, write_extract

RUN, STAYS, NOT_RUN = "run", "run: stays", "not run: "
README_MARKS = {"demo", "tests"}
"""Run by `.ci/run`, and by the tests of the demonstration."""

BESIDE_A_SERVER = {"centralist.nl.md", "centralist.en.md", "unit.md", "developer.md"}
"""Their readers find a server that somebody else runs, and have an account."""

SERVER = (
    "(umask 077; .venv/bin/openlijn-server account add anna --role centralist --data data > anna.secret)",
    ".venv/bin/openlijn-server run --data data --port 8765",
)
"""The first two blocks of the operator's page."""

NODES: OsmNodes = {1: (0, 0), 2: (0, 100), 3: (0, 200)}


def _with_commands() -> list[Path]:
    return [page for page in pages() if any(block.mark in (RUN, STAYS) for block in blocks(page))]


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Scratch]:
    """Where a reader types; with the extract that an operator has fetched."""
    ways = [([1, 2, 3], {"highway": "residential", "name": "Markt"})]
    write_extract(tmp_path / "province.osm.pbf", NODES, ways)
    one = Scratch(tmp_path)
    try:
        yield one
    finally:
        one.end()


@pytest.mark.law
@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_block_of_commands_says_whether_it_is_run(page: Path) -> None:
    """A command that nobody runs goes stale; why one is not run is said beside it."""
    known = README_MARKS if page == README else set()
    commands = [block for block in blocks(page) if block.language in ("sh", "bash", "console", "")]
    unmarked = [
        block.line
        for block in commands
        if block.mark not in (RUN, STAYS, *known) and not block.mark.startswith(NOT_RUN)
    ]
    assert unmarked == []


@pytest.mark.parametrize("page", _with_commands(), ids=lambda page: page.name)
def test_the_commands_of_a_page_run_as_they_stand(page: Path, scratch: Scratch) -> None:
    """From the first to the last, each with success; servers stop cleanly at the end."""
    if page.name in BESIDE_A_SERVER:
        scratch.run(SERVER[0])
        scratch.start(SERVER[1])
    for block in blocks(page):
        if block.mark == RUN:
            scratch.run(block.text)
        elif block.mark == STAYS:
            scratch.start(block.text.strip())


def test_a_page_beside_a_server_stands_beside_the_one_of_the_operator() -> None:
    """The tests start what the operator's page starts."""
    first = [block.text.strip() for block in blocks(ROOT / ".readme/operator.md")]
    assert tuple(first[:2]) == SERVER


def test_a_command_that_fails_is_a_failure(scratch: Scratch) -> None:
    """Also in the middle of a block, and before a pipe."""
    for commands in (
        "false\ntrue",
        "false | cat",
        ".venv/bin/openlijn-server account remove anna --data data",
    ):
        with pytest.raises(AssertionError):
            scratch.run(commands)


def test_a_block_is_what_a_reader_copies(tmp_path: Path) -> None:
    """Whole, with what it writes into files."""
    page = tmp_path / "page.md"
    page.write_text("<!-- run -->\n```sh\ncat > a <<'END'\nx | y\nEND\n```\n")
    assert list(blocks(page)) == [Block(page, 2, "sh", RUN, "cat > a <<'END'\nx | y\nEND\n")]
