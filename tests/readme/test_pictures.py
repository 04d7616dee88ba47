"""The pictures of the pages show what the program shows."""

from pathlib import Path

import pytest

from tests.readme.pages import links, pages
from tests.readme.picture import PICTURES, at_home, draw, text_of


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
async def test_a_picture_is_as_fresh_as_the_program(path: Path) -> None:
    """Otherwise: python -m tests.readme, and look at what it drew."""
    assert text_of(path.read_text("utf-8")) == text_of(await draw(PICTURES[path]))


def test_every_picture_that_a_page_shows_is_drawn_by_the_command() -> None:
    """And every picture that is drawn is shown somewhere."""
    shown = {
        (page.parent / link).resolve() for page in pages() for link in links(page) if link.endswith(".svg")
    }
    assert shown == set(PICTURES)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_whoever_opens_a_picture_fetches_nothing(path: Path) -> None:
    """No font, no script, no address."""
    svg = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert "http" not in svg
    assert "<script" not in svg
    assert "@font-face" not in svg


def test_the_text_of_a_picture_is_read_row_by_row() -> None:
    """From left to right, whatever the order in the file."""
    svg = '<text class="a" x="12" y="20">b&lt;</text><text class="a" x="0" y="20">a&#160;</text>'
    assert text_of(svg + '<text class="a" x="0" y="9">top</text>') == "top\na b<"


def test_fonts_from_elsewhere_are_taken_out() -> None:
    """With the note of whoever made the picture."""
    svg = "<!-- made by --><style>@font-face { src: url(x) }\nfont: Fira Code</style>"
    assert at_home(svg) == "<style>font: DejaVu Sans Mono, Menlo, Consolas</style>"
