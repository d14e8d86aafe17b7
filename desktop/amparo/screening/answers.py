"""What an officer says of each sign, and of the person's age."""

from enum import StrEnum


class Answer(StrEnum):
    """What was found of a sign; only `CONFIRMED` feeds the rule."""

    CONFIRMED = "confirmed"
    SUSPECTED = "suspected"
    NO = "no"
    NOT_ASKED = "not-asked"


class Age(StrEnum):
    """Whose list is used; a possible child is assessed as a child."""

    ADULT = "adult"
    POSSIBLE_CHILD = "possible-child"
    CHILD = "child"

    @property
    def is_child(self) -> bool:
        """Whether the child's weights count: in doubt, too."""
        return self is not Age.ADULT
