"""The code in a link: one for each, forgiving to whoever types it, and good only while its link is."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.commands.contact import MakeLink, WithdrawLink
from protocol.model.board import Board
from protocol.model.number import MAX_NUMBER
from server.melder.codes import ALPHABET, CODE_CHARS, plain, spoken
from tests.server.make import ANNA, World, opening
from tests.server.melder.made import codes

numbers = st.integers(1, MAX_NUMBER)


@given(key=st.binary(min_size=32, max_size=32), incident=numbers, link=numbers)
def test_a_code_is_short_and_can_be_read_out(key: bytes, incident: int, link: int) -> None:
    """Twelve signs that sound like no other, the same ones each time."""
    code = codes(key).code(incident, link)
    assert len(code) == CODE_CHARS
    assert set(code) <= set(ALPHABET)
    assert code == codes(key).code(incident, link)


@given(one=st.tuples(numbers, numbers), other=st.tuples(numbers, numbers))
def test_another_link_has_another_code(one: tuple[int, int], other: tuple[int, int]) -> None:
    """Of another melding, another number, another key or another journal; 1/11 is not 11/1."""
    mine = codes().code(*one)
    assert (codes().code(*other) == mine) is (other == one)
    assert mine != codes(key=b"x" * 32).code(*one)
    assert mine != codes(history="tweede").code(*one)


def test_codes_use_every_sign_about_as_often() -> None:
    """Who knows many codes knows nothing of the next: within a fifth of even, over 36,000 signs."""
    signs = "".join(codes().code(incident, 1) for incident in range(1, 3_001))
    even = len(signs) / len(ALPHABET)
    assert all(0.8 * even < signs.count(sign) < 1.2 * even for sign in ALPHABET)


@pytest.mark.parametrize("written", ["{}", "{0[0]}{0[1]}-{rest}", " {} ", "«{}»"])
async def test_a_code_is_found_however_it_is_written(written: str) -> None:
    """With dashes anywhere, spaces around, in capitals."""
    world = await _linked()
    code = codes().code(1, 1)
    for each in (code, code.upper(), spoken(code), spoken(code).upper()):
        found = codes().opened_by(written.format(each, rest=each[2:]), world.room.board, world.clock.now)
        assert found is not None
        assert found.number == 1


def test_a_code_is_spoken_in_groups() -> None:
    """Of four; and heard again as it was."""
    assert spoken("k7qd9fmtx2bn") == "k7qd-9fmt-x2bn"
    assert plain("K7QD-9fmt x2bn") == "k7qd9fmtx2bn"


async def test_a_link_opens_until_it_expires() -> None:
    """Not a moment longer."""
    world = await _linked()
    link = world.room.board.incidents[1].contact_line.link
    assert link is not None
    last = link.expires_at - timedelta(milliseconds=1)
    code = codes().code(1, 1)
    assert codes().opened_by(code, world.room.board, last) is not None
    assert codes().opened_by(code, world.room.board, link.expires_at) is None


async def test_a_withdrawn_link_opens_nothing() -> None:
    """At once."""
    world = await _linked()
    await world.wish(WithdrawLink(incident=1), ANNA)
    assert codes().opened_by(codes().code(1, 1), world.room.board, world.clock.now) is None


async def test_a_new_link_ends_the_one_before() -> None:
    """Only the newest opens."""
    world = await _linked()
    await world.wish(MakeLink(incident=1), ANNA)
    board, now = world.room.board, world.clock.now
    assert codes().opened_by(codes().code(1, 1), board, now) is None
    assert codes().opened_by(codes().code(1, 2), board, now) is not None


async def test_each_code_opens_its_own_melding() -> None:
    """And none without a link."""
    world = await _linked(meldingen=3)
    board, now = world.room.board, world.clock.now
    opened = [codes().opened_by(codes().code(number, 1), board, now) for number in (1, 2, 3, 4)]
    assert [each and each.number for each in opened] == [1, 2, 3, None]


@given(text=st.text(max_size=60))
def test_any_other_text_opens_nothing(text: str) -> None:
    """And breaks nothing."""
    assert codes().opened_by(text, Board(), World().clock.now) is None


async def _linked(*, meldingen: int = 1) -> World:
    world = World()
    for number in range(1, meldingen + 1):
        await world.wish(opening())
        await world.wish(MakeLink(incident=number))
    return world
