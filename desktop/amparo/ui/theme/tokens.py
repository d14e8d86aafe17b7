"""The colours and measures that everything is drawn with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One set of colours; every text has a contrast of 5.9 : 1 or more on the grounds it stands on."""

    is_dark: bool
    ground: str
    surface: str
    ink: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    accent_soft: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    good: str
    good_soft: str


LIGHT = Tokens(
    is_dark=False,
    ground="#F7F6F3",
    surface="#FFFFFF",
    ink="#1C2226",
    quiet="#55606A",
    line="#D9DCDD",
    accent="#0B5566",
    on_accent="#FFFFFF",
    accent_soft="#E1EFF2",
    danger="#A3211B",
    danger_soft="#FBE9E7",
    warning="#7A4B00",
    warning_soft="#FFF3DB",
    good="#1E6432",
    good_soft="#E5F3E8",
)
DARK = Tokens(
    is_dark=True,
    ground="#14181B",
    surface="#1C2226",
    ink="#ECEFF0",
    quiet="#A6B0B7",
    line="#364046",
    accent="#7CC7D8",
    on_accent="#06252D",
    accent_soft="#17353D",
    danger="#FF9B92",
    danger_soft="#3C1A18",
    warning="#F2C26B",
    warning_soft="#352714",
    good="#8FD3A0",
    good_soft="#163020",
)

TEXT_PT = 10.5
TITLE_PT = 20.0
SECTION_PT = 13.0
VERBATIM_PT = 14.0
LINE_LETTERS = 72
"""No line of text is longer."""

CONTROL_PX = 36
PRIMARY_PX = 42
NAVIGATION_PX = 208
NARROW_PX = 1100
"""A window below this width shows its navigation as icons."""
