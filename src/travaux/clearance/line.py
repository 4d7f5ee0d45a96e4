"""The clearance line as the field prints it, "Drafted by ...; cleared with ..., and ...; approved by ...": written from
facts, and read from documents into the same facts. What it says otherwise than such lines do is a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from travaux.clearance.entries import Verdict
from travaux.clearance.standing import Clearance, Routing
from travaux.findings import Citation, Finding
from travaux.record.document import SourceNote
from travaux.record.sentences import sentences
from travaux.text.grammar import grammar


@dataclass(frozen=True, slots=True)
class Named:
    """A person or an office as printed, the office of a person where one is given, and in what manner ("in draft")."""

    who: str
    office: str = ""
    manner: str = ""

    def __post_init__(self) -> None:
        if not self.who:
            raise ValueError("somebody is named")


@dataclass(frozen=True, slots=True)
class Line:
    """Who drafted a text, with whom it was cleared, and who approved it; nobody where that is not known."""

    drafted: tuple[Named, ...] = ()
    cleared: tuple[Named, ...] = ()
    approved: tuple[Named, ...] = ()

    def __str__(self) -> str:
        said = (
            f"{verb} {' '.join(filter(None, (_by(names[0], preposition), _listed(names, preposition))))}"
            for verb, preposition, names in (
                ("drafted", "by", self.drafted),
                ("cleared", "with", self.cleared),
                ("approved", "by", self.approved),
            )
            if names
        )
        words = "; ".join(said)
        return f"{words[:1].upper()}{words[1:]}." if words else ""


@dataclass(frozen=True, slots=True)
class Read:
    """What a line says, and what in it was not understood."""

    line: Line
    findings: tuple[Finding, ...] = ()


_ROLES = {"drafted": "drafted", "cleared": "cleared", "concurred in": "cleared", "approved": "approved"}
#: What a line is about, ahead of it: 'Another copy shows the memorandum was ', 'Text received from Tokyo, '.
_FROM_VERB = re.compile(
    r"^(?:[^,;]*?\b(?:was|were)|(?!(?:[Dd]rafted|[Cc]leared|[Aa]pproved)\b)[^,;]*,) "
    r"(?=(?:drafted|cleared|approved) (?:by|in|with)\b)"
)
_SAID = re.compile(r"(?i)\b(?:drafted|cleared|concurred in|approved)\b")


def line(words: str, *, at: Citation | None = None) -> Read:
    """What a source note, or a line by itself, says of who drafted, cleared and approved; `at` cites it.

    >>> read = line("Drafted by Davis, cleared in draft with Bohlen and Kohler, in substance with Rusk; approved in S.")
    >>> str(read.line)
    'Drafted by Davis; cleared in draft with Bohlen and Kohler, and in substance with Rusk; approved by S.'
    """
    cited = at or Citation("line", 0, len(words))
    found = Line()
    findings: list[Finding] = []
    for stretch in _stretches(words):
        read = _parsed(stretch)
        if read is None:
            findings.append(_not_read(stretch, words, cited))
            continue
        for role, names in read[0].items():
            found = replace(found, **{role: (*getattr(found, role), *names)})
        if read[1]:
            findings.append(_not_read(read[1], words, cited))
    return Read(found, tuple(findings))


def of_note(note: SourceNote, *, document: str) -> Read:
    """The same of the source note of a document."""
    return line(note.text, at=Citation(document, 0, len(note.text), note.mark))


def written(state: Routing) -> Line:
    """The line of a package as its log tells it: those whose clearance stands now, in the order of the route."""
    cleared = tuple(Named(seat.office) for seat in state.package.seats if _concurred(state, seat.office))
    decided = [state.decision_on(number) for number in state.to_decide]
    all_decided = all(one is not None for one in decided)
    approves = all_decided and any(one and one.entry.verdict is not Verdict.DISAPPROVED for one in decided)
    approved = (Named(state.package.approver),) if approves else ()
    return Line((Named(state.package.drafter),), cleared, approved)


def _concurred(state: Routing, office: str) -> bool:
    """Whether an office agreed to the text; one without interest did not."""
    return state.clearance(state.package.seat(office)) is Clearance.CONCURS


def _stretches(words: str) -> Iterator[str]:
    """The stretches of a note that say who did something, between sentence ends and semicolons."""
    behind = words.partition("Source:")[2] or words
    for sentence in sentences(behind.strip("[] ")):
        if not _SAID.search(sentence):
            continue
        for stretch in sentence.rstrip(" .").split(";"):
            said = _FROM_VERB.sub("", re.sub(r"^and ", "", stretch.strip())).replace(
                "transmission and signed by", "transmission by"
            )
            if _SAID.search(said) or re.match(r"(?:in substance|in draft) ", said):
                yield said


#: A person with a first name, and the office after 'of'.
_PERSON_OF = re.compile(
    r"(?P<who>(?!(?:Office|Bureau|Department|Director|Ministry|Secretary|Embassy|Chief|Deputy|Assistant|Special|Under|"
    r"Division|Board|Joint|Member)\b)[A-Z][\w.]*(?: [A-Z][\w.’'-]+)+(?:,? Jr\.?)?) of (?:the )?(?P<office>.+)"
)


@cache
def _grammar() -> Lark:
    path = Path(__file__).with_name("line.lark")
    return Lark(grammar(path), parser="lalr", lexer="contextual")


def _parsed(stretch: str) -> tuple[dict[str, list[Named]], str] | None:
    """The names of a stretch by role, and what of it was left; None where it is worded otherwise."""
    try:
        tree = _grammar().parse(stretch)
    except UnexpectedInput:
        return None
    roles: dict[str, list[Named]] = {}
    now: list[str] = []
    manner = ""
    rest = ""
    for each in tree.children:
        if isinstance(each, Token):
            rest = str(each).strip(" ,")
            continue
        verbs = [str(token).lower() for node in each.find_data("verbs") for token in node.children]
        if verbs:
            now, manner = [_ROLES[verb] for verb in verbs if verb in _ROLES], ""
        item = next(each.find_data("item"))
        named, said = _named(item)
        manner = said or ("" if verbs or _is_led_anew(item) else manner)
        for role in now:
            roles.setdefault(role, []).append(replace(named, manner=named.manner or manner))
    joined = {role: _with_offices(names, stretch) for role, names in roles.items()}
    return (joined, rest) if joined else None


def _is_led_anew(item: Tree[Token]) -> bool:
    """Whether 'with' or 'by' stands before a name again: what was said of the names before does not go on."""
    return any(isinstance(each, Token) and each.type == "PREP" for each in item.children)


def _named(item: Tree[Token]) -> tuple[Named, str]:
    """A name with its office and its own manner, and the manner that is said ahead of it for all that follow."""
    office = own = ahead = ""
    who = ""
    for each in item.children:
        if isinstance(each, Tree):
            who = re.sub(r"^the ", "", str(each.children[0]))
        elif each.type in ("OFFICE", "OF"):
            office = re.sub(r"^of (?:the )?", "", str(each).strip("()"))
        elif each.type == "MANNER_AFTER":
            own = f"in {str(each).strip('()').removeprefix('in ')}"
        elif each.type == "MANNER":
            ahead = str(each) if not who else ahead
    person = _PERSON_OF.match(who) if not office else None
    return (Named(person["who"], person["office"], own) if person else Named(who, office, own)), ahead


def _with_offices(names: list[Named], stretch: str) -> list[Named]:
    """Two names without 'and' between them are a person and the office: 'Eugene S. Staples, USIA'."""
    if len(names) != 2 or " " not in names[0].who or names[0].office or not names[1].who.isupper():
        return names
    between = stretch.partition(names[0].who)[2].partition(names[1].who)[0]
    return [replace(names[0], office=names[1].who)] if between.strip() == "," else names


def _not_read(stretch: str, words: str, at: Citation) -> Finding:
    start = words.find(stretch)
    place = replace(at, start=at.start + start, end=at.start + start + len(stretch)) if start >= 0 else at
    message = f"It was not understood who drafted, cleared or approved by “{stretch}”."
    return Finding("clearance-not-read", message, place, "Read it in the note.")


def _by(first: Named, preposition: str) -> str:
    return " ".join(filter(None, (first.manner, preposition)))


def _listed(names: Sequence[Named], preposition: str) -> str:
    """Names one after another, those of one manner together."""
    groups: list[list[Named]] = []
    for name in names:
        if groups and groups[-1][0].manner == name.manner:
            groups[-1].append(name)
        else:
            groups.append([name])
    said = [_joined([_one(name) for name in groups[0]])]
    said += [f"{_by(group[0], preposition)} {_joined([_one(name) for name in group])}" for group in groups[1:]]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])}, and {said[-1]}"


def _one(name: Named) -> str:
    return f"{name.who} ({name.office})" if name.office else name.who


def _joined(names: Sequence[str]) -> str:
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
