"""Who a unit is and what else it has in hand: crew, task, team, skills. Pure."""

from console.harmless import harmless
from console.widgets.paint.row import Span
from console.widgets.paint.tone import Tone
from console.widgets.paint.words import Say
from protocol.model.unit import Unit

FIXED = "✖"
"""Before work that no melding may break off."""


def crew(unit: Unit) -> str:
    """One block a colleague: readable without colour and without words."""
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


def in_full(unit: Unit, say: Say) -> list[Span]:
    """Everything about the unit in words, for the one that is selected."""
    spans: list[Span] = [
        (f" {harmless(unit.call_sign)} ", Tone.STRONG),
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
