"""From words on the row to the wishes that carry them to their reader. Pure."""

from console.actions.coded import classified_in_words
from console.grammar.codes import code_of
from console.part.context import Context
from console.part.reader import Reader
from console.part.whose_desk import our_unit
from protocol.commands.command import Command
from protocol.commands.contact import TellMelder
from protocol.commands.pairs import SpeakToPair
from protocol.commands.timeline import AddEntry, Speak, Whisper
from protocol.model.text import Text


def said_to(context: Context, reader: Reader, words: str) -> tuple[Command, ...]:
    """What carries them. Raises ValueError for words that cannot be sent, as by being too long.

    A code word in a line of the log classifies (A2), as it does in the verb.
    """
    text, number = Text(words.strip()), context.incident
    if reader is Reader.PAIR:
        unit = our_unit(context)
        return () if unit is None else (SpeakToPair(unit=unit.id, text=text),)
    if number is None:
        return ()
    match reader:
        case Reader.LOG:
            return (AddEntry(incident=number, text=text), *_classified(context, number, words))
        case Reader.LINE:
            return (Speak(incident=number, text=text),)
        case Reader.WHISPER:
            return (Whisper(incident=number, text=text),)
        case Reader.CALLER:
            return (TellMelder(incident=number, text=text),)
        case _:
            return ()


def words_of(command: Command) -> tuple[Reader, int, str] | None:
    """Reader, melding and words of a wish that the row makes; None for any other. A pair has melding 0."""
    match command:
        case AddEntry(incident=incident, text=text):
            return Reader.LOG, incident, text
        case Speak(incident=incident, text=text):
            return Reader.LINE, incident, text
        case Whisper(incident=incident, text=text):
            return Reader.WHISPER, incident, text
        case TellMelder(incident=incident, text=text):
            return Reader.CALLER, incident, text
        case SpeakToPair(text=text):
            return Reader.PAIR, 0, text
        case _:
            return None


def _classified(context: Context, number: int, words: str) -> tuple[Command, ...]:
    coded = [each for word in words.split() if (each := code_of(word, context.classes)) is not None]
    return classified_in_words({"incident": number, "class": coded[-1]}, context.board) if coded else ()
