"""What people read is short, leads somewhere, and names what is there."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.readme.pages import README, ROOT, Block, blocks, links, named_files, pages

pytestmark = pytest.mark.law

MOST_README_BYTES = 5_000
MOST_DECISION_BYTES = 3_500
READERS = ("centralist.nl", "centralist.en", "unit", "operator", "trainer", "developer", "figures")

each_page = pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)


def test_the_readme_is_read_in_five_minutes() -> None:
    """What does not fit belongs on the page of one reader."""
    assert len(README.read_bytes()) <= MOST_README_BYTES


@pytest.mark.parametrize("reader", READERS)
def test_each_reader_has_a_page_that_the_readme_leads_to(reader: str) -> None:
    """One page, one reader."""
    assert f".readme/{reader}.md" in links(README)


@each_page
def test_every_link_leads_to_something(page: Path) -> None:
    """In the checkout itself; nothing is fetched from elsewhere."""
    there = {link: (page.parent / link.partition("#")[0]).exists() for link in links(page)}
    assert [link for link, found in there.items() if not found] == []


@each_page
def test_every_file_that_is_named_is_there(page: Path) -> None:
    """So that a reader who looks for it finds it."""
    assert [name for name in named_files(page) if not (ROOT / name).exists()] == []


def test_every_dependency_has_its_line() -> None:
    """And no line is of a package that the program does not need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["map"]]
    _, _, behind = README.read_text("utf-8").partition("## What it stands on")
    told = re.findall(r"^\| ([\w.,\- ]+?) \|", behind, re.MULTILINE)[1:]
    names = [name for cell in told for name in cell.split(", ")]
    assert sorted(names) == sorted(re.split(r"[<>=]", each)[0] for each in needed)


def test_extras_that_are_installed_exist() -> None:
    """`pip install 'openlijn[map]'` would look for a package of that name elsewhere."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    said = [extra for page in pages() for extra in re.findall(r"'(\S+)\[(\w+)\]'", page.read_text("utf-8"))]
    assert {extra for _, extra in said} == {"map", "test"} <= set(project["optional-dependencies"])
    assert {what for what, _ in said} == {"."}


DECISION_PARTS = ("**What.**", "**Why.**", "**What else was thought of.**", "**What it costs.**")


@pytest.mark.parametrize("page", sorted((ROOT / ".decisions").glob("*.md")), ids=lambda page: page.stem)
def test_a_decision_says_what_why_what_else_and_what_it_costs(page: Path) -> None:
    """In that order, on one page."""
    text = page.read_text("utf-8")
    places = [text.find(part) for part in DECISION_PARTS]
    assert -1 not in places
    assert places == sorted(places)
    assert len(text.encode()) <= MOST_DECISION_BYTES


def test_marks_belong_to_the_block_right_behind_them(tmp_path: Path) -> None:
    """A sentence in between parts them."""
    page = tmp_path / "page.md"
    page.write_text("<!-- run -->\n```sh\necho 1\n```\n<!-- run -->\nWords.\n\n```sh\necho 2\n```\n")
    assert list(blocks(page)) == [
        Block(page, 2, "sh", "run", "echo 1\n"),
        Block(page, 8, "sh", "", "echo 2\n"),
    ]
