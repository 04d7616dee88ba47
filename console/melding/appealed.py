"""What the melding asks of whom, until that is answered: a row each. Pure; part of the melding panel."""

from collections.abc import Iterable, Mapping

from console.harmless import harmless
from console.melding.labelled import Setting, labelled
from console.paint.row import Row, Span
from console.paint.tone import Tone
from protocol.model.appeal import Appeal
from protocol.model.unit import Unit


def appeal_rows(setting: Setting, units: Mapping[int, Unit]) -> list[Row]:
    """Since when, what, whose deed; whom the server would send, and which units said to have heard it."""
    return labelled(
        setting.say("melding-label-asks"),
        [_appeal(each, setting, units) for each in setting.incident.appeals],
        setting.width,
    )


def _appeal(found: Appeal, setting: Setting, units: Mapping[int, Unit]) -> tuple[Span, ...]:
    say = setting.say
    spans: list[Span] = [
        (f"{setting.clock(found.since)} ", Tone.DIM),
        (say(f"appeal-kind-{found.kind.key}"), Tone.WARN),
        (f" ({harmless(found.by)})", Tone.DIM),
    ]
    for key, ids in (("proposed", found.proposed), ("heard", found.heard)):
        if ids:
            spans.append((f" · {say(f'melding-asks-{key}', names=_signs(ids, units))}", Tone.PLAIN))
    return tuple(spans)


def _signs(ids: Iterable[int], units: Mapping[int, Unit]) -> str:
    """The call signs; the id of a unit that has left the board."""
    return ", ".join(harmless(units[id].call_sign) if id in units else str(id) for id in ids)
