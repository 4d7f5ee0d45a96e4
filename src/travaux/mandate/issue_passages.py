"""Proposes which passages of a document are on which issue: those under a run-in heading ("Treaty Area."), a numbered
item with a caption, or a heading of its own. What a caption names and no register knows is proposed as an issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from travaux.errors import UnreadableAddress
from travaux.findings import Citation
from travaux.mandate.issue import Issue, folded
from travaux.mandate.issue_register import IssueRegister
from travaux.record.document import BlockKind, Document
from travaux.text.address import Level
from travaux.text.parse import parse


class Captioned(StrEnum):
    """What tells that a passage is on an issue."""

    RUN_IN = "run-in heading"
    ITEM = "numbered item"
    HEADING = "heading"
    NAMED = "named in it"


@dataclass(frozen=True, slots=True)
class OnIssue:
    """A passage and what its caption calls the issue. `at` is all of the passage, up to the next caption, `caption` the
    caption alone; `issue` is the id of a registered issue that goes by the name, "" where none does."""

    name: str
    how: Captioned
    caption: Citation
    at: Citation
    issue: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """An issue as documents caption it: `name` in its most frequent form, with every passage."""

    name: str
    passages: tuple[OnIssue, ...]
    issue: str = ""


_LABEL = r"(?P<label>\(?(?:\d{1,2}|[a-z]|[A-Z]|[ivx]{1,4}|[IVX]{1,4})[.)]\)? {0,2})?"
_RUN_IN = re.compile(
    _LABEL + r"(?:Re |On |As regards |With regard to )?(?P<name>[A-Z0-9“][^.:;–—?!]{2,70}?)"
    r"(?P<end>\.\s*[–—-]?|:|\s*—|\s–|”\.?)(?=\s+[A-Z“(\[0-9]|[A-Z]|\s*$)"
)
_SMALL = frozenset("of the and for on in to with by a an or from at as upon under over vis-à-vis".split())
#: Words that make of an opening a sentence, or something else than the name of a subject.
_SENTENCE = re.compile(
    r"(?i)\b(?:I|we|he|she|it|they|you|me|my|our|your|his|their|this|that|these|those|is|are|was|were|be|been|has|have|"
    r"had|will|would|should|could|can|may|might|must|shall|do|does|did|not|said|says|asked|agreed|concurs?|approved?|"
    r"follows|following|believe|understand|recommend|request(?:ed)?|see|note|delete|insert|add|change|replace|read|"
    r"when|if|while|after|before|since|because|dear|sir|mr|mrs|dr|messrs|yes|no|here|there|please|thank)\b"
)
#: Captions of the parts of a paper, of speakers, and of the marks of a message.
_PARTS = frozenset(
    folded(each)
    for each in (
        "Attendance|Present|Comment|Comments|Note|FYI|End FYI|"
        "Question|Answer|Reply|Conclusion|Conclusions|Recommendation|Recommendations|"
        "Background|Discussion|Introduction|Summary|Purpose|Problem|The Problem|Participants|Subject|References|"
        "Reference|Enclosure|Enclosures|Attachment|Attachments|Annex|Appendix|Tab|Action|Action Requested|Proposal|"
        "Proposals|Reason|Reasons|Present wording|Proposed wording|Suggested change|Suggested changes|Advantages|"
        "Disadvantages|Approved|Disapproved|Preamble|Title|Begin Text|End Text|Text|Begin Verbatim Text|Verbatim Text|"
        "Begin Quote|End Quote|Unquote|Present|Army|Navy|Air Force|State|Defense|DOD|JCS|Concurrences|Concurrence|"
        "Facts|Facts bearing on the problem|Assumptions|Objectives|Considerations|General|Other|Other Matters|"
        "Next Steps|"
        "Item|Option|Point|Group|General Considerations|Remarks|Unnumbered|Talking Points|Points to be made|Footnote|"
        "For Action|For Information|Info|Eyes Only|Secret|Top Secret|Confidential|Limited Official Use|Verbatim|Final|"
        "Prepared by|Drafted by|Source|Date|Place|Time|Distribution|Our Position|Your Position|Position|Overview|"
        "Overall Conclusions|Key Issues|Features|Problems|Benefits|Legal Basis|Legal Authority|Legal Memorandum|"
        "Consultation of the Legislature|Consultation with Congress|Congressional Consultation|"
        "Issue|Issues|Responsibility|Progress|Agenda|Opening|Closing|Course|Alternative"
    ).split("|")
)
#: Captions that speak of a passage of a text, not of a subject.
_OF_A_TEXT = re.compile(
    r"(?i)(?:reasons? for|proposed|present|begin|end|accept,|re (?:article|paragraph|para)|throughout|final clause|"
    r"new |ref\b|verbatim|text of|unquote|quote|guarantee of)"
)
#: Under these headings those who took part are listed by sides.
_ATTENDANCE = frozenset({"participants", "present", "also present", "attendance", "attendees"})
_TITLES = re.compile(
    r"(?:(?:The )?(?:Ambassador|General|Admiral|Secretary|Under Secretary|Assistant Secretary|Deputy|Minister|"
    r"Prime Minister|Foreign Minister|President|Vice President|Senator|Governor|Colonel|Captain|Commander|Lord|Sir|"
    r"Baron|Count|Chancellor|Professor|Chairman|Director|Major|Lieutenant|Vice Admiral|Rear Admiral|Honorable|King|"
    r"Prince|Marshal|Counselor|Chief of Staff|Acting)\b)"
)
_SERIES = re.compile(r"[A-Za-z/]+ (?:(?:No|Circ(?:ular)?) )?[\d/-]+[A-Z]?$|[A-Z]{1,4} ?[\d/-]+$")
_MONTHS = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d")
_LONGEST = 7


def issue_passages(document: Document, register: IssueRegister | None = None) -> tuple[OnIssue, ...]:
    """The passages of a document that a caption says are on an issue, in order.

    >>> from travaux.record.document import Block, Kind
    >>> body = (Block(BlockKind.PARAGRAPH, "2. Treaty Area. This is related to the Operational Area."),)
    >>> letter = Document(id="d1", title="", kind=Kind.LETTER, body=body)
    >>> [(each.name, each.how.value) for each in issue_passages(letter)]
    [('Treaty Area', 'numbered item')]
    """
    register = register or IssueRegister()
    found = list(_captions(document))
    if not found:
        return ()
    ends = [*(start for start, _, _, _, _ in found[1:]), len(document.text)]
    passages = []
    for (start, first, last, how, name), end in zip(found, ends, strict=True):
        at = document.cite(start, len(document.text[:end].rstrip()))
        passages.append(OnIssue(name, how, document.cite(first, last), at, _issue(name, register)))
    return tuple(passages)


def as_registered(passage: OnIssue, register: IssueRegister) -> OnIssue:
    """A passage with the registered issue that its caption names, where one goes by that name."""
    return replace(passage, issue=_issue(passage.name, register))


def proposed(passages: Iterable[OnIssue]) -> tuple[Proposed, ...]:
    """Passages by the issue that they name, those of most documents first."""
    groups: dict[str, list[OnIssue]] = {}
    for one in passages:
        groups.setdefault(one.issue or folded(one.name), []).append(one)
    found = []
    for each in groups.values():
        names = [one.name for one in each]
        found.append(Proposed(max(names, key=names.count), tuple(each), each[0].issue))
    return tuple(sorted(found, key=lambda one: (-len({each.at.document for each in one.passages}), one.name)))


def naming(words: str, register: IssueRegister) -> tuple[Issue, ...]:
    """The registered issues whose name or alias stands in these words, the longest name first."""
    text = f" {folded(words)} "
    named = [(len(name), issue) for name, issue in register.by_name.items() if name and f" {name} " in text]
    return tuple(dict.fromkeys(issue for _, issue in sorted(named, key=lambda one: -one[0])))


def _captions(document: Document) -> Iterator[tuple[int, int, int, Captioned, str]]:
    """Where a passage begins, where its caption stands, what tells it, and the name that it gives."""
    attending = False
    for start, block in zip(document.starts, document.body, strict=True):
        if block.kind is BlockKind.PARAGRAPH:
            attending = False
        if block.kind is BlockKind.HEADING:
            attending = attending or folded(block.text) in _ATTENDANCE
            if attending:
                continue  # the sides that took part
            name = re.sub(rf"^{_LABEL}", "", block.text).strip(" .:")
            if _is_subject(name, "."):
                yield start, start, start + len(block.text), Captioned.HEADING, name
            continue
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        found = _RUN_IN.match(block.text)
        if found is None:
            continue
        name = found["name"].strip(" “”")
        alone = found.end() >= len(block.text.rstrip())
        if not _is_subject(name, found["end"]) or (alone and not found["label"]):
            continue
        how = Captioned.ITEM if found["label"] else Captioned.RUN_IN
        yield start, start + found.start("name"), start + found.end("name"), how, name


def _is_subject(name: str, end: str) -> bool:
    """Whether words can be the name of a subject: a few, no sentence, and no part of every paper."""
    words = name.split()
    if _OF_A_TEXT.match(name) or words[-1:] in (["acceptable"], ["plenipotentiary"]):
        return False
    if not words or len(words) > _LONGEST or folded(name) in _PARTS or _SENTENCE.search(name):
        return False
    if _TITLES.match(name) or _SERIES.fullmatch(name) or _MONTHS.search(name) or _is_provision(name):
        return False
    if len(words[-1]) == 1 or words[-1] in ("U.S", "No", "Mr", "Mrs", "Dr", "Gen", "Amb", "Lt", "Col", "Adm"):
        return False
    if words[0].isdigit() or (folded(words[0]) in _PARTS and len(words) == 2 and words[1][0].isdigit()):
        return False
    speaker = end.strip() == ":" and len(words) <= 2 and name[0].isupper() and not _common(words)
    return not speaker and (len(words) <= 4 or all(word[0].isupper() or word in _SMALL for word in words))


def _common(words: list[str]) -> bool:
    """Whether words are such as name a subject: more than one, or a small one among them."""
    return len(words) > 1 and all(not word.isupper() for word in words)


def _is_provision(name: str) -> bool:
    try:
        steps = parse(name).steps
    except UnreadableAddress:
        return False
    return any(step.level in (Level.ARTICLE, Level.PARAGRAPH, Level.PREAMBLE, Level.ANNEX) for step in steps)


def _issue(name: str, register: IssueRegister) -> str:
    """The registered issue that a caption names: by all of its words, else by those within it."""
    known = register.by_name.get(folded(name))
    if known is not None:
        return known.id
    within = naming(name, register)
    return within[0].id if len(within) == 1 else ""
