"""What somebody is typing to each line and has not sent, per incident: looking elsewhere loses nothing.

Pure bookkeeping, owned by the desk.
"""

from console.field.edit import Edit, holding

NOTHING = Edit()


class Drafts:
    """A line of text per incident."""

    def __init__(self) -> None:
        self._edits: dict[int, Edit] = {}

    def of(self, incident: int | None) -> Edit:
        """What is being typed there; empty for nothing or for no incident."""
        return NOTHING if incident is None else self._edits.get(incident, NOTHING)

    def texts(self) -> dict[int, str]:
        """Every text, by incident."""
        return {incident: edit.text for incident, edit in self._edits.items()}

    def clear(self) -> None:
        """Nothing is being typed anywhere."""
        self._edits.clear()

    def keep(self, incident: int, edit: Edit) -> None:
        """This is being typed there now."""
        if edit.text:
            self._edits[incident] = edit
        else:
            self._edits.pop(incident, None)

    def move(self, incident: int, to: int) -> None:
        """What was typed there stands here now: it is the same melding, under its number."""
        edit = self._edits.pop(incident, NOTHING)
        if edit.text and self.of(to).text:
            self.take_back(to, edit.text)
        elif edit.text:
            self._edits[to] = edit

    def take(self, incident: int) -> str:
        """The words that are being typed there; they stand there no more."""
        return self._edits.pop(incident, NOTHING).text

    def take_back(self, incident: int, text: str) -> None:
        """Words that were refused stand before whatever has been typed since."""
        since = self.of(incident).text
        self.keep(incident, holding(f"{text} {since}" if since else text))
