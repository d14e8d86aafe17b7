"""What the pages of cases need of the content: forms, checklists with their signs, names of authorities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from amparo.core.blocks import Block, signs_of
from amparo.core.indicators import Indicator
from amparo.core.model import Audience, Kind, PageId
from amparo.library.store import Store
from amparo.ui.form.making import Known

REFERRAL = PageId("form/referral")
VISIT = PageId("form/visit")
CONSENT = PageId("form/consent")


class Contents:
    """Reads each thing once; all of it together takes a quarter of a second, so `load` does it in steps."""

    def __init__(self, store: Store, language: str, role: Audience | None) -> None:
        self._store, self._language, self._role = store, language, role
        self._signs: dict[str, tuple[Indicator, ...]] = {}

    @property
    def edition(self) -> str:
        """The version of the content."""
        return self._store.edition.version

    @cached_property
    def checklists(self) -> Mapping[str, str]:
        """The titles of the checklists by their pages, those of the officer's role first."""
        heads = [head for head in self._store.heads(self._language) if head.kind == Kind.CHECKLIST]
        heads.sort(key=lambda head: self._role not in head.audience)
        return {head.id: head.full_title for head in heads if head.parent is None}

    @cached_property
    def signs(self) -> Mapping[str, Indicator]:
        """The signs of all checklists by their ids."""
        return {sign.id: sign for page in self.checklists for sign in self.signs_of(page)}

    @cached_property
    def known(self) -> Known:
        """What inputs offer and check against."""
        entries = self._store.entries(self._language)
        bodies = (f"{authority.name} ({entry.name})" for entry in entries for authority in entry.authorities)
        return Known(bodies=tuple(bodies), signs=tuple(self.signs))

    def load(self) -> Iterator[None]:
        """Read what pages will need, a step at a time; whoever cannot wait reads the rest at once."""
        for page in self.checklists:
            self.signs_of(page)
            yield
        assert self.known
        yield

    def signs_of(self, checklist: str) -> tuple[Indicator, ...]:
        """The signs of one checklist."""
        if checklist not in self._signs:
            page = self._store.page(PageId(checklist), self._language)
            self._signs[checklist] = signs_of(page.blocks)
        return self._signs[checklist]

    def form(self, page: PageId) -> tuple[Block, ...]:
        """The blocks of a form."""
        return self._store.page(page, self._language).blocks
