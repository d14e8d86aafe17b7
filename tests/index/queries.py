"""Anything that may be typed or pasted into a search box."""

from hypothesis import strategies as st

_SIGNS = [*"\"'“”«»()[]*?~^:\\/|&+-", "/.*/", "[a TO z]", "AND NOT", "~2"]
_STRANGE = ["\0", "\ud800", "\udfff", "🙂", "\u202e", "\u200f", "\u0301", "ﷺ", "مساعدة", "עזרה", "人身売買"]
_WORDS = ["trata", "niño", "vict", "trafficking", "de", "a", " ", "\n", "\t"]
_SCRAPS = st.sampled_from(_SIGNS + _STRANGE + _WORDS)

ANYTHING = st.one_of(
    st.text(st.characters(), max_size=200),
    st.lists(_SCRAPS, max_size=40).map("".join),
    st.lists(_SCRAPS, max_size=40).map(" ".join),
)
