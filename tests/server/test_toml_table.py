"""A table of a TOML file: every mistake names file, line and key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from server.toml_table import ConfigWrong, TomlTable, line_of, table_in

PATH = Path("site.toml")

TEXT = """\
name = "Delft"
near_m = 40
strict = true
words = ["a", "b"]

[map]
file = "delft.map"

[[team]]
name = "noord"

[[team]]
name = "zuid"
colour = 3
"""


def _table(text: str = TEXT) -> TomlTable:
    return table_in(PATH, text.encode())


def test_what_is_there_is_read_in_its_kind() -> None:
    """A whole number is a number too, and an array of tables keeps its order."""
    table = _table()
    assert table.text_at("name") == "Delft"
    assert table.number_or("near_m", 1.0) == table.number_at("near_m", "metres") == 40.0
    assert table.flag_or("strict", False) is True
    assert table.texts("words", "words") == ("a", "b")
    assert table.table_at("map").text_at("file") == "delft.map"
    assert [team.text_at("name") for team in table.tables("team")] == ["noord", "zuid"]


def test_what_may_be_absent_has_its_otherwise() -> None:
    """None, an empty list, or what the reader brings."""
    table = _table("")
    assert table.text_or_none("name") is None
    assert table.number_or("near_m", 7.5) == 7.5
    assert table.flag_or("strict", True) is True
    assert table.texts("words", "words", needed=False) == ()
    assert table.list_or_empty("pairs", "pairs") == []
    assert table.table_or_none("map") is None
    assert table.tables("team") == []


@pytest.mark.parametrize(
    ("text", "read", "line", "key"),
    [
        ("a = 1\nname = 3", lambda t: t.text_at("name"), 2, "name"),
        ('name = " "', lambda t: t.text_at("name"), 1, "name"),
        ("", lambda t: t.text_at("name"), None, "name"),
        ("far_m = true", lambda t: t.number_or("far_m", 1.0), 1, "far_m"),
        ("far_m = nan", lambda t: t.number_or("far_m", 1.0), 1, "far_m"),
        ("far_m = 1e9", lambda t: t.number_or("far_m", 1.0), 1, "far_m"),
        ("", lambda t: t.number_at("far_m", "metres"), None, "far_m"),
        ("strict = 1", lambda t: t.flag_or("strict", False), 1, "strict"),
        ("words = []", lambda t: t.texts("words", "words"), 1, "words"),
        ('words = ["a", 1]', lambda t: t.texts("words", "words"), 1, "words"),
        ("", lambda t: t.texts("words", "words"), None, "words"),
        ('pairs = "a"', lambda t: t.list_or_empty("pairs", "pairs"), 1, "pairs"),
        ('map = "delft"', lambda t: t.table_at("map"), 1, "map"),
        ("", lambda t: t.table_at("map"), None, "map"),
        ("\n[team]\nname = 1", lambda t: t.tables("team"), 2, "team"),
        (TEXT, lambda t: t.tables("team")[1].text_at("colour"), 14, "team.colour"),
        (TEXT, lambda t: t.table_at("map").text_at("size"), 6, "map.size"),
    ],
)
def test_a_wrong_or_missing_value_names_its_line_and_its_whole_key(
    text: str, read: Callable[[TomlTable], object], line: int | None, key: str
) -> None:
    """The line of the key; of its table where the key is absent; none where that stands nowhere."""
    with pytest.raises(ConfigWrong) as caught:
        read(_table(text))
    assert (caught.value.path, caught.value.line, caught.value.key) == (PATH, line, key)


def test_the_message_says_what_was_expected_and_what_is_there() -> None:
    """In one line that an editor can jump to."""
    with pytest.raises(ConfigWrong, match=r"^site\.toml:2: near_m: expected a number, found far$"):
        _table('\nnear_m = "far"').number_or("near_m", 1.0)


def test_a_key_that_nobody_asked_for_is_a_mistake() -> None:
    """A typing error would else change nothing; what was asked for, or is the author's own, passes."""
    table = _table('name = "Delft"\nnmae = "x"')
    table.text_at("name")
    with pytest.raises(ConfigWrong, match="expected one of name, found the unknown key 'nmae'") as caught:
        table.no_others()
    assert caught.value.line == 2
    assert dict(table.items()) == {"name": "Delft", "nmae": "x"}
    table.no_others()


@pytest.mark.parametrize(
    ("raw", "line", "expected"),
    [
        (b'a = 1\nb = "\xff"', 2, "UTF-8 text"),
        (b"a = 1\nb = = 2", 2, "TOML"),
        (b"a = 1\na = 2\nb = 3", 2, "TOML"),
    ],
)
def test_a_file_that_cannot_be_read_at_all_names_the_line(raw: bytes, line: int, expected: str) -> None:
    """Whether its bytes are no text or its text is no TOML."""
    with pytest.raises(ConfigWrong) as caught:
        table_in(PATH, raw)
    assert (caught.value.line, caught.value.key, caught.value.expected) == (line, "the file", expected)


def test_a_byte_order_mark_is_no_mistake() -> None:
    """Some editors leave one."""
    assert table_in(PATH, b'\xef\xbb\xbfname = "Delft"').text_at("name") == "Delft"


@pytest.mark.parametrize(
    ("table", "key", "nth", "line"),
    [
        ((), "name", 0, 1),
        ((), "map", 0, 6),
        (("map",), "file", 0, 7),
        (("map",), None, 0, 6),
        (("team",), "name", 1, 13),
        (("team",), "gone", 1, 12),
        (("gone",), "name", 0, None),
    ],
)
def test_a_line_is_found_in_its_own_table(
    table: tuple[str, ...], key: str | None, nth: int, line: int | None
) -> None:
    """The same key stands in several."""
    assert line_of(TEXT, table, key, nth) == line
