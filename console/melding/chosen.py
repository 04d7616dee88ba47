"""What those who go must be able to do, and who was sent past somebody nearer (B6, A89). Pure."""

from console.harmless import harmless
from console.melding.labelled import Setting, labelled
from console.paint.age import travel
from console.paint.row import Row, Span
from console.paint.tone import Tone
from protocol.model.choice import Choice
from protocol.rules.choice import asks_reason


def chosen_rows(setting: Setting) -> list[Row]:
    """The skills asked for, then each choice that passed somebody over; the nearest needs no row."""
    say, incident = setting.say, setting.incident
    skills = [((harmless(", ".join(incident.skills)), Tone.STRONG),)] if incident.skills else []
    passed = [
        _choice(each, setting, asked=asks_reason(incident, at))
        for at, each in enumerate(incident.choices)
        if each.nearest
    ]
    return labelled(say("melding-skills"), skills, setting.width) + labelled(
        say("melding-choices"), passed, setting.width
    )


def _choice(choice: Choice, setting: Setting, *, asked: bool) -> tuple[Span, ...]:
    say = setting.say
    told = say(
        "melding-passed-over",
        unit=harmless(choice.unit),
        nearest=harmless(choice.nearest),
        sooner=travel(choice.travel_s - choice.nearest_s),
    )
    if asked or choice.reason is None:
        return (told, Tone.PLAIN), (f" ◇ {say('melding-why-not')}", Tone.WARN)
    return (told, Tone.PLAIN), (f" {say(f'choice-reason-{choice.reason.key}')}", Tone.LOGGED)
