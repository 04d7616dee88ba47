"""Lines typed before, walked with up and down; the line that was being typed waits at the near end."""


class Past:
    """Newest last."""

    def __init__(self, lines: tuple[str, ...] = ()) -> None:
        self._lines = list(lines)
        self._place: int | None = None
        self._unfinished = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """Newest last."""
        return tuple(self._lines)

    def add(self, line: str) -> None:
        """A line that was accepted."""
        self.keep(line)
        self.rewind()

    def keep(self, line: str) -> None:
        """A line to be had back, once."""
        if line.strip() and (not self._lines or self._lines[-1] != line):
            self._lines.append(line)

    def rewind(self) -> None:
        """Back to the near end."""
        self._place, self._unfinished = None, ""

    def older(self, typed: str) -> str | None:
        """The line before; None at the beginning. `typed` is kept for the way back."""
        if self._place is None:
            self._place, self._unfinished = len(self._lines), typed
        if self._place == 0:
            return None
        self._place -= 1
        return self._lines[self._place]

    def newer(self) -> str | None:
        """The line after; at the end the one that was being typed. None when already there."""
        if self._place is None:
            return None
        self._place += 1
        if self._place >= len(self._lines):
            line = self._unfinished
            self.rewind()
            return line
        return self._lines[self._place]
