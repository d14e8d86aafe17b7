"""A handful of passages in four languages, and an index of them."""

from collections.abc import Sequence
from pathlib import Path

from amparo_index import Answer, Concept, Entry, Searcher, build


def entry(key: str, lang: str, title: str, text: str, **more: object) -> Entry:
    return Entry(**{"key": key, "lang": lang, "title": title, "text": text, "kind": "guidance", **more})  # type: ignore[arg-type]


PASSAGES = (
    entry("en/interview", "en", "The interview", "Speak with the victim alone. Offer water, a safe place."),
    entry("en/recruiters", "en", "Recruiters", "Traffickers recruited children by promising work at sea."),
    entry("en/debt", "en", "Debt bondage", "Human trafficking often begins with a debt.", kind="checklist"),
    entry("es/niñez", "es", "La niñez", "El niño no consiente: ningún niño puede consentir su explotación."),
    entry("es/señales", "es", "Señales", "La trata de personas, explotaciones mineras.", kind="checklist"),
    entry("es/orden", "es", "Orden", "Personas que tratan de ayudar a otras en la trata."),
    entry("pt/fronteira", "pt", "Na fronteira", "O tráfico de pessoas explora crianças; vítimas têm medo."),
    entry("fr/abri", "fr", "Un abri", "La traite des êtres humains : main-d’œuvre forcée, victimes cachées."),
    entry("gn/mba'apo", "gn", "Mba'apo", "Ñandú g̃uahẽ ko'ápe, mba'apo vai."),
)  # fmt: skip

TRAFFICKING = Concept(
    id="trafficking",
    terms=(
        ("en", "human trafficking"),
        ("es", "trata de personas"),
        ("es", "trata"),
        ("pt", "tráfico de pessoas"),
        ("fr", "traite des êtres humains"),
    ),
)
CHILD = Concept(id="child", terms=(("en", "child"), ("es", "niño"), ("pt", "criança"), ("fr", "enfant")))


def never_stop(*_progress: int) -> None:
    """Nobody waits for anything else."""


def make(folder: Path, entries: Sequence[Entry] = PASSAGES) -> str:
    return build(entries, folder, never_stop)


def keys(answer: Answer) -> list[str]:
    return [hit.key for hit in answer.hits]


class Kit:
    """An open index, asked in one line."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher

    def find(self, query: str, **options: object) -> Answer:
        return self.searcher.find(query, **{"tick": never_stop, **options})  # type: ignore[arg-type]

    def keys(self, query: str, **options: object) -> list[str]:
        return keys(self.find(query, **options))
