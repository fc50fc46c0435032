"""Who signs an evaluation: those with an identity at hand now, and those of the team still awaited."""

from __future__ import annotations

from collections.abc import Sequence

from zi_desktop.domain.evaluation import TeamMember
from zi_desktop.signing.signer import Signer, same_role


def signers_now(team: Sequence[TeamMember], signers: Sequence[tuple[str, str]]) -> tuple[Signer, ...]:
    """``signers`` are (name in the certificate, role); the NIP is that of the team's member of that name."""
    nips = {_bare(member.name): member.nip for member in team}
    return tuple(Signer(role, name, nips.get(_bare(name), "")) for name, role in signers)


def still_awaited(team: Sequence[TeamMember], now: Sequence[Signer]) -> tuple[Signer, ...]:
    """The team's members for whom nobody signs now, in the team's order: neither they themselves nor, where
    the signer is nobody of the team, another one in their role."""
    names = {_bare(signer.name) for signer in now}
    strangers = [signer for signer in now if _bare(signer.name) not in {_bare(m.name) for m in team}]
    awaited = []
    for member in team:
        stand_in = next((s for s in strangers if same_role(s.role, member.role)), None)
        if _bare(member.name) in names:
            continue
        if stand_in is not None:
            strangers.remove(stand_in)
        else:
            awaited.append(Signer(member.role, member.name, member.nip))
    return tuple(awaited)


def _bare(name: str) -> str:
    """A name without the titles behind its comma, which certificates spell or leave out."""
    return " ".join(name.partition(",")[0].casefold().split())
