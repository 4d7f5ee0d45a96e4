"""How passages name the texts they amend ("our draft", "Japanese note for consultation formula"), and
whether a name fits a draft. A name that fits no draft is not stretched until it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from travaux.text.draft import Draft
from travaux.text.openings import in_any_case

KINDS = (
    "treaty|treaties|agreement|convention|protocol|formula|note|minutes?|communiqu[eé]|statement|charter|arrangement|"
    "redraft|draft|text|letter|declaration|memorandum of understanding|exchange of notes|notes"
)
# Words that say whose or which version it is, not which instrument.
_VERSION = frozenset(
    "our your their us u.s. uk u.k. the a an this that said draft redraft new proposed revised present existing "
    "current old original text tentative agreed final attached above first second public classified whole entire of "
    "in re on "
    "treaty agreement convention protocol formula note notes minute minutes communiqué communique statement charter "
    "arrangement letter declaration gov govt government mutual bilateral goj gok gov’t".split()
)
_PRESENT = frozenset("present existing current old".split())
_GENERIC = frozenset({"draft", "redraft", "text"})
# What may stand before the kind, each with one space behind it.
_QUALITY = (
    r"[A-Z][\w’.-]*|our|your|their|draft|new|proposed|present|existing|current|revised|mutual|security|"
    r"administrative|consultation|public|agreed|peace|joint|classified|original|old|final|attached|status"
)
_NAME = re.compile(
    rf"(?:\b(?:{_QUALITY}) )*"
    rf"\b(?i:{KINDS})\b"
    r"(?: (?:of|on|for) (?:the )?(?:[A-Z][\w’.-]*|consultation|understanding|mutual|security)(?: formula)?)*",
)
_KIND = in_any_case(rf"(?:{KINDS})\b")
_IS_QUALITY = re.compile(_QUALITY).fullmatch
# Kinds that are as often a letter of the correspondence as a text under negotiation.
_CORRESPONDENCE = re.compile(r"(?i)\b(?:notes?|letter|minutes?|statement)\b")
_AS_TEXT = re.compile(
    r"(?i)\b(?:draft|proposed|formula|agreed|understanding|exchange|public|classified|consultation)\b"
)
# 'Article I of the postal convention': whatever stands between 'of' and the kind belongs to the name.
_OWNER = re.compile(rf"\s*(?:of|in|to) (?:the )?((?:[\w’-]+ ){{0,4}}?(?i:{KINDS}))\b")
# Wording in quotation marks, typographic or straight.
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_TAB = re.compile(r"\b(?:Tab|Enclosure|Attachment) [A-Z0-9]+\b")


@lru_cache(maxsize=64)  # how a document opens, and what stands before, is asked for each of its instructions
def names(words: str) -> tuple[str, ...]:
    """The texts that a passage names, in order. A note or letter counts where it is called a draft or the like."""
    found = []
    for match in _named(words):
        name = match.group()
        if _opens_sentence(words, match.start()):
            # 'If treaty ...', 'Table our draft': the capital is the sentence's.
            name = re.sub(r"^[A-Z][\w’.-]* (?=[a-z])", "", name)
        name = re.sub(r"^(?:(?:Article|Articles|Art\.|Under|In|Of|To|The|[IVXLC]+|\d+) )+(?=\w)", "", name)
        if not _CORRESPONDENCE.search(name) or _AS_TEXT.search(name):
            found.append(name)
    return tuple(found)


def last_names(words: str) -> Iterator[str]:
    """`names` from the last on, each as it is asked for: no name goes over the end of a line, so they are looked for
    line by line."""
    end = len(words)
    while end > 0:
        # With the end of the line before: after it a sentence opens.
        begin = max(words.rfind("\n", 0, end), 0)
        yield from reversed(names(words[begin:end]))
        end = begin


def _named(words: str) -> Iterator[re.Match[str]]:
    """The matches of `_NAME`. A kind of text is found first, in little time, and then where its name begins."""
    end = 0
    while kind := _KIND.search(words, end):
        match = _NAME.search(words, _begin(words, kind.start(), end))
        if match is None:
            return
        yield match
        end = match.end()


def _begin(words: str, kind: int, floor: int) -> int:
    """A place at which, or behind which, the name begins that has its kind there: before the words that can belong to
    it, and one more, of which only the end may."""
    begin = words.rfind(" ", floor, kind) + 1
    while begin > floor:
        before = words.rfind(" ", floor, begin - 1) + 1
        if not _IS_QUALITY(words, before, begin - 1):
            return max(before, floor)
        begin = before
    return floor


def _opens_sentence(words: str, start: int) -> bool:
    return start == 0 or words[:start].rstrip(" (“").endswith((".", ":", "”", "\n", ";"))


def named_after(words: str) -> str:
    """The text named right at the beginning of `words`: 'draft treaty will require ...' or 'of our draft'; or ''."""
    owner = _OWNER.match(words)
    if owner:
        return owner.group(1)
    match = _NAME.match(words.lstrip(" ,"))
    return match.group() if match else ""


def fits(name: str, draft: Draft) -> bool:
    """Whether a draft may be the text that a passage names: the same kind, and no word that the title lacks."""
    title = _title(draft.title)
    words = re.findall(r"[\w’.]+", name.casefold())
    tab = _TAB.search(name)
    if tab:
        return draft.id.rpartition("/")[2] == tab.group().casefold().replace(" ", "-")
    if not words or _PRESENT & set(words):
        return False
    kinds = [word for word in words if re.fullmatch(KINDS, word) and word not in _GENERIC]
    if kinds and not any(_stem(kind) in title for kind in kinds[:1]):
        return False
    own = {_stem(word) for word in words if word not in _VERSION and not _is_side(word, title)}
    return own <= title and (bool(kinds) or bool(_GENERIC & set(words)))


@lru_cache(maxsize=64)
def _title(title: str) -> frozenset[str]:
    """The stems of the words of a title."""
    return frozenset(_stem(word) for word in re.findall(r"[\w’.]+", title.casefold()))


@lru_cache(maxsize=256)
def is_specific(name: str) -> bool:
    """Whether a name says what kind of instrument it means, and not only 'draft' or 'text'."""
    words = [word for word in re.findall(r"[\w’.]+", name.casefold()) if re.fullmatch(KINDS, word)]
    return any(word not in _GENERIC for word in words)


def _stem(word: str) -> str:
    return re.sub(r"(?:’s|s’|s)$", "", word.rstrip("."))


def _is_side(word: str, title: frozenset[str]) -> bool:
    """Whether a word says whose draft it is: 'Japanese' beside 'Japan', 'GOJ' for a government."""
    if re.fullmatch(r"go[a-z]{1,2}", word):
        return True
    return any(len(name) > 3 and word.startswith(name[: max(4, len(name) - 2)]) for name in title)


def unquoted(words: str) -> str:
    """The words with every quotation emptied: what a passage quotes is not what it speaks of."""
    return QUOTED.sub("“”", words)
