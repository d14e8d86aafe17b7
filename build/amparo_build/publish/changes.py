"""What changed between two packs, in words: it is signed with the release and read by officers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from amparo.library.compile import draft_pages
from amparo.library.documents import EDITION, Written, read_document
from amparo_resources.schema import Directory

MOST = 12
"""Sentences; whoever is told more reads none."""


def changes_between(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[str, ...]:
    """Each change in a sentence, numbers to call first.

    Args: old, new: documents by name, as packs hold them.
    """
    numbers: list[str] = []
    pages: list[str] = []
    for name in sorted(old.keys() | new.keys()):
        if name == EDITION or old.get(name) == new.get(name):
            continue
        before, after = _read(name, old), _read(name, new)
        told = [*_numbers_told(before, after)]
        numbers += told
        if not told:
            pages.append(_page_told(before, after, name))
    said = [*numbers, *pages]
    if len(said) > MOST:
        said = [*said[: MOST - 1], f"And {len(said) - MOST + 1} more."]
    return tuple(said)


def _read(name: str, documents: Mapping[str, bytes]) -> Written | None:
    return read_document(name, documents[name]) if name in documents else None


def _page_told(before: Written | None, after: Written | None, name: str) -> str:
    if before is None:
        return f"New: {_title(after, name)}."
    if after is None:
        return f"No longer there: {_title(before, name)}."
    return f"Changed: {_title(after, name)}."


def _title(written: Written | None, name: str) -> str:
    drafts = draft_pages(written) if written else ()
    lang = f" ({written.lang})" if written and written.lang != "en" else ""
    return (drafts[0].title if drafts else name) + lang


def _numbers_told(before: Written | None, after: Written | None) -> Iterable[str]:
    old, new = _numbers(before), _numbers(after)
    title = _title(after or before, "")
    for label in sorted(old.keys() | new.keys()):
        gone, come = (
            old.get(label, set()) - new.get(label, set()),
            new.get(label, set()) - old.get(label, set()),
        )
        if come and gone:
            yield f"{title}, {label}: {_listed(come)} in place of {_listed(gone)}."
        elif come:
            yield f"{title}, {label}: {_listed(come)} is new."
        elif gone:
            yield f"{title}, {label}: {_listed(gone)} is no longer to be called."


def _numbers(written: Written | None) -> dict[str, set[str]]:
    """What is to be dialled, by whom it reaches."""
    found: dict[str, set[str]] = {}
    if written is not None and isinstance(written.document, Directory):
        for emergency in written.document.emergency:
            found.setdefault(emergency.service, set()).add(emergency.dial)
        for body in written.document.bodies:
            found.setdefault(body.name_en, set()).update(number.dial for number in body.numbers)
    return found


def _listed(numbers: set[str]) -> str:
    return ", ".join(sorted(numbers))
