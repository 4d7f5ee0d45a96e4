"""Where in a sentence a clause on a position may begin, and whom 'he', 'they' or a verb without a subject speaks of.
It finds places; what is said there a grammar reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: What makes of the clause behind it a supposition, a question or a purpose.
_SUPPOSED = re.compile(
    r"(?i)(?:\b(?:if|whether|unless|should|lest|in case|in the event(?: that)?|so that|until|once|when|assuming|"
    r"suppose|what|which|who|whom|how|why|hope[sd]?|regret(?:s|ted)?|ask(?:s|ed)?|urge[sd]?|wonder(?:s|ed)?|inquired|"
    r"neither|nor|not based on|doubts?|doubted|not (?:sure|certain|clear|believe|think|mean|expect)|(?:un|not |not very |hardly )likely|"
    r"alleg(?:ed|ing)|expectations?|no indications?|does|do)\b(?:[^.;:]|\bMr\.|\bU\.S\.){0,60})$"
)
#: Behind it a clause stands by itself.
_APART = re.compile(r", (?:but|and|while|yet|although)\b|;")
#: A clause within another that is not over.
_WITHIN = re.compile(
    r"\b(?:[Ww]hile|[Aa]lthough|[Tt]hough|[Ii]f|[Ww]hen|[Ss]ince|[Aa]s|[Aa]fter|[Bb]ecause|that|whether)\b[^,]*$"
)
#: A condition, behind which what hangs on it stands.
_CONDITION = re.compile(r"(?:If|When|Unless|Should|Once|Until|Provided) [^,;]+, (?:then )?(?:[Tt]he )?")
_GROUP = re.compile(
    r"\b(?:leaders|ministers|officials|group|delegation|delegates|representatives|negotiators|services|chiefs|parties|"
    r"states|countries|powers|governments|"
    r"committee|cabinet|authorities|companies|firms|allies|members|all present)\b"
)
_STARTS = re.compile(
    r"\b(?:(?!In [\w’]+ (?:\w+ )?(?:view|opinion|judgment)\b)[A-Z])|\b(?:we|military|he|she|they|it|him|them|it is|is|was|latter|former|my government|our|my|his|her|their|in (?:the )?[\w’]+ "
    r"(?:\w+ )?(?:view|opinion|judgment))\b|\bIn [\w’]+ (?:\w+ )?(?:view|opinion|judgment)\b|"
    r"\b(?:(?:un|not )?acceptable|agreeable|satisfactory) to\b|\bappeals to\b|"
    r"\b(?:agreed|accepted|approved|endorsed|supported|welcomed|concurred|opposed|rejected|resisted|refused|turned|"
    r"objected|asked|urged|requested|pressed|favou?red|desired|insisted|advocated|wanted)(?: to| upon| on| in| down)? by\b"
)
_OWNER = re.compile(r"(?:[A-Z]\w*[’']s?\b|[Oo]ur|[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) ")
#: A second verb of the same subject.
_SECOND = re.compile(
    r"(?:,? (?:and|but|or)|;) (?=(?:\w+ly |also |now |therefore )?(?:\w+(?:ed|s|ght|lt|ld)|will|is|was) )"
)
_NOT_NAMES = frozenset(
    "If Whether Unless Should Would Could Can May Might Must Will Do Does Did Is Are Was Were Be Has Have Had "
    "This That These Those There You Your Who Which What When Where Why "
    "How And But Or Nor For As At By In On Of To From With Not No Yes Also Article Articles Paragraph Para "
    "Section Comment Since Because Although While However Moreover Therefore Accordingly Nevertheless All Some "
    "Any Each Both Either Neither Such Same Dear Sincerely Believe Understand Hence Expressed Thus Then Now Here "
    "Assume Feel Think Recommend Consider See Said Stated Noted Added Replied Asked Re Begin End Secret "
    "Confidential Following Despite Given Upon After Before During Under Until Regarding Concerning Through Throughout "
    "Apart Aside Except Besides Between Among Within Without Whatever Specifically It He She They We I Cable Telegram "
    "Memorandum Paper Report Draft Treaty Agreement Text Letter Note Statement Tab Document Resolution Charter Bill "
    "Only Even Just One Two Three Several Many Most Another Other Others Later Earlier Today Yesterday Tomorrow "
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul "
    "Aug Sep Sept Oct Nov Dec Once So Still Yet Again Also Perhaps Next Last First Second Third Finally".split()
)
_PERSONS = frozenset("I We He She They It".split())
#: A subject left out at the head of a telegram's sentence is its writer.
_ELIDED = re.compile(
    r"(?:Would|Could|Can|Cannot|Will|Prefer|Wish|Desire|Propose|Suggest|Have no|Agreeable to|Prepared to|Willing to|"
    r"Opposed to|Am|Are|Concur|Hope|Urge|Recommend|Believe|Consider|Feel)\b"
)
#: Words after which a clause of its own may begin.
_LEADS = frozenset(
    "that and but or because since although though while whereas so hence therefore however then yet thus said says "
    "say told state states stated stressed indicated thinks think thought feel feels felt believe believes believed "
    "understand understands understood assume assumes suggest suggests suggested reported reports added replied "
    "repeated emphasized noted explained fear fears feared doubts know knows knew him me us them course now "
    "case also probable clear regret regrets regretted insisted agreed concluded appears appeared seems reiterated where "
    "informed advised confirmed declared commented remarked observed recognize recognized aware agree out".split()
)
_ACTS = re.compile(
    r"(?: \([^)]*\))?(?:,[^,]{1,60},)? (?:\w+ly |also |then )?(?:\w+(?:ed|s)|said|told|were|had|felt|thought|will|would|could|can|"
    r"made|gave|went|came|took|began|saw|who|again|thereupon|put)\b"
)
#: What a clause follows without a mark: a phrase that opens the sentence, and who was told it.
_LEAD_IN = re.compile(
    r"^(?:On|At|In|As|After|During|Regarding|Re|For) (?:(?!of|the|to|with|by|from)[a-z\d’'-]+ ){1,5}$|"
    r"\b(?:told|tell|inform|informed|assured?|advised?|reminded?|notif(?:y|ied)) (?:the )?(?:[A-Z][\w.]+ ){1,3}$"
)
_PRONOUN = re.compile(r"(?i)(?:the )?(?:he|she|they|it|his|her|their|its|(?:his|their) governments?|latter|former)")
_NAMED = re.compile(
    r"\b(?:(?:[A-Z][a-z][\w-]*|[A-Z]{2,})(?:(?: and)? (?:of (?:the )?)?(?:[A-Z][a-z][\w-]*|[A-Z]{2,}))*)(?![\w’])"
    r"(?=(?: \([^)]*\))? (?:who |also |then |again |further |later )?[a-z]|, | \()"
)
_SUBJECT = re.compile(_NAMED.pattern + r"|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)\b")
_SIDE = re.compile(
    r"(?:GO[A-Z]{1,3}|HMG|USG|US|UK|USSR|ROK|GVN|DRV|NLF|PRC|GRC|[A-Z]{3,}|.*(?:ese|ish|ench|utch|ans|iets|eeks|Turks)|"
    r"Arabs?|German|American|.*(?:Government|Govt|Department|Dept|Embassy|Congress|Committee|Council|Union|States|Kingdom|Cabinet|Ministry))"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause may open. `elided`: its subject stands before it, or is the writer of a telegram."""

    start: int
    elided: bool = False
    subject: str = ""


