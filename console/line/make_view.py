"""From what is known to the line panel and the row on which one speaks. Reads the desk; changes nothing."""

from datetime import timedelta, tzinfo

from attrs import evolve

from console.actions.action import Where
from console.actions.key_names import key_name
from console.desk.desk import Desk
from console.line.heads import talks
from console.line.speak_bar import Hearers, SpeakView
from console.line.view import LineView
from console.part.field import Field
from console.shell.views import waiting
from console.unit.whose_desk import our_name
from protocol.commands.contact import TellMelder
from protocol.commands.timeline import Speak
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind


def line_view(desk: Desk, zone: tzinfo) -> LineView:
    """The shown line of the selected incident at this moment."""
    kind = desk.lines.shown
    return LineView(
        incident=desk.chosen(),
        now=desk.now,
        zone=zone,
        selected=desk.entry,
        read=desk.read,
        under_way=_under_way(desk, kind),
        line=kind,
        me=our_name(desk),
        rows=desk.lines.rows,
        switch=key_of(desk, "go-line"),
        golden_hour=timedelta(seconds=desk.terms.golden_hour_s),
        focused=desk.panel is Where.LINE and desk.field is None,
    )


def speak_view(desk: Desk) -> SpeakView:
    """The speaking row: who will hear it, or why nobody would."""
    incident = desk.chosen()
    view = SpeakView(
        edit=desk.lines.draft(), focused=desk.field is Field.SPEAK, hint=_hint(desk), incident=desk.incident
    )
    if incident is None or not incident.contact_line.is_open:
        return view
    if desk.lines.shown is LineKind.OPEN:
        hearers, prompt = Hearers.COLLEAGUES, desk.say("lines-prompt-colleagues")
    elif talks(incident, our_name(desk)):
        hearers, prompt = Hearers.MELDER, desk.say("lines-prompt-melder")
    else:
        hearers, prompt = Hearers.NOBODY, desk.say("lines-prompt-nobody")
    return evolve(view, hearers=hearers, prompt=prompt)


def _under_way(desk: Desk, kind: LineKind) -> tuple[str, ...]:
    """What was said to that line and has no answer yet."""
    said = TellMelder if kind is LineKind.CONTACT else Speak
    return tuple(
        wish.command.text
        for wish in waiting(desk)
        if isinstance(wish.command, said) and wish.command.incident == desk.incident
    )


def _hint(desk: Desk) -> str:
    incident = desk.chosen()
    action = desk.catalog.by_id["speak"]
    if incident is not None and not incident.is_open:
        return desk.say("desk-line-closed")
    if not desk.permitted(action):
        return desk.say("desk-line-may-not")
    if incident is not None and desk.lines.shown is LineKind.CONTACT:
        return _contact_hint(desk, incident)
    return desk.say("desk-speak-hint", press=key_of(desk, "speak"))


def _contact_hint(desk: Desk, incident: Incident) -> str:
    if not incident.contact_line.is_open:
        return desk.say("lines-no-contact", press=key_of(desk, "open-contact"))
    if talks(incident, our_name(desk)):
        return desk.say("lines-speak-melder", press=key_of(desk, "step"))
    switch = key_of(desk, "go-line")
    if incident.contact_line.member(our_name(desk)) is None:
        return desk.say("lines-speak-off", listen=key_of(desk, "listen"), switch=switch)
    return desk.say("lines-speak-listens", press=key_of(desk, "step"), switch=switch)


def key_of(desk: Desk, id: str) -> str:
    """The key of this action, as a person reads it."""
    return key_name(desk.catalog.by_id[id].key)
