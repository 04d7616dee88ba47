"""The pages that people read (README, .readme, .decisions), and what stands in them, by its marks.

A mark is an HTML comment of a line of its own; it says what the block behind it is.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"

_MARK = re.compile(r"<!-- ([a-z][^>]*?) -->")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FILE = re.compile(r"`((?:protocol|server|console|tests|\.readme|\.decisions|\.ci)/[\w./-]*)`")


@frozen
class Block:
    """A fenced block of a page."""

    page: Path
    line: int
    language: str
    mark: str
    """What the comment right above it says; "" without one."""

    text: str


def pages() -> list[Path]:
    """All of them."""
    return [README, *sorted((ROOT / ".readme").glob("*.md")), *sorted((ROOT / ".decisions").glob("*.md"))]


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks, in order."""
    lines = page.read_text("utf-8").splitlines()
    above, begins = "", -1
    for number, line in enumerate(lines):
        if begins >= 0:
            if line == "```":
                text = "\n".join(lines[begins + 1 : number]) + "\n"
                yield Block(page, begins + 1, lines[begins].removeprefix("```"), above, text)
                above, begins = "", -1
        elif line.startswith("```"):
            begins = number
        elif mark := _MARK.fullmatch(line):
            above = mark[1]
        elif line:
            above = ""


def rows(page: Path, mark: str) -> list[list[str]]:
    """The cells of the table behind this mark, without its head. Raises ValueError when there is none."""
    text = page.read_text("utf-8")
    _, found, behind = text.partition(f"<!-- {mark} -->\n")
    if not found:
        raise ValueError(f"{page.name} has no mark {mark!r}")
    table = behind.partition("\n\n")[0].splitlines()
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in table[2:]]


def quoted(cell: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`]+)`", cell)


def links(page: Path) -> list[str]:
    """Where its links and pictures lead."""
    return _LINK.findall(page.read_text("utf-8"))


def named_files(page: Path) -> list[str]:
    """Files and folders of the checkout that it names."""
    return _FILE.findall(page.read_text("utf-8"))
