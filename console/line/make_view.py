"""From what is known to the line panel and the row on which one speaks. Pure."""

from datetime import timedelta, tzinfo

from attrs import evolve

from console.actions.action import Where
from console.command.waiting_lines import shown_waiting
from console.line.heads import talks
from console.line.line_ticks import LineTicks
from console.line.lines import Lines
from console.line.speak_bar import Hearers, SpeakView
from console.line.view import LineView
from console.part.context import Context
from console.part.field import Field
from protocol.commands.contact import TellMelder
from protocol.commands.timeline import Speak
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.wire.messages import OnLineRow


def line_view(context: Context, ticks: LineTicks, zone: tzinfo) -> LineView:
    """The shown line of the selected incident at this moment."""
    kind = context.line
    return LineView(
        incident=context.chosen(),
        now=context.now,
        zone=zone,
        selected=context.entry,
        read=context.read,
        under_way=_under_way(context, kind),
        line=kind,
        me=context.name,
        rows=_rows(context, ticks),
        switch=context.key_of("go-line"),
        golden_hour=timedelta(seconds=context.terms.golden_hour_s),
        focused=context.panel is Where.LINE and context.field is None,
    )


def speak_view(lines: Lines, context: Context) -> SpeakView:
    """The speaking row: who will hear it, or why nobody would."""
    incident = context.chosen()
    view = SpeakView(
        edit=lines.draft(context),
        focused=context.field is Field.SPEAK,
        hint=_hint(context),
        incident=context.incident,
    )
    if incident is None or not incident.contact_line.is_open:
        return view
    if context.line is LineKind.OPEN:
        hearers, prompt = Hearers.COLLEAGUES, context.say("lines-prompt-colleagues")
    elif talks(incident, context.name):
        hearers, prompt = Hearers.MELDER, context.say("lines-prompt-melder")
    else:
        hearers, prompt = Hearers.NOBODY, context.say("lines-prompt-nobody")
    return evolve(view, hearers=hearers, prompt=prompt)


def _rows(context: Context, ticks: LineTicks) -> tuple[OnLineRow, ...]:
    """What the members of the shown line have and do."""
    return () if context.incident is None else ticks.rows(context, (context.incident, context.line))


def _under_way(context: Context, kind: LineKind) -> tuple[str, ...]:
    """What was said to that line and has no answer yet."""
    said = TellMelder if kind is LineKind.CONTACT else Speak
    return tuple(
        wish.command.text
        for wish in shown_waiting(context)
        if isinstance(wish.command, said) and wish.command.incident == context.incident
    )


def _hint(context: Context) -> str:
    incident = context.chosen()
    action = context.catalog.by_id["speak"]
    if incident is not None and not incident.is_open:
        return context.say("desk-line-closed")
    if not context.permitted(action):
        return context.say("desk-line-may-not")
    if incident is not None and context.line is LineKind.CONTACT:
        return _contact_hint(context, incident)
    return context.say("desk-speak-hint", press=context.key_of("speak"))


def _contact_hint(context: Context, incident: Incident) -> str:
    if not incident.contact_line.is_open:
        return context.say("lines-no-contact", press=context.key_of("open-contact"))
    if talks(incident, context.name):
        return context.say("lines-speak-melder", press=context.key_of("step"))
    switch = context.key_of("go-line")
    if incident.contact_line.member(context.name) is None:
        return context.say("lines-speak-off", listen=context.key_of("listen"), switch=switch)
    return context.say("lines-speak-listens", press=context.key_of("step"), switch=switch)
