import pytest

from amparo.ui.theme.tokens import DARK, LIGHT, Tokens

PAIRS = (
    ("ink", "ground"), ("ink", "surface"), ("quiet", "ground"), ("quiet", "surface"), ("accent", "surface"),
    ("accent", "ground"), ("on_accent", "accent"), ("accent", "accent_soft"), ("ink", "accent_soft"),
    ("danger", "danger_soft"), ("danger", "surface"), ("warning", "warning_soft"), ("good", "good_soft"),
)  # fmt: skip


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(look: Tokens, text: str, ground: str) -> None:
    light, dark = sorted((luminance(getattr(look, text)), luminance(getattr(look, ground))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 5.9
