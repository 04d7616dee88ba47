"""What somebody is typing to each line and has not sent."""

from console.field.edit import Edit, holding
from console.line.drafts import Drafts


def test_each_incident_has_a_draft_of_its_own() -> None:
    """Looking elsewhere loses nothing; no incident has none."""
    drafts = Drafts()
    drafts.keep(1, holding("een"))
    drafts.keep(2, holding("twee"))
    assert (drafts.of(1).text, drafts.of(2).text) == ("een", "twee")
    assert drafts.of(None) == drafts.of(3) == Edit()


def test_a_draft_that_was_emptied_is_gone() -> None:
    """Nothing is kept of it on the disk."""
    drafts = Drafts()
    drafts.keep(1, holding("een"))
    drafts.keep(1, Edit())
    assert drafts.texts() == {}
    drafts.keep(2, holding("twee"))
    drafts.clear()
    assert drafts.texts() == {}


def test_refused_words_stand_before_what_was_typed_since() -> None:
    """In the order in which they were typed, the caret at the end."""
    drafts = Drafts()
    drafts.take_back(1, "achterom")
    assert drafts.of(1) == holding("achterom")
    drafts.take_back(1, "kom")
    assert drafts.of(1) == holding("kom achterom")
