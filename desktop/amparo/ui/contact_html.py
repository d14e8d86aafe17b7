"""Authorities and numbers as rich text: the number is the largest thing on its card, warnings beside it."""

from collections.abc import Callable, Iterator
from html import escape

from amparo.core.blocks import Calls, Contact, Numbers
from amparo.core.contact_words import (
    NO_NUMBER,
    SOURCE,
    WARNING,
    Fact,
    authority_facts,
    call_facts,
    call_name,
    call_warnings,
    number_facts,
    own_name,
    services_words,
    source_words,
    warnings_of,
    who_answers,
)
from amparo.core.contacts import Call, Number, grouped
from amparo.core.i18n import _
from amparo.ui.theme import tokens
from amparo.ui.theme.tokens import Tokens

_NUMBER_PT = 20.0
_NUMBER_WIDTH = "42%"


class ContactWriter:
    """Writes the blocks of the directory in one look.

    Args:
        type_of: the style of a size of type, as the page has it.
        link: a text that leads somewhere; the window asks before it opens a web address.
    """

    def __init__(
        self, look: Tokens, type_of: Callable[[float], str], link: Callable[[str, str], str]
    ) -> None:
        self._look, self._type, self._link = look, type_of, link

    def block(self, block: Numbers | Contact | Calls) -> str:
        """Any of them."""
        match block:
            case Numbers():
                return self.numbers(block)
            case Contact():
                return self.contact(block)
        return self.calls(block.calls)

    def numbers(self, block: Numbers) -> str:
        """Emergency numbers, each with the services that answer it, and where they are from."""
        rows = (
            self._name(services_words(services)) + self._number(number)
            for services, number in grouped(block.numbers)
        )
        sources = (source_words(number.provenance, block.cited) for number in block.numbers[:1])
        return self._card(*rows, *map(self._source, sources))

    def contact(self, block: Contact) -> str:
        """An authority: names, what to know before a call, numbers, and all else that is known."""
        authority = block.authority
        told = filter(None, (authority.warning, who_answers(authority)))
        return self._card(
            self._name(authority.name_en),
            *map(self._quiet, own_name(authority)),
            *map(self._warning, told),
            *(map(self._number, authority.numbers) if authority.numbers else (self._quiet(_(NO_NUMBER)),)),
            self._facts(authority_facts(authority), authority.website),
            self._source(source_words(authority.provenance, block.cited)),
        )

    def calls(self, calls: tuple[Call, ...]) -> str:
        """Numbers to call, the largest thing on their lines."""
        return self._card(*map(self._call, calls))

    def _call(self, call: Call) -> str:
        said = f'<b style="{self._type(_NUMBER_PT)}">{escape(call.number.dial)}</b>'
        trusted = (
            self._look.good if call.number.is_confirmed and not call.number.is_old else self._look.warning
        )
        confidence, *facts = call_facts(call)
        beside = self._line(f"<b>{escape(call_name(call))}</b>")
        beside += self._line(
            f'<b style="color:{trusted}">{escape(confidence)}</b> · {escape(" · ".join(facts))}'
        )
        if warnings := call_warnings(call):
            beside += self._warning(" ".join(warnings))
        return (
            '<table width="100%" cellspacing="0" cellpadding="4"><tr>'
            f'<td width="{_NUMBER_WIDTH}" valign="top">{said}</td><td valign="top">{beside}</td></tr></table>'
        )

    def _card(self, *parts: str) -> str:
        cell = f'style="border:1px solid {self._look.line}; padding:10px"'
        return (
            '<table width="100%" cellspacing="0" style="margin:0 0 10px 0">'
            f'<tr><td bgcolor="{self._look.surface}" {cell}>{"".join(filter(None, parts))}</td></tr></table>'
        )

    def _name(self, words: str) -> str:
        return self._line(f"<b>{escape(words)}</b>", tokens.SECTION_PT)

    def _number(self, number: Number) -> str:
        said = f'<b style="{self._type(_NUMBER_PT)}">{escape(number.dial)}</b>'
        warnings = warnings_of(number)
        warned = self._warning(" ".join(warnings)) if warnings else ""
        beside = warned + self._facts(number_facts(number))
        return (
            '<table width="100%" cellspacing="0" cellpadding="4"><tr>'
            f'<td width="{_NUMBER_WIDTH}" valign="top">{said}</td><td valign="top">{beside}</td></tr></table>'
        )

    def _warning(self, words: str) -> str:
        label = f'<b style="color:{self._look.warning}">{escape(_(WARNING))}.</b>'
        return (
            '<table width="100%" cellspacing="0" cellpadding="4"><tr>'
            f'<td bgcolor="{self._look.warning_soft}" style="{self._type(tokens.TEXT_PT)}">'
            f"{label} {escape(words)}</td></tr></table>"
        )

    def _facts(self, facts: tuple[Fact, ...], website: str = "") -> str:
        return "".join(self._line(line) for line in self._fact_lines(facts, website))

    def _fact_lines(self, facts: tuple[Fact, ...], website: str) -> Iterator[str]:
        for label, words in facts:
            said = self._link(escape(words), website) if words == website else escape(words)
            yield f'<span style="color:{self._look.quiet}">{escape(label)}:</span> {said}'

    def _quiet(self, words: str) -> str:
        return self._line(f'<span style="color:{self._look.quiet}">{escape(words)}</span>')

    def _source(self, words: str) -> str:
        return self._quiet(f"{_(SOURCE)}: {words}")

    def _line(self, html: str, size_pt: float = tokens.TEXT_PT) -> str:
        return f'<p style="{self._type(size_pt)} margin:0 0 3px 0">{html}</p>'
