"""What makes a map impossible to build: where, what is wrong, and what to do. Raised by reader and writer."""

from pathlib import Path

from protocol.errors import OpenlijnError


class BuildWrong(OpenlijnError):
    """One line for whoever asked for the map."""

    def __init__(self, path: Path, what: str, to_do: str) -> None:
        super().__init__(f"{path}: {what}; {to_do}")
        self.path = path
        self.what = what
        self.to_do = to_do
