"""Reads the bare text of an agreement: a title, then articles. It leaves their order and numbers alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.findings import Finding
from travaux.record import dateline
from travaux.record.document import Block, BlockKind, Document, Kind
from travaux.record.formats.columns import columns
from travaux.record.formats.unwrap import unwrapped
from travaux.record.when import when_in

#: How an agreement calls itself, in the languages that agreements are made in.
_INSTRUMENT = re.compile(
    r"(?i)\b(?:agreement|treaty|convention|protocol|covenant|charter|pact|declaration|accord|exchange of notes|"
    r"memorandum of understanding|amendments?|adjustments?|agreed (?:minutes?|measures)|joint communiqu[ée]|"
    r"resolution|recommendations?|regulations?|statutes?|constitution|concordat|modus vivendi|understanding|"
    r"traité|accord|acuerdo|tratado|convenio|protocolo|accordo|acordo|convenci[óo]n|vertrag|abkommen|угода|соглашение|договор|протокол|"
    r"конвенция|preamble|pre[áa]mbul[oe])(?:source|src)?\b"  # glued where line ends were lost
)
_ARTICLE = re.compile(
    r"(?i)\s*(?:article|art\.|art[íi]culo|articolo|artigo|artikel|статья|стаття|section|chapter|part|annex|title)\s+"
    r"(?:\d+|[IVXLC]+|[A-Z]|first|one)\b"
)
_PARTIES = re.compile(r"(?i)\b(?:contracting parties|high contracting|have agreed|the parties|the government of)\b")
_HEADED = re.compile(
    r"(?i)(?:preamble|pre[áa]mbulo|contents|table of contents|annexe?s?|schedule|appendix)\b[^.]{0,30}"
)
_CODE = re.compile(r"(?m)^\s*(?:import |from \w+ import |def |class |#include|function |<\?php|var |let |const )")
#: What a decision of an organization has: recitals, and a line that opens with what it does.
_RECITAL = re.compile(
    r"(?m)^\s*(?:\w+ )?(?:Having|[A-Z][a-z]+ing|Conscious|Convinced|Mindful|Aware|Concerned|Cogni[sz]ant)\b"
)
_DECIDES = re.compile(
    r"(?m)^\s*(?:\d+\. )?(?:DECIDES|RESOLVES|ADOPTS|URGES|REQUESTS|RECOMMENDS|CALLS|NOTES|WELCOMES|ENDORSES|APPROVES|"
    r"INVITES)\b|^\s*\d+\. (?:Also |Further )?(?:Takes note|Decides|Requests|Urges|Calls upon|Reaffirms|Welcomes|"
    r"Invites|Encourages|Recommends|Adopts|Endorses|Approves|Notes)\b"
)
_FEWEST_RECITALS = 3
_LONGEST_TITLE, _LONGEST_HEADING = 300, 90


def is_agreement(printed: Sequence[str]) -> bool:
    """Whether a text opens with the name of an agreement, or has lines that begin its articles."""
    words = "\n".join(printed)
    if _CODE.search(words[:4000]):
        return False
    lines = [line.strip() for line in printed if line.strip()]
    articles = sum(_ARTICLE.match(line) is not None for line in lines)
    named = _INSTRUMENT.search(" ".join(lines)[:_LONGEST_TITLE]) is not None
    bound = _PARTIES.search(words) is not None
    if len(_RECITAL.findall(words)) >= _FEWEST_RECITALS and _DECIDES.search(words):
        return True
    return articles > 1 or (named and (articles > 0 or bound or _ARTICLE.search(words) is not None))


def agreement(printed: Sequence[str], *, id: str, findings: Sequence[Finding] = ()) -> Document:
    """The agreement as a document: the first lines are its title, every line a block."""
    rows = columns(printed)
    plain = (" ".join(line.replace("\ufeff", "").split()) for line in printed)
    lines = unwrapped([rows.get(index, line) for index, line in enumerate(plain)])
    title = _title(lines)
    return Document(
        id=id,
        title=title,
        kind=Kind.AGREEMENT,
        date=dateline.only_date(title),
        when=when_in(title),
        body=tuple(Block(_kind(line), line) for line in lines),
        findings=tuple(findings),
    )


def _title(lines: Sequence[str]) -> str:
    """The lines in capitals at the top, or else the first line as far as a title goes."""
    first = lines[0]
    if len(first) > _LONGEST_TITLE:
        return re.split(r"(?i)\s*(?:source:|src:|preamble|the parties|article)", first)[0][:_LONGEST_TITLE].strip()
    capitals = []
    for line in lines[:8]:
        if not line.isupper() or _ARTICLE.match(line) or _HEADED.fullmatch(line):
            break
        capitals.append(line)
    return " ".join(capitals) or first


def _kind(line: str) -> BlockKind:
    if "\t" in line:
        return BlockKind.ROW
    short = len(line) <= _LONGEST_HEADING
    headed = _ARTICLE.match(line) or _HEADED.fullmatch(line) or line.isupper()
    return BlockKind.HEADING if short and headed and not line.endswith((".", ";", ",")) else BlockKind.PARAGRAPH
