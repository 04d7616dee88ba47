"""Skills in a line: words with commas between them, or with spaces where there is no comma. Pure.

`fries, eerste hulp` are two, and so are `fries taser`; `eerste hulp,` is one.
"""

from collections.abc import Iterable

from console.grammar.find import wrong
from console.grammar.words import Word
from protocol.model.board import Board
from protocol.model.skill import MAX_SKILL_CHARS, MOST_SKILLS, normal_skills
from protocol.model.text import Name

NONE = "-"
"""What takes every skill back."""


def read_skills(word: Word) -> tuple[Name, ...]:
    """The skills in this stretch. Raises NotUnderstood for one that is too long, or for too many."""
    if word.text.strip() == NONE:
        return ()
    found = normal_skills(word.text.split(",") if "," in word.text else word.text.split())
    for skill in found:
        if len(skill) > MAX_SKILL_CHARS:
            raise wrong("problem-too-long", word, length=len(skill), most=MAX_SKILL_CHARS)
    if len(found) > MOST_SKILLS:
        raise wrong("problem-too-many-skills", word, count=len(found), most=MOST_SKILLS)
    return found


def written_skills(skills: Iterable[str]) -> str:
    """The skills as they are typed."""
    listed = list(skills)
    if len(listed) == 1 and " " in listed[0]:
        return f"{listed[0]},"
    return ", ".join(listed) or NONE


def known_skills(board: Board) -> list[str]:
    """Every skill that somebody on duty has or a melding asks for, in alphabetical order."""
    had = {skill for unit in board.units.values() for skill in unit.skills}
    asked = {skill for incident in board.incidents.values() for skill in incident.skills}
    return sorted(had | asked)


def begun_skills(begun: str, board: Board) -> list[str]:
    """What a stretch without spaces could become: the words before its last comma stay."""
    before, comma, last = begun.rpartition(",")
    given = before.casefold().split(",")
    wanted = last.casefold()
    return [
        f"{before}{comma}{skill}"
        for skill in known_skills(board)
        if skill.startswith(wanted) and skill not in given
    ]
