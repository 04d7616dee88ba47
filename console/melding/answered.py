"""How the police reacted, and what was promised to whom. Part of the melding panel; pure.

A moved promise stays visible as moved, struck through above the one that took its place.
"""

from collections.abc import Mapping

from console.harmless import harmless
from console.melding.labelled import Setting, labelled
from console.paint.countdown import countdown, seconds_until
from console.paint.row import Row, Span
from console.paint.text import fit
from console.paint.tone import Tone
from protocol.model.promise import Promise, PromiseState
from protocol.model.reaction import Reaction
from protocol.rules.promises import Alarm, alarm

_SETTLED: Mapping[PromiseState, tuple[str, Tone]] = {
    PromiseState.KEPT: ("✔", Tone.GOOD),
    PromiseState.MOVED: ("↷", Tone.STRUCK),
    PromiseState.BROKEN: ("✗", Tone.BAD),
}
_RUNNING: Mapping[Alarm, tuple[str, Tone]] = {
    Alarm.QUIET: ("○", Tone.PLAIN),
    Alarm.SOON: ("◔", Tone.WARN),
    Alarm.BREACHED: ("✖", Tone.BAD),
}


def reaction_rows(setting: Setting) -> list[Row]:
    """Every reaction, oldest first; that there is none is said where the melding still waits."""
    say, incident = setting.say, setting.incident
    lines: list[tuple[Span, ...]] = [_reaction(each, setting) for each in incident.reactions]
    if not lines and incident.is_open:
        lines = [((f"◆ {say('melding-no-reaction')}", Tone.BAD),)]
    return labelled(say("melding-reactions"), lines, setting.width)


def promise_rows(setting: Setting) -> list[Row]:
    """Every promise, oldest first."""
    say, promises = setting.say, setting.incident.promises
    return labelled(say("melding-promises"), [_promise(each, setting) for each in promises], setting.width)


def _reaction(reaction: Reaction, setting: Setting) -> tuple[Span, ...]:
    say = setting.say
    spans: list[Span] = [
        (f"{setting.clock(reaction.at)} ", Tone.DIM),
        (say(f"reaction-{reaction.kind.key}"), Tone.STRONG),
        (f" {harmless(reaction.by)}", Tone.PLAIN),
    ]
    if reaction.agreed:
        spans.append((f" ✔ {say('melding-agreed')}", Tone.GOOD))
    if reaction.due is not None:
        spans.append((f" ↩ {setting.clock(reaction.due)}", Tone.WARN))
    if reaction.text:
        spans.append((f" {harmless(reaction.text)}", Tone.LOGGED))
    return tuple(spans)


def _promise(promise: Promise, setting: Setting) -> tuple[Span, ...]:
    """Number, sign, countdown or what became of it, what, and who to whom by when."""
    if promise.is_open:
        loud = alarm(promise, setting.now, warn_before_s=setting.terms.warn_before_s)
        sign, tone = _RUNNING[loud]
        left = countdown(seconds_until(promise.due, setting.now))
    else:
        sign, tone = _SETTLED[promise.state]
        left = setting.say(f"melding-promise-{promise.state.key}")
    struck = promise.state is PromiseState.MOVED
    who = f" {harmless(promise.from_whom)} → {harmless(promise.to_whom)}"
    return (
        (f"#{promise.id} ", Tone.DIM),
        (f"{sign} {fit(left, 6)} ", tone),
        (harmless(promise.what), Tone.STRUCK if struck else Tone.STRONG),
        (who, Tone.STRUCK if struck else Tone.PLAIN),
        (f" {setting.clock(promise.due)}", Tone.STRUCK if struck else Tone.DIM),
        (f" {harmless(promise.why)}" if promise.why else "", Tone.LOGGED),
    )
