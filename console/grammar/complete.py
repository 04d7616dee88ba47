"""What could stand at the cursor: verbs, call signs, numbers, words, codes; likeliest first. Pure.

Only what makes sense is offered: units that can be sent, moves that are legal.
"""

from collections.abc import Mapping, Sequence

from console.actions.action import Action, Selection
from console.actions.catalog import Catalog
from console.grammar.candidates import Candidate, Completion, subjects, verbs
from console.grammar.classifications import NONE_KNOWN, Classifications
from console.grammar.offer import Offer
from console.grammar.parse import action_at
from console.grammar.places import NO_PLACES, KnownPlaces
from console.grammar.placing import place_typed
from console.grammar.words import Word, split
from protocol.model.board import Board
from protocol.model.fix import Fix

__all__ = ["Candidate", "Completion", "complete"]


def complete(
    line: str,
    cursor: int,
    catalog: Catalog,
    board: Board,
    selection: Selection,
    language: str = "nl",
    *,
    actions: Sequence[Action] | None = None,
    fixes: Mapping[int, Fix] | None = None,
    classes: Classifications = NONE_KNOWN,
    places: KnownPlaces = NO_PLACES,
) -> Completion:
    """What could stand at the cursor, a column from 0 to the length of the line.

    `actions` are those that may be offered (all when None); `fixes` say where units are;
    `classes` is the site's list, `places` what the server found for words typed before.
    """
    words = split(line[:cursor])
    at_word = bool(words) and words[-1].end == cursor
    before = words[:-1] if at_word else words
    start = words[-1].start if at_word else cursor
    begun = line[start:cursor]
    if not before:
        found = verbs(begun, catalog.actions if actions is None else actions, language)
        if any(char.isdigit() for char in begun) or begun.startswith("#"):
            found += subjects(begun, board)
        return Completion(start=start, end=cursor, candidates=tuple(found))
    word = Word(text=begun, start=start, end=cursor)
    found_action = action_at([*before, word], catalog, board)
    if found_action is None:
        return Completion(start=start, end=cursor)
    typed = place_typed(line, cursor, catalog, board, selection)
    if typed is not None and (found_places := places.like(typed.text)):
        return Completion(
            start=typed.start,
            end=cursor,
            candidates=tuple(Candidate(text=places.typed(each), subject=each) for each in found_places),
            takes_first=True,
        )
    action, rest = found_action
    offer = Offer(board, selection, language, fixes or {}, catalog, classes)
    return offer.of(action, rest[:-1], word, line)
