"""Who can go, places and reach: the names of their documents, and what they say."""

import json
from urllib.parse import parse_qs

import pytest

from console.actions.problem import Parsed
from console.documents.by_verb import name_of, shown
from console.documents.dispatch import choices_line
from console.texts.texts import LANGUAGES, Texts
from protocol.map.reach import Reach, write_reach
from tests.console.grammar.make import BOARD, typed

NL = Texts("nl", strict=True)


def parsed(line: str) -> Parsed:
    """The line, understood."""
    found = typed(line)
    assert isinstance(found, Parsed), found
    return found


def lines(line: str, content: bytes, texts: Texts = NL) -> list[str]:
    """What the line shows of this document."""
    return [text for _, text in shown(parsed(line), content, BOARD, texts)]


def document(*rows: object) -> bytes:
    """JSON lines."""
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


HEAD = {"number": 417, "by_road": True, "point": True, "skills": ["fries"], "ring_names": []}
FIRST = {
    "unit": 1,
    "call_sign": "12.03",
    "travel_s": 241,
    "age_s": 3,
    "reasons": [{"key": "travel", "s": 241}, {"key": "free"}, {"key": "skill", "skill": "fries"}],
}
SECOND = {
    "unit": 3,
    "call_sign": "13.01",
    "travel_s": None,
    "age_s": 900,
    "reasons": [{"key": "diverts", "incident": 417, "priority": 2}, {"key": "position-old", "s": 900}],
}


@pytest.mark.parametrize(
    ("line", "kind", "asked"),
    [
        ("wie 417", "recommend/417", {}),
        ("who #417", "recommend/417", {}),
        ("vind Markt 5", "places", {"text": ["Markt 5"], "most": ["8"]}),
        (
            "find Markt (52.01,4.36)",
            "places",
            {"text": ["Markt"], "lat": ["52.01"], "lon": ["4.36"], "most": ["8"]},
        ),
        ("bereik", "reach", {"minutes": ["8"]}),
        ("reach 15 12.03 13.01", "reach", {"minutes": ["15"], "sending": ["1,3"]}),
    ],
)
def test_a_line_names_its_document(line: str, kind: str, asked: dict[str, list[str]]) -> None:
    """As the server has it."""
    name = name_of(parsed(line))
    assert name is not None
    path, _, query = name.partition("?")
    assert (path, parse_qs(query)) == (kind, asked)


def test_a_recommendation_is_a_numbered_list_with_its_reasons() -> None:
    """Best first; what is not known has no time."""
    said = lines("wie 417", document(HEAD, FIRST, SECOND))
    assert said[0] == "Voor melding 417, met reistijd over de weg, vereist fries:"
    assert said[1] == "1. 12.03  4 min, vrij, kan fries"
    assert said[2].startswith("2. 13.01  komt van melding 417 (p2), positie te oud")
    assert len(said) == 3


def test_straight_lines_and_places_without_a_point_are_said() -> None:
    """Nobody takes a straight line for a road, nor a guess for a time."""
    assert "rechte lijn" in lines("wie 417", document({**HEAD, "by_road": False}, FIRST))[0]
    placeless = {**FIRST, "travel_s": None, "weighed_s": None}
    head = lines("wie 417", document({**HEAD, "by_road": False}, placeless))[0]
    assert ("positie" in head, "kaart" in head) == (True, False)
    [only] = lines("wie 417", document({**HEAD, "point": False}))
    assert ("geen punt" in only, "dienst" in only) == (True, False)
    assert "geen punt" in lines("wie 417", document({**HEAD, "point": False}, FIRST))[0]
    assert lines("wie 417", document(HEAD))[1:] == ["Er is niemand in dienst die kan gaan."]


def test_places_are_a_line_each() -> None:
    """Name, kind and point; rows have degrees, and what is no place is left out."""
    content = document(["Markt 5", "house", 52.0116, 4.3589], ["half"], ["Markt", "square", 52.0, 4.0])
    assert lines("vind markt", content) == [
        "Markt 5  huisnummer  (52.01160,4.35890)",
        "Markt  square  (52.00000,4.00000)",
    ]
    [(row, _), _] = shown(parsed("vind markt"), content, BOARD, NL)
    assert row == {"name": "Markt 5", "kind": "house", "lat_deg": 52.0116, "lon_deg": 4.3589}
    assert lines("vind xyzzy", b"") == ["Op de kaart is niets gevonden dat daarop lijkt."]


def test_reach_is_a_sentence() -> None:
    """The share now and, where somebody is thought away, after."""
    reach = Reach(
        south=0,
        west=0,
        cell_lat=1,
        cell_lon=1,
        columns=4,
        rows=2,
        within_s=480,
        permille=754,
        permille_after=605,
        reached=b"\x00",
        by_road=False,
    )
    content = write_reach(reach)
    assert lines("bereik 8", content) == ["Binnen 8 min is 75 % van het gebied te bereiken, in rechte lijn."]
    assert lines("bereik 8 12.03", content) == [
        "Binnen 8 min is 75 % van het gebied te bereiken, en 60 % zonder 12.03, in rechte lijn."
    ]
    assert "niet te lezen" in lines("bereik 8", b"junk")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bias_meter_is_a_line(language: str) -> None:
    """Chosen against nearest, the extra time and why (B6); what is missing is a dash."""
    texts = Texts(language, strict=True)
    full = {
        "of": 12,
        "nearest": 9,
        "passed_over": 3,
        "extra_s": {"p50": 60, "p90": 240, "total": 400},
        "explained": 2,
        "reasons": {"knows-them": 2, "other": 0},
    }
    said = choices_line(full, texts)
    word = texts.say("choice-reason-knows-them")
    assert f"({word} 2)" in said
    assert all(each in said for each in ("12", "9", "60 s", "4 min", "7 min"))
    assert "–" in choices_line({}, texts)
