"""Updates in the terminal: believe a source, receive what is new, hand on what is here."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from amparo.cli.kit import Kit
from amparo.core.dates import long_date
from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.sync.source import KeptSource, Source

if TYPE_CHECKING:  # tuf, 0.3 s: for those commands alone that need it
    from amparo.sync.carrier import Carrier

pass_kit = click.make_pass_decorator(Kit)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--letters", help="The letters of the source, as its publisher reads them to you.")
@pass_kit
def source(kit: Kit, file: Path, letters: str | None) -> None:
    """Believe the publisher of a source FILE from now on; its letters are compared first."""
    from amparo.sync.source import read_source_file

    found = read_source_file(file)
    where = found.url or _("carried only")
    click.echo(f"{found.name}\n{where}\n{found.letters}")
    if letters is None:
        question = _("Does its publisher, called by a number that you know, read you the same letters?")
        agreed = click.confirm(question)
    else:
        agreed = letters.strip().upper() == found.letters
    if not agreed:
        raise AppError(_("The letters are not the same. Nothing was changed."), _("Do not use this file."))
    _kept(kit).keep(found)


@click.command()
@click.option("--from", "place", help="A web address, a folder or a zip; else the source's own address.")
@pass_kit
def update(kit: Kit, place: str | None) -> None:
    """Receive what the source has published since."""
    from amparo.sync.update import Order
    from amparo.sync.update import update as receive

    believed = believed_source(kit)
    carrier = _carrier(believed, place)
    order = Order(
        folder=kit.places.received,
        source=believed,
        current=kit.versions.current,
        install=kit.versions.install,
    )
    try:
        outcome = receive(
            order, carrier, _show_progress if sys.stderr.isatty() else lambda _done, _total: None
        )
    finally:
        carrier.close()
    release = outcome.release
    words = (
        _("Edition {version} is here.") if outcome.is_new else _("Nothing new: edition {version} is here.")
    )
    click.echo(words.format(version=release.version))
    for sentence in release.said if outcome.is_new else ():
        click.echo(f"  {sentence}")
    if release.verdict == "unknown":
        click.echo(_("Whether there is something newer is not known: this computer's clock is wrong."))
    elif release.verdict == "stale":
        until = long_date(release.expires.date())
        click.echo(_("Its lists were good until {date}; there may be something newer.").format(date=until))


@click.command()
@click.argument("place", type=click.Path(path_type=Path))
@pass_kit
def export(kit: Kit, place: Path) -> None:
    """Write what is here, as it was signed, into a folder or one zip for other kits."""
    from amparo.sync import relay

    files = relay.files_of(kit.places.received, believed_source(kit), kit.content)
    click.echo(str(relay.export(files, place)))


def believed_source(kit: Kit) -> Source:
    """The source of this kit.

    Raises: AppError, where there is none.
    """
    found = _kept(kit).read()
    if found is None:
        raise AppError(
            _("Updates are not set up: this kit trusts no publisher yet."),
            _("Add the publisher's source file: amparo source FILE."),
        )
    return found


def _kept(kit: Kit) -> KeptSource:
    return KeptSource(kit.places.received, kit.places.content)


def _carrier(believed: Source, place: str | None) -> Carrier:
    from amparo.sync.carried import carried_at
    from amparo.sync.web import WebCarrier

    where = place or believed.url
    if where.startswith(("http://", "https://")):
        return WebCarrier(where, authority=believed.authority)
    if not where:
        raise AppError(
            _("The source has no address of its own."),
            _("Say where to receive from: amparo update --from PLACE."),
        )
    return carried_at(Path(where))


def _show_progress(done: int, total: int) -> None:
    click.echo(f"\r{done:,} / {total:,} ", nl=False, err=True)
