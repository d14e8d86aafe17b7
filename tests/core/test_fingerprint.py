import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.core.fingerprint import fingerprint, read_fingerprint

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECKS = DIGITS + "*~$=U"
PRINTS = st.builds(fingerprint, st.text(max_size=40), st.just("2026.11.1"), st.text(max_size=5))


def test_it_is_the_same_for_ever() -> None:
    # printed sheets carry it: a change of the rule would make every one of them untraceable
    assert fingerprint("plan/activity/13", "2026.11.1") == "E5B7-REY9-G"


@given(printed=PRINTS)
def test_it_is_read_as_printed_in_any_case_and_grouping(printed: str) -> None:
    letters = printed.replace("-", "")
    assert read_fingerprint(printed) == printed
    assert read_fingerprint(f"  {printed.lower()}\n") == printed
    assert read_fingerprint(letters) == printed
    assert read_fingerprint(f"{letters[:4]} {letters[4:8]} {letters[8]}") == printed


@given(printed=PRINTS)
def test_letters_that_look_like_digits_are_read_as_those(printed: str) -> None:
    for one in ("o", "O"):
        for other in "IiLl":
            assert read_fingerprint(printed.replace("0", one).replace("1", other)) == printed


@given(printed=PRINTS, place=st.integers(0, 8), letter=st.sampled_from(CHECKS))
def test_one_wrong_letter_is_noticed(printed: str, place: int, letter: str) -> None:
    letters = list(printed.replace("-", ""))
    if letters[place] != letter and (place == 8 or letter in DIGITS):
        letters[place] = letter
        assert read_fingerprint("".join(letters)) is None


@given(printed=PRINTS, place=st.integers(0, 7))
def test_two_neighbours_exchanged_are_noticed(printed: str, place: int) -> None:
    letters = list(printed.replace("-", ""))
    if letters[place] != letters[place + 1]:
        letters[place], letters[place + 1] = letters[place + 1], letters[place]
        assert read_fingerprint("".join(letters)) is None


@pytest.mark.parametrize(
    "typed", ["", "-", "activity 13", "7K3M-Q0TZ", "7K3M-Q0TZ-44", "UUUU-UUUU-U", "\0" * 9]
)
def test_what_cannot_be_one_is_none(typed: str) -> None:
    assert read_fingerprint(typed) is None


@given(typed=st.text())
def test_anything_may_be_typed(typed: str) -> None:
    assert read_fingerprint(typed) is None or read_fingerprint(typed) == read_fingerprint(typed.lower())


def test_version_copy_and_salt_make_another() -> None:
    made = {
        fingerprint("plan/activity/13", "2026.11.1"),
        fingerprint("plan/activity/14", "2026.11.1"),
        fingerprint("plan/activity/13", "2026.11.2"),
        fingerprint("plan/activity/13", "2026.11.1", "7"),
        fingerprint("plan/activity/13", "2026.11.1", "7", salt=b"16 random bytes."),
    }
    assert len(made) == 5


def test_document_and_version_are_kept_apart() -> None:
    assert fingerprint("plan/1", "2") != fingerprint("plan/", "12")
