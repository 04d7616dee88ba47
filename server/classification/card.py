"""Question cards: what to ask when a melding is of a class; one key a question, each can be skipped (A8).

A card belongs to a level of the list and holds for everything below it. Read from TOML; asked for by consoles
as the document `cards`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import asdict, field, frozen
from attrs.validators import in_, matches_re

from protocol.model.text import storable
from server.classification.classes import Class, ClassList
from server.toml_table import TomlTable, table_in

KINDS = ("text", "direction", "vehicle", "weapon", "injury", "description")


@frozen(kw_only=True)
class Question:
    """One question."""

    question: str = field(validator=[storable(40), matches_re(r"[a-z][a-z0-9-]*")])
    """What the answer is filed under."""

    key: str = field(validator=matches_re(r"[a-z0-9]"))
    """The key press."""

    nl: str = field(validator=storable(200))
    en: str = field(validator=storable(200))
    kind: str = field(default="text", validator=in_(KINDS))


@frozen(kw_only=True)
class Cards:
    """Every card by its level; () is the one for all."""

    questions_by_level: Mapping[tuple[str, ...], tuple[Question, ...]] = field(factory=dict)

    def questions_of(self, each: Class) -> tuple[Question, ...]:
        """The card of a class: its own questions first, then those of each higher level.

        A question that a lower level words anew is asked in the lower level's words.
        """
        by_name: dict[str, Question] = {}
        for depth in range(len(each.levels), -1, -1):
            for question in self.questions_by_level.get(each.levels[:depth], ()):
                by_name.setdefault(question.question, question)
        return tuple(by_name.values())

    def shown(self, classes: ClassList) -> Iterator[Mapping[str, Any]]:
        """The shape of the document `cards`."""
        for each in classes.classes:
            yield {"code": each.code, "questions": [asdict(question) for question in self.questions_of(each)]}


def read_cards(path: Path, raw: bytes) -> Cards:
    """The cards of a file; `path` is for the messages. Raises ConfigWrong with file, line and key."""
    root = table_in(path, raw)
    by_level: dict[tuple[str, ...], tuple[Question, ...]] = {}
    for nth, table in enumerate(root.tables("card")):
        level = _level(table)
        if level in by_level:
            table.wrong("level", "a level that has no card yet", list(level))
        questions = tuple(_question(each, nth) for each in table.tables("question"))
        table.no_others()
        if not questions:
            table.wrong("question", "at least one table [[card.question]]")
        by_level[level] = questions
    root.no_others()
    _check_keys(root, by_level)
    return Cards(questions_by_level=by_level)


def _level(table: TomlTable) -> tuple[str, ...]:
    """An empty list is the card for all."""
    if table.content.get("level") == []:
        table.known.add("level")
        return ()
    level = table.texts("level", "up to three texts, or [] for every melding")
    if len(level) > 3:
        table.wrong("level", "up to three texts, or [] for every melding", list(level))
    return level


def _question(table: TomlTable, card: int) -> Question:
    values = {name: table.text_at(name, "a text") for name in ("question", "key", "nl", "en")}
    kind = table.text_or_none("kind") or "text"
    table.no_others()
    try:
        return Question(**values, kind=kind)
    except (TypeError, ValueError) as error:
        # attrs names the field first, in quotes or without.
        name = next((key for key in (*values, "kind") if f"'{key}'" in str(error)), "question")
        table.wrong(f"{name} (card {card + 1})", str(error).split(" (")[0], {**values, "kind": kind}[name])


def _check_keys(root: TomlTable, by_level: Mapping[tuple[str, ...], tuple[Question, ...]]) -> None:
    """On one card, with what it inherits, no key and no question stands twice."""
    for level in by_level:
        name_by_key: dict[str, str] = {}
        for depth in range(len(level), -1, -1):
            names: set[str] = set()
            for question in by_level.get(level[:depth], ()):
                if question.question in names:
                    root.wrong("card", f"each question once in {list(level[:depth])}", question.question)
                names.add(question.question)
                other = name_by_key.setdefault(question.key, question.question)
                if other != question.question:
                    root.wrong(
                        "card",
                        f"one question for key {question.key!r} in {list(level)} with its higher levels",
                        f"{other} and {question.question}",
                    )
