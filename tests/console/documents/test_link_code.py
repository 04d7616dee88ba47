"""The melder's link: the name of its document, and what it says."""

import json

import pytest
from attrs import evolve

from console.actions.problem import Parsed
from console.documents.by_verb import FETCHED, name_of, shown
from console.documents.link_code import site_of
from console.texts.texts import LANGUAGES, Texts
from protocol.address import read_address
from tests.console.grammar.make import BOARD, typed

NL = Texts("nl", strict=True)
LINK = {
    "code": "k7qd-9fmt-x2bn",
    "path": "/m/k7qd9fmtx2bn",
    "base": "",
    "expires": "2026-11-21T12:00:00+00:00",
    "opened": False,
}


def asked(line: str = "link 417") -> Parsed:
    """The line, understood."""
    found = typed(line)
    assert isinstance(found, Parsed), found
    return found


def said(content: object, texts: Texts = NL, site: str = "http://host:8765") -> tuple[dict[str, object], str]:
    """The one row and its sentence."""
    [(row, text)] = shown(asked(), json.dumps(content).encode(), BOARD, texts, site)
    return row, text


@pytest.mark.parametrize("line", ["link 417", "show-link #417"])
def test_the_link_is_a_document(line: str) -> None:
    """Asked for by either verb."""
    assert name_of(asked(line)) == "link/417"
    assert "show-link" in FETCHED


def test_the_address_is_that_of_this_console_unless_the_site_has_one() -> None:
    """What is read out and what is sent open the same page."""
    row, text = said(LINK)
    assert row == {
        "code": "k7qd-9fmt-x2bn",
        "url": "http://host:8765/m/k7qd9fmtx2bn",
        "expires": LINK["expires"],
        "opened": False,
    }
    first, second = text.splitlines()
    assert first.startswith("Code k7qd-9fmt-x2bn, geldig tot ")
    assert second == "http://host:8765/m/k7qd9fmtx2bn"
    row, _ = said({**LINK, "base": "https://politie.example/"})
    assert row["url"] == "https://politie.example/m/k7qd9fmtx2bn"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_that_was_opened_says_so(language: str) -> None:
    """Whoever reads it out knows that the melder is in already."""
    texts = Texts(language, strict=True)
    was = texts.say("link-was-opened")
    assert was in said({**LINK, "opened": True}, texts)[1]
    assert was not in said(LINK, texts)[1]


@pytest.mark.parametrize("content", [[], {}, {"code": 1, "path": "/m/x"}, {"code": "k7qd"}, "k7qd", None])
def test_what_is_no_link_is_said_to_be_none(content: object) -> None:
    """Nobody reads out half a code."""
    assert said(content) == ({"unreadable": True}, NL.say("link-no-good"))


def test_what_is_not_json_is_no_link() -> None:
    """Nor does it stop the console."""
    [(row, _)] = shown(asked(), b"\xff{", BOARD, NL)
    assert row == {"unreadable": True}


@pytest.mark.parametrize("expires", [None, 5, "soon"])
def test_a_time_that_is_none_is_a_dash(expires: object) -> None:
    """The code is good to read out all the same."""
    assert "geldig tot –" in said({**LINK, "expires": expires})[1]


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("ws://anna@127.0.0.1:8765", "http://127.0.0.1:8765"),
        ("wss://anna@meldkamer.example", "https://meldkamer.example"),
        ("ws://anna@[::1]:8765", "http://[::1]:8765"),
    ],
)
def test_a_page_is_where_the_server_is(url: str, site: str) -> None:
    """The melder's page comes from the same port."""
    assert site_of(read_address(url)) == site


def test_no_telephone_comes_by_a_unix_socket() -> None:
    """Then only the path is shown."""
    address = evolve(read_address("ws://anna@host"), scheme="ws+unix", where="/run/openlijn.sock")
    assert site_of(address) == ""
