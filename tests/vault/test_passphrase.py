"""What is said of passphrases."""

import time

import pytest

from amparo.vault.passphrase import Strength, judge, words_of


@pytest.mark.parametrize("typed", ["", "   ", "\t"])
def test_nothing_is_nothing(typed: str) -> None:
    assert judge(typed) is Strength.NONE


@pytest.mark.parametrize(
    "typed",
    [
        "amparo", "Maria1985", "12 03 1985", "qwertyuiop", "password", "xK9#mQ2!", "1" * 70,
        "contraseña segura", "mesa mesa mesa mesa mesa", "a b c d e f g", "el la los un una",
        "no hay mal que", "minha senha", "one two", "aaaaa bbbbb", "Juan Carlos Perez Lopez",
    ],
)  # fmt: skip
def test_what_others_guess_is_not_enough(typed: str) -> None:
    assert judge(typed) is not Strength.ENOUGH


@pytest.mark.parametrize(
    "typed",
    [
        "mesa nube trece lobo faro",
        "verde tren nueve cama pozo",
        "janela chuva pedra trigo sino",
        "lampe orage verger sucre canal",
        "copper walnut drizzle anchor seventy",
        "ñandú Çelik łukasz đỗng café",
    ],
)
def test_five_words_that_have_nothing_to_do_with_one_another_are(typed: str) -> None:
    assert judge(typed) is Strength.ENOUGH


def test_a_very_long_line_is_judged_at_once() -> None:
    judge("warm")
    began = time.perf_counter()
    assert judge("mesa nube trece lobo faro " * 400) is Strength.ENOUGH
    assert time.perf_counter() - began < 2, "it is looked at for its first letters only"


def test_every_judgement_has_its_sentence() -> None:
    assert all(words_of(strength).endswith(".") for strength in Strength)
