"""The reader that somebody chose. A choice belongs to its melding; another melding starts anew.

What widens goes back: *to the caller* is for one sentence. What narrows stays: a whisper until changed, the
line while the melding is selected. Nothing here sends.
"""

from attrs import frozen

from console.part.reader import Reader


@frozen
class _Choice:
    incident: int | None
    reader: Reader
    before: Reader | None
    """Who was chosen when somebody turned to the caller."""


class Readers:
    """At most one choice."""

    def __init__(self) -> None:
        self._choice: _Choice | None = None

    def forget(self) -> None:
        """Another history: its meldingen are not those."""
        self._choice = None

    def chosen(self, incident: int | None) -> Reader | None:
        """Who was chosen for this melding; None for nobody."""
        choice = self._choice
        return choice.reader if choice is not None and choice.incident == incident else None

    def choose(self, incident: int | None, reader: Reader | None) -> None:
        """From now on, while this melding is selected; None for whoever reads when nobody chose."""
        if reader is None:
            self._choice = None
            return
        before = self.chosen(incident)
        self._choice = _Choice(incident, reader, before if before is not Reader.CALLER else None)

    def looks_at(self, incident: int | None) -> None:
        """Another melding is selected: it starts anew, also when one comes back later."""
        if self._choice is not None and self._choice.incident != incident:
            self._choice = None

    def go_back(self) -> bool:
        """To the usual reader. False when nobody had chosen."""
        had, self._choice = self._choice is not None, None
        return had

    def said(self) -> None:
        """A sentence has gone: whoever turned to the caller turns back."""
        choice = self._choice
        if choice is not None and choice.reader is Reader.CALLER:
            self._choice = None if choice.before is None else _Choice(choice.incident, choice.before, None)
