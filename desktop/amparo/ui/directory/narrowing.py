"""A page of the directory narrowed to one role: emergency numbers stay, whatever is looked for."""

from collections.abc import Iterator

from amparo.core.blocks import Block, Contact, Heading, Note, Numbers, Tone, prose
from amparo.core.contact_words import ROLE_NAMES
from amparo.core.i18n import _


def narrowed(blocks: tuple[Block, ...], role: str) -> tuple[Block, ...]:
    """The parts of a page that have emergency numbers or an authority of this role; all for none."""
    if not role:
        return blocks
    kept = [block for part in _parts(blocks) if _is_wanted(part, role) for block in part]
    if not any(isinstance(block, Contact) for block in kept):
        words = _("{role}: no entry is known to this kit here. Choose all roles to see whom to ask instead.")
        kept.append(Note(prose(words.format(role=_(ROLE_NAMES[role]))), Tone.WARNING))
    return tuple(kept)


def _parts(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """The page by its headings of the first level."""
    part: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and part:
            yield tuple(part)
            part = []
        part.append(block)
    if part:
        yield tuple(part)


def _is_wanted(part: tuple[Block, ...], role: str) -> bool:
    return any(
        isinstance(block, Numbers) or (isinstance(block, Contact) and block.authority.role == role)
        for block in part
    )
