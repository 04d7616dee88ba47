"""What is asked behind the question mark: read as meant, or refused with the key; never an error of ours."""

from datetime import UTC, date, datetime
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.errors import Reason, Refused
from protocol.model.moment import from_ms
from server.archive.asked import MAX_QUERY_CHARS, Asked
from server.archive.search import FILTER_KEYS, Filter, read_filter

KNOWN = (*FILTER_KEYS, "page", "lat", "lon")


def _refusal(query: str) -> Refused | None:
    """What is said of the query; None when it is read as a filter."""
    try:
        asked = Asked("search", query, KNOWN)
        read_filter(asked)
        asked.whole("page", 1, 1, 100)
        asked.point()
    except Refused as refused:
        return refused
    return None


@given(st.text(max_size=80) | st.builds(urlencode, st.dictionaries(st.sampled_from(KNOWN), st.text())))
def test_any_query_is_a_filter_or_a_refusal(query: str) -> None:
    """Whatever comes over the wire, it says what and where."""
    refused = _refusal(query)
    if refused is not None:
        assert refused.reason is Reason.INVALID
        assert str(refused.args_by_name["what"]).startswith("search: ")
        assert refused.args_by_name["expected"]


_WORDS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=15)


@given(
    text=st.from_regex(r"[a-zé]{1,10}( [a-z]{1,8})?", fullmatch=True),
    place=_WORDS,
    priorities=st.frozensets(st.integers(1, 5), min_size=1),
    since=st.integers(0, 4_000_000_000).map(lambda s: from_ms(s * 1_000)),
    is_open=st.booleans(),
)
def test_what_is_written_is_read_back(
    text: str, place: str, priorities: frozenset[int], since: datetime, is_open: bool
) -> None:
    """Urlencoded words, numbers, times and signs."""
    query = urlencode(
        {
            "text": text,
            "place": place,
            "priority": ",".join(map(str, priorities)),
            "from": since.isoformat(),
            "open": "yes" if is_open else "no",
        }
    )
    assert read_filter(Asked("search", query, KNOWN)) == Filter(
        text=text, place=place, priorities=priorities, since=since, open=is_open
    )


def test_a_time_whose_plus_was_not_encoded_is_understood() -> None:
    """A blank stands in its place."""
    asked = Asked("search", "from=2026-09-21T14:00:00+02:00", KNOWN)
    assert asked.moment("from") == datetime(2026, 9, 21, 12, tzinfo=UTC)


def test_a_day_ends_with_itself() -> None:
    """From the first moment of one day to the last of another, by the server's own clock."""
    asked = Asked("search", "from=2026-09-21&to=2026-09-21", KNOWN)
    since, before = asked.moment("from"), asked.moment("to", end=True)
    assert since is not None
    assert before is not None
    assert since.astimezone().date() == date(2026, 9, 21)
    assert (before - since).total_seconds() == 86_400


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("x=1", "x"),
        ("text=a&text=b", "text"),
        ("text=%FF", "?"),
        ("text=" + "a" * MAX_QUERY_CHARS, "?"),
        ("text=%21%21", "text"),
        ("place=" + "a" * 201, "place"),
        ("number=abc", "number"),
        ("from=tomorrow", "from"),
        ("from=2026-09-22&to=2026-09-20", "to"),
        ("to=9999-12-31", "to"),
        ("priority=0", "priority"),
        ("priority=1-3", "priority"),
        ("priority=6", "priority"),
        ("open=maybe", "open"),
        ("code=" + "a" * 17, "code"),
    ],
)
def test_a_mistake_names_its_key(query: str, key: str) -> None:
    """And what is expected there."""
    with pytest.raises(Refused) as caught:
        read_filter(Asked("search", query, KNOWN))
    assert caught.value.args_by_name["what"] == f"search: {key}"


@pytest.mark.parametrize("query", ["lat=51", "lat=91&lon=4", "lat=nan&lon=4", "lat=51&lon=x"])
def test_a_point_has_both_degrees_on_earth(query: str) -> None:
    """Half a point is none."""
    with pytest.raises(Refused, match="degrees"):
        Asked("near", query, KNOWN).point()
