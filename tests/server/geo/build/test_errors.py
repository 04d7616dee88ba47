"""What goes wrong is one line."""

from pathlib import Path

from server.geo.build.errors import BuildWrong


def test_it_says_where_what_and_what_to_do() -> None:
    """In that order."""
    wrong = BuildWrong(Path("stad.map"), "it is full", "make room")
    assert str(wrong) == "stad.map: it is full; make room"
    assert (wrong.path, wrong.what, wrong.to_do) == (Path("stad.map"), "it is full", "make room")
