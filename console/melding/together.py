"""What those involved do together: the three lists, needs, additions, citizens, referrals. Pure."""

from collections.abc import Mapping

from console.harmless import harmless
from console.melding.labelled import Setting, labelled
from console.paint.row import Row, Span
from console.paint.tone import Tone
from protocol.model.unit import Unit
from protocol.model.work import Aim, Need, Referral


def work_rows(setting: Setting, units: Mapping[int, Unit]) -> list[Row]:
    """Each list that holds something, in the order in which one works."""
    say, width, work = setting.say, setting.width, setting.incident.work
    rows: list[Row] = []
    for aim in Aim:
        lines = [((f"· {harmless(each.text)}", Tone.PLAIN),) for each in work.aims if each.aim is aim]
        rows += labelled(say(f"aim-{aim.key}"), lines, width)
    rows += labelled(say("melding-needs"), [_need(each, setting) for each in work.needs], width)
    additions = [
        (
            (harmless(units[each.unit].call_sign if each.unit in units else str(each.unit)), Tone.STRONG),
            (f" {harmless(each.text)}", Tone.PLAIN),
        )
        for each in work.additions
    ]
    rows += labelled(say("melding-additions"), additions, width)
    citizens = [
        ((harmless(each.name), Tone.STRONG), (f" {say(f'citizen-role-{each.role.key}')}", Tone.DIM))
        for each in work.citizens
    ]
    rows += labelled(say("melding-citizens"), citizens, width)
    return rows + labelled(
        say("melding-referrals"), [_referral(each, setting) for each in work.referrals], width
    )


def _need(need: Need, setting: Setting) -> tuple[Span, ...]:
    head: tuple[Span, ...] = (
        (f"#{need.id} ", Tone.DIM),
        ("✔ " if need.met is not None else "◇ ", Tone.GOOD if need.met is not None else Tone.WARN),
        (harmless(need.what), Tone.PLAIN),
        (f" {setting.say('melding-need-from', who=harmless(need.from_whom))}", Tone.DIM),
    )
    return head if need.met is None else (*head, (f" {harmless(need.met)}", Tone.LOGGED))


def _referral(referral: Referral, setting: Setting) -> tuple[Span, ...]:
    say = setting.say
    accepted = referral.accepted_by
    state: Span = (
        (f" ◇ {say('melding-not-accepted')}", Tone.WARN)
        if accepted is None
        else (f" ✔ {say('melding-accepted', who=harmless(accepted))}", Tone.GOOD)
    )
    consent = "" if referral.consent else f" ({say('melding-no-consent')})"
    return (
        (f"#{referral.id} ", Tone.DIM),
        (harmless(referral.partner), Tone.STRONG),
        (consent, Tone.WARN),
        state,
    )
