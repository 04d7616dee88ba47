"""The place that was probably meant by the words of a melding without a point. Pure.

The best that the server found for them, as far as that has come; else the words as they stand, which the
server then looks up once more.
"""

from console.grammar import find
from console.grammar.known import Known
from protocol.model.place import Place
from protocol.model.text import Name


def guessed_place(incident: int, known: Known) -> Place:
    """The place to take. Raises NotUnderstood for a melding that is not on the board."""
    melding = known.board.incidents.get(incident)
    if melding is None:
        raise find.missing("problem-missing-incident", known.line)
    best = known.places.best(melding.place.name)
    return melding.place if best is None else Place(name=Name(best.name), point=best.point)
