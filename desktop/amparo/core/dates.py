"""Dates as people read them, and how old something is."""

from collections.abc import Callable
from datetime import date

from amparo.core.i18n import N_, _, ngettext

_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def long_date(day: date) -> str:
    """The date in words, such as 3 November 2026."""
    month = _(_MONTHS[day.month - 1])
    if day.day == 1:
        # Translators: the first of a month, which some languages write otherwise
        return _("1 {month} {year}").format(month=month, year=day.year)
    # Translators: a date, such as 3 November 2026
    return _("{day} {month} {year}").format(day=day.day, month=month, year=day.year)


def partial_date(said: str, say: Callable[[str], str] = _) -> str:
    """A year, a month (2026-11) or a day (2026-11-03) in words, as far as it is known."""
    year, *rest = map(int, said.split("-"))
    if not rest:
        return f"{year}"
    month = say(_MONTHS[rest[0] - 1])
    if len(rest) == 1:
        # Translators: a month, such as November 2026
        return say(N_("{month} {year}")).format(month=month, year=year)
    words = N_("1 {month} {year}") if rest[1] == 1 else N_("{day} {month} {year}")
    return say(words).format(day=rest[1], month=month, year=year)


def age(day: date, today: date) -> str:
    """How long ago a day was, in the unit that a reader would choose; empty for a day to come."""
    days = (today - day).days
    if days < 0:
        return ""
    if days == 0:
        return _("today")
    if days < 60:
        return ngettext("{n} day old", "{n} days old", days).format(n=days)
    if days < 730:
        return ngettext("{n} month old", "{n} months old", days // 30).format(n=days // 30)
    return ngettext("{n} year old", "{n} years old", days // 365).format(n=days // 365)
