"""What is said of passphrases."""

import pytest
import zxcvbn
from hypothesis import given, settings
from hypothesis import strategies as st

from amparo.vault.common_words import FAMILIES, LITTLE
from amparo.vault.passphrase import Strength, _folded, judge, words_of


@pytest.mark.parametrize("typed", ["", "   ", "\t"])
def test_nothing_is_nothing(typed: str) -> None:
    assert judge(typed) is Strength.NONE


@pytest.mark.parametrize(
    "typed",
    [
        "amparo", "Maria1985", "12 03 1985", "qwertyuiop", "password", "xK9#mQ2!", "1" * 70,
        "contraseña segura", "mesa mesa mesa mesa mesa", "a b c d e f g", "el la los un una",
        "no hay mal que", "minha senha", "one two", "aaaaa bbbbb", "Juan Carlos Perez Lopez",
        # proverbs, prayers, songs
        "no hay mal que por bien no venga", "más vale pájaro en mano que ciento volando",
        "a quien buen árbol se arrima buena sombra le cobija", "dios te salve maría llena eres de gracia",
        "camarón que se duerme se lo lleva la corriente", "mexicanos al grito de guerra el acero aprestad",
        "água mole em pedra dura tanto bate até que fura", "mais vale um pássaro na mão do que dois voando",
        "de grão em grão a galinha enche o papo", "ouviram do ipiranga as margens plácidas",
        "the early bird catches the worm", "a bird in the hand is worth two in the bush",
        "actions speak louder than words", "il ne faut pas vendre la peau de l'ours",
        "pierre qui roule n’amasse pas mousse", "mieux vaut tard que jamais",
        "ave maria gratia plena dominus tecum",
        # rows and families
        "lunes martes miércoles jueves viernes", "segunda terça quarta quinta sexta sábado",
        "january february march april may", "uno dos tres cuatro cinco seis", "um dois três quatro cinco",
        "un deux trois quatre cinq six", "one two three four five six", "rojo verde azul amarillo negro",
        "argentina bolivia brasil chile colombia", "María José García Rodríguez Fernández",
        "João Pedro Silva Santos Oliveira", "primavera verano otoño invierno primavera",
        "doce de marzo de mil novecientos ochenta y cinco", "12 marzo 1985 15 abril 1990",
        # keyboards and repetition
        "qwerty asdf zxcvb qwertyuiop asdfgh", "azerty qwerty azerty qwerty azerty", "casa casa casas",
        "abc def ghi jkl mno", "qwe asd zxc rty fgh", "poi lkj mnb tre dsa",
        "abc abc abc abc abc abc", "111 222 333 444 555", "aaa bbb ccc ddd eee",
        "mi casa es grande y mi perro es negro", "esta es mi contraseña muy secreta",
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
        "tambor queso lunes once dragón",
        "guarda-chuva pedra trigo sino rã girafa",
        "cactus marteau lundi brume noyau",
        "quartz llama ticket fog hinge magnet",
        "MESA nube, trece; lobo. faro!",
    ],
)
def test_five_words_that_have_nothing_to_do_with_one_another_are(typed: str) -> None:
    assert judge(typed) is Strength.ENOUGH


def test_a_very_long_line_is_judged_by_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []
    real = zxcvbn.zxcvbn

    def look(said: str, **more: object) -> object:
        looked_at.append(said)
        return real(said, **more)

    monkeypatch.setattr(zxcvbn, "zxcvbn", look)
    assert judge("mesa nube trece lobo faro " * 400) is Strength.ENOUGH
    assert [len(said) for said in looked_at] == [72], "the time it takes grows fast with the letters"


@given(st.text(max_size=120))
def test_anything_can_be_judged(typed: str) -> None:
    assert judge(typed) in Strength


@settings(max_examples=30)
@given(st.lists(st.sampled_from(sorted(LITTLE)), max_size=12))
def test_little_words_alone_are_never_enough(words: list[str]) -> None:
    assert judge(" ".join(words)) is not Strength.ENOUGH


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: min(family))
def test_a_family_alone_is_never_enough(family: frozenset[str]) -> None:
    assert judge(" ".join(sorted(family)[:9])) is Strength.WEAK


def test_lists_are_as_words_are_compared() -> None:
    for word in LITTLE.union(*FAMILIES):
        assert _folded(word) == [word]


def test_every_judgement_has_its_sentence() -> None:
    assert all(words_of(strength).endswith(".") for strength in Strength)
