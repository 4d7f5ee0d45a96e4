"""Tells by the kinds of its tokens alone whether a passage may order a change, so that most are cut into no chunks.

The law: a passage from which `reading.read` takes an order passes, whatever stood before it. What the rules of the
grammars and of `meaning` ask for is told here of tokens: a clause holds together, so that between its parts no word
stands that has no meaning, but for those before the name of a text; most verbs order nothing without wording; what a
verb alone means, or wording alone, is told only by a place in force or one that the passage names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.text.scan import LEVELS, Token

# One letter for the kinds that count alike: a row of tokens is a row of letters.
_CODES = {
    # What orders nothing without wording; what does with a place too; what may stand alone.
    **dict.fromkeys("SUBSTITUTE REPLACE INSERT REWORD OFFERED".split(), "v"),
    **dict.fromkeys("MOVE CONSIST REVERSE".split(), "m"),
    # What introduces wording of something; what needs something before and behind, or another word of change.
    "READ": "R",
    "BECOME": "B",
    "USE": "U",
    "FROM_WORDS": "F",
    "DELETE": "d",
    "RETAIN": "k",
    "RENUMBER": "r",
    "CHANGES": "g",
    **dict.fromkeys("QUOTE MARK_NAMED ANAPHOR".split(), "q"),
    **dict.fromkeys(LEVELS | {"NUMBER", "PORTION", "SHORT"}, "u"),
    **dict.fromkeys("NOUN OTHERWISE DEFINITION REMAINING".split(), "t"),
    **dict.fromkeys("NEW_ONE FOLLOWING".split(), "n"),
    "INSTRUMENT": "i",
    **dict.fromkeys("FOR INSTEAD".split(), "f"),
    "FOLLOWS": "o",
    **dict.fromkeys("COLON DASH".split(), "c"),
    "BY": "b",
    **dict.fromkeys("AT_END AT_START EVERYWHERE THEREFOR ACCORDINGLY AFTER BEFORE BETWEEN".split(), "p"),
    **dict.fromkeys("WORD LEFT RIGHT".split(), "w"),
    **dict.fromkeys("STOP SEMICOLON LABEL".split(), "s"),
}
_JOINING = "j"
# What may stand within a clause between its parts: anything with a meaning, and words that end with the name of a text.
_WITHIN = r"(?:[^ws]|[ws][wjs]{0,9}i)*"
_INTRODUCED = "[ocR][jtnubogcR]*q"
_CLAUSE = re.compile(
    "|".join(
        (
            "r",
            rf"[vmdkg]{_WITHIN}q",
            rf"q{_WITHIN}[vmdkg]",
            rf"[mdk]{_WITHIN}u",
            rf"u{_WITHIN}[mdk]",
            # “x” becomes “y”; “x” is used for “y”; 'delete all wording beginning “x”'
            rf"[qutn]{_WITHIN}B{_WITHIN}[qun]",
            rf"U{_WITHIN}(?:f{_WITHIN}q|u)",
            rf"d[^s]*F{_WITHIN}q",
            # “x” for “y”
            "q[jtub]*f[jtnub]*q",
            # 'Article 2: “...”', 'at end: “...”'
            rf"[qup]{_WITHIN}{_INTRODUCED}",
            rf"[tn]{_WITHIN}R[jtnubogcR]*q",
            # Wording without marks: 'shall read: ...', 'insert the following paragraph: ...'
            "[vRbo][jbo]*c(?!q)",
            "(?:n[^q]*[vR]|[vR][^q]*n)[^q]*c(?!q)",
        )
    )
)
# Wording that is introduced goes where a place is spoken of.
_BESIDE_A_PLACE = re.compile(_INTRODUCED)
_UNDER_A_PLACE = re.compile(
    "|".join(
        (
            # 'Delete.', 'delete the provision', 'unchanged'
            r"(?:^|s)[^ws]*d",
            rf"d{_WITHIN}t",
            rf"t{_WITHIN}d",
            "k(?!w)",
            # Wording that nothing but marks stands before.
            r"(?:^|[sq])[jtncu]*q",
        )
    )
)
_NAMED = re.compile("u")
# A place that nothing but words with a meaning stand before in its sentence.
_OPENING = re.compile(rf"(?:^|[sq]){_WITHIN}u")
# Words that are shorter do not tell that a sentence has begun before a place.
_SHORTEST_OF_WORDS = 3
# What is no place without a number, or a place beside it ('at this point').
_LOOSE = frozenset({"POINT", "LINE", "PAGE"})
_BESIDE = LEVELS | set(
    "NUMBER ORDINAL CARDINAL QUOTE COMMA AND OF TO OTHERWISE DEFINITION PORTION SHORT REMAINING".split()
)


def may_order(tokens: Sequence[Token], *, placed: bool) -> bool:
    """Whether a passage of these tokens may order a change; `placed` that a place is in force."""
    row = "".join([_CODES.get(token.kind, _JOINING) for token in tokens])
    if not _MEANT.search(row):
        return False
    row = _looked_at(tokens, row)
    if _CLAUSE.search(row):
        return True
    if (placed or _NAMED.search(row)) and _BESIDE_A_PLACE.search(row):
        return True
    return _UNDER_A_PLACE.search(row) is not None and (placed or _opens_with_place(tokens, row))


def may_place(tokens: Sequence[Token]) -> bool:
    """Whether a passage of these tokens may leave a place in force: it names one where a sentence opens, or in a
    heading in capitals, or orders something for the whole text."""
    if any(token.kind == "EVERYWHERE" for token in tokens):
        return True
    row = "".join([_CODES.get(token.kind, _JOINING) for token in tokens])
    if "u" not in row and "i" not in row:
        return False
    return _opens_with_place(tokens, _looked_at(tokens, row))


def may_hold(tokens: Sequence[Token]) -> bool:
    """Whether a passage of these tokens may change what holds for those after it: it leaves a place in force, or bears
    the number of an item."""
    return any(token.kind == "LABEL" for token in tokens) or may_place(tokens)


def _opens_with_place(tokens: Sequence[Token], row: str) -> bool:
    """Whether a sentence may open with a place. The marks and short words before it are passed over."""
    if "u" not in row:
        return False
    told = [_JOINING if code == "w" and _is_short(tokens[at]) else code for at, code in enumerate(row)]
    return _OPENING.search("".join(told)) is not None or any(
        token.kind in ("ARTICLE", "ANNEX") and token.words.isupper() for token in tokens
    )


def _is_short(token: Token) -> bool:
    return len(token.words) < _SHORTEST_OF_WORDS


def _looked_at(tokens: Sequence[Token], row: str) -> str:
    return "".join([_code(tokens, at, code) if code in _LOOKED_AT else code for at, code in enumerate(row)])


# A passage that orders has a verb or wording.
_MEANT = re.compile("[vmdkgrqocRBU]")


# The letters that say more when their token is looked at.
_LOOKED_AT = frozenset("wiou")


def _code(tokens: Sequence[Token], at: int, code: str) -> str:
    token = tokens[at]
    if code == "w":
        # A sign, or the mark of a note, is nothing.
        return _JOINING if token.words.isdecimal() or not token.words[0].isalnum() else code
    if code == "i":
        return "u" if _is_statement(token) else code
    if code == "o" and token.words.endswith(":"):
        # 'viz.:'
        return "c"
    if code == "u" and token.kind in _LOOSE and not _is_beside(tokens, at):
        return "w"
    return code


def _is_beside(tokens: Sequence[Token], at: int) -> bool:
    before = next((token for token in reversed(tokens[max(at - 4, 0) : at]) if token.kind != "DETERMINER"), None)
    after = next((token for token in tokens[at + 1 : at + 5] if token.kind != "DETERMINER"), None)
    return any(token is not None and token.kind in _BESIDE for token in (before, after))


def _is_statement(token: Token) -> bool:
    """Whether a token may name what one side states in a minute, as a place."""
    return token.kind == "INSTRUMENT" and token.words.lower().endswith("statement")
