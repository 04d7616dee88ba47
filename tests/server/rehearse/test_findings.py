"""The tally of dirt: every occurrence is counted, a few are kept, and long rubbish is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rehearse.findings import MAX_SHOWN_CHARS, Done, Findings, Kind, summary

OCCURRENCES = st.lists(st.tuples(st.sampled_from(Kind), st.sampled_from(Done)), max_size=60)


@given(OCCURRENCES, st.integers(0, 4))
def test_counts_are_whole_and_examples_are_few(found: list[tuple[Kind, Done]], most: int) -> None:
    """However many examples are kept, each kind is counted as often as it came, by what was done about it."""
    findings = Findings(max_examples=most)
    for line, (kind, done) in enumerate(found, 1):
        findings.add(kind, done, line=line)
    told = summary(findings)
    assert sum(each.count for each in told.kinds) == len(found)
    for each in told.kinds:
        lines = [line for line, (kind, _) in enumerate(found, 1) if kind is each.kind]
        assert each.count == len(lines) == sum(count for _, count in each.done)
        assert [example.line for example in each.examples] == lines[:most]


@given(OCCURRENCES)
def test_the_most_frequent_kind_is_told_first(found: list[tuple[Kind, Done]]) -> None:
    """Equally frequent ones in the order of their list, so that two readings read alike."""
    findings = Findings()
    for kind, done in found:
        findings.add(kind, done, line=1)
    order = list(Kind)
    ranks = [(-each.count, order.index(each.kind)) for each in summary(findings).kinds]
    assert ranks == sorted(ranks)


def test_what_stood_there_is_cut() -> None:
    """A column of a megabyte is an example like any other."""
    findings = Findings()
    findings.add(Kind.TEXT_TOO_LONG, Done.CLEANED, line=3, id="i" * 200, found="f" * 1_000_000)
    (example,) = summary(findings).kinds[0].examples
    assert (example.id, example.found) == ("i" * MAX_SHOWN_CHARS, "f" * MAX_SHOWN_CHARS)


def test_a_kind_that_never_came_counts_nothing() -> None:
    """And one that came counts what it did."""
    findings = Findings()
    findings.add(Kind.ID_TWICE, Done.ROW_SKIPPED, line=2)
    told = summary(findings)
    assert (told.count(Kind.ID_TWICE), told.count(Kind.NUL_BYTES)) == (1, 0)


def test_rows_are_what_the_reader_counted() -> None:
    """Read, kept, and left out by the mapping's own choice."""
    findings = Findings()
    findings.rows.update(read=5, kept=3, left_out=1)
    told = summary(findings)
    assert (told.rows, told.kept, told.left_out) == (5, 3, 1)


def test_a_negative_number_of_examples_is_refused() -> None:
    """None is possible, fewer is not."""
    with pytest.raises(ValueError, match="max_examples"):
        Findings(max_examples=-1)
