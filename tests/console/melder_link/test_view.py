"""The melder's link as it is read out."""

from datetime import UTC, timedelta

import pytest

from console.melder_link.view import LinkView, draw_link
from console.paint.row import width_of
from tests.console.rig import START, Rig

CODE = "k7qd-9fmt-x2bn"


@pytest.mark.parametrize("width", [30, 60, 80, 160])
def test_it_fits_every_screen(width: int) -> None:
    """Groups go below each other where they do not fit side by side."""
    view = LinkView(
        code=CODE, url="https://melder.example/m/k7qd9fmtx2bn", expires=START, withdraw="trek-in 417"
    )
    rows = draw_link(view, Rig().texts.say, now=START, zone=UTC, width=width)
    assert all(width_of(row.spans) <= width for row in rows)


def test_it_says_everything_that_is_read_out() -> None:
    """Letters as words, the address, until when, whether it was opened, how to end it."""
    view = LinkView(
        code=CODE,
        url="/m/k7qd9fmtx2bn",
        expires=START + timedelta(hours=4),
        opened=START,
        withdraw="trek-in 417",
    )
    rows = draw_link(view, Rig().texts.say, now=START, zone=UTC, width=120)
    text = "\n".join(row.text for row in rows)
    assert "Karel 7 Quotiënt Dirk · 9 Ferdinand Maria Teunis · Xantippe 2 Bernard Nico" in text
    assert "Achter het adres van de meldkamer: /m/k7qd9fmtx2bn" in text
    assert "Geldig tot 07:00, nog 4:00." in text
    assert "De pagina is geopend om 03:00." in text
    assert "Intrekken: trek-in 417" in text
