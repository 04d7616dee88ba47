"""Where something is put in a file's text."""

import pytest

from tests.word.edits import after_last, before_table, in_class, in_table, with_imports

MODULE = """\"\"\"A file.\"\"\"

from a import b


class Noun:
    one: int
    \"\"\"The first.\"\"\"

    def two(self) -> None:
        pass


TABLE = {1: 2}
"""


def test_a_line_goes_in_before_the_closing_bracket() -> None:
    """Of a table on one line as of a long one."""
    assert "TABLE = {1: 2,\n    3: 4,\n}" in in_table(MODULE, "TABLE", "3: 4,")
    long = in_table("X = frozenset(\n    {\n        1,\n    }\n)\n", "X", "2,")
    assert [line.strip() for line in long.splitlines()] == ["X = frozenset(", "{", "1,", "2,", "}", ")"]


def test_what_a_table_needs_goes_in_before_it() -> None:
    """A function stands before the table that names it."""
    assert "def f() -> None: ...\n\n\nTABLE" in before_table(MODULE, "TABLE", "def f() -> None: ...")


def test_a_field_goes_in_behind_the_last_and_what_is_said_of_it() -> None:
    """Before the methods."""
    changed = in_class(MODULE, "Noun", "    three: int")
    assert changed.index("The first") < changed.index("three: int") < changed.index("def two")


def test_an_import_goes_in_beside_the_others() -> None:
    """The formatter sorts them."""
    assert "from c import d\nfrom a import b" in with_imports(MODULE, "from c import d")


def test_a_line_goes_in_behind_the_last_that_looks_like_it() -> None:
    """Where others of its kind stand."""
    assert after_last("a 1\na 2\nb\n", "^a", "a 3") == "a 1\na 2\na 3\nb\n"


def test_a_place_that_is_not_there_is_named() -> None:
    """The file was written otherwise since: nothing is guessed."""
    with pytest.raises(ValueError, match="no table OTHER"):
        in_table(MODULE, "OTHER", "1,")
    with pytest.raises(ValueError, match=r"no line looks like \^z"):
        after_last(MODULE, "^z", "z")
