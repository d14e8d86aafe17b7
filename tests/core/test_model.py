from datetime import date

from amparo.core.i18n import NAMES
from amparo.core.model import Kind, Page, PageHead, PageId
from amparo.core.states import STATES


def head(kind: Kind, subject: str = "") -> PageHead:
    return PageHead(
        id=PageId(f"{kind}/x"), kind=kind, lang="en", title="Activity 13", subject=subject, parent=None
    )


def item(*, expects: tuple[Kind, ...], served_by: tuple[Kind, ...]) -> Page:
    """An item of the plan that these kinds would serve, and these do."""
    return Page(
        id=PageId("plan/activity/13"),
        kind=Kind.PLAN,
        lang="en",
        title="Activity 13",
        subject="Peacekeeping",
        parent=None,
        context="",
        text="",
        footnote=None,
        notes=(),
        instruments=(),
        expects=expects,
        audience=(),
        serves=(),
        served_by=tuple(map(head, served_by)),
        read_on=(),
        sources=(),
        as_of=date(2010, 5, 27),
        status="draft",
        blocks=(),
    )


def test_title_and_subject_are_one_line() -> None:
    assert head(Kind.PLAN, "Peacekeeping").full_title == "Activity 13: Peacekeeping"
    assert head(Kind.PLAN).full_title == "Activity 13"


def test_the_gaps_are_the_kinds_that_are_expected_and_not_there() -> None:
    expects = (Kind.GUIDANCE, Kind.TRAINING, Kind.CHECKLIST)
    assert item(expects=expects, served_by=(Kind.TRAINING, Kind.FORM)).gaps == (Kind.GUIDANCE, Kind.CHECKLIST)
    assert item(expects=expects, served_by=expects).gaps == ()
    assert item(expects=(), served_by=()).gaps == ()


def test_every_state_of_the_organization_is_there_once() -> None:
    assert len(STATES) == len(set(STATES.values())) == 35
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in STATES)


def test_the_four_languages_are_named_as_their_speakers_do() -> None:
    assert NAMES == {"en": "English", "es": "Español", "pt": "Português", "fr": "Français"}
