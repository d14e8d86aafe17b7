"""What the commands print: JSON for other programs, lines for people."""

import json
from typing import Any

import click

from amparo.core.blocks import signs_of
from amparo.core.i18n import _
from amparo.core.indicators import Indicator
from amparo.core.kinds import KIND_NAMES, author
from amparo.core.model import Hit, Kind, Page, PageHead, Source
from amparo.library.search import Answer, excerpt_of

Row = dict[str, Any]
NAMED = 4.0
"""The score of a page that the query names: above any hit, whose score is below 4."""


def echo_json(value: Any) -> None:
    """Print a value as JSON in UTF-8, whatever the terminal speaks; dates as ISO 8601."""
    text = json.dumps(value, ensure_ascii=False, indent=1, default=str)
    click.echo(text.encode(errors="replace"))


def head(page: PageHead, langs: tuple[str, ...]) -> Row:
    """A page in a list."""
    return {"id": page.id, "title": page.full_title, "kind": page.kind, "langs": langs}


def page(opened: Page) -> Row:
    """A page, its text to the letter; a checklist with its signs."""
    row = _page(opened)
    if opened.kind == Kind.CHECKLIST:
        row["indicators"] = [_indicator(sign) for sign in signs_of(opened.blocks)]
    return row


def _page(opened: Page) -> Row:
    return {
        "id": opened.id,
        "title": opened.full_title,
        "kind": opened.kind,
        "lang": opened.lang,
        "text": opened.text,
        "notes": [{"text": note.text, "sources": note.sources} for note in opened.notes],
        "footnote": opened.footnote,
        "serves": opened.serves,
        "sources": [
            {"key": source.key, "source": cited(source), "read": source.read} for source in opened.sources
        ],
        "as_of": opened.as_of,
    }


def _indicator(sign: Indicator) -> Row:
    shown = ("dimension", "indicator", "adult", "child", "suggests")
    return {
        "id": sign.id,
        "short": sign.short,
        "observation": sign.observation,
        "applies_to": sign.applies_to,
        "points_to": [{name: getattr(points, name) for name in shown} for points in sign.points_to],
        "source": sign.sources,
    }


def answer(found: Answer, jump: Page | None) -> list[Row]:
    """The page that the query names first, then the hits."""
    named = [] if jump is None else [_named(jump)]
    return named + [_hit(hit) for hit in found.hits if jump is None or hit.page != jump.id]


def cited(source: Source) -> str:
    """A source in one line."""
    return f"{source.publisher} ({source.year}), {source.title}"


def warn(found: Answer) -> None:
    """Say, beside the answer, that it can only be of names."""
    if found.index_is_damaged:
        click.echo(_("The search index of this kit is damaged; only names of pages are looked up."), err=True)


def echo_answer(found: Answer) -> None:
    """Print an answer for a person; never nothing."""
    warn(found)
    if found.sheet:
        click.echo(found.sheet.words)
    if found.jump:
        click.echo(f"{found.jump.id}  {click.style(found.jump.full_title, bold=True)}\n")
    for hit in found.hits:
        by = _(" (found through: {concept})").format(concept=hit.found_by) if hit.found_by else ""
        click.echo(f"{hit.page}  {click.style(hit.title, bold=True)}{by}")
        click.echo(f"    {_marked(hit)}")
        click.echo(f"    {author(hit.kind, hit.source)}, {hit.as_of}\n")
    if found.words_left_out:
        click.echo(_("The query was long; its end was left out."))
    if found.suggestions:
        click.echo(_("Did you mean: {words}?").format(words=", ".join(found.suggestions)))
    elif not found.hits and not found.jump:
        click.echo(_("Nothing was found. `amparo list` shows every page."))


def echo_page(opened: Page) -> None:
    """Print a page for a person."""
    click.echo(click.style(opened.full_title, bold=True))
    click.echo("\n\n".join(filter(None, (opened.context, opened.text, opened.footnote))))
    for note in opened.notes:
        name = _("Note of the kit")
        click.echo(f"\n[{name}] {note.text} ({', '.join(note.sources)})")
    click.echo()
    for source in opened.sources:
        click.echo(f"{source.key}: {cited(source)}")


def echo_coverage(item: Page) -> None:
    """Print what serves an item, and its gaps, for a person."""
    click.echo(click.style(f"{item.id}  {item.full_title}", bold=True))
    for head in item.served_by:
        click.echo(f"    {head.id}")
    if item.gaps:
        kinds = ", ".join(_(KIND_NAMES[kind]) for kind in item.gaps)
        click.echo("    " + _("Not in this kit yet: {kinds}.").format(kinds=kinds))


def _named(jump: Page) -> Row:
    return {
        "id": jump.id,
        "title": jump.full_title,
        "kind": jump.kind,
        "lang": jump.lang,
        "excerpt": jump.text[:220],
        "source": _credited(jump.kind, jump.sources[0]),
        "as_of": jump.as_of,
        "score": NAMED,
    }


def _hit(hit: Hit) -> Row:
    return {
        "id": hit.page,
        "title": hit.title,
        "kind": hit.kind,
        "lang": hit.lang,
        "excerpt": excerpt_of(hit).text,
        "source": _credited(hit.kind, hit.source),
        "as_of": hit.as_of,
        "score": round(hit.score, 4),
    }


def _credited(kind: Kind, source: Source) -> str:
    return cited(source) if kind == Kind.PLAN else f"Amparo, {author(kind, source)} [{source.key}]"


def _marked(hit: Hit) -> str:
    cut, text, at = excerpt_of(hit), "", 0
    for start, end in cut.marks:
        text += cut.text[at:start] + click.style(cut.text[start:end], bold=True)
        at = end
    return text + cut.text[at:]
