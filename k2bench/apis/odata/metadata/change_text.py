"""Differences between two states of a service as a text, to be sent to somebody."""

from collections.abc import Iterable

from k2bench.apis.odata.metadata.change import Change, ChangeKind

NONE = "There is no difference."
_SIGNS = {ChangeKind.ADDED: "+", ChangeKind.REMOVED: "-", ChangeKind.CHANGED: "~"}


def change_text(changes: Iterable[Change], before: str = "", after: str = "") -> str:
    """One line a change, its details indented below it, in the order added, removed, changed."""
    found = tuple(changes)
    lines = [f"From {before} to {after}"] if before and after else []
    for kind in ChangeKind:
        for change in found:
            if change.kind is kind:
                lines.append(f"{_SIGNS[kind]} {change.what} {change.name}")
                lines += [f"    {detail}" for detail in change.details]
    return "\n".join(lines if found else [*lines, NONE]) + "\n"
