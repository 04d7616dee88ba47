"""How large it is dealt with, who leads, who was asked, who knows, can, does (gaps first); split pairs. Pure.

Part of the melding panel. What is as usual takes no rows.
"""

from collections.abc import Mapping
from datetime import timedelta

from console.harmless import harmless
from console.line.melder import direct_spans, link_spans, where
from console.line.scale_strip import golden_left_s
from console.melding.labelled import Setting, labelled
from console.paint.countdown import countdown
from console.paint.row import Row, Span
from console.paint.text import fit
from console.paint.tone import Tone
from protocol.model.scale import Level, WhoRow
from protocol.model.unit import Unit

PAIR_WORDS = 3
"""The newest words of a pair that are shown."""

_DOT: Span = (" · ", Tone.DIM)


def contact_rows(setting: Setting) -> list[Row]:
    """Headline figure and the melder's end; nothing before there is a contact line or a link."""
    say, incident = setting.say, setting.incident
    contact = incident.contact_line
    if contact.opened_at is None and contact.link is None:
        return []
    parts = [
        ((say("lines-with", unit=harmless(contact.unit)), Tone.MELDER),) if contact.is_open else (),
        direct_spans(incident, setting.now, say),
        link_spans(incident, setting.now, say),
        ()
        if contact.safe_at is None
        else ((say("lines-safe", at=setting.clock(contact.safe_at)), Tone.GOOD),),
        () if contact.melder_at is None else ((where(incident, contact.melder_at, say), Tone.PLAIN),),
    ]
    return labelled(say("lines-label-contact"), [_dotted(parts)], setting.width)


def scale_rows(setting: Setting) -> list[Row]:
    """Level, GRIP, golden hour and owner; the lead; colleagues asked; partners and joined lines."""
    say, scale, owner = setting.say, setting.incident.scale, setting.incident.owner
    left = golden_left_s(scale, setting.now, timedelta(seconds=setting.terms.golden_hour_s))
    raised = scale.level is not Level.TEAM or scale.grip > 0 or left > 0
    size: list[tuple[Span, ...]] = []
    if raised:
        size.append(((f"▲ {say(f'level-{scale.level.key}')}", Tone.WARN),))
        size.append(((f"GRIP {scale.grip}", Tone.WARN if scale.grip else Tone.DIM),))
        size.append(((say("lines-golden", left=countdown(left)), Tone.PLAIN),) if left else ())
    if owner:
        size.append(((say("lines-owner", team=harmless(owner)), Tone.DIM),))
    rows = labelled(say("lines-label-scale"), [_dotted(size)] if size else [], setting.width)
    if scale.central_since is not None:
        since = say("lines-lead-since", at=setting.clock(scale.central_since), by=harmless(scale.central_by))
        word = say("lines-lead-central" if scale.is_central else "lines-lead-decentral")
        lead: tuple[Span, ...] = (
            (word, Tone.WARN if scale.is_central else Tone.STRONG),
            (f" {since}", Tone.DIM),
        )
        rows += labelled(say("lines-label-lead"), [lead], setting.width)
    if scale.asked_at is not None:
        asked: list[Span] = [
            (f"{setting.clock(scale.asked_at)} ", Tone.DIM),
            (say("lines-asked", by=harmless(scale.asked_by)), Tone.STRONG),
        ]
        if scale.asked_text:
            asked.append((f" „{harmless(scale.asked_text)}”", Tone.PLAIN))
        rows += labelled(say("lines-label-asked"), [asked], setting.width)
    beside: list[tuple[Span, ...]] = []
    if scale.partners:
        beside.append(((say("lines-partners", names=harmless(", ".join(scale.partners))), Tone.PLAIN),))
    if scale.joined_to:
        others = ", ".join(str(number) for number in scale.joined_to)
        beside.append(((say("lines-joined", others=others), Tone.PLAIN),))
    return rows + labelled(say("lines-label-with"), [_dotted(beside)] if beside else [], setting.width)


def who_rows(setting: Setting) -> list[Row]:
    """The who-matrix: what nobody knows, can or does yet comes first (A65)."""
    standing = [row for row in setting.incident.scale.who if not row.is_dropped]
    standing.sort(key=lambda row: (bool(row.who), row.kind, row.id))
    return labelled(setting.say("lines-label-who"), [_who(row, setting) for row in standing], setting.width)


def pair_rows(setting: Setting, units: Mapping[int, Unit]) -> list[Row]:
    """The newest words between the halves of each split pair on the melding, each pair once."""
    rows: list[Row] = []
    told: set[int] = set()
    for id in setting.incident.units:
        unit = units.get(id)
        mate = None if unit is None or unit.pair is None else units.get(unit.pair)
        if unit is None or mate is None or unit.id in told:
            continue
        told |= {unit.id, mate.id}
        head: tuple[Span, ...] = ((f"{harmless(unit.call_sign)} ⇄ {harmless(mate.call_sign)}", Tone.STRONG),)
        words = [
            (
                (f"{setting.clock(entry.at)} ", Tone.DIM),
                (harmless(entry.by), Tone.STRONG),
                (f" {harmless(entry.text)}", Tone.PLAIN),
            )
            for entry in unit.pair_words[-PAIR_WORDS:]
        ]
        rows += labelled(setting.say("lines-label-pair"), [head, *words], setting.width)
    return rows


def _who(row: WhoRow, setting: Setting) -> tuple[Span, ...]:
    say = setting.say
    kind = fit(say(f"who-kind-{row.kind.key}"), 6)
    head: tuple[Span, ...] = ((f"#{row.id} ", Tone.DIM), (kind, Tone.DIM))
    if not row.who:
        return (*head, (f"◆ {say('lines-nobody-yet')}", Tone.BAD), (f" {harmless(row.what)}", Tone.STRONG))
    return (*head, (f"✔ {harmless(row.who)}", Tone.GOOD), (f" {harmless(row.what)}", Tone.PLAIN))


def _dotted(parts: list[tuple[Span, ...]]) -> tuple[Span, ...]:
    """The parts that say something, parted by dots."""
    spans: list[Span] = []
    for part in parts:
        if part:
            spans += [_DOT, *part] if spans else part
    return tuple(spans)
