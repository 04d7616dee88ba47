"""An address: what people may write after `openlijn`, and what is wrong with the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.address import Address, AddressWrong, Problem, read_address


@pytest.mark.parametrize(
    ("written", "url", "name"),
    [
        ("ws://anna@127.0.0.1:8765", "ws://127.0.0.1:8765", "anna"),
        ("wss://anna@kamer.example", "wss://kamer.example", "anna"),
        ("ws://anna@[::1]:8765/", "ws://[::1]:8765", "anna"),
        ("ws+unix://centralist@/tmp/a b/s#1", "ws+unix:///tmp/a b/s#1", "centralist"),
        ("WS://Sanne%20de%20Wit@kamer:1", "ws://kamer:1", "Sanne de Wit"),
    ],
)
def test_a_good_address_has_a_url_without_the_name(written: str, url: str, name: str) -> None:
    """The name is taken out, because it travels in the handshake."""
    address = read_address(written)
    assert (address.url, address.name) == (url, name)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("http://anna@kamer", Problem.SCHEME),
        ("anna@kamer", Problem.SCHEME),
        ("", Problem.SCHEME),
        ("ws://kamer:8765", Problem.NAME_MISSING),
        ("ws://@kamer:8765", Problem.NAME_MISSING),
        ("ws+unix:///tmp/s", Problem.NAME_MISSING),
        ("ws://anna:geheim@kamer", Problem.SECRET_INSIDE),
        ("ws://anna:ge@heim@kamer", Problem.SECRET_INSIDE),
        ("ws://anna@", Problem.HOST_MISSING),
        ("ws://anna@:8765", Problem.HOST_MISSING),
        ("ws://anna@kamer:", Problem.PORT_WRONG),
        ("ws://anna@kamer:0", Problem.PORT_WRONG),
        ("ws://anna@kamer:99999", Problem.PORT_WRONG),
        ("ws://anna@[::1", Problem.PORT_WRONG),
        ("ws+unix://anna@tmp/s", Problem.PATH_MISSING),
        ("ws+unix://anna@/", Problem.PATH_MISSING),
        ("ws://anna@kamer/board", Problem.TOO_MUCH),
        ("ws://anna@kamer?x=1", Problem.TOO_MUCH),
    ],
)
def test_a_wrong_address_says_which_part_is_wrong(written: str, problem: Problem) -> None:
    """One problem is named, so that one sentence can help."""
    with pytest.raises(AddressWrong) as caught:
        read_address(written)
    assert caught.value.problem is problem


def test_a_secret_typed_into_the_address_is_not_repeated() -> None:
    """Errors end up in logs and on other people's screens."""
    with pytest.raises(AddressWrong) as caught:
        read_address("ws://anna:gehe@im@kamer")
    assert caught.value.shown == "ws://anna:…@kamer"
    assert "im" not in str(caught.value)


@given(name=st.text(min_size=1).filter(lambda name: name.strip() and "\ud800" not in name))
def test_what_is_written_out_reads_back(name: str) -> None:
    """Any name survives, because it is percent-encoded."""
    address = Address(scheme="ws", name=name, where="kamer:8765")
    assert address == read_address(str(address))
