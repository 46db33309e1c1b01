from __future__ import annotations

import pytest

from privacy.detect import find
from privacy.identifiers import passes_bsn_check, passes_iban_check


@pytest.mark.parametrize("digits", ["123456782", "111222333", "999990019", "12345672"])
def test_numbers_that_pass_the_eleven_test(digits: str) -> None:
    assert passes_bsn_check(digits)


@pytest.mark.parametrize("digits", ["000000000", "123456789", "", "1234567890"])
def test_numbers_that_do_not(digits: str) -> None:
    assert not passes_bsn_check(digits)


@pytest.mark.parametrize(
    "iban", ["NL91ABNA0417164300", "nl91abna0417164300", "BE68539007547034", "DE89370400440532013000"]
)
def test_account_numbers_that_pass(iban: str) -> None:
    assert passes_iban_check(iban)


@pytest.mark.parametrize("iban", ["NL91ABNA0417164301", "NL91ABNA041716430", "XX91ABNA0417164300", ""])
def test_account_numbers_that_do_not(iban: str) -> None:
    assert not passes_iban_check(iban)


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("bsn 1234.56.782", "bsn", 0.95),
        ("BSN: 123 456 782", "bsn", 0.95),
        ("nummer 123456782", "bsn", 0.8),
        ("bsn 123456789", "bsn", 0.4),
        ("NL91 ABNA 0417 1643 00", "iban", 0.95),
        ("NL91 ABNA 0417 1643 01", "iban", 0.4),
        ("088-1234567", "telefoon", 0.4),
        ("010-4826173", "telefoon", 0.95),
    ],
)
def test_a_right_check_is_a_warning_and_a_wrong_one_a_hint(text: str, kind: str, certainty: float) -> None:
    (finding,) = find(text)
    assert (finding.kind, finding.certainty) == (kind, certainty)


@pytest.mark.parametrize(
    "text",
    ["Factuur 123456782", "KvK-nummer 123456782", "€ 123456782", "123456782 euro", "0900-1234", "0800-2000"],
)
def test_numbers_of_nobody(text: str) -> None:
    assert find(text) == ()
