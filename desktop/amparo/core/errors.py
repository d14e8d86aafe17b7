"""The errors that a person can act upon, and the wish to stop, which is no error."""


class AppError(Exception):
    """Something went wrong that the person in front of the screen can do something about.

    Args:
        what: one translated sentence saying what happened.
        to_do: one translated sentence saying what to do next.
    """

    def __init__(self, what: str, to_do: str) -> None:
        super().__init__(f"{what} {to_do}")
        self.what = what
        self.to_do = to_do


class Cancelled(Exception):
    """The person stopped the work, or newer work took its place."""


class BadContent(Exception):
    """What was signed is no content that this program can read: it may be made for a later one."""
