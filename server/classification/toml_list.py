"""A list of classes in our own form, TOML: the one that ships, and a site's additions to any list."""

from pathlib import Path

from server.classification.classes import SHIPPED, Class, folded
from server.toml_table import TomlTable, table_in


def read_toml(path: Path, raw: bytes, *, origin: str = SHIPPED) -> tuple[Class, ...]:
    """The classes of a file; `path` is for the messages. Raises ConfigWrong with file, line and key."""
    root = table_in(path, raw)
    tables = root.tables("class")
    root.no_others()
    if not tables:
        root.wrong("class", "at least one table [[class]]")
    classes: list[Class] = []
    owner_by_word: dict[str, str] = {}
    for table in tables:
        each = _class(table, origin)
        for key, words in (("code", (each.code,)), ("words", each.words)):
            for word in words:
                other = owner_by_word.setdefault(folded(word), each.code)
                if other != each.code or (key == "code" and any(c.code == each.code for c in classes)):
                    table.wrong(key, "a word that is not yet used", f"{word!r}, which is of {other!r}")
        classes.append(each)
    return tuple(classes)


def _class(table: TomlTable, origin: str) -> Class:
    code = table.text_at("code", "a code of at most 16 characters")
    levels = table.texts("levels", "one to three texts")
    words = table.texts("words", "texts", needed=False)
    definition = table.text_or_none("definition") or ""
    priority = table.number_or("priority", 0)
    table.no_others()
    if priority not in (0, 1, 2, 3, 4, 5):
        table.wrong("priority", "a whole number from 1 to 5", priority)
    try:
        return Class(
            code=code,
            levels=levels,
            priority=int(priority) or None,
            words=words,
            definition=definition,
            origin=origin,
        )
    except (TypeError, ValueError) as error:
        table.wrong(next((key for key in ("levels", "words", "code") if key in str(error)), None), str(error))
