"""The keys of a publisher: the first root, and the exchange of any key, one signature a machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner, Signer
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp

from amparo.core.files import replace_file
from amparo_build.publish.repository import ROOT_GOOD, Repository

ROOT_THRESHOLD = 2
ONLINE = (Snapshot.type, Timestamp.type)
ROLES = {"root": (Root.type,), "targets": (Targets.type,), "online": ONLINE}
PROPOSED = "proposed.root.json"
_NAME = "x-amparo-name"
"""What people call a key, beside it in the root."""


def first_root(signers: Mapping[str, Sequence[CryptoSigner]], now: datetime) -> Metadata[Root]:
    """The first root, signed by its own keys.

    Args: signers: for `root`, `targets` and `online`; of the root's two sign, of the targets' all.
    """
    root = Metadata(Root(version=1, expires=now + ROOT_GOOD, consistent_snapshot=True))
    for kind, keys in signers.items():
        for number, signer in enumerate(keys, 1):
            _add(root.signed, kind, signer, f"{kind}-{number}" if len(keys) > 1 else kind)
    root.signed.roles[Root.type].threshold = ROOT_THRESHOLD
    root.signed.roles[Targets.type].threshold = len(signers["targets"])
    for signer in signers["root"]:
        root.sign(signer, append=True)
    return root


def key_names(root: Root) -> dict[str, str]:
    """The id of each key by its name."""
    return {str(key.unrecognized_fields.get(_NAME, keyid)): keyid for keyid, key in root.keys.items()}


def propose(repository: Repository, name: str, fresh: CryptoSigner) -> Path:
    """Write a root in which another key stands for this name; it is not signed yet, and not given out.

    Raises: ValueError, where no key has the name.
    """
    root = repository.root
    old = key_names(root.signed).get(name)
    if old is None:
        raise ValueError(f"No key is named {name}. There are: {', '.join(sorted(key_names(root.signed)))}.")
    kind = name.partition("-")[0]
    for role in ROLES[kind]:
        root.signed.revoke_key(old, role)
    _add(root.signed, kind, fresh, name)
    root.signed.version += 1
    root.signed.expires = repository.now + ROOT_GOOD
    root.signatures.clear()
    path = repository.public.parent / PROPOSED
    replace_file(path, root.to_bytes())
    return path


def add_signature(proposed: Path, signer: Signer) -> None:
    """Sign a proposed root, on whichever machine the key is.

    Raises: ValueError, where there is none.
    """
    if not proposed.exists():
        raise ValueError(f"{proposed} is not there: copy it from where `rotate begin` wrote it.")
    root = Metadata[Root].from_file(str(proposed))
    root.sign(signer, append=True)
    replace_file(proposed, root.to_bytes())


def missing(repository: Repository) -> tuple[int, int]:
    """How many signatures the proposed root lacks: of the keys as they are, and as they will be."""
    old, new = repository.root, _proposed(repository)
    result = new.signed.get_root_verification_result(old.signed, new.signed_bytes, new.signatures)
    return tuple(  # type: ignore[return-value]  # two of them
        max(one.threshold - len(one.signed), 0) for one in (result.second, result.first)
    )


def finish(repository: Repository, targets: Sequence[Signer], online: Signer) -> int:
    """Give the proposed root out, with lists that are signed by the keys it names; its version.

    Raises: ValueError, where signatures are missing; nothing was given out then.
    """
    if any(missing(repository)):
        old, new = missing(repository)
        raise ValueError(
            f"The root lacks {old} signatures of the keys as they are and {new} as they will be."
            " Nothing was given out."
        )
    root = _proposed(repository)
    before = repository.root
    repository.write_root(root)
    try:
        if repository.is_released():
            signed = repository.targets()
            if root.signed.roles[Targets.type].keyids != before.signed.roles[Targets.type].keyids:
                repository.release(signed.signed.targets, targets, online)
            else:
                repository.lead_to(signed, online)
    except ValueError:
        (repository.public / "metadata" / f"{root.signed.version}.root.json").unlink()
        raise
    (repository.public.parent / PROPOSED).unlink()
    return root.signed.version


def _add(root: Root, kind: str, signer: CryptoSigner, name: str) -> None:
    key = signer.public_key
    key.unrecognized_fields[_NAME] = name
    for role in ROLES[kind]:
        root.add_key(key, role)


def _proposed(repository: Repository) -> Metadata[Root]:
    path = repository.public.parent / PROPOSED
    if not path.exists():
        raise ValueError("No root is proposed: begin with `rotate begin`.")
    return Metadata[Root].from_file(str(path))
