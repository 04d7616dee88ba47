"""Code words in a sentence."""

from console.actions.catalog import CATALOG
from console.grammar.classifications import NONE_KNOWN, Classification, Classifications
from console.grammar.codes import code_of, with_codes
from protocol.model.text import Name, Text

BURGLARY = Classification(code=Name("INB"), name="Inbraak / Woning", last="Woning", words=("inbraak",))
FIRE = Classification(code=Name("BRD"), name="Brand", last="Brand")
CLASSES = Classifications(classes=(BURGLARY, FIRE))
OPEN = CATALOG.by_id["open"]


def test_a_code_is_a_word_behind_one_hyphen() -> None:
    """With a full stop behind it, too; `--` begins a text, and other words are words."""
    assert code_of("-inbraak", CLASSES) == BURGLARY
    assert code_of("-INB.", CLASSES) == BURGLARY
    assert [code_of(word, CLASSES) for word in ("inbraak", "--", "-", "-zzz", "--inbraak")] == [None] * 5
    assert code_of("-inbraak", NONE_KNOWN) is None


def test_a_short_name_loses_its_code_words_because_the_class_says_them() -> None:
    """The last code counts; without other words the class gives the name."""
    read = with_codes(OPEN, {"what": Name("-brand achter -inbraak schuur")}, CLASSES)
    assert (read["what"], read["class"]) == ("achter schuur", BURGLARY)
    assert with_codes(OPEN, {"what": Name("-inbraak")}, CLASSES)["what"] == "Woning"


def test_a_line_of_the_log_stays_as_it_was_typed() -> None:
    """It is what somebody said; the class comes out of it all the same."""
    action = CATALOG.by_id["log"]
    read = with_codes(action, {"text": Text("ziet -brand nu")}, CLASSES)
    assert (read["text"], read["class"]) == ("ziet -brand nu", FIRE)


def test_words_without_a_code_change_nothing() -> None:
    """No class is made up."""
    values = {"what": Name("brand in schuur")}
    assert with_codes(OPEN, values, CLASSES) == values
