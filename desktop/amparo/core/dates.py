"""Dates as people read them, and how old something is."""

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
