"""Who a unit is and what else it has in hand: crew, task, team, skills. Pure."""

from console.harmless import harmless
from console.paint.age import distance
from console.paint.row import Span
from console.paint.tone import Tone
from console.paint.words import Say
from protocol.model.unit import Unit

FIXED = "✖"
"""Before work that no melding may break off."""


def crew(unit: Unit) -> str:
    """One block a colleague, `▪⇄` for half of a split pair: readable without colour and without words."""
    if unit.pair is not None:
        return "▪⇄"
    return "▪" if unit.crew == 1 else "▪▪"


def doing_spans(unit: Unit) -> list[Span]:
    """Work in hand, team, skills; what there is not takes no room."""
    spans: list[Span] = []
    if unit.task is not None:
        work = harmless(unit.task.what)
        spans.append((work, Tone.PLAIN) if unit.task.interruptible else (f"{FIXED} {work}", Tone.WARN))
    if unit.team:
        spans.append((harmless(unit.team), Tone.DIM))
    if unit.skills:
        spans.append((harmless(", ".join(unit.skills)), Tone.DIM))
    return [(text if at == 0 else f" · {text}", tone) for at, (text, tone) in enumerate(spans)]


def mate_spans(mate: str, apart_m: float | None) -> list[Span]:
    """The other half of a split pair and how far it is; nothing for a unit that is whole."""
    far = "" if apart_m is None else f" {distance(apart_m)}"
    return [(f"⇄ {harmless(mate)}{far}", Tone.WARN)] if mate else []


def in_full(unit: Unit, say: Say, mate: str = "", apart_m: float | None = None) -> list[Span]:
    """Everything about the unit in words, for the one that is selected."""
    spans: list[Span] = [
        (f" {harmless(unit.call_sign)} ", Tone.STRONG),
        *_half_in_full(unit, say, mate, apart_m),
        (say("unit-solo" if unit.crew == 1 else "unit-pair"), Tone.PLAIN),
        (f", {say(f'means-{unit.means.key}')}, {say(f'autonomy-{unit.autonomy.key}')}", Tone.PLAIN),
    ]
    if unit.task is not None:
        free = unit.task.interruptible
        word = say("unit-interruptible" if free else "unit-fixed")
        spans.append((f" · {harmless(unit.task.what)} ({word})", Tone.PLAIN if free else Tone.WARN))
    if unit.team:
        spans.append((f" · {harmless(unit.team)}", Tone.DIM))
    if unit.skills:
        spans.append((f" · {harmless(', '.join(unit.skills))}", Tone.DIM))
    return spans


def _half_in_full(unit: Unit, say: Say, mate: str, apart_m: float | None) -> list[Span]:
    """With whom, how far apart, and the last word between them; nothing for a unit that is whole."""
    if not mate:
        return []
    far = "" if apart_m is None else f", {say('lines-apart', far=distance(apart_m))}"
    spans: list[Span] = [(f"⇄ {harmless(mate)}{far} ", Tone.WARN)]
    if unit.pair_words:
        last = unit.pair_words[-1]
        spans.append((f"{harmless(last.by)} „{harmless(last.text)}” · ", Tone.PLAIN))
    return spans
