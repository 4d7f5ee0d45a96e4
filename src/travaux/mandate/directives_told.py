"""Who is told, wherever an order names him: posts, missions, officers, those whom a message is for.

A subject is told when it can only be the reader's side (a post, an officer of ours) and a word of command follows; the
names of others ("Japanese Embassy", "Soviet officials") are none. Two shapes are found here, as places in a sentence:
somebody told ("Embassy London and USRO should") and a post before a bare verb ("Taipei inform Foreign Minister").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from travaux.record.posts import CITIES
from travaux.text.openings import expression, in_any_case, openings

# Capitals that stand for the other side: nobody of ours sat there to be told.
_THEIRS = frozenset(("Peiping", "Peking", "Beijing", "Hanoi", "New York"))
# Posts also go by a city that has the name of its country.
_CITIES = "|".join(
    [*(city for city in CITIES.split("|") if city not in _THEIRS), "Luxembourg", "Mexico", "Guatemala", "Panama",
     "Taipeh", "Hongkong"]
)  # fmt: skip
_POST = rf"(?:{_CITIES})"
# What a post or an officer of ours is called, and what may stand before it.
_OFFICE = (
    r"(?:[Cc]hiefs? of (?:[Dd]iplomatic )?[Mm]issions?|Embass(?:y|ies)|embass(?:y|ies)|Embs?\b\.?|Amembass(?:y|ies)|"
    r"[Aa]mbassadors?|Ambs?\b\.?|[Mm]issions?|Legations?|Consulates?(?: General)?|ConGens?|Consuls?(?: General)?|"
    r"US ?[Dd]els?|US ?Reps?|GADel|Dels?|[Dd]elegations?|[Dd]elegates?|[Cc]ountry [Tt]eams?|Stations?|[Pp]osts?|"
    r"[Aa]ddressees?|[Cc]harg[eé](?: d[’']Affaires)?|[Rr]ep(?:resentative)?s?|[Oo]ffic(?:ials?|ers?)|[Pp]ersonnel|"
    r"[Ss]pokesm[ae]n|[Ss]taffs?|POLAD|PAO[’']?s?|USUN|USRO|USNATO|USIS|USOM|USEC|ECA|FOA|ICA|STEM|TCA|MSA|USIE|"
    r"USCAR|MAAG|JUSMAG|SCAP|CINC[A-Z]+|"
    r"[Ff]orces|COM[A-Z]{4,}|HICOG|HICOMRY|EUSAK|SACEUR|USCINC[A-Z]+|USAID|[Aa]ttach[eé]s?|Arma|ARMA|ALUSNA|"
    r"[Cc]olleagues?|"
    r"(?:[A-Z]{3,} )?(?:Mission )?Director|Chief (?:MAAG|JUSMAG|USOM|ECA Mission|STEM|of Station)|"
    r"(?:Minister-)?Counsell?ors?|Commander(?: [A-Z]\w+){1,4})"
)
_OURS = (
    r"(?:[Tt]he|[Aa]ll|[Aa]ny|[Oo]ur|[Yy]our|[Oo]ther|[Ee]ach|[Aa]ppropriate|[Aa]uthori[sz]ed|[Aa]ction|[Ii]nfo|"
    r"[Ii]nformation|[Aa]ddressee|[Cc]oncerned|[Rr]esponsible|[Ss]enior|[Pp]ublic [Aa]ffairs|US|USG|U\.S\.|"
    r"United States|American|Embassy|Emb|Mission|Legation|Consular|Diplomatic|Department|Country Team)"
)
_NAMED = rf"(?: {_POST}(?:(?:, | and |, and ){_POST})*| [A-Z][a-z]+(?= (?:and|or|should|shld|may|must)\b))?"
_ONE = (
    rf"(?:(?:{_OURS} )*{_OFFICE}{_NAMED}(?: concerned)?|(?:{_POST}(?:(?:, |/| and |, and )(?=[A-Z]))?)+|"
    r"(?:[Yy]ou\b|(?:[A-Z]{2,5} )?(?:Mission )?(?:Commander|Chief|Director|"
    r"Commanding General)(?:,? (?:of (?:the )?)?[A-Z][\w.]+){0,5}|Ambassador [A-Z][\w’-]+|Amb\.? [A-Z][\w’-]+|"
    r"General [A-Z]\w+|Consul [A-Z]\w+|Minister(?= should))"
    r"(?: (?:yourself|both))?)"
)
_BESIDE = (
    r"(?:(?:other )?(?:members|officers|staff)(?: of)? your (?:delegation|staff|mission|embassy)|"
    r"(?:your |their )?[A-Z]\w+(?: [A-Z]\w+)? (?:colleagues?|Ambassador)|[A-Z]{2,}(?: [A-Z]{2,})?\b)"
)
#: Everybody who is told, as an expression.
READER = rf"{_ONE}(?:(?: and|,| or|, and|/) ?(?:{_ONE}|{_BESIDE}))*"
# Where a clause begins. 'Swiss officials' are not ours: nobody stands before who is told.
_CLAUSE = re.compile(
    r"^|\b(?=(?:we|Dept|Department) (?:would |therefore |also )?(?:suggest|request|recommend|hope|prefer|desire|"
    r"urge)s?\b)|[,;:.)–—/] |\b(?:and|but|nor|or|that) "
)
_OF_OURS = (
    r"(?:(?:US|USG|U\.S\.|[Oo]ur|American|United States|[Aa]ddressee|[Aa]ction|[Aa]uthori[sz]ed) )"
    rf"(?:{_OURS} )*{_OFFICE}{_NAMED}"
)
_SAYS = (
    r"(?:inform|advise|tell|say|state|make|use|draw|point|convey|express|discuss|raise|reply|respond|assure|indicate|"
    r"seek|explain|wish|at|in|also|refer|emphasi[sz]e|stress|agree|propose|suggest|mention|consult|approach|show|give|"
    r"deliver|add|note|remind|reiterate|inquire|ask|communicate|do so|proceed|release|confirm|accept|sign|offer|let)"
)
# 'General Holm should be told' tells somebody else.
_DONE_TO = (
    r" (?:also |of course |not |therefore )*be (?:told|informed|advised|assured|asked|made|given|left|disabused|urged|"
    r"warned|reminded|encouraged|approached|consulted|notified|invited|pressed|requested)\b"
)
_COMMAND = (
    rf"(?=,?(?: (?:[a-z]+ly|also|therefore|however|then|thus|now|again|at|same time))*,? ?(?:"
    rf"(?:should|shld|shd|must|ought to)(?!{_DONE_TO})|"
    rf"(?:may|might|can|could|cld),? (?:(?:[a-z]+ly|as appropriate) )?{_SAYS}\b|"
    r"(?:(?:is|are) )?(?:(?:hereby|also|therefore|accordingly|now) )?"
    r"(?:requested|authori[sz]ed|auth[’']?d|instructed|directed|asked to)\b(?! (?:by|that|from|in)\b)|please)\b)"
)
# A body that is to hand something in: 'the Subcommittee should submit'.
_BODY = (
    r"(?:[Tt]he |[Tt]his )?(?:[A-Z]\w+ )?(?:Subcommittee|Task Force|Working Group|Study Group|Committee)"
    r"(?= should (?:submit|prepare|report|complete|furnish))"
)
_BODY_ALONE = re.compile(
    r"(?:The |the |This |this )?(?:[A-Z]\w+ )?(?:Subcommittee|Task Force|Working Group|"
    r"Study Group|Committee)$"
)
# 'It was agreed that the Committee should report'
_AGREED = re.compile(r"\b(?:agreed|decided|proposed|recommended|suggested|urged)\b")
_TOLD = re.compile(rf"(?!You\b|you\b)(?:{READER})(?: \([^()]{{3,60}}\))?{_COMMAND}|{_BODY}")
# Our officials, and a post but where it is a place ('in London'), are told within a clause too.
_WITHIN = re.compile(rf"\b(?:(?P<ours>{_OF_OURS})|{_POST}|USUN|USRO){_COMMAND}")
_BEFORE_POST = re.compile(r"\b(?!(?:in|at|to|of|from|for|via|with|and|by|or)\b)[a-z]+ $")
_BARE_VERBS = (
    r"(?:inform|advise|tell|request(?= (?:[A-Z]|him|them|that))|convey|communicate|express|state(?! (?:that )?is)|"
    r"discuss|seek|suggest|point out|emphasi[sz]e|stress|urge|raise|approach|take|make|hand|reply|consult|coordinate|"
    r"ascertain|explore|obtain|assure|reassure|explain|indicate|ask|press(?= for)|propose|bring|give|furnish|keep|see|"
    r"show|try|endeavou?r|submit|reiterate|remind|thank|arrange|use|leave|present(?= [a-z]+ing\b| the| to)|"
    r"report(?= (?:soonest|urgently|by|whether|on |any|reactions?|results?|developments))|confirm|continue|notify|draw|"
    r"call|avoid|refrain|do not|also|please|note(?= to)|support|oppose|await|withhold|postpone|proceed|work|impress|"
    r"invite|offer)"
)
_BARE = re.compile(
    r"(?:^|(?<=[;.:] ))(?:\(?\w{1,2}[.)] )?"
    r"(?:(?:[Ii]f|[Ww]hen|[Uu]nless|[Rr]e|[Ii]n|[Oo]n|[Aa]s|[Aa]fter)\b[^,;.]{4,90}, )?"
    rf"(?P<who>(?:(?:{_OURS} )*(?:Embassy|Emb|Legation|USUN|USRO|Mission|Consulate|ConGen|CINC[A-Z]+){_NAMED}|"
    rf"{_POST}(?:(?:, |/| and |, and ){_POST})*)) (?:(?:also|therefore|immediately) )*(?={_BARE_VERBS}\b)"
)
# 'Courtney also authorized inform Governor': who is authorized and then does it is ours.
_AUTHORIZED = re.compile(
    r"(?:^|(?<=[;.:,] )|(?<=considerations ))(?P<who>(?!The |You |Embassy |This |That |British |French |Swiss )"
    r"(?:[A-Z][a-z]+ and )?[A-Z][a-z]+) "
    rf"(?=(?:hereby |also |therefore |accordingly )?(?:authori[sz]ed|instructed) (?:to )?{_BARE_VERBS}\b)"
)
# 'I hope your dispatch may avoid reference'
_YOUR_WORDS = re.compile(
    r"(?<=[Yy]our )(?P<who>(?:\w+ )?(?:dispatch|despatch|letter|message|telegram|reply|response|approach|presentation|"
    r"statement|remarks|representations|note|talk|conversation|posture|attitude|comments)(?: to [A-Z]\w+)?)"
    r"(?= (?:may|can|could|will|should|shld|must|avoid|stress|make|emphasi[sz]e|"
    r"be (?:guided|confined|limited|based))\b)"
)
_COMMANDS = in_any_case(
    "can |could|cld|ought|your|should|shld|shd|must|may|authori|authd|request|instruct|direct|please|asked"
)


#: Without one of these nobody is named who is told.
_NAMES = (
    rf"[Yy]ou|[Ee]mb|[Aa]mb|[Aa]ddressee|[Mm]ission|[Ll]egation|[Cc]ons|[Dd]el|[Oo]ffic|[Rr]ep|[Ss]taff|[Pp]ost|"
    rf"[Ff]orces|"
    rf"[Cc]harg|"
    r"[Cc]hief|[Cc]oll|[Cc]ountry|[Ss]tation|[Pp]ersonnel|[Ss]pokes|[Aa]tta|[Gg]eneral|[Mm]inister|ALU|Arm|ARM|"
    r"US|GADel|ECA|FOA|ICA|STEM|TCA|MSA|"
    r"POLAD|PAO|MAAG|JUSMAG|SCAP|CINC|COM|HIC|EUS|SACEUR|Amemb|Task|Working|Study|Subcommittee|Committee|"
    rf"{_CITIES}"
)
SOMEBODY = re.compile(rf"\b(?={expression(openings(_NAMES))})(?:{_NAMES})")


class Named(NamedTuple):
    """Words of a sentence that are to be read as a kind of their own."""

    kind: str
    start: int
    end: int


def clauses(words: str) -> list[int]:
    """Where clauses begin."""
    return [begins.end() for begins in _CLAUSE.finditer(words)]


def at(expression: re.Pattern[str], words: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """What matches at places, one behind the other."""
    behind = 0
    for place in places:
        match = expression.match(words, place) if place >= behind else None
        if match:
            behind = match.end()
            yield match


# 'We should oppose', 'believe US should minimize': what the writer's side is to do, told to a post; 'we must' argues.
_WE = re.compile(
    r"(?:^(?:\W*\w{1,2}[.)] )?|[;.] |(?:[Tt]herefore|[Aa]ccordingly|[Cc]onsequently|[Ii]n general|"
    r"[Gg]enerally speaking|"
    r"[Ii]n (?:this|these|that|the) \w+|[Tt]o this end|[Mm]eanwhile|[Hh]owever|"
    r"[Ff]or (?:the )?time being(?: at least)?),? |"
    r"(?:^|[,;.] |\b(?:[Ww]e|I|Dept|Department|President|Secretary|Washington|USG?) )(?:also |therefore |strongly |"
    r"however )?"
    r"(?:[Bb]elieves?|[Ff]eels?|[Cc]onsiders?|[Tt]hinks?)(?: that)? )(?P<who>(?:[Ww]e|USG?|U\.S\.))"
    r"(?= (?:also |therefore |however |now |still )*(?:should|shld|shd)(?! (?:like|be|point|say|add|note|admit|"
    r"emphasi|"
    r"stress|express|state|confess|ask|appreciate|welcome|have|decide|consider|recogni[sz]e|in any|not forget)\b))"
)


def told(words: str) -> Iterator[Named]:
    """Who is told in a sentence, or stands before a bare verb."""
    if _COMMANDS.search(words) and SOMEBODY.search(words):
        for match in at(_TOLD, words, clauses(words)):
            if not (_BODY_ALONE.match(match.group()) and _AGREED.search(words, 0, match.start())):
                yield Named("WHO", *match.span())
        for match in _WITHIN.finditer(words):
            before = words[max(0, match.start() - 20) : match.start()]
            if (match["ours"] and not before.endswith(" of ")) or _BEFORE_POST.search(before):
                yield Named("WHO", *match.span())
        yield from (Named("WHO", *match.span("who")) for match in _YOUR_WORDS.finditer(words))
    if "should" in words or "shld" in words:
        yield from (Named("WHO", *match.span("who")) for match in _WE.finditer(words))
    if "uthori" in words or "nstructed" in words:
        yield from (Named("WHO", *match.span("who")) for match in _AUTHORIZED.finditer(words))
    bare = _BARE.match(words)
    if bare:
        yield Named("POST", *bare.span("who"))
