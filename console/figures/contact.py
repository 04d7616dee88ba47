"""Direct contact (A46) and cards of information (A53, A96) as rows. Pure.

Fed with `contact` and `cards` of the server's document `indicators`; nothing is shown where there was none.
"""

from collections.abc import Mapping
from typing import Any

from console.figures.values import NOTHING, percent, table, whole
from console.paint.row import BLANK, Row, plain
from console.paint.text import fit
from console.paint.tone import Tone
from console.paint.words import Say

Window = Mapping[str, Any]


def contact_rows(shift: Window, week: Window, say: Say, *, name: int, value: int) -> list[Row]:
    """From call to direct contact, half of them within; and the share of cards that came in time."""
    rows: list[Row] = []
    contacts = [table(window, "contact") for window in (shift, week)]
    if any(whole(each, "direct") for each in contacts):
        values = "".join(fit(_span(each.get("p50_s")), value, right=True) for each in contacts)
        behind = say(
            "indicators-contact-behind",
            direct=whole(contacts[0], "direct"),
            of=whole(contacts[0], "of"),
            before=whole(contacts[0], "before_arrival"),
            slow=_span(contacts[0].get("p90_s")),
        )
        rows += _pair(say("indicators-contact"), values, behind, name)
    cards = [table(window, "cards") for window in (shift, week)]
    if any(whole(each, "pushed") for each in cards):
        values = "".join(fit(percent(each.get("share_in_time")), value, right=True) for each in cards)
        behind = say(
            "indicators-cards-behind", pushed=whole(cards[0], "pushed"), taken=whole(cards[0], "taken")
        )
        rows += _pair(say("indicators-cards"), values, behind, name)
    return rows


def _pair(title: str, values: str, behind: str, name: int) -> list[Row]:
    return [BLANK, plain(f" {fit(title, name)}{values}", Tone.STRONG), plain(f"   {behind}", Tone.DIM)]


def _span(value: object) -> str:
    if not isinstance(value, int | float):
        return NOTHING
    return f"{value:.0f} s" if value < 120 else f"{value / 60:.1f} min"
