"""What stands in the way of sending a referral."""

from amparo.core.completeness import gaps_of
from amparo.core.filled import Value
from amparo.library.store import Store

LEAST: dict[str, Value] = {
    "case-code": "7K3M-Q0TZ", "referred-at": "2026-11-26T12:00+00:00", "urgency": "urgent",
    "referring-body": "Border police", "receiving-body": "Child protection", "consent": "yes",
    "language": "es", "age-group": "adult", "medical-need": "no", "threats": ("none",), "needs": ("legal",),
    "signs": ("B-P1",),
}  # fmt: skip


def gaps(content: object, **news: Value) -> list[str]:
    with Store(content) as store:  # type: ignore[arg-type]
        form = store.page("form/referral").blocks
    values: dict[str, Value] = {
        **LEAST,
        **{key.replace("_", "-").replace("--", "."): value for key, value in news.items()},
    }
    return [gap.key for gap in gaps_of(form, values)]


def test_the_twelve_least_fields_are_enough(content: object) -> None:
    assert gaps(content) == []
    for key in LEAST:
        assert gaps(content, **{key.replace("-", "_"): ""}) == [key]


def test_without_consent_a_ground_and_a_person_are_needed(content: object) -> None:
    assert gaps(content, consent="no") == ["no-consent-ground", "no-consent-ground.decided-by"]
    assert gaps(content, consent="no", no_consent_ground="danger to life") == ["no-consent-ground.decided-by"]
    assert gaps(content, consent="no", no_consent_ground="x", no_consent_ground__decided_by="7") == []


def test_a_child_and_a_possible_child_have_their_own_path(content: object) -> None:
    for age in ("child", "possible-child"):
        assert gaps(content, age_group=age) == ["child-company", "guardian-informed"]
    assert gaps(content, age_group="child", child_company="alone", guardian_informed="no") == []
