"""A file of states: what was written is read, a torn end costs only itself, what is unknown stays."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.memory.typed import Typed
from console.memory.typed_codec import VERSION, ReadBack, last_whole, line_for, origin_in, origin_row
from protocol.session.origin import Origin
from tests.console.memory.typings import EXERCISE, LIVE, typings


@given(typings())
def test_what_is_written_is_read(typed: Typed) -> None:
    """Every text, number and time, whatever characters it holds."""
    line = line_for(typed)
    assert last_whole(line) == ReadBack(typed=typed)
    assert (line.count(b"\n"), line[-1:]) == (1, b"\n")


@given(st.lists(typings(), min_size=1, max_size=4), st.data())
def test_any_cut_of_the_file_gives_the_last_whole_state(states: list[Typed], data: st.DataObject) -> None:
    """Never half a state, and never an older one than the last that is whole."""
    lines = [line_for(each) for each in states]
    content = b"".join(lines)
    cut = data.draw(st.integers(0, len(content)))
    # A state is whole with its last brace; the line break behind it says nothing more.
    whole = [each for n, each in enumerate(states) if len(b"".join(lines[: n + 1])) - 1 <= cut]
    assert last_whole(content[:cut]) == ReadBack(typed=whole[-1] if whole else None)


@given(typings(), st.binary(max_size=40).filter(lambda torn: b"{" not in torn))
def test_a_torn_line_before_costs_only_itself(typed: Typed, torn: bytes) -> None:
    """The next one begins on a line of its own."""
    assert last_whole(torn + b"\n" + line_for(typed)).typed == typed


@pytest.mark.parametrize(
    "row",
    [
        {"version": VERSION + 1, "origin": None},
        {"version": VERSION},
        {"version": VERSION, "origin": None, "lines": [{"in": "elders"}], "forms": []},
        {"version": VERSION, "origin": {"world": ""}, "lines": [], "forms": []},
    ],
)
@given(before=typings())
def test_a_state_that_is_not_known_here_is_left_alone(row: dict[str, object], before: Typed) -> None:
    """It is newer than the one before it, so that one does not count either."""
    assert last_whole(line_for(before) + json.dumps(row).encode() + b"\n") == ReadBack(foreign=True)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"7\n", b"[]\n", b'{"version": "1"}\n', b"\x00\xff"])
def test_rubbish_is_nothing(content: bytes) -> None:
    """And breaks nothing."""
    assert last_whole(content) == ReadBack()


@pytest.mark.parametrize("origin", [None, EXERCISE, LIVE])
def test_an_origin_is_read_as_it_was_written(origin: Origin | None) -> None:
    """None stays none."""
    assert origin_in(json.loads(json.dumps(origin_row(origin)))) == origin
