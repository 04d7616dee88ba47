"""Who reads the row: a choice belongs to its melding, what widens goes back, what narrows stays."""

from console.part.reader import Reader
from console.row.readers import Readers


def test_a_choice_belongs_to_its_melding() -> None:
    """Another melding starts anew, also when one comes back."""
    readers = Readers()
    readers.choose(7, Reader.LINE)
    assert (readers.chosen(7), readers.chosen(8)) == (Reader.LINE, None)
    readers.looks_at(8)
    readers.looks_at(7)
    assert readers.chosen(7) is None


def test_to_the_caller_is_for_one_sentence() -> None:
    """Then whoever read before reads again: the whisper, or the usual reader."""
    readers = Readers()
    readers.choose(7, Reader.CALLER)
    readers.said()
    assert readers.chosen(7) is None
    readers.choose(7, Reader.WHISPER)
    readers.choose(7, Reader.CALLER)
    readers.said()
    assert readers.chosen(7) is Reader.WHISPER


def test_a_whisper_and_the_line_stay() -> None:
    """However many sentences are said."""
    readers = Readers()
    for reader in (Reader.WHISPER, Reader.LINE):
        readers.choose(7, reader)
        readers.said()
        readers.said()
        assert readers.chosen(7) is reader


def test_one_goes_back_to_the_usual_reader_once() -> None:
    """The second time there is nothing to go back from."""
    readers = Readers()
    readers.choose(7, Reader.LINE)
    assert (readers.go_back(), readers.go_back(), readers.chosen(7)) == (True, False, None)


def test_another_history_has_other_meldingen() -> None:
    """Whoever was chosen for 7 there is not chosen for the 7 of here."""
    readers = Readers()
    readers.choose(7, Reader.LINE)
    readers.forget()
    assert readers.chosen(7) is None
