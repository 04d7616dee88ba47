"""The indicators as rows, for the shift and for the week. Pure.

Fed with the server's document `indicators`, as JSON; a figure that is missing or strange shows a dash.
"""

from collections.abc import Callable, Mapping
from typing import Any

from console.figures.choices import choice_rows
from console.figures.contact import contact_rows
from console.figures.values import NOTHING, percent, table, whole
from console.paint.age import age
from console.paint.row import BLANK, Row, plain
from console.paint.text import fit
from console.paint.tone import Tone
from console.paint.words import Say

NAME = 42
VALUE = 14
Window = Mapping[str, Any]


def indicator_rows(document: Mapping[str, Any], say: Say) -> list[Row]:
    """A heading, and for each figure its two values with a line of what lies behind that of the shift."""
    shift, week = table(document, "shift"), table(document, "week")
    names = (
        say("indicators-window-shift", hours=whole(shift, "hours")),
        say("indicators-window-week"),
    )
    rows = [plain(" " + " " * NAME + "".join(fit(name, VALUE, right=True) for name in names), Tone.DIM)]
    for title, value, behind in _figures(document, say):
        values = "".join(fit(value(window), VALUE, right=True) for window in (shift, week))
        head = (f" {fit(title, NAME)}{values}", Tone.STRONG)
        rows += [BLANK, Row(spans=(head,)), plain(f"   {behind(shift)}", Tone.DIM)]
    rows += contact_rows(shift, week, say, name=NAME, value=VALUE)
    return rows + choice_rows(table(shift, "choices"), table(week, "choices"), say, name=NAME, value=VALUE)


def _figures(
    document: Mapping[str, Any], say: Say
) -> list[tuple[str, Callable[[Window], str], Callable[[Window], str]]]:
    return [
        (
            say("indicators-on-spot", minutes=whole(document, "target_min")),
            lambda window: percent(table(window, "on_spot").get("share")),
            lambda window: say("indicators-late", **_late(table(window, "on_spot"))),
        ),
        (
            say("indicators-first-reaction"),
            lambda window: _span(table(window, "first_reaction").get("p50_s")),
            lambda window: say(
                "indicators-slowest",
                slow=_span(table(window, "first_reaction").get("p90_s")),
                none=whole(table(window, "first_reaction"), "none_yet"),
            ),
        ),
        (
            say("indicators-promises"),
            lambda window: percent(_kept(table(window, "promises"))),
            lambda window: say(
                "indicators-settled", **_counts(table(window, "promises"), "kept", "moved", "broken", "open")
            ),
        ),
        (
            say("indicators-feedback"),
            lambda window: percent(table(window, "feedback").get("share")),
            lambda window: say(
                "indicators-told", **_counts(table(window, "feedback"), "given", "impossible", "owed")
            ),
        ),
    ]


def _late(on_spot: Window) -> dict[str, int]:
    late = whole(on_spot, "late") + whole(on_spot, "waiting_late")
    return {
        "late": late,
        "missing": whole(on_spot, "status_missing"),
        "going": whole(on_spot, "under_way"),
    }


def _kept(promises: Window) -> float | None:
    """The share that was kept of those that are settled or overdue; a moved one is neither."""
    kept = whole(promises, "kept")
    of = kept + whole(promises, "broken") + whole(promises, "breached")
    return kept / of if of else None


def _counts(table: Window, *names: str) -> dict[str, int]:
    return {name: whole(table, name) for name in names}


def _span(seconds: object) -> str:
    if not isinstance(seconds, int | float):
        return NOTHING
    return f"{seconds:.0f} s" if seconds < 120 else age(int(seconds))
