"""What the intake learnt: class, source, question, melder, story, answers. Of the melding panel; pure."""

from console.harmless import harmless
from console.melding.labelled import Setting, labelled, worded
from console.paint.age import age, seconds_between
from console.paint.row import Row, Span
from console.paint.tone import Tone
from protocol.rules.contact import holder, is_out_of_touch, last_spoken_at
from protocol.rules.description import description_owed_since


def intake_rows(setting: Setting) -> list[Row]:
    """What it is, who called, and who is in touch with them."""
    say, width = setting.say, setting.width
    rows = labelled(say("melding-class"), [_class(setting)], width)
    rows += labelled(say("melding-melder"), [_melder(setting)], width)
    rows += labelled(say("melding-contact"), [_contact(setting)], width)
    return rows + _caught(setting)


def story_rows(setting: Setting) -> list[Row]:
    """What was said in words; a field that nobody filled takes no row."""
    say, width, intake = setting.say, setting.width, setting.incident.intake
    rows: list[Row] = []
    for key, text in (("expects", intake.expects), ("fears", intake.fears), ("story", intake.story)):
        rows += worded(say(f"melding-{key}"), harmless(text), width)
    answers = [
        ((f"{harmless(each.question)}: ", Tone.DIM), (harmless(each.text), Tone.PLAIN))
        for each in intake.answers
    ]
    return rows + labelled(say("melding-answers"), answers, width)


def _class(setting: Setting) -> tuple[Span, ...]:
    say, intake = setting.say, setting.incident.intake
    code = harmless(intake.code) if intake.code else say("melding-no-class")
    spans: list[Span] = [(code, Tone.STRONG if intake.code else Tone.DIM)]
    if intake.source is not None:
        spans.append((f" · {say(f'source-{intake.source.key}')}", Tone.PLAIN))
    if intake.question is not None:
        spans.append((f" · {say(f'question-{intake.question.key}')}", Tone.PLAIN))
    return tuple(spans)


def _melder(setting: Setting) -> tuple[Span, ...]:
    say, melder = setting.say, setting.incident.intake.melder
    if melder is None:
        return ((say("melding-unknown"), Tone.DIM),)
    spans: list[Span] = [(harmless(melder.name) or say("melding-unknown"), Tone.STRONG)]
    spans.append((f" {say(f'melder-kind-{melder.kind.key}')}", Tone.DIM))
    if melder.number:
        spans.append((f" {harmless(melder.number)}", Tone.PLAIN))
    if melder.call_back:
        spans.append((f" ↩ {say('melding-call-back')}", Tone.WARN))
    return tuple(spans)


def _contact(setting: Setting) -> tuple[Span, ...]:
    """Who holds the melder, and since when nobody spoke to them."""
    say, incident = setting.say, setting.incident
    silent = age(seconds_between(last_spoken_at(incident), setting.now))
    late = is_out_of_touch(incident, setting.now, every_s=setting.terms.keep_in_touch_every_s)
    spoke = say("melding-spoken", age=silent)
    spans: list[Span] = [
        (harmless(holder(incident)), Tone.STRONG),
        (f" {'☏ ' if late else ''}{spoke}", Tone.WARN if late else Tone.PLAIN),
    ]
    if incident.contact.offered_to:
        offered = say("melding-offered", to=harmless(incident.contact.offered_to))
        spans.append((f" → {offered}", Tone.WARN))
    return tuple(spans)


def _caught(setting: Setting) -> list[Row]:
    """Heterdaad: the clock of the description runs until it is out."""
    say, intake = setting.say, setting.incident.intake
    if intake.caught_at is None:
        return []
    owed_since = description_owed_since(intake)
    if owed_since is not None or intake.described_at is None:
        since = age(seconds_between(owed_since or intake.caught_at, setting.now))
        span: Span = (f"◆ {say('melding-not-described', age=since)}", Tone.BAD)
    else:
        span = (f"✔ {say('melding-described', at=setting.clock(intake.described_at))}", Tone.GOOD)
    return labelled(say("melding-caught"), [(span,)], setting.width)
