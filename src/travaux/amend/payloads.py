"""Finds wording that a passage announces and does not quote: 'is replaced by the following text: ...'.

Prints that lost their quotation marks and line breaks run such wording into the next order; it ends where that begins.
"""

from __future__ import annotations

import re

_LABEL = r"(?:(?<![A-Za-z])\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s*)?"
_HEADING = r"(?:(?:ARTICLE|ANNEX) [\w.]+[,:]? ?(?:paragraph [\w ]{1,6}?)?)?"
_IMPERATIVE = r"(?:delete|insert|add|replace|substitute|strike|omit|amend|renumber|reword|change)\b"
# What an order names first, and what it says of that.
_PLACE = (
    r"(?:in|at|after|before|for|throughout|to|paragraphs?|sub-?paragraphs?|articles?|annex(?:es)?|sections?|chapter|"
    r"appendix|(?:the|a|an) (?:words?|phrases?|expressions?|following|new|first|second|third|last|final|present|"
    r"existing|title|heading|references?|text|preamble|definition|"
    r"\w+ (?:sentence|paragraph|sub-?paragraph|recital|preambular)))"
)
_CHANGED = (
    r"(?:shall|should|is|are|be)(?: be)?(?: hereby)?(?: further)? (?:amended|replaced|deleted|inserted|added|"
    r"substituted|omitted|renumbered|supplemented|modified|worded|abrogated)\b|shall (?:now )?read\b|\bbecomes?\b"
)
# What may stand between the two: words of the same sentence, quotations and all.
_BETWEEN = r"(?P<between>(?:(?!(?-i:ARTICLE|ANNEX) )[^.;:“”]|:? ?“[^”]*”){0,170}?)"
_ORDER = re.compile(
    rf"(?i){_LABEL}{_HEADING}(?:{_IMPERATIVE}|"
    rf"{_PLACE}\b{_BETWEEN}(?:{_CHANGED}|[, ](?:put|add|insert|delete|substitute|replace)\b))"
)
# An order also begins with the words that it changes: 'Word “combat” should be inserted'.
_ON_WORDS = re.compile(
    r"(?i)(?:the )?(?:words?|phrase|figure)?\s?“[^“”]*” [^.;:“”]{0,60}"
    r"\b(?:insert|replac|delet|substitut|add|chang|omit|read|becom)"
)
_AFTER_LABEL = re.compile(r"[.;]\s*\(?\w{1,3}[.)]$")
# What opens the next order and runs into the wording: a heading, a title or a label, the letter of a label.
_AHEAD = (
    r"(?:(?<=[\w.;”])[a-z](?= ?(?:ARTICLE|ANNEX)\b))?\s*(?:ARTICLE|ANNEX|Article) [\w.]+"
    r"(?:,? (?:paragraph|section)s? \w+(?: bis| ter)?)?\s*$",
    r"(?<=[a-z;])[a-z]\. [a-z ]{3,40}$",
    r"(?<=[\d.;”)])[a-z]\s*$",
    r"\s*\(?\b(?:\d{1,3}|[a-z])[.)]\s*$",
)
_HEADING_AHEAD = re.compile("|".join(_AHEAD))


def unquoted(words: str, masked: str, start: int) -> tuple[int, int] | None:
    """Where the wording that is announced at `start` begins and ends; None where a quotation or an order follows."""
    first = start + len(words[start:]) - len(words[start:].lstrip())
    if first >= len(words) or _begins_order(masked, first) or masked[first] == "“":
        return None
    labelled = re.match(r"\(?[A-Za-z\d]{1,3}[.)]\s*“", masked[first:])
    if labelled:
        return None
    last = _end(masked, first)
    heading = _HEADING_AHEAD.search(words, first, last) if last < len(words) else None
    last = heading.start() if heading else last
    while last > first and words[last - 1].isspace():
        last -= 1
    if last <= first or (words[last - 1] == ":" and "." not in words[first:last]):
        # 'shall be amended as follows: Amendments to Title IV:' leads on to others.
        return None
    return first, last


def _begins_order(masked: str, at: int) -> bool:
    return bool(_ORDER.match(masked, at) or _ON_WORDS.match(masked, at))


def _end(masked: str, start: int) -> int:
    """Where the next order begins: after a mark that ends a sentence, on a new line, or run into the text."""
    at = start + 1
    while match := _ORDER.search(masked, at):
        if _may_begin(masked, match.start()):
            return match.start()
        at = match.start() + 1
    return len(masked)


def _may_begin(masked: str, at: int) -> bool:
    """Whether an order may begin at a character and is not the middle of a sentence."""
    run_on = masked[at - 1].isalnum() or bool(re.match(r"(?:ARTICLE|ANNEX) ", masked[at : at + 8]))
    before = masked[max(at - 9, 0) : at].rstrip()
    return run_on or not before or before[-1] in ".;:”)" or masked[at - 1] == "\n" or bool(_AFTER_LABEL.search(before))
