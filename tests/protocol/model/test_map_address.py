"""Addresses of content: the same for ever, and each its own."""

from hypothesis import given
from hypothesis import strategies as st

from protocol.model.map_address import ADDRESS_BYTES, address_of, document_name


def test_an_address_is_the_first_half_of_a_known_hash() -> None:
    """A cache on disk outlives the program: the same bytes have this address in every version."""
    assert address_of(b"").hex() == "e3b0c44298fc1c149afbf4c8996fb924"
    assert address_of(b"abc").hex() == "ba7816bf8f01cfea414140de5dae2223"


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_other_content_has_another_address(one: bytes, other: bytes) -> None:
    """And the same content the same, of one length."""
    assert (address_of(one) == address_of(other)) == (one == other)
    assert len(address_of(one)) == ADDRESS_BYTES


def test_a_document_is_named_after_its_address() -> None:
    """In hex, after the kind."""
    assert document_name(bytes(range(16))) == "map/000102030405060708090a0b0c0d0e0f"
