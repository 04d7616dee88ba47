"""Text cut to a number of terminal cells. Wide characters count two; a cut is shown as `…`.

Pure. Expects harmless text: control characters are made visible before they come here.
"""

from rich.cells import cell_len, set_cell_size


def cells(text: str) -> int:
    """How many columns the text takes."""
    return len(text) if text.isascii() else cell_len(text)


def clip(text: str, width: int) -> str:
    """At most `width` columns, the last of them `…` where something was cut; empty for width <= 0."""
    if width <= 0:
        return ""
    if cells(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Exactly `width` columns: cut or padded, at the left where `right`."""
    text = clip(text, width)
    blank = " " * (max(0, width) - cells(text))
    return blank + text if right else text + blank


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns (at least 2), broken at blanks where there are any.

    Never empty: the empty text is one empty line.
    """
    width = max(2, width)
    lines: list[str] = []
    line = ""
    for word in text.split():
        while cells(word) > width:
            room = width - cells(line) - 1 if line else width
            if room < width // 2 and line:
                lines.append(line)
                line = ""
                continue
            head = _head(word, room)
            lines.append(f"{line} {head}" if line else head)
            line, word = "", word[len(head) :]
        if line and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line = word
        elif word:
            line = f"{line} {word}" if line else word
    if line or not lines:
        lines.append(line)
    return lines


def _head(word: str, width: int) -> str:
    """As many characters as fit in `width` columns, at least one."""
    count = used = 0
    for char in word:
        used += cells(char)
        if used > width:
            break
        count += 1
    return word[: max(1, count)]
