"""What rows about who goes need beyond their fields: a choice, a reason, a task. Pure; part of `told`."""

from collections.abc import Mapping
from typing import Any

from console.texts.texts import Texts

_SECONDS_BELOW = 90


def dispatch_args(name: str, row: Mapping[str, Any], texts: Texts) -> dict[str, str]:
    """The arguments of the sentence for a fact of this name; empty for facts that need none from here."""
    match name:
        case "TaskSet":
            # Nearly all work can be interrupted, so that needs no word.
            return {"more": "" if row.get("interruptible", True) else texts.say("told-fixed")}
        case "ChoiceExplained":
            return {"reason": reason_word(row.get("reason"), texts)}
        case "ChoiceWeighed":
            choice = row.get("choice")
            return _weighed(choice if isinstance(choice, Mapping) else {}, texts)
        case _:
            return {}


def reason_word(key: Any, texts: Texts) -> str:
    """The word for why somebody else went; the key where this version has none."""
    known = f"choice-reason-{key}"
    return texts.say(known) if texts.has(known) else str(key)


def span(seconds: Any) -> str:
    """A travel time: `40 s`, `4 min`; a dash for none."""
    if not isinstance(seconds, int | float) or isinstance(seconds, bool):
        return "–"
    return f"{seconds:.0f} s" if seconds < _SECONDS_BELOW else f"{seconds / 60:.0f} min"


def _weighed(choice: Mapping[str, Any], texts: Texts) -> dict[str, str]:
    """Who goes, how long that takes, and who would have been there sooner."""
    nearest = choice.get("nearest")
    more = texts.say("told-straight-line") if choice.get("by_road") is False else ""
    if nearest:
        more += texts.say("told-nearest", nearest=str(nearest), travel=span(choice.get("nearest_s")))
    else:
        more += texts.say("told-was-nearest")
    return {"unit": str(choice.get("unit", "–")), "travel": span(choice.get("travel_s")), "more": more}
