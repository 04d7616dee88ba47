"""The bias meter as rows."""

from typing import Any

from console.figures.choices import choice_rows
from console.texts.texts import Texts

SAY = Texts("nl", strict=True).say
SHIFT: dict[str, Any] = {
    "of": 20,
    "nearest": 15,
    "passed_over": 5,
    "extra_s": {"p50": 70, "p90": 260, "total": 640},
    "explained": 4,
    "reasons": {"competence": 3, "work": 1},
    "by_road": 18,
}


def text(shift: dict[str, Any], week: dict[str, Any] | None = None) -> str:
    """The rows below each other."""
    return "\n".join(row.text for row in choice_rows(shift, week or {}, SAY, name=42, value=14))


def test_share_extra_time_and_reasons() -> None:
    """How often the nearest went, what passing over cost, and why, most given first (B6)."""
    shown = text(SHIFT, {"of": 40, "nearest": 20})
    assert "75 %" in shown
    assert "50 %" in shown
    assert "5 van 20 keer een ander; verklaard 4" in shown
    assert "de helft binnen 70 s, negen van de tien binnen 4 min, samen 11 min" in shown
    assert shown.index("vaardigheid") < shown.index("werk dat doorgaat")
    assert "bij 2 ervan hemelsbreed" in shown


def test_nothing_weighed_shows_nothing() -> None:
    """An older server, a shift without dispatches, or strange values."""
    assert text({}) == ""
    assert text({"of": "many", "reasons": 5}) == ""
