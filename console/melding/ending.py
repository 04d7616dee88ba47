"""Letting go: what is still missing, each with its number, and what is already there. Pure."""

from console.harmless import harmless
from console.melding.labelled import Setting, labelled
from console.paint.row import Row, Span, clip_spans, plain
from console.paint.text import clip
from console.paint.tone import Ground, Tone
from protocol.rules.letting_go import missing_to_let_go


def guard_rows(setting: Setting, *, keys: bool) -> list[Row]:
    """One row for each missing thing; a word when it can be let go. `keys` when the numbers work now."""
    say, incident = setting.say, setting.incident
    if not incident.is_open:
        return []
    missing = missing_to_let_go(incident)
    if not missing:
        return [plain(clip(f" ✔ {say('melding-can-go')}", setting.width), Tone.GOOD)]
    head = clip(f" {say('melding-missing', count=len(missing))}", setting.width)
    rows = [plain(head, Tone.WARN, Ground.BAR)]
    for number, each in enumerate(missing, start=1):
        key: Span = (f"  {number} ", Tone.STRONG if keys else Tone.DIM)
        what: Span = (say(f"missing-{each.key}"), Tone.PLAIN)
        rows.append(Row(spans=clip_spans((key, ("◇ ", Tone.WARN), what), setting.width)))
    return rows


def end_rows(setting: Setting) -> list[Row]:
    """Who took it over, why the citizen goes on alone, who says that it is done, what the melder heard."""
    say, width, end = setting.say, setting.width, setting.incident.letting_go
    rows: list[Row] = []
    if end.handover is not None:
        known = end.handover.acknowledged_at
        state: Span = (
            (f" ◇ {say('melding-not-acknowledged')}", Tone.WARN)
            if known is None
            else (f" ✔ {setting.clock(known)}", Tone.GOOD)
        )
        taker = (
            (harmless(end.handover.taker), Tone.STRONG),
            state,
            (f" {harmless(end.handover.packet)}", Tone.LOGGED),
        )
        rows += labelled(say("melding-taker"), [taker], width)
    if end.own_strength:
        rows += labelled(say("melding-alone"), [((harmless(end.own_strength), Tone.PLAIN),)], width)
    if end.unit_done_by:
        seen = "" if end.citizen_view is None else f" · {say(f'citizen-view-{end.citizen_view.key}')}"
        rows += labelled(
            say("melding-check"), [((f"✔ {harmless(end.unit_done_by)}{seen}", Tone.GOOD),)], width
        )
    if end.feedback is not None:
        told, text = end.feedback.given, harmless(end.feedback.text)
        word = "" if told else f"{say('melding-impossible')}: "
        span: Span = (f"{'✔' if told else '✗'} {word}{text}", Tone.GOOD if told else Tone.WARN)
        rows += labelled(say("melding-feedback"), [(span,)], width)
    return rows
