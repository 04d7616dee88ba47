"""The site's list of classes, as it came from the server."""

import json

from hypothesis import given
from hypothesis import strategies as st

from console.grammar.classifications import NONE_KNOWN, classifications_in
from protocol.model.priority import Priority


def _document(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


LIST = classifications_in(
    _document(
        {"code": "inbr", "levels": ["Vermogen", "Inbraak"], "priority": 1, "words": ["insluiper"]},
        {"code": "Insluiper", "levels": ["Vermogen", "Insluiping"], "priority": None, "words": []},
    )
)


def test_a_class_is_found_by_code_word_or_name() -> None:
    """In any case; a code goes before a code word, and that before a name."""
    inbraak = LIST.of("inbr")
    assert inbraak is not None
    assert (inbraak.name, inbraak.last, inbraak.priority) == ("Vermogen / Inbraak", "Inbraak", Priority.P1)
    assert LIST.named("INBRAAK") is inbraak
    assert LIST.named("insluiper") is LIST.of("Insluiper")
    assert LIST.named("nergens") is None
    assert LIST.like("vermogen") == ["inbr", "Insluiper"]


def test_what_is_no_class_is_left_out() -> None:
    """A row without a code, with a long one, or that is no row does not spoil the others."""
    rows = [{"code": ""}, {"code": "x" * 17}, {"levels": []}, 7, {"code": "ok", "levels": 3, "priority": 9}]
    found = classifications_in(_document(*rows) + b"{\n")
    assert [(each.code, each.name, each.priority) for each in found.classes] == [("ok", "ok", None)]
    assert classifications_in(b"") == NONE_KNOWN


@given(st.binary(max_size=200))
def test_no_document_can_crash_it(document: bytes) -> None:
    """Whatever comes, there is a list, and each of it has a code that can be sent."""
    assert all(1 <= len(each.code) <= 16 for each in classifications_in(document).classes)
