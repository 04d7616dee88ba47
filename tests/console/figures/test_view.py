"""The four indicators as rows."""

from console.figures.view import indicator_rows
from console.texts.texts import Texts

SAY = Texts("nl", strict=True).say
WINDOW = {
    "hours": 8,
    "on_spot": {"share": 0.8333, "late": 1, "waiting_late": 1, "status_missing": 3, "under_way": 2},
    "first_reaction": {"p50_s": 41, "p90_s": 190, "none_yet": 2},
    "promises": {"kept": 3, "moved": 1, "broken": 1, "open": 4, "breached": 0},
    "feedback": {"given": 5, "impossible": 1, "owed": 2, "share": 0.75},
}


def test_each_figure_has_its_value_and_what_lies_behind_it() -> None:
    """Late apart from status missing; half and nine in ten; kept of what was due; given and owed."""
    text = "\n".join(row.text for row in indicator_rows({"target_min": 15, "shift": WINDOW}, SAY))
    assert "Prio 1 binnen 15 min ter plaatse" in text
    assert "83 %" in text
    assert "te laat 2, status ontbreekt 3, onderweg 2" in text
    assert "41 s" in text
    assert "negen van de tien binnen 3m; nog zonder 2" in text
    assert "75 %" in text


def test_what_is_not_known_is_a_dash() -> None:
    """A day without priority 1 has no share, and strange input breaks nothing."""
    text = "\n".join(row.text for row in indicator_rows({"shift": 5, "week": {"on_spot": []}}, SAY))
    assert text.count("–") >= 8
