"""What is wrong, or doubtful, in figures, lenses and questions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Sequence


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or doubtful, where it stands, and what to do about it."""

    severity: str
    """`error`, `warning` or `note`."""
    identifier: str
    """The stable name of its kind, such as `unknown-country`."""
    message: str
    file: str | None = None
    line: int | None = None
    """From 1; None where the whole file is meant."""
    column: int | None = None
    """In characters, from 1; None where the whole line is meant."""
    excerpt: str = ""
    """The line as it stands in the file."""
    remedy: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        text = f"{place + ': ' if place else ''}{self.severity}: {self.message} [{self.identifier}]"
        if self.excerpt:
            text += f"\n  | {self.excerpt}"
        return text + (f"\n  = {self.remedy}" if self.remedy else "")


class HSIError(Exception):
    """Something was not done. `findings` has everything that is wrong, not only the first."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)


class DataError(HSIError):
    """Figures, lenses or the disk are at fault."""


class QuestionError(HSIError, ValueError):
    """The question cannot be answered: an unknown country, a year without figures, a misspelt option."""


def findings(items: Sequence[dict[str, Any]]) -> tuple[Finding, ...]:
    """Findings from what the library says of them; members that a later one adds are left out."""
    known = Finding.__dataclass_fields__
    return tuple(Finding(**{key: value for key, value in item.items() if key in known}) for item in items)


def error(status: int, text: bytes | None) -> HSIError:
    """The exception for a status and the findings in JSON."""
    kind = DataError if status == 1 else QuestionError
    return kind(findings(json.loads(text)) if text else [Finding("error", "unknown", f"status {status}")])
