"""The sentences of a draft that may be final clauses, each with where it stands and what it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from travaux.findings import Citation
from travaux.status.items import Item, items
from travaux.text.address import Address
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, cut, words_of
from travaux.text.point_to import point_to
from travaux.text.sentences import sentences
from travaux.text.spot import Path, children_at

#: A sentence without a verb of these and a subject of those is no final clause.
_VERB = re.compile(
    r"(?i)\b(?:enter(?:s|ed)?|come[s]?|put|brought|goe?s?|entry)(?: \w+ly)? in ?to (?:full )?"
    r"(?:force|effect|operation)|"
    r"\btakes? effect|\brun for\b|\bterm of (?:this|the present)\b|\boperating\b|\beffective date\b|"
    r"\b(?:becomes?|be|is|are|remains?|stays?|continues?|keep|kept)\b[^.;]{0,20}?\b(?:force|effect|operation|effective|operative|valid)\b|"
    r"\bappl(?:y|icable) (?:for (?:an? |the )?(?:\w+ )?(?:\(?\d|period|term|duration|(?:day|month|year)s?\b)|until)|"
    r"\bconcluded for|durat|\bvalid|\btermina(?:t|ble)|\bcancel|denounc|denunciation|withdr|"
    r"\brenew|extend|prolong|expire|\bcease|lapse|supersed|\breplac|repeal|abrogat|accede|accession|ratif|deposit|"
    r"authentic|"
    r"\bdone (?:at|in|on)\b|provisional|amend|prejudice|affect|"
    r"\breferences? (?:made |contained )?(?:to|in)\b|leave the|\blanguages?\b"
)
_SUBJECT = re.compile(
    r"(?i)agreement|convention|treat(?:y|ies)|protocol|memorandum|arrangement|statute|charter|constitution|notice|notif|"
    r"denunciation|withdrawal|termination|cancellation|ratification|accession|acceptance|signature|\bit\b|depositary|depository|instrument|"
    r"authentic|covenant|accord\b|exchange of|"
    r"\bdone\b|pact\b|\bthis decision\b|\bthe (?:\w+ )?amendments\b"
)
#: What opens a recital.
_RECITAL = re.compile(
    r"(?i)\W*(?:considering|whereas|recalling|recogni[sz]ing|noting|desiring|desirous|wishing|"
    r"having (?:regard|considered)|bearing in mind|taking (?:into account|note)|mindful|convinced|conscious|aware)\b"
)
#: What a final clause sets.
_SETS = re.compile(
    r"(?i)\b(?:force|effect\w*|operation|valid|terminat\w+|denounc\w+|withdr\w+|renew\w+|concluded for)\b"
)
#: A number that has no blank behind it.
_NUMBERED = re.compile(r"^\d{1,2}[.)](?=[A-Za-z])")
_CALLED = re.compile(
    r"agreement|convention|treaty|protocol|memorandum|arrangement|statute|charter|constitution|covenant|pact"
)
#: What calls itself neither an agreement nor the like.
_TITLED = re.compile(r"(?i)\W*(?P<noun>amendment|decision|resolution)s?\b")
_SELF = re.compile(
    r"(?i)(?:that )?(?:the |this |these |the present |the aforesaid |said )+(?:amendment|decision|resolution)s?\b"
)
#: A resolution that adopts amendments: 'invites the Parties to note that the amendments shall enter into force'
_NOTED = re.compile(r"(?i)\b(?:to note|notes|determines|decides|agrees|resolves)(?:,[^,]*,)? that\b")
_ON_ENTRY = re.compile(r"(?i)force|into effect|effective date|commencement")
#: An article numbered by its chapter.
_BY_CHAPTER = re.compile(r"(?i)\W*article \d{1,2}\.\d{1,2}\b")
_NOTES = re.compile(r"(?i)\b(?:notes|letters) exchanged|exchanges? of (?:notes|letters)")
_NAMED = re.compile(
    r"(?i)\b(?:this|the)(?: present)? (?:\w+ ){0,3}?(?:agreement|convention|treaty|protocol|memorandum|"
    r"arrangement|statute|charter|covenant|pact|accord|understanding|instrument)"
)
_AMENDING = re.compile(r"(?i)\bamendments?\b[^.;]{0,250}\b(?:come|enter|take|become)s? (?:into |in )?(?:force|effect)")
#: A sentence on what a party does, of which 'it' in the one behind is said.
_DEED = re.compile(
    r"(?i)(?:^|[.;)]\s*)\W*(?:\d+[.)]?\s*)?(?:(?:any|the|such|each|a|an) )?"
    r"(?:(?P<leaving>denunciation|withdrawal|termination)|(?P<joining>accession|adhesion|adherence))\b[^.;]*[.;]\s*$"
)
#: Where a text that lost its line ends goes on to another sentence without a blank: 'in force.2. it', '1945.this
#: protocol', 'of the Parties.[3] the Bank'.
_RUN_ON = re.compile(
    r"(?<=[a-z)])(?<!\bart)(?<!\barts)(?<!\bpara)(?<!\bparas)(?<!\bno)\."
    r"(?=(?:\d{1,2}[.)]|\(\w{1,3}\)|\d{1,2} [a-z]|\[\d+\]|paragraph \w+:|[A-Z][a-z]))|"
    r"(?<=[a-z)\d])\.(?=(?:the|this|it|any|such|each|for|if|in|on|upon|either|after|at any) )|"
    r"(?<=[a-z]{3})(?<!\bart)(?<!\barts)(?<!\bpara)(?<!\bparas)(?<!\betc)(?<!\bvol)\. "
    r"(?=(?:the|this|it|any|such|each|for|if|in|on|upon|either|after|at any|instruments?|notice|ratifications?|"
    r"adherences?|accessions?|acceptances?|denunciation|withdrawal|termination|thereafter) [a-z])"
)
#: A heading that runs into the words below it: 'entry into forcethis amendment'.
_GLUED = re.compile(
    r"(?i)(?:force|effect|clauses?|provisions|withdrawal|denunciation|termination|duration|validity|ratification|signature|"
    r"accession|amendments?|languages?|depositary)(?=(?:this|the|any|each|every|upon|after|either)\b)"
)
#: What makes of the words in quotation marks behind it the text of another instrument, or of a provision amended.
_QUOTING = re.compile(
    r"(?i)\b(?:replaced|substituted|amended|inserted|added|deleted|reads?|worded|wording|the words?|the following)\b"
    r"[^.;“‘«\"”’»]{0,80}(?P<mark>[“‘«\"])"
)
#: What leads provisions that another text is to have.
_ADDING = re.compile(r"(?i)\b(?:replace|substitute|insert|add|incorporate)(?:d|s|ed)?\b[^.]*\bfollowing\b[^.]*:\s*$")
_CLOSING = {"“": "”", "‘": "’", "«": "»", '"': '"'}
_NO_PROSE = frozenset(
    {
        ProvisionKind.RECITAL,
        ProvisionKind.TITLE,
        ProvisionKind.CONTENTS,
        ProvisionKind.FOLIO,
        ProvisionKind.NOTE,
        ProvisionKind.SIGNATURE,
    }
)


@dataclass(frozen=True)
class Sentence:
    """A sentence, or the items of a list each behind the words that lead it. `heading` is that of its article."""

    words: str
    at: Citation
    draft: Draft
    path: Path
    article: Path
    heading: str
    #: Whether the words before it in its paragraph name the instrument.
    named: bool = False
    #: Whether it opens its paragraph, or that opens with 'It'.
    opens: bool = False
    #: The words that lead a list of which it is one item.
    lead: str = ""
    #: Whether the words before it in its paragraph tell of amendments, so that 'it' may be one.
    amending: bool = False
    #: What the sentence before it in its paragraph is of, so that 'it' is what a party does: "leaving" or "joining".
    deed: str = ""
    #: Whether what it sets stands in quotation marks, as words that another text is to have.
    quoted: bool = False

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What it speaks of."""
        words = _NUMBERED.sub(lambda number: " " * len(number.group()), self.words)
        return tuple(self._named(item) for item in items(words))

    def _named(self, item: Item) -> Item:
        """An item; 'the Treaty' is another instrument where this one calls itself an agreement, and 'the amendments' or
        'this Decision' is this one where it is called so."""
        words = item.words.lower()
        noted = _NOTED.search(self.words, 0, item.start) if item.kind == "AMENDMENT" else None
        if noted and words.startswith("the "):
            return replace(item, kind="THIS")
        if words == "this decision" and "force" in self.heading.lower():
            return replace(item, kind="THIS")
        if item.kind in ("AMENDMENT", "PART_OF_IT") and self.title_noun and _SELF.match(words):
            return replace(item, kind="THIS") if self.title_noun in words else item
        if item.kind == "THIS" and self.own and re.match(r"the (?!present|said|above)", words):
            called = _CALLED.search(words)
            if called is not None and called.group() != self.own:
                return replace(item, kind="OTHER")
        return item

    @cached_property
    def title_noun(self) -> str:
        """'amendment' or 'decision', where the title begins so; else ""."""
        found = _TITLED.match(self.draft.title)
        return found["noun"].lower() if found else ""

    @cached_property
    def own(self) -> str:
        """What the instrument calls itself by its title; "" where that tells nothing."""
        called = _CALLED.findall(self.draft.title.lower())
        return "agreement" if _NOTES.search(self.draft.title) else called[0] if len(set(called)) == 1 else ""

    @property
    def on_entry(self) -> bool:
        """Whether the heading of its article is of the entry into force."""
        return _ON_ENTRY.search(self.heading.replace(self.words.strip(), "")) is not None

    @property
    def in_annex(self) -> bool:
        """Whether it stands in an annex, which may have clauses of its own; not where the articles of the text go on
        behind annexes that stand between its chapters ('Article 20.07')."""
        top = self.draft.provisions[self.path[0]]
        return top.kind is ProvisionKind.ANNEX and not _BY_CHAPTER.match(self.heading)

    @property
    def address(self) -> Address | None:
        """The provision that it stands in."""
        return point_to(self.draft, self.path)


