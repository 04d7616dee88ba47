"""From the document of a link to what is read out."""

import json

from console.melder_link.card import link_card
from protocol.facts.contact import LinkOpened
from protocol.model.text import Name
from tests.console.lined import put_through

DOCUMENT = json.dumps(
    {
        "code": "k7qd-9fmt-x2bn",
        "path": "/m/k7qd9fmtx2bn",
        "base": "",
        "expires": "2026-11-21T07:00:00+00:00",
        "opened": False,
    }
).encode()


def test_the_address_is_whole_where_the_console_knows_it() -> None:
    """What this console dialled stands before the path."""
    rig = put_through()
    title, rows = link_card(rig.desk().context(), 417, DOCUMENT, "https://melder.example", 80)
    text = "\n".join(row.text for row in rows)
    assert title == "Link voor de melder van 417"
    assert "https://melder.example/m/k7qd9fmtx2bn" in text
    assert "De pagina is nog niet geopend." in text
    assert "Intrekken: trek-in 417" in text


def test_it_is_seen_that_the_page_was_opened() -> None:
    """Also when that happened after the document was made."""
    rig = put_through()
    desk = rig.desk()
    rig.happen(LinkOpened(incident=417, key=Name("k" * 32)), by="melder")
    _, rows = link_card(desk.context(), 417, DOCUMENT, "", 80)
    assert any("De pagina is geopend om" in row.text for row in rows)


def test_what_is_no_link_is_said_to_be_none() -> None:
    """Instead of an empty screen."""
    _, rows = link_card(put_through().desk().context(), 417, b"[]", "", 80)
    assert [row.text for row in rows] == [" Wat de server stuurde is geen link."]
