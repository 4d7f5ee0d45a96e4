"""Operations made up by the thousand, on drafts made up by the thousand: some fit, some do not."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.text.instruments import PARAGRAPHS, RECITALS, SENTENCES, drafts

from travaux.amend import operations as ops
from travaux.amend.operations import Operation, Place, Where, Words
from travaux.findings import Citation
from travaux.record.document import Block, BlockKind, Document, Kind
from travaux.text.address import WHOLE, Address, Level, Step
from travaux.text.draft import Draft

_ARTICLES = [Step(Level.ARTICLE, number) for number in ("1", "2", "III", "5", "9", "last")]
_BELOW = [
    Step(Level.PARAGRAPH, "1"),
    Step(Level.PARAGRAPH, "second"),
    Step(Level.SUBPARAGRAPH, "a"),
    Step(Level.SENTENCE, "first"),
    Step(Level.SENTENCE, "last"),
    Step(Level.CLAUSE, "final"),
]
_IN_PREAMBLE = [Step(Level.RECITAL, "first"), Step(Level.RECITAL, "having", quoted=True), Step(Level.RECITAL, "last")]


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return draw(st.sampled_from([WHOLE, Address((Step(Level.TITLE),)), Address((Step(Level.PREAMBLE),))]))
    if kind == 1:
        return Address((Step(Level.PREAMBLE), draw(st.sampled_from(_IN_PREAMBLE))))
    below = draw(st.lists(st.sampled_from(_BELOW), max_size=2, unique_by=lambda step: step.level))
    order = list(Level)
    return Address((draw(st.sampled_from(_ARTICLES)), *sorted(below, key=lambda step: order.index(step.level))))


@st.composite
def quoted(draw: st.DrawFn, draft: Draft) -> str:
    """A few words in a row that the draft has, or others."""
    words = draw(st.sampled_from(draft.text.split("\n"))).split()
    start = draw(st.integers(0, len(words) - 1))
    there = " ".join(words[start : start + draw(st.integers(1, 4))])
    return draw(st.one_of(st.just(there), st.just(there), st.sampled_from(["nowhere", "the", "The", ", which"])))


def new_words(draw: st.DrawFn) -> Words:
    """New wording, citing itself in the instruction (`instruction_of`)."""
    words = draw(st.one_of(SENTENCES, RECITALS, PARAGRAPHS, st.sampled_from(["and so on", ", as agreed,", "x etc."])))
    lines = draw(st.lists(st.just(words), min_size=1, max_size=2))
    text = "\n“".join(lines)
    return Words(text, Citation("telegram", 0, len(text)))


@st.composite
def operations(draw: st.DrawFn, draft: Draft) -> Operation:
    target, new, words = draw(addresses()), new_words(draw), draw(quoted(draft))
    sides = st.sampled_from(Where)
    kind = draw(st.integers(0, 6))
    if kind == 0:
        return ops.Replace(target, new)
    if kind == 1:
        unit = draw(st.one_of(st.none(), addresses()))
        return ops.InsertProvision(target, Place(draw(sides), unit=unit), new)
    if kind == 2:
        return ops.Delete(target)
    if kind == 3:
        return ops.RetainOnly(target, Address((*target.steps, Step(Level.SENTENCE, "first"))).within(target))
    if kind == 4:
        return ops.SubstituteWords(target, words, new, throughout=draw(st.booleans()))
    if kind == 5:
        until = draw(st.one_of(st.just(""), quoted(draft)))
        return ops.InsertWords(target, Place(draw(sides), draw(st.sampled_from([words, ""])), until), new)
    return ops.DeleteWords(target, words)


@st.composite
def drafts_with_operations(draw: st.DrawFn) -> tuple[Draft, list[Operation]]:
    draft = draw(drafts())
    return draft, draw(st.lists(operations(draft), min_size=1, max_size=4))


def instruction_of(words: Words) -> Document:
    """The telegram whose text is the new wording, and nothing else."""
    body = (Block(BlockKind.PARAGRAPH, words.words),)
    return Document(id="telegram", title="Telegram", kind=Kind.TELEGRAM, body=body)