def clause_sentences(draft: Draft) -> Iterator[Sentence]:
    """The sentences of a draft that may be final clauses, in reading order."""
    for index, provision in enumerate(draft.provisions):
        yield from _below(draft, (index,), provision, _Place())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a walk down a draft stands: the article and its heading, and the words before that go on in a provision."""

    article: Path = ()
    heading: str = ""
    lead: tuple[Run, ...] = ()
    #: Whether `lead` is the beginning of a sentence that a page's end cut off, and not that of a list.
    cut_off: bool = False
    #: Whether the last sentence goes on in the provision behind.
    goes_on: bool = False


def _below(draft: Draft, path: Path, provision: Provision, place: _Place) -> Iterator[Sentence]:
    if provision.kind in (ProvisionKind.ARTICLE, ProvisionKind.SECTION) or not place.article:
        place = replace(place, article=path, heading=_heading(provision))
    if provision.kind not in _NO_PROSE and provision.kind is not ProvisionKind.HEADING:
        yield from _sentences(draft, path, provision, place)
    below = provision.content if words_of(provision.content).rstrip().endswith((":", "—", "-")) else ()
    children = children_at(draft, path)
    for index, child in enumerate(children):
        begun = _unfinished(children[index - 1], child) if index and not below else ()
        goes_on = not below and index + 1 < len(children) and bool(_unfinished(child, children[index + 1]))
        inner = replace(place, lead=begun or below, cut_off=bool(begun), goes_on=goes_on)
        yield from _below(draft, (*path, index), child, inner)


def _unfinished(before: Provision, provision: Provision) -> tuple[Run, ...]:
    """The last sentence of a provision where the one behind it goes on with it, as where a page ends."""
    words, more = words_of(before.content), words_of(provision.content).lstrip()
    numbered = words_of(provision.label).strip() != ""
    if before.children or numbered or not more[:1].islower() or not words.rstrip()[-1:].isalnum() or words.islower():
        return ()
    start, end = list(sentences(words))[-1]
    return tuple(cut(before.content, start, end))


def _heading(provision: Provision) -> str:
    """The words over an article: in its label, its own line, or a heading beneath."""
    said = [words_of(provision.label)]
    if len(words_of(provision.content)) < 120:
        said.append(words_of(provision.content))
    said += [child.text for child in provision.children[:2] if child.kind is ProvisionKind.HEADING]
    return " ".join(said)


def _sentences(draft: Draft, path: Path, provision: Provision, place: _Place) -> Iterator[Sentence]:
    words = words_of(provision.content)
    if not words.strip() or not (_VERB.search(words) or place.lead):
        return
    before = f"{words_of(place.lead).rstrip()} " if place.lead else ""
    pieces = list(_cut(words))
    for start, end in pieces[:-1] if place.goes_on else pieces:
        said = (before + words[start:end]).replace("\n", " ")
        if _VERB.search(said) and _SUBJECT.search(said) and not _RECITAL.match(said):
            told = words[:start]
            at = _cited(
                (*place.lead, *provision.content) if before and place.cut_off else provision.content, start, end
            )
            yield Sentence(
                said,
                replace(at, end=_cited(provision.content, start, end).end) if before and place.cut_off else at,
                draft,
                path,
                place.article,
                place.heading,
                named=_NAMED.search(told) is not None,
                opens=start == 0 or words.startswith("It "),
                lead="" if place.cut_off else before,
                amending=_AMENDING.search(told) is not None,
                deed=_deed(told),
                quoted=_is_quoted(f"{before}{told}", words[start:end]),
            )
        before = ""


def _deed(before: str) -> str:
    """What the sentence that ends `before` is of: "leaving", "joining" or "" for another matter."""
    found = _DEED.search(before)
    return (found.lastgroup or "") if found else ""


def _cut(words: str) -> Iterator[tuple[int, int]]:
    for start, end in sentences(words):
        first = start
        for at in sorted(found.end() for run in (_RUN_ON, _GLUED) for found in run.finditer(words, start, end)):
            yield first, at
            first = at
        if first < end:
            yield first, end


def _is_quoted(before: str, words: str) -> bool:
    """Whether a sentence stands in a quotation that words before it lead, or all that it sets stands in one."""
    if _ADDING.search(before):
        return True
    text = before + words
    for found in _QUOTING.finditer(text):
        end = text.find(_CLOSING[found["mark"]], found.end())
        end = len(text) if end < 0 else end
        if found.end() <= len(before) <= end:
            return True
        inside = range(found.end() - len(before), end - len(before))
        said = [each.start() for each in _SETS.finditer(words)]
        if said and all(at in inside for at in said):
            return True
    return False


def _cited(runs: tuple[Run, ...], start: int, end: int) -> Citation:
    """The passage that a stretch of words came from; of words from several documents that of the first."""
    pieces = [run.origin for run in cut(runs, start, end)]
    first = pieces[0]
    last = max(each.end for each in pieces if each.document == first.document and each.note == first.note)
    return Citation(first.document, first.start, max(last, first.end), first.note)
