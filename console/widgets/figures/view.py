"""The indicators as rows, for the shift and for the week. Pure.

Fed with the server's document `indicators`, as JSON; a figure that is missing or strange shows a dash.
"""

from collections.abc import Callable, Mapping
from typing import Any

from console.widgets.figures.choices import choice_rows
from console.widgets.figures.contact import contact_rows
from console.widgets.paint.age import age
from console.widgets.paint.row import BLANK, Row, plain
from console.widgets.paint.text import fit
from console.widgets.paint.tone import Tone
from console.widgets.paint.words import Say

NAME = 42
VALUE = 14
NOTHING = "–"
Window = Mapping[str, Any]


def indicator_rows(document: Mapping[str, Any], say: Say) -> list[Row]:
    """A heading, and for each figure its two values with a line of what lies behind that of the shift."""
    shift, week = _table(document, "shift"), _table(document, "week")
    names = (
        say("indicators-window-shift", hours=_whole(shift, "hours")),
        say("indicators-window-week"),
    )
    rows = [plain(" " + " " * NAME + "".join(fit(name, VALUE, right=True) for name in names), Tone.DIM)]
    for title, value, behind in _figures(document, say):
        values = "".join(fit(value(window), VALUE, right=True) for window in (shift, week))
        head = (f" {fit(title, NAME)}{values}", Tone.STRONG)
        rows += [BLANK, Row(spans=(head,)), plain(f"   {behind(shift)}", Tone.DIM)]
    rows += contact_rows(shift, week, say, name=NAME, value=VALUE)
    return rows + choice_rows(_table(shift, "choices"), _table(week, "choices"), say, name=NAME, value=VALUE)


def _figures(
    document: Mapping[str, Any], say: Say
) -> list[tuple[str, Callable[[Window], str], Callable[[Window], str]]]:
    return [
        (
            say("indicators-on-spot", minutes=_whole(document, "target_min")),
            lambda window: _percent(_table(window, "on_spot").get("share")),
            lambda window: say("indicators-late", **_late(_table(window, "on_spot"))),
        ),
        (
            say("indicators-first-reaction"),
            lambda window: _span(_table(window, "first_reaction").get("p50_s")),
            lambda window: say(
                "indicators-slowest",
                slow=_span(_table(window, "first_reaction").get("p90_s")),
                none=_whole(_table(window, "first_reaction"), "none_yet"),
            ),
        ),
        (
            say("indicators-promises"),
            lambda window: _percent(_kept(_table(window, "promises"))),
            lambda window: say(
                "indicators-settled", **_counts(_table(window, "promises"), "kept", "moved", "broken", "open")
            ),
        ),
        (
            say("indicators-feedback"),
            lambda window: _percent(_table(window, "feedback").get("share")),
            lambda window: say(
                "indicators-told", **_counts(_table(window, "feedback"), "given", "impossible", "owed")
            ),
        ),
    ]


def _late(on_spot: Window) -> dict[str, int]:
    late = _whole(on_spot, "late") + _whole(on_spot, "waiting_late")
    return {
        "late": late,
        "missing": _whole(on_spot, "status_missing"),
        "going": _whole(on_spot, "under_way"),
    }


def _kept(promises: Window) -> float | None:
    """The share that was kept of those that are settled or overdue; a moved one is neither."""
    kept = _whole(promises, "kept")
    of = kept + _whole(promises, "broken") + _whole(promises, "breached")
    return kept / of if of else None


def _counts(table: Window, *names: str) -> dict[str, int]:
    return {name: _whole(table, name) for name in names}


def _table(document: Mapping[str, Any], name: str) -> Window:
    value = document.get(name)
    return value if isinstance(value, dict) else {}


def _whole(table: Mapping[str, Any], name: str) -> int:
    value = table.get(name)
    return int(value) if isinstance(value, int | float) else 0


def _percent(share: object) -> str:
    return f"{share:.0%}".replace("%", " %") if isinstance(share, int | float) else NOTHING


def _span(seconds: object) -> str:
    if not isinstance(seconds, int | float):
        return NOTHING
    return f"{seconds:.0f} s" if seconds < 120 else age(int(seconds))
