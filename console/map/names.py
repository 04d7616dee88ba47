"""The names on a map, each told once and known by a number, so that arrays can carry them.

Grows while pieces come in; a number keeps its name.
"""

from console.harmless import harmless


class Names:
    """Numbers for names, from 1 on; 0 is no name."""

    def __init__(self) -> None:
        self._names = [""]
        self._number_by_name = {"": 0}

    def number(self, name: str) -> int:
        """The number of this name, made harmless; 0 for the empty one."""
        name = harmless(name)
        if name not in self._number_by_name:
            self._number_by_name[name] = len(self._names)
            self._names.append(name)
        return self._number_by_name[name]

    def __getitem__(self, number: int) -> str:
        """The name of a number that `number` gave. Raises IndexError for another."""
        return self._names[number]
