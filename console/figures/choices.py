"""The bias meter (B6) as rows: how often the nearest went, what passing over it cost, and why it was. Pure.

Fed with `choices` of the server's document `indicators`; nothing is shown where nothing was weighed.
"""

from collections.abc import Mapping
from typing import Any

from console.figures.values import NOTHING, whole
from console.paint.row import BLANK, Row, plain
from console.paint.text import fit
from console.paint.tone import Tone
from console.paint.words import Say
from protocol.model.choice import ChoiceReason

_BAR = 20
Choices = Mapping[str, Any]


def choice_rows(shift: Choices, week: Choices, say: Say, *, name: int, value: int) -> list[Row]:
    """The share of the shift and the week, what lies behind that of the shift, and a bar for each reason."""
    if not whole(shift, "of") and not whole(week, "of"):
        return []
    values = "".join(fit(_share(window), value, right=True) for window in (shift, week))
    rows = [BLANK, plain(f" {fit(say('indicators-choices'), name)}{values}", Tone.STRONG)]
    if not whole(shift, "of"):
        return rows
    rows.append(
        plain(
            "   "
            + say(
                "indicators-choices-behind",
                passed=whole(shift, "passed_over"),
                of=whole(shift, "of"),
                explained=whole(shift, "explained"),
            ),
            Tone.DIM,
        )
    )
    extra = shift.get("extra_s")
    if whole(shift, "passed_over") and isinstance(extra, dict):
        spans = {key: _span(extra.get(key)) for key in ("p50", "p90", "total")}
        rows.append(plain("   " + say("indicators-choices-extra", **spans), Tone.DIM))
    straight = whole(shift, "of") - whole(shift, "by_road")
    if straight > 0:
        rows.append(plain("   " + say("indicators-choices-straight", count=straight), Tone.DIM))
    return rows + _reason_rows(shift, say)


def _reason_rows(shift: Choices, say: Say) -> list[Row]:
    """Most given first; a bar as long as its share of all reasons."""
    reasons = shift.get("reasons")
    counts = {each: whole(reasons, each.key) for each in ChoiceReason} if isinstance(reasons, dict) else {}
    given = sum(counts.values())
    found = sorted((each for each in counts if counts[each]), key=lambda each: (-counts[each], each))
    return [
        plain(
            f"   {fit(say(f'choice-reason-{each.key}'), 26)}{counts[each]:>4} "
            + "▇" * max(1, round(_BAR * counts[each] / given))
        )
        for each in found
    ]


def _share(window: Choices) -> str:
    of = whole(window, "of")
    return f"{whole(window, 'nearest') / of:.0%}".replace("%", " %") if of else NOTHING


def _span(value: object) -> str:
    if not isinstance(value, int | float):
        return NOTHING
    return f"{value:.0f} s" if value < 120 else f"{value / 60:.0f} min"
