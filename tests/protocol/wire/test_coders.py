"""A type's values in msgpack's own types: what is left out, what is relative, what has no coder."""

from datetime import datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.errors import WrongShape
from protocol.model.board import Board
from protocol.model.entry import Entry
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.moment import to_ms
from protocol.model.text import Text
from protocol.model.unit import Unit
from protocol.wire.coders import Shared, coder_of, tagged_coder
from tests.protocol.make import ANNA, BEN, minute
from tests.strategies import entries, fixes, incidents, moments, units

ENTRY = Entry(id=1, at=minute(1), by=ANNA, text=Text("a"))
BASE = Shared(base_ms=to_ms(minute(0)))

nouns = (
    st.tuples(st.just(Unit), units())
    | st.tuples(st.just(Entry), entries())
    | st.tuples(st.just(Incident), incidents())
    | st.tuples(st.just(Fix), fixes())
)


@given(nouns, moments())
def test_every_noun_survives_the_trip_relative_to_any_moment(noun: tuple[type, Any], base: datetime) -> None:
    """As long as both ends know the moment."""
    kind, value = noun
    coder, shared = coder_of(kind), Shared(base_ms=to_ms(base))
    assert value == coder.read(coder.write(value, shared), shared)


def test_trailing_fields_at_their_default_are_left_out() -> None:
    """And may be missing when read; a default before one that differs is written."""
    coder = coder_of(Entry)
    assert coder.write(ENTRY, BASE) == [1, 60_000, "anna", "a"]
    assert coder.write(evolve(ENTRY, struck_by=BEN), BASE) == [1, 60_000, "anna", "a", 1, "ben"]
    assert coder.read([1, 60_000, "anna", "a", 1, None], BASE) == ENTRY


LATER_ENTRY = [1, 0, "anna", "a", 1, None, None, None, False, [], None, 9]
"""With a field more than this version has."""


def test_a_reader_of_what_is_told_skips_trailing_fields_it_does_not_know() -> None:
    """Also further in: a later server says more, and what it says of old is still meant."""
    told = BASE._replace(skips_unknown=True)
    entry = coder_of(Entry).read(LATER_ENTRY[:-1], told)
    assert coder_of(Entry).read(LATER_ENTRY, told) == entry
    assert coder_of(tuple[Entry, ...]).read([LATER_ENTRY], told) == (entry,)


def test_a_reader_of_wishes_refuses_fields_it_does_not_know() -> None:
    """What somebody wished for is done whole or not at all."""
    with pytest.raises(WrongShape, match=r"at most 11 elements \(Entry\)"):
        coder_of(Entry).read(LATER_ENTRY, BASE)


@pytest.mark.parametrize(
    ("hint", "raw", "path"),
    [
        (tuple[int, ...], [1, "2"], "[1]"),
        (tuple[tuple[str, int], ...], [["a", 1], ["b", None]], "[1][1]"),
        (Unit, [1, "12.03", 9], ".means"),
        (Incident, [1, 0, "a", 1, "b", ["c"], 1, 0, [], [["anna", 0.5]]], ".members[0].since"),
        (int | None, "x", ""),
    ],
)
def test_the_path_leads_to_what_does_not_fit(hint: Any, raw: Any, path: str) -> None:
    """Through fields and places in arrays."""
    with pytest.raises(WrongShape) as caught:
        coder_of(hint).read(raw, BASE)
    assert path == caught.value.path


@pytest.mark.parametrize("hint", [float, dict[str, int], int | str, object], ids=str)
def test_a_type_that_never_travels_has_no_coder(hint: Any) -> None:
    """A mistake of ours shows when the program starts, and not on the link."""
    with pytest.raises(TypeError, match="no coder for"):
        coder_of(hint)


def test_a_board_travels_as_a_snapshot_only() -> None:
    """It has no coder."""
    with pytest.raises(TypeError, match="no coder for"):
        coder_of(Board)


def test_a_tagged_union_is_told_apart_by_its_tag() -> None:
    """Unknown tags are refused at their place."""
    coder = tagged_coder({3: Entry, 4: Unit})
    assert coder.write(ENTRY, BASE) == [3, 1, 60_000, "anna", "a"]
    assert coder.read([3, 1, 60_000, "anna", "a"], BASE) == ENTRY
    with pytest.raises(WrongShape) as caught:
        coder.read([5, 1], BASE)
    assert (caught.value.path, caught.value.got) == ("[0]", 5)
