"""What a page says is read strictly: words, a place, safe or a sign of life, and WrongShape for all else."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.commands.contact import SayAsMelder, SaySafe, ShareWhere
from protocol.errors import WrongShape
from protocol.model.number import MAX_NUMBER
from protocol.model.point import Point
from protocol.model.text import UNSEEN, Text
from server.melder.talk import (
    ALIVE,
    MAX_FRAME_BYTES,
    MAX_ID,
    Begin,
    Said,
    SignOfLife,
    read_begin,
    read_said,
    write_done,
    write_refused,
    write_view,
)
from server.melder.view import melders_view
from tests.server.melder.made import called, says, tell

KEY = "a" * 32


def test_a_page_begins_with_its_key() -> None:
    """And the last word it has."""
    assert read_begin(json.dumps({"k": KEY, "n": 7})) == Begin(key=read_begin(_begin(0)).key, known=7)
    assert read_begin(_begin(MAX_NUMBER)).known == MAX_NUMBER


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"k": KEY},
        {"n": 0},
        {"k": KEY, "n": -1},
        {"k": KEY, "n": MAX_NUMBER + 1},
        {"k": KEY, "n": True},
        {"k": KEY, "n": 1.0},
        {"k": KEY, "n": "1"},
        {"k": KEY, "n": None},
        {"k": KEY, "n": 0, "x": "y"},
        {"k": KEY[1:], "n": 0},
        {"k": KEY + "a", "n": 0},
        {"k": "é" * 32, "n": 0},
        {"k": " " * 32, "n": 0},
        {"k": 32, "n": 0},
        {"k": [KEY], "n": 0},
        [KEY, 0],
    ],
)
def test_a_page_that_begins_otherwise_is_not_ours(raw: Any) -> None:
    """Wrong types, too much, too little."""
    with pytest.raises(WrongShape):
        read_begin(json.dumps(raw))


def test_a_page_says_words_a_place_or_safe() -> None:
    """Each with its id; nothing at all is a sign of life."""
    assert read_said('{"i":1,"x":"help"}', 4) == Said(
        id=1, command=SayAsMelder(incident=4, text=Text("help"))
    )
    assert read_said(f'{{"i":{MAX_ID},"safe":true}}', 4) == Said(id=MAX_ID, command=SaySafe(incident=4))
    here = ShareWhere(incident=4, point=Point(lat_deg=52, lon_deg=4.5))
    assert read_said('{"i":2,"at":[52,4.5]}', 4) == Said(id=2, command=here)
    assert read_said("{}", 4) == SignOfLife()


def test_words_are_kept_as_they_are_typed() -> None:
    """Controls, bidi signs and markup too; the sign for unseen words gets a space, for it would vanish."""
    for words in ("<b>\u202e\x00\x1b[2J\u2028", "😀" * 500, "x" * 500):
        said = read_said(json.dumps({"i": 1, "x": words}), 1)
        assert isinstance(said, Said)
        assert said.command == SayAsMelder(incident=1, text=Text(words))
    said = read_said(json.dumps({"i": 1, "x": UNSEEN}), 1)
    assert isinstance(said, Said)
    assert said.command == says(f"{UNSEEN} ")


HOSTILE = [
    "",
    " ",
    "null",
    "1",
    '"x"',
    "[]",
    "{",
    "{}{}",
    "\ud800",
    "\x00",
    "[" * 100_000,
    '{"i":1,"x":' + "[" * 4_000 + "]" * 4_000 + "}",
    '{"i":' + '{"a":' * 900 + "1" + "}" * 900 + "}",
    '{"i":1,"x":' + "[" * 900 + "]" * 900 + "}",
    '{"i":1,"x":"' + "x" * 5_000_000 + '"}',
    '{"i":1,"x":"' + "x" * 501 + '"}',
    '{"i":1,"x":""}',
    '{"i":1,"x":" \\n\\t"}',
    '{"i":1,"x":"\\ud800"}',
    '{"i":1,"x":1}',
    '{"i":1,"x":null}',
    '{"i":1,"x":["help"]}',
    '{"i":1,"x":{"y":1}}',
    '{"i":1,"x":"help","y":1}',
    '{"i":1,"x":"help","safe":true}',
    '{"i":1}',
    '{"x":"help"}',
    '{"i":0,"x":"help"}',
    '{"i":-1,"x":"help"}',
    f'{{"i":{MAX_ID + 1},"x":"help"}}',
    '{"i":' + "9" * 4_000 + ',"x":"help"}',
    '{"i":' + "9" * 5_000 + ',"x":"help"}',
    '{"i":1.0,"x":"help"}',
    '{"i":true,"x":"help"}',
    '{"i":"1","x":"help"}',
    '{"i":NaN,"x":"help"}',
    '{"i":Infinity,"x":"help"}',
    '{"i":1,"at":[NaN,4]}',
    '{"i":1,"at":[-Infinity,4]}',
    '{"i":1,"at":[1e999,4]}',
    '{"i":1,"at":[' + "9" * 400 + ",4]}",
    '{"i":1,"at":[91,4]}',
    '{"i":1,"at":[52,181]}',
    '{"i":1,"at":[52]}',
    '{"i":1,"at":[52,4,1]}',
    '{"i":1,"at":["52","4"]}',
    '{"i":1,"at":[true,false]}',
    '{"i":1,"at":{"lat":52,"lon":4}}',
    '{"i":1,"safe":false}',
    '{"i":1,"safe":1}',
    '{"i":1,"safe":"true"}',
    '{"k":"' + KEY + '","n":0}',
]


@pytest.mark.parametrize("frame", HOSTILE, ids=lambda frame: frame[:30])
def test_what_no_page_of_ours_says_is_a_wrong_shape(frame: str) -> None:
    """And nothing else: no other error, and no text of it in the words of the error."""
    with pytest.raises(WrongShape):
        read_said(frame, 1)
    if "k" not in frame:
        with pytest.raises(WrongShape):
            read_begin(frame)


@pytest.mark.parametrize("frame", [b"", b"{}", b"\xff\xfe", b'{"i":1,"x":"help"}'])
def test_bytes_are_no_words(frame: bytes) -> None:
    """Pages send text."""
    for read in (read_begin, lambda given: read_said(given, 1)):
        with pytest.raises(WrongShape):
            read(frame)


def _json() -> st.SearchStrategy[Any]:
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    inner = st.recursive(leaves, lambda each: st.lists(each, max_size=3), max_leaves=5)
    return st.dictionaries(st.sampled_from(["i", "x", "at", "safe", "k", "n", "y"]), inner, max_size=4)


@given(frame=st.text(max_size=60) | st.binary(max_size=60) | _json().map(json.dumps))
def test_anything_at_all_is_read_or_is_a_wrong_shape(frame: str | bytes) -> None:
    """What is read is one of the three wishes for this melding, with a good id."""
    try:
        said = read_said(frame, 3)
    except WrongShape:
        return
    if isinstance(said, Said):
        assert 1 <= said.id <= MAX_ID
        assert said.command.incident == 3


def test_the_longest_words_fit_a_frame() -> None:
    """Also where every character is written as six."""
    longest = json.dumps({"i": MAX_ID, "x": "\x01" * 500}, separators=(",", ":"))
    assert len(longest) <= MAX_FRAME_BYTES
    assert isinstance(read_said(longest, 1), Said)


async def test_a_page_is_told_what_changed() -> None:
    """All at first, then only that; nothing when nothing did."""
    world = await called()
    first = melders_view(world.room.board.incidents[1], world.room.board)
    told = json.loads(write_view(first, known=0, before=None) or "")["v"]
    assert {"struck", "stage", "officer", "listeners", "promises", "safe", "shared", "feedback"} == set(told)
    await tell(world, "wij komen")
    second = melders_view(world.room.board.incidents[1], world.room.board)
    text = write_view(second, known=0, before=first)
    assert text is not None
    assert [word[2:] for word in json.loads(text)["v"]["words"]] == [[0, "wij komen"]]
    assert write_view(second, known=1, before=second) is None
    assert json.loads(write_view(second, known=1, before=None) or "")["v"].get("words") is None


def test_answers_carry_the_id() -> None:
    """Kept, refused and why, or: still here."""
    assert json.loads(write_done(5)) == {"ok": 5}
    assert json.loads(write_refused(5, "too-many")) == {"no": 5, "why": "too-many"}
    assert json.loads(ALIVE) == {}


def _begin(known: int) -> str:
    return json.dumps({"k": KEY, "n": known})
