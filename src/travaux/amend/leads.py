"""The words that may stand before an order without changing what it orders: a closed table.

Any other words before an order ('Seek to', 'The press says that', 'Footnote to') may turn it into something
else, so the order behind them is not taken for one. To understand more of them, add a row.
"""

from __future__ import annotations

import re

_SUBJECT = (
    r"(?:you|we|i|it|embassy|ambassador|department|dept|the department|the embassy|delegation|parties|both sides)"
)
_PHRASES = (
    # Numbers and letters of the order, and what it is about ('Re para on security, insert ...').
    r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]+",
    r"re(?: the)? (?:para|paragraph|article|art\.?|recital)\b[^,:]*?(?=(?:insert|add|delete|replace|substitute|$))",
    # What joins an order to those before it.
    r"(?:and|also|in addition|additionally|accordingly|therefore|thus|hence|consequently|further(?:more)?|moreover)\b",
    r"(?:finally|then|next|similarly|likewise|instead|now|please|kindly|(?:first|second|third|last)(?:ly)?)\b",
    r"(?:under|in) (?:these|those|the|such) circumstances\b",
    r"(?:at the same time|for (?:this|these|the same|the following) (?:reason|purpose)s?)\b",
    r"in this (?:connection|regard|respect)\b",
    # Why: a clause that a comma ends.
    r"(?:in order|while|so as to|since|because|as|with a view to|in view of|in light of|having|for|to)\b"
    r"[^“”]*?,(?=\s|$)",
    # Who is told to, and by whom.
    rf"{_SUBJECT} (?:should|shall|will|must|are to|is to|are authorized|are instructed|are requested)"
    r"(?: (?:now|therefore|also|to|inform \w+ that|that))*",
    rf"(?:{_SUBJECT} |it (?:is|was) |was |were |also )*(?:would |hereby )?(?:propos\w*|suggest\w*|recommend\w*|agreed?|"
    r"agrees|accept\w*|prefer\w*|desired?|wish\w*|approved?|concur\w*|(?:have )?no objections?|would like|want)"
    r"(?: (?:that|to|also|its?|the|on))*:?",
    # What announces it: 'The note should be revised as follows:', 'Suggested change:'.
    r"[^“”:;,.]{3,80}\b(?:should|shall|is to|are to) be (?:revised|amended|changed|modified)(?= as follows|:|\s*$)",
    r"(?:suggested|proposed) (?:changes?|wording|text)\b",
    r"(?:the )?following (?:language|wording|text)(?: based on [^“”:;,.]{3,40}?)? (?:should|shall|is to) be used\b",
    r"(?:to )?amend(?: \w+){0,3} by\b",
    r"(?:insert|make)\s*$",
    # Who agreed to it: 'Re Article XI, Belan accepted'.
    r"(?:re [^“”:;,.]{3,40}, )?\w+ (?:(?:also|has|have|now|then) )*(?:accept(?:s|ed)|agree[ds] to)\b",
    # What is to be changed, named before it is quoted.
    r"(?:the |following |an? |as )*(?:words?|phrase|clause|sentence|language|wording|text|title|addition|insertion|"
    r"deletion)(?: (?:of|in|the|as))*",
    r"(?:note(?: that)?|the|that|in|of|to|from|said|following|at|its?|our|their|such|so|will|should|shall|be|is|as|has|"
    r"have|been)\b",
    r"[,;:–—]",
)
_PHRASE = re.compile(rf"\s*(?:{'|'.join(_PHRASES)})\s*", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?i)\W*(?:$|based on\b|draft\b|redraft\b|of\b|as (?:it|now|at)\b|\(|which\b|and in\b|also\b|therefore\b|"
    r"now\b|"
    r"accordingly\b|to conform\b|so\b|then\b|thus\b|would\b|"
    r"(?:[\w’-]+ ){0,5}(?:treaty|agreement|convention|draft|text|protocol)\b)"
)


def is_plain_lead(words: str) -> bool:
    """Whether the words before an order leave it what it is."""
    rest = words.strip()
    while rest:
        phrase = _PHRASE.match(rest)
        if phrase is None or not phrase.end():
            return False
        rest = rest[phrase.end() :].strip()
    return True


def is_plain_about(words: str) -> bool:
    """Whether the words between a provision and the verb of its order leave the order what it is."""
    return bool(_ABOUT.match(words))
