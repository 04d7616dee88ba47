"""A site's own list: JSON and CSV alike, and every mistake with file, row and key."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.classification.classes import SITE, Class
from server.classification.site_list import COLUMNS, read_site_list
from server.toml_table import ConfigWrong

ROW = {"MC1": "Alarm", "MC2": "Brand", "MC3": "", "Code": "alab", "PRIO": 2.0, "DEFINITIE": "Een melder."}
LIST = Path("lijst.json")
REAL = Path(__file__).parents[4] / "shared/data/nl/lmc_classificaties_341.json"


def _json(*rows: Any) -> bytes:
    return json.dumps(rows).encode()


def test_a_row_is_a_class() -> None:
    """Empty levels fall away, and 2.0 is 2."""
    expected = Class(
        code="alab", levels=("Alarm", "Brand"), priority=2, definition="Een melder.", origin=SITE
    )
    assert read_site_list(LIST, _json(ROW)).classes == (expected,)
    table = 'mc1;mc2;MC3;Code;Prio;Definitie\nAlarm;Brand;;alab;2,0;"Een melder."\n\n'
    assert read_site_list(Path("lijst.CSV"), table.encode("utf-8-sig")).classes == (expected,)
    table = "MC1,MC2,Code,PRIO,DEFINITIE\nAlarm,Brand,alab,2,Een melder.\n"
    assert read_site_list(Path("lijst.csv"), table.encode()).classes == (expected,)


def test_a_code_that_stands_twice_is_remarked_on() -> None:
    """The first one counts, and nothing is lost in silence."""
    found = read_site_list(LIST, _json(ROW, {**ROW, "MC2": "Inbraak"}))
    assert len(found.classes) == 1
    assert found.remarks == ("lijst.json: row 2: Code: 'alab' is in row 1 too, which counts",)


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"PRIO": 2.5}, "row 2: PRIO"),
        ({"PRIO": 0}, "row 2: PRIO"),
        ({"PRIO": "hoog"}, "row 2: PRIO"),
        ({"PRIO": True}, "row 2: PRIO"),
        ({"PRIO": [1]}, "row 2: PRIO"),
        ({"Code": ""}, "row 2: Code"),
        ({"Code": 12}, "row 2: Code"),
        ({"Code": "x" * 17}, "row 2: Code"),
        ({"MC1": None}, "row 2: MC1"),
        ({"MC1": "x" * 81}, "row 2: MC1"),
        ({"MC2": "", "MC3": "x"}, "row 2: MC2"),
        ({"DEFINITIE": "x" * 2_001}, "row 2: DEFINITIE"),
    ],
)
def test_a_mistake_names_row_and_key(wrong: dict[str, Any], key: str) -> None:
    """And the file."""
    with pytest.raises(ConfigWrong) as caught:
        read_site_list(LIST, _json(ROW, {**ROW, "Code": "b", **wrong}))
    assert (caught.value.path, caught.value.key) == (LIST, key)


@pytest.mark.parametrize(
    ("name", "raw", "line", "key"),
    [
        ("lijst.xls", b"", None, "the file's name"),
        ("lijst.json", b"[", 1, "the file"),
        ("lijst.json", b"{}", 1, "the file"),
        ("lijst.json", b"[]", None, "the file"),
        ("lijst.json", b"[1]", None, "row 1"),
        ("lijst.json", b'[{"Code": "a"}]', None, "row 1: MC1"),
        ("lijst.json", b"[\n\xff]", 2, "the file"),
        ("lijst.csv", b"MC1,Code\na,b,c\n", 2, "the row"),
        ("lijst.csv", b"MC1,Code\na\n", 2, "the row"),
        ("lijst.csv", b"MC1,Naam\na,b\n", None, "row 2: Code"),
    ],
)
def test_a_file_that_is_no_list_is_refused(name: str, raw: bytes, line: int | None, key: str) -> None:
    """With where to look."""
    with pytest.raises(ConfigWrong) as caught:
        read_site_list(Path(name), raw)
    assert (caught.value.line, caught.value.key) == (line, key)


_VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS) | st.text(max_size=5), _VALUES), max_size=4))
def test_any_json_is_a_list_or_a_named_mistake(rows: list[dict[str, Any]]) -> None:
    """Never an error of ours."""
    try:
        found = read_site_list(LIST, json.dumps(rows).encode())
    except ConfigWrong as wrong:
        found = None
        named = wrong.key
    assert found is None or found.classes
    assert found is not None or named


@given(st.text(max_size=80), st.sampled_from([".json", ".csv"]))
def test_any_text_is_a_list_or_a_named_mistake(text: str, end: str) -> None:
    """In both forms."""
    named = ""
    try:
        classes = read_site_list(Path("lijst" + end), text.encode(errors="replace")).classes
    except ConfigWrong as wrong:
        classes, named = (), wrong.key
    assert classes or named


@pytest.mark.shared
@pytest.mark.skipif(not REAL.exists(), reason="the national list is not beside the checkout")
def test_the_national_list_loads() -> None:
    """All of it, with its one code that stands twice remarked on."""
    found = read_site_list(REAL, REAL.read_bytes())
    assert len(found.classes) + len(found.remarks) == len(json.loads(REAL.read_bytes()))
    assert all(each.priority for each in found.classes)
