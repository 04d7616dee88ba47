"""The reasons of a ranking in words, each with how it is meant. Pure.

Travel time and the position's age have columns of their own and are not said twice.
"""

from collections.abc import Mapping

from console.dispatch.ranked import Ranked, Why
from console.paint.age import age
from console.paint.row import Span
from console.paint.tone import Tone
from console.paint.words import Say

TONES: Mapping[str, Tone] = {
    "free": Tone.FREE,
    "task": Tone.PLAIN,
    "task-fixed": Tone.BAD,
    "diverts": Tone.WARN,
    "skill": Tone.GOOD,
    "lacks-skill": Tone.WARN,
    "solo-fits": Tone.GOOD,
    "solo-misfits": Tone.WARN,
    "pair-fits": Tone.GOOD,
    "ring": Tone.DIM,
    "own-area": Tone.GOOD,
    "recently-disturbed": Tone.WARN,
    "waterline": Tone.BAD,
    "autonomy": Tone.DIM,
    "position-old": Tone.WARN,
    "no-position": Tone.WARN,
    "straight-line": Tone.DIM,
}
"""What is worth saying beside the travel time, and how it is meant."""

_FIRST = ("task-fixed", "diverts", "waterline", "position-old", "no-position", "free", "task", "lacks-skill")
"""Said before the others, in this order: a row may be cut at its end."""


def in_words(why: Why, say: Say) -> str:
    """The reason; its key where this version has no words for it."""
    if why.key not in TONES:
        return why.key
    match why.key:
        case "diverts":
            return say("reason-diverts", incident=_whole(why, "incident"), priority=_whole(why, "priority"))
        case "skill" | "lacks-skill":
            return say(f"reason-{why.key}", skill=str(why.get("skill") or ""))
        case "task" | "task-fixed":
            return say(f"reason-{why.key}", task=str(why.get("what") or ""))
        case "ring":
            return say("reason-ring", ring=_whole(why, "n"))
        case "recently-disturbed":
            return say("reason-recently-disturbed", minutes=_whole(why, "minutes"))
        case "waterline":
            return say(
                "recommend-waterline",
                team=str(why.get("team") or ""),
                left=_whole(why, "left"),
                least=_whole(why, "least"),
            )
        case "autonomy":
            return say(f"autonomy-{why.get('autonomy')}")
        case "position-old":
            return say("reason-position-old", age=age(_whole(why, "s")))
        case _:
            return say(f"reason-{why.key}")


def reason_spans(ranked: Ranked, say: Say, *, by_road: bool) -> list[Span]:
    """Every reason with its tone, comma between; what is said of the whole list is not said again."""
    spans: list[Span] = []
    for why in _ordered(ranked, by_road=by_road):
        if spans:
            spans.append((", ", Tone.DIM))
        spans.append((in_words(why, say), TONES.get(why.key, Tone.DIM)))
    return spans


def plain_reasons(ranked: Ranked, say: Say, *, by_road: bool) -> list[str]:
    """Every reason in words, what matters most first."""
    return [in_words(why, say) for why in _ordered(ranked, by_road=by_road)]


def _ordered(ranked: Ranked, *, by_road: bool) -> list[Why]:
    whys = [
        each for each in ranked.reasons if each.key != "travel" and (by_road or each.key != "straight-line")
    ]
    return sorted(whys, key=lambda each: _FIRST.index(each.key) if each.key in _FIRST else len(_FIRST))


def _whole(why: Why, name: str) -> int:
    value = why.get(name)
    return int(value) if isinstance(value, int | float) else 0
