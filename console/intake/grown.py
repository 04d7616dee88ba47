"""The form of a melding that is out, made of what is known of it, to be opened again and again. Pure.

What stands in it counts as sent; only what is changed goes, as the field it is.
"""

from console.command.command_text import melder_words
from console.field.edit import holding
from console.grammar.vocabulary import QUESTION_WORDS, SOURCE_WORDS, word_for
from console.intake.form import CARD, LINE, Form, Question
from protocol.model.incident import Incident


def form_of(incident: Incident, language: str) -> Form:
    """Everything that the intake learnt, in its fields; the hand in the first that is still empty."""
    form, intake = Form(), incident.intake
    texts = {
        LINE: _line(incident),
        "source": "" if intake.source is None else word_for(intake.source, SOURCE_WORDS, language),
        "question": "" if intake.question is None else word_for(intake.question, QUESTION_WORDS, language),
        "classify": intake.code,
        "melder": "" if intake.melder is None else " ".join(melder_words(intake.melder, language)),
        "expects": intake.expects,
        "fears": intake.fears,
        "story": intake.story,
        **{CARD + each.question: each.text for each in intake.answers},
    }
    form.edits = {name: holding(text) for name, text in texts.items() if text}
    form.questions = tuple(
        Question(question=each.question, key="", text=each.question) for each in intake.answers
    )
    form.number = incident.number
    form.were_sent({name: form.text(name) for name in form.edits})
    form.at = next((name for name in form.fields if name != LINE and not form.text(name)), "story")
    return form


def _line(incident: Incident) -> str:
    where = f" @ {incident.place.name}" if incident.place.name else ""
    return f"{int(incident.priority)} {incident.what}{where}"