def places(sentence: str) -> tuple[Place, ...]:
    """The places of a sentence where a clause may open with somebody, or with a verb whose subject is left out."""
    found = {start: Place(start) for start in _starts(sentence) if not supposed(sentence, start)}
    if _ELIDED.match(sentence) or sentence.startswith(("What we", "What I")):
        found[0] = Place(0, elided=True)
    for match in _SECOND.finditer(sentence):
        subject = _subject(sentence, match.start())
        taken = match.end() in found and not sentence.startswith(("is ", "was "), match.end())
        if subject and not taken and not supposed(sentence, match.end()):
            found[match.end()] = Place(match.end(), elided=True, subject=subject)
    return tuple(found[start] for start in sorted(found))


def supposed(sentence: str, start: int) -> bool:
    """Whether what stands there is supposed, asked or doubted by what is before it."""
    before = _APART.split(sentence[:start])[-1]
    if _CONDITION.fullmatch(before):
        return False
    return bool(_SUPPOSED.search(before))


def opens_elided(sentence: str) -> bool:
    """Whether a sentence has left its first subject out."""
    return bool(_ELIDED.match(sentence))


def _starts(sentence: str) -> Iterator[int]:
    for found in _STARTS.finditer(sentence):
        word = re.match(r"\w+", sentence[found.start() :])
        if word is None:
            continue
        owner = _OWNER.match(sentence, found.start())
        if owner and owner.group()[0].isupper():
            name = re.search(r"(?:[A-Z][\w.]* (?:of (?:the )?)?)*$", sentence[: found.start()])
            first = name.start() if name else found.start()
            yield first if not name or name.group().split(" ")[0] not in _NOT_NAMES else found.start()
        elif owner or (may_name(word.group()) and opens(sentence, found.start())):
            yield found.start()
    for found in _GROUP.finditer(sentence):
        before = re.search(r"(?:\b[Tt]he )?(?:[\w’]+ (?:and )?){0,3}$", sentence[: found.start()])
        starts = (
            [found.start(), *(before.start() + one.start() for one in re.finditer(r"\b\w", before[0]))]
            if before
            else []
        )
        yield from (start for start in sorted(starts)[:1] if opens(sentence, start))


