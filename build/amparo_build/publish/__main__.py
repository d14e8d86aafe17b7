"""Publish content: keys, releases, renewals, the exchange of keys. Run by `python3 build/dev.py publish`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path

from securesystemslib.signer import CryptoSigner

from amparo.sync.source import SUFFIX, Source
from amparo_build.content import DOCUMENTS, gather
from amparo_build.publish import roots, serve
from amparo_build.publish.keys import SUFFIX as KEY_SUFFIX
from amparo_build.publish.keys import BadKey, new_signer, read_key, write_key
from amparo_build.publish.release import NotReleased, release
from amparo_build.publish.repository import Repository

KEYS = "keys"
ROOT_KEYS = 3
_SHORTEST = 20
Passphrases = Callable[[str], str]
"""Asks for the passphrase of a key by its name."""


def init(args: argparse.Namespace, passphrases: Passphrases) -> None:
    """Make the keys and the first root, and write the source file for the kits."""
    folder: Path = args.folder
    if (folder / KEYS).exists():
        raise ValueError(f"There are keys in {folder} already.")
    numbers = {"root": ROOT_KEYS, "targets": args.targets_keys, "online": 1}
    signers = {kind: [new_signer() for _nth in range(count)] for kind, count in numbers.items()}
    now = datetime.now(UTC).replace(microsecond=0)
    root = roots.first_root(signers, now)
    asked = {name: passphrases(f"a new passphrase for the key {name}") for name in _names(numbers)}
    if short := [name for name, passphrase in asked.items() if len(passphrase) < _SHORTEST]:
        raise ValueError(f"A passphrase needs {_SHORTEST} characters or more: {', '.join(short)}.")
    (folder / KEYS).mkdir(parents=True)
    for name, signer in zip(_names(numbers), (one for made in signers.values() for one in made), strict=True):
        write_key(_key(folder, name), signer, asked[name])
    Repository(folder, now).write_root(root)
    authority = args.authority.read_text(encoding="ascii") if args.authority else ""
    source = Source(name=args.name, url=args.url, root=root.to_bytes(), authority=authority)
    path = folder / f"{''.join(filter(str.isalnum, args.name.lower()))}{SUFFIX}"
    path.write_bytes(source.to_file())
    print(f"Keys are in {folder / KEYS}: carry each of the root's to a stick of its own, apart.")
    print(f"Give {path.name} to the kits; its letters, to be compared by eye: {source.letters}")


def make_release(args: argparse.Namespace, passphrases: Passphrases) -> None:
    """Check, pack and sign the documents, and write the folder that is given out."""
    files = args.key or sorted((args.folder / KEYS).glob(f"targets*{KEY_SUFFIX}"))
    signers = [_opened(path, passphrases) for path in files]
    online = _opened(_key(args.folder, "online"), passphrases)
    done = release(args.folder, gather(args.documents), signers, online, said=args.say)
    print(f"Edition {done.version} is in {args.folder / 'public'}:")
    for name, size in done.sizes.items():
        print(f"  {name}: {size:,} bytes")
    print(*(f"  {sentence}" for sentence in done.said), sep="\n")


def renew(args: argparse.Namespace, passphrases: Passphrases) -> None:
    """Sign the timestamp anew, such as every week by a timer."""
    repository = Repository(args.folder)
    until = repository.renew(_opened(_key(args.folder, "online"), passphrases))
    print(f"Good until {until:%Y-%m-%d}.")
    ends = min(repository.targets().signed.expires, repository.root.signed.expires)
    if (ends - repository.now).days < 90:
        print(f"The content or the root is good until {ends:%Y-%m-%d}: make a release, or a new root.")


def rotate(args: argparse.Namespace, passphrases: Passphrases) -> None:
    """Exchange a key: `begin` with its name, `sign` wherever a root key is, `finish`."""
    match args.step:
        case "begin":
            if not args.name:
                raise ValueError("Which key? Name it, such as --name targets.")
            fresh, name = new_signer(), args.name
            path = roots.propose(Repository(args.folder), name, fresh)
            old = _key(args.folder, name)
            if old.exists():
                old.rename(old.with_name(f"{datetime.now(UTC):%Y%m%d%H%M%S}-{old.name}"))
            old.parent.mkdir(parents=True, exist_ok=True)
            write_key(old, fresh, passphrases(f"a new passphrase for the key {name}"))
            print(f"{path} is to be signed: `rotate sign`, on each machine where a root key is.")
        case "sign":
            for key in args.key:
                roots.add_signature(args.folder / roots.PROPOSED, _opened(key, passphrases))
            print(f"Signed with {len(args.key)} keys.")
        case _:
            found = sorted((args.folder / KEYS).glob(f"targets*{KEY_SUFFIX}"))
            signers = [_opened(path, passphrases) for path in found]
            online = _opened(_key(args.folder, "online"), passphrases)
            print(f"Root {roots.finish(Repository(args.folder), signers, online)} is given out.")


def serve_public(args: argparse.Namespace, _passphrases: Passphrases) -> None:
    """Give the folder out on this computer alone, for trying."""
    serve.serve(Repository(args.folder).public, args.port)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the word says; 1 where nothing was done, with the reason."""
    args = _parser().parse_args(arguments)
    try:
        args.work(args, _from_file(args.passphrase_file) if args.passphrase_file else _ask)
    except (NotReleased, BadKey, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py publish", description=__doc__)
    words = parser.add_subparsers(required=True, metavar="WORD")
    told = {"init": init, "release": make_release, "renew": renew, "rotate": rotate, "serve": serve_public}
    made = {}
    for word, work in told.items():
        made[word] = one = words.add_parser(word, help=work.__doc__)
        if word == "rotate":
            one.add_argument("step", choices=("begin", "sign", "finish"))
        one.add_argument("folder", type=Path, help="the publisher's own folder")
        one.add_argument("--passphrase-file", type=Path, help="lines of NAME: PASSPHRASE, for a timer")
        one.set_defaults(work=work)
    made["init"].add_argument("--name", required=True, help="the publishing body, as officers know it")
    made["init"].add_argument(
        "--url", default="", help="where the public folder will be; none if only carried"
    )
    made["init"].add_argument(
        "--authority", type=Path, help="the certificate of the server's own authority, PEM"
    )
    made["init"].add_argument("--targets-keys", type=int, default=1, help="all of them must sign a release")
    made["release"].add_argument("--documents", type=Path, default=DOCUMENTS, help="the folder of documents")
    made["release"].add_argument("--say", action="append", default=[], help="a sentence of what changed")
    for word in ("release", "rotate"):
        made[word].add_argument(
            "--key", type=Path, action="append", default=[], help="a key file to sign with"
        )
    made["rotate"].add_argument("--name", help="the key to exchange, such as root-2, targets or online")
    made["serve"].add_argument("--port", type=int, default=8765)
    return parser


def _names(numbers: dict[str, int]) -> list[str]:
    return [
        f"{kind}-{number}" if count > 1 else kind
        for kind, count in numbers.items()
        for number in range(1, count + 1)
    ]


def _key(folder: Path, name: str) -> Path:
    return folder / KEYS / f"{name}{KEY_SUFFIX}"


def _opened(path: Path, passphrases: Passphrases) -> CryptoSigner:
    return read_key(path, passphrases(f"the passphrase of {path.name.removesuffix(KEY_SUFFIX)}"))


def _ask(what: str) -> str:
    return getpass(f"{what[0].upper()}{what[1:]}: ")


def _from_file(path: Path) -> Passphrases:
    lines = (line.partition(":") for line in path.read_text(encoding="utf-8").splitlines() if ":" in line)
    known = {name.strip(): passphrase.strip() for name, _colon, passphrase in lines}

    def find(what: str) -> str:
        name = what.rpartition(" ")[2]
        if name not in known:
            raise ValueError(f"{path} has no passphrase for {name}.")
        return known[name]

    return find


if __name__ == "__main__":
    sys.exit(main())
