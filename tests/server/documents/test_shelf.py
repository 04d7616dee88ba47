"""Names of documents taken apart, numbers in them, and lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.errors import Reason, Refused
from protocol.model.number import MAX_NUMBER
from protocol.permissions import kind_of
from server.documents.shelf import line, lines, wanted


@pytest.mark.parametrize(
    ("name", "kind", "item", "query"),
    [
        ("near/417?days=3", "near", "417", "days=3"),
        ("near?place=a/b?c", "near", None, "place=a/b?c"),
        ("cards", "cards", None, ""),
        ("map/", "map", "", ""),
        ("", "", None, ""),
    ],
)
def test_a_name_has_three_parts(name: str, kind: str, item: str | None, query: str) -> None:
    """The first stroke and the first question mark part it."""
    asked = wanted(name)
    assert (asked.kind, asked.item, asked.query) == (kind, item, query)


@given(st.text())
def test_the_kind_is_the_one_that_permission_was_asked_for(name: str) -> None:
    """Or a role could read what it may not."""
    assert wanted(name).kind == kind_of(name)


@pytest.mark.parametrize("item", ["", "x", "0", "-1", "1.5", "٣", "9" * 5_000, str(MAX_NUMBER + 1)])
def test_what_is_no_number_is_refused(item: str) -> None:
    """With the shape that it must have."""
    with pytest.raises(Refused) as caught:
        wanted(f"history/{item}").number()
    assert caught.value.reason is Reason.INVALID
    assert caught.value.args_by_name["expected"] == "history/NUMBER"


def test_a_number_is_read() -> None:
    """Up to the largest of the board."""
    assert [wanted(f"history/{item}").number() for item in (1, MAX_NUMBER)] == [1, MAX_NUMBER]


def test_lines_are_json() -> None:
    """One a line, letters as they are."""
    assert lines(({"a": "é"}, [1])) == line({"a": "é"}) + line([1]) == '{"a": "é"}\n[1]\n'.encode()