def may_name(word: str) -> bool:
    """Whether a capitalised word, or a pronoun, may be who a clause is about."""
    return (
        word in _PERSONS
        or word in ("In", "in")
        or (word not in _NOT_NAMES and not (word[0].isupper() and word.endswith("ly")))
    )


def opens(sentence: str, start: int) -> bool:
    """Whether a clause can open there: after a mark, a conjunction or a verb of saying. After a noun or a preposition
    it is a relative clause, or of another subject."""
    before = re.search(r"(\w+|[^\w\s])\s*$", sentence[:start])
    if before is None or not before[1][0].isalnum():
        return True
    if _LEAD_IN.search(sentence[:start]):
        return True
    word = before[1]
    if word.casefold() in ("the", "both"):
        return opens(sentence, before.start(1))
    if sentence[start].islower() and re.match(r"(?:un|not )?\w+(?: \w+)? (?:to|by)\b|in ", sentence[start:]):
        return True
    return not _inside_name(sentence, start) and (word.casefold() in _LEADS or word in _NOT_NAMES or word.isdigit()
                                                  or word.casefold().endswith("ly"))  # fmt: skip


def _inside_name(sentence: str, start: int) -> bool:
    """Whether the word before is of the same name: the name is read from its beginning."""
    before = re.search(r"(\w+) (?:of (?:the )?)?$", sentence[:start])
    return before is not None and before[1][0].isupper() and before[1] not in _NOT_NAMES and sentence[start].isupper()


def _is_subject(words: str, name: re.Match[str]) -> bool:
    return opens(words, name.start()) or words.startswith(" who", name.end())


def _subject(sentence: str, start: int) -> str:
    """The subject whose is a second verb, as printed: the first of the sentence that stands in no clause of another,
    else the one before the verb; "" where there is none."""
    told = [
        found for found in _SUBJECT.finditer(sentence, 0, start)
        if found.group().split()[0] not in _NOT_NAMES - _PERSONS and _is_subject(sentence, found)
    ]  # fmt: skip
    main = next((found for found in told if not _WITHIN.search(sentence[: found.start()])), told[-1] if told else None)
    return main.group() if main else ""


def _is_subject(words: str, name: re.Match[str]) -> bool:
    return opens(words, name.start()) or words.startswith(" who", name.end())


def names_in(text: str) -> frozenset[str]:
    """The words that a text prints with a capital within a sentence too."""
    return frozenset(re.findall(r"(?<=[a-z,] )[A-Z][\w-]+", text))


def _is_name(found: re.Match[str], names: frozenset[str]) -> bool:
    """Whether capitalised words name somebody, and are not one word that merely opens a sentence."""
    first, *others = found.group().split()
    acts = _ACTS.match(found.string, found.end())
    return first not in _NOT_NAMES and (
        first.isupper() or (bool(acts) and (bool(others) or first in names or acts[0][-1] != "s"))
    )


def is_pronoun(who: str) -> bool:
    """Whether these words speak of somebody named before."""
    return bool(_PRONOUN.fullmatch(who))


def meant(pronoun: str, before: str, names: frozenset[str]) -> str:
    """Whom a pronoun speaks of: the last one before it who is the subject of a clause and may be called so; "" where
    there is none. 'They' are several, or a government or people; 'he' is one person. `names` are words that are names wherever they stand, as `names_in` finds them."""
    many = pronoun.casefold() in ("they", "their", "it", "its")
    for found in reversed(tuple(_NAMED.finditer(before[-1500:]))):
        name = found.group()
        if not _is_name(found, names) or not _is_subject(before[-1500:], found):
            continue
        if many == bool(_SIDE.fullmatch(name) or " and " in name):
            return name
    return ""
