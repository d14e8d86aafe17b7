"""A document of the directory as values, in one language."""

from collections.abc import Iterable

from amparo.core.contacts import (
    EMERGENCY,
    Authority,
    Conflict,
    Entry,
    Number,
    Provenance,
    Superseded,
    Treaty,
    newest,
)
from amparo.core.i18n import ENGLISH
from amparo.core.model import PageId
from amparo.library.documents import Written
from amparo_resources import schema
from amparo_resources.schema.base import PerLang

_UNDATED = "undated"


def entries_of(written: Written) -> dict[str, Entry]:
    """The entry in English, and in every other language that any of its words are in."""
    document = written.document
    assert isinstance(document, schema.Directory)
    return {lang: entry_of(written, lang) for lang in (ENGLISH, *sorted(_languages(document) - {ENGLISH}))}


def entry_of(written: Written, lang: str = ENGLISH) -> Entry:
    """The entry with its words in a language, else in English."""
    document = written.document
    assert isinstance(document, schema.Directory)
    return _Reading(lang).entry(PageId(f"{written.kind}/{written.id}"), document)


class _Reading:
    """Reads a document in one language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def entry(self, page: PageId, said: schema.Directory) -> Entry:
        about = said.state
        return Entry(
            page=page,
            name=self._words(said.names) if about else said.title,  # of an organisation, its short name
            names=tuple(said.names.items()),
            also=said.also,
            alpha2=about.alpha2 if about else "",
            alpha3=about.alpha3 if about else "",
            calling_code=about.calling_code if about else "",
            official_languages=about.official_languages if about else (),
            emergency=tuple(map(self._emergency, said.emergency)),
            emergency_in_plan=said.emergency_in_plan,
            authorities=tuple(map(self._authority, said.bodies)),
            roles_not_found=said.roles_not_found,
            treaties=tuple(map(self._treaty, said.treaties)),
            confirmed_messages=said.confirmed_messages,
            conflicts=tuple(
                Conflict(text=self._words(one.text), old_numbers=one.old_numbers) for one in said.conflicts
            ),
            note=self._words(said.note),
        )

    def _emergency(self, said: schema.EmergencyNumber) -> Number:
        provenance = _provenance(said.provenance)
        return Number(
            dial=said.dial,
            kind=EMERGENCY,
            confidence=said.confidence,
            service=said.service,
            last_seen=newest(provenance).seen_on,
            note=self._words(said.note),
            warning=self._words(said.warning),
            provenance=provenance,
        )

    def _authority(self, said: schema.Body) -> Authority:
        return Authority(
            id=said.id,
            name=said.name,
            name_en=said.name_en,
            role=said.role,
            confidence=said.confidence,
            is_general=said.general,
            answered_by=said.answered_by,
            numbers=tuple(self._number(number, said) for number in said.numbers),
            superseded=tuple(Superseded(text=one.text, numbers=one.numbers) for one in said.superseded),
            email=said.email,
            website=said.website,
            languages=said.languages,
            key_card=said.key_card,
            note=self._words(said.note),
            warning=self._words(said.warning),
            provenance=_provenance(said.provenance),
        )

    def _number(self, said: schema.Number, body: schema.Body) -> Number:
        return Number(
            dial=said.dial,
            kind=said.kind,
            confidence=said.confidence,
            from_abroad=said.from_abroad,
            hours=said.hours,
            dialling=said.dialling,
            plan_check=said.plan_check,
            last_seen=_dated(said.last_seen),
            note=self._words(said.note),
            warning=self._words(said.warning),
            provenance=_provenance(body.provenance if isinstance(said.provenance, str) else said.provenance),
        )

    def _treaty(self, said: schema.Treaty) -> Treaty:
        return Treaty(
            name=said.name,
            status=said.status,
            year=said.year,
            date=_dated(said.date or _UNDATED),
            signed=_dated(said.signed or _UNDATED),
            confidence=said.confidence,
            note=self._words(said.note),
            provenance=_provenance(said.provenance),
        )

    def _words(self, said: PerLang) -> str:
        """In this language, else in English, else in the one there is."""
        by_lang: dict[str, str] = dict(said.items())
        return by_lang.get(self._lang) or by_lang.get(ENGLISH) or next(iter(by_lang.values()), "")


def _provenance(said: Iterable[schema.Provenance]) -> tuple[Provenance, ...]:
    return tuple(
        Provenance(title=one.title, address=one.address, seen_on=_dated(one.seen_on)) for one in said
    )


def _dated(said: str) -> str:
    return "" if said == _UNDATED else said


def _languages(said: schema.Directory) -> set[str]:
    """The languages of its notes, warnings and conflicts; every document has its names in all."""
    numbers = (number for body in said.bodies for number in body.numbers)
    warned: list[schema.EmergencyNumber | schema.Body | schema.Number]
    warned = [*said.emergency, *said.bodies, *numbers]
    words = [said.note, *(treaty.note for treaty in said.treaties), *(one.text for one in said.conflicts)]
    words += [words for one in warned for words in (one.note, one.warning)]
    return {lang for one in words for lang in one}
