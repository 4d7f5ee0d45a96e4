"""Operations made up by the thousand, on drafts made up by the thousand: most fit, some do not."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.text.instruments import PARAGRAPHS, RECITALS, SENTENCES, drafts

from travaux.amend import operations as ops
from travaux.amend.operations import Operation, Place, Where, Words
from travaux.findings import Citation
from travaux.text.address import WHOLE, Address, Level, Step
from travaux.text.draft import Draft, ProvisionKind
from travaux.text.stretch import WITHIN

_BELOW = [
    (),
    (Step(Level.PARAGRAPH, "1"),),
    (Step(Level.PARAGRAPH, "second"),),
    (Step(Level.PARAGRAPH, "1"), Step(Level.SUBPARAGRAPH, "a")),
    (Step(Level.SENTENCE, "first"),),
    (Step(Level.PARAGRAPH, "last"), Step(Level.SENTENCE, "last")),
    (Step(Level.PARAGRAPH, "first"), Step(Level.SENTENCE, "1-2")),
    (Step(Level.CLAUSE, "last"),),
    (Step(Level.PARAGRAPH, "last"), Step(Level.PORTION, "last three words")),
    (Step(Level.PARAGRAPH, "1"), Step(Level.CHAPEAU)),
    (Step(Level.PORTION, "opening phrase"),),
    (Step(Level.HEADING),),
]
_RECITALS = [Step(Level.RECITAL, "first"), Step(Level.RECITAL, "having", quoted=True), Step(Level.RECITAL, "last")]
_STRANGE = [
    WHOLE,
    Address((Step(Level.ARTICLE, "99"),)),
    Address((Step(Level.ANNEX),)),
    Address((Step(Level.CLAUSE, "last"),)),
]


def addresses(draft: Draft) -> st.SearchStrategy[Address]:
    """Places of the draft, and a few that no draft has."""
    found = [(Step(Level.ARTICLE, article.number), *below) for article in draft.articles for below in _BELOW]
    if any(provision.kind is ProvisionKind.PREAMBLE for provision in draft.provisions):
        found += [(Step(Level.PREAMBLE), recital) for recital in _RECITALS] + [(Step(Level.PREAMBLE),)]
    return st.sampled_from([Address(steps) for steps in found] + [Address((Step(Level.TITLE),)), *_STRANGE])


@st.composite
def quoted(draw: st.DrawFn, draft: Draft) -> str:
    """A few words in a row that the draft has, or now and then others."""
    words = draw(st.sampled_from(draft.text.split("\n"))).split()
    start = draw(st.integers(0, len(words) - 1))
    there = " ".join(words[start : start + draw(st.integers(1, 4))])
    return draw(st.sampled_from([there, there, there, "nowhere", "The", ", which"]))


def _from_telegram(words: str) -> Words:
    return Words(words, Citation("telegram", 0, len(words)))


_NEW = st.one_of(
    SENTENCES,
    RECITALS,
    st.lists(PARAGRAPHS, min_size=2, max_size=3).map("\n".join),
    st.sampled_from(["and so on", ", as agreed,", "and so on etc."]),
).map(_from_telegram)


@st.composite
def substitutions(draw: st.DrawFn, draft: Draft) -> Operation:
    words = draw(quoted(draft))
    if draw(st.booleans()):
        return ops.DeleteWords(
            draw(addresses(draft)), words, occurrence=draw(st.sampled_from(["", "", "first", "last"]))
        )
    return ops.SubstituteWords(draw(addresses(draft)), words, draw(_NEW), throughout=draw(st.booleans()))


@st.composite
def stretches(draw: st.DrawFn, draft: Draft) -> Operation:
    last = draw(st.one_of(st.just(""), quoted(draft)))
    if draw(st.booleans()):
        return ops.DeleteStretch(draw(addresses(draft)), first=draw(quoted(draft)), last=last)
    return ops.DeleteStretch(draw(addresses(draft)), after=draw(quoted(draft)), last=last)


@st.composite
def insertions(draw: st.DrawFn, draft: Draft) -> Operation:
    target, where, new = draw(addresses(draft)), draw(st.sampled_from(Where)), draw(_NEW)
    if draw(st.booleans()):
        unit = draw(st.one_of(st.none(), addresses(draft)))
        return ops.InsertProvision(target, Place(where, unit=unit), new)
    anchor = draw(st.one_of(st.just(""), quoted(draft)))
    until = draw(st.sampled_from(["", "the"])) if anchor else ""
    return ops.InsertWords(target, Place(where, anchor, until), new)


@st.composite
def replacements(draw: st.DrawFn, draft: Draft) -> Operation:
    target = draw(addresses(draft))
    if draw(st.booleans()):
        return ops.RetainOnly(target, Address((*target.steps, Step(Level.SENTENCE, "first"))))
    # What replaces a sentence is one, or the next sentence would take its place.
    one_sentence = target.steps[-1].level in WITHIN
    return ops.Replace(target, draw(SENTENCES.map(_from_telegram) if one_sentence else _NEW))


def deletions(draft: Draft) -> st.SearchStrategy[Operation]:
    return addresses(draft).map(ops.Delete)


@st.composite
def amended(draw: st.DrawFn, *kinds: str, most: int = 1) -> tuple[Draft, list[Operation]]:
    """A draft and operations on it, of the kinds named or of all."""
    draft = draw(drafts())
    every = {"substitute": substitutions, "insert": insertions, "replace": replacements, "delete": deletions,
             "cut": stretches}  # fmt: skip
    chosen = [make(draft) for name, make in every.items() if not kinds or name in kinds]
    return draft, draw(st.lists(st.one_of(chosen), min_size=1, max_size=most))


@st.composite
def renumberings(draw: st.DrawFn, draft: Draft) -> Operation:
    """A new number for a provision, or for all from one on."""
    numbers = st.sampled_from(["", "1", "2", "3", "IV", "V", "9", "b", "z", "2 bis"])
    return ops.Renumber(draw(addresses(draft)), draw(numbers))


@st.composite
def moves(draw: st.DrawFn, draft: Draft) -> Operation:
    """A provision to another place of the draft."""
    unit = draw(st.one_of(st.none(), addresses(draft)))
    return ops.Move(draw(addresses(draft)), Place(draw(st.sampled_from(Where)), unit=unit))


@st.composite
def rearranged(draw: st.DrawFn, most: int = 1) -> tuple[Draft, list[Operation]]:
    """A draft, and operations that give its provisions other numbers and places."""
    draft = draw(drafts())
    chosen = st.one_of(renumberings(draft), moves(draft), addresses(draft).map(ops.Keep))
    return draft, draw(st.lists(chosen, min_size=1, max_size=most))
