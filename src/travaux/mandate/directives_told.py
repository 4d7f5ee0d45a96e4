"""Who is told, wherever an order names him: posts, missions, officers, those whom a message is for; and who is asked.

A subject is told when it can only be the reader's side (a post, an officer of ours) and a word of command follows; the
names of others ("Japanese Embassy", "Soviet officials") are none. Three shapes are found here, as places in a sentence:
somebody told ("Embassy London and USRO should"), somebody asked ("Dept prefers that Embassy await"), and a post before a
bare verb ("Taipei inform Foreign Minister").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_CITIES = (
    "London|Paris|Bonn|Rome|Brussels|Luxembourg|The Hague|Hague|Bern|Berlin|Vienna|Madrid|Lisbon|Athens|Ankara|Istanbul|"
    "Nicosia|Copenhagen|Oslo|Stockholm|Helsinki|Dublin|Reykjavik|Ottawa|Moscow|Belgrade|Warsaw|Prague|Budapest|Bucharest|"
    "Sofia|Cairo|Beirut|Damascus|Amman|Baghdad|Tehran|Jidda|Jedda|Tel Aviv|Jerusalem|Tripoli|Benghazi|Tunis|Rabat|Algiers|"
    "Khartoum|Addis Ababa|Accra|Lagos|Monrovia|Dakar|Nairobi|Leopoldville|Pretoria|Capetown|New Delhi|Delhi|Karachi|"
    "Islamabad|Rawalpindi|Kabul|Colombo|Kathmandu|Katmandu|Rangoon|Bangkok|Saigon|Vientiane|Phnom Penh|Kuala Lumpur|"
    "Singapore|Djakarta|Jakarta|Medan|Surabaya|Manila|Taipei|Taipeh|Hong Kong|Hongkong|Seoul|Tokyo|Canberra|Wellington|"
    "Mexico|Guatemala|Managua|Tegucigalpa|San Salvador|San Jose|Panama|Habana|Havana|Caracas|Bogota|Quito|Lima|La Paz|"
    "Santiago|Buenos Aires|Montevideo|Asuncion|Rio de Janeiro|Rio|Brasilia|Geneva|Calcutta|Bombay|Madras|Lahore|Dacca"
)
_POST = rf"(?:{_CITIES})"
# What a post or an officer of ours is called, and what may stand before it.
_OFFICE = (
    r"(?:[Cc]hiefs? of (?:[Dd]iplomatic )?[Mm]issions?|Embass(?:y|ies)|embass(?:y|ies)|Embs?\b\.?|Amembass(?:y|ies)|"
    r"[Aa]mbassadors?|Ambs?\b\.?|[Mm]issions?|Legations?|Consulates?(?: General)?|ConGens?|Consuls?(?: General)?|"
    r"US ?[Dd]els?|US ?Reps?|GADel|Dels?|[Dd]elegations?|[Dd]elegates?|[Cc]ountry [Tt]eams?|Stations?|[Pp]osts?|"
    r"[Aa]ddressees?|[Cc]harg[eé](?: d[’']Affaires)?|[Rr]ep(?:resentative)?s?|[Oo]ffic(?:ials?|ers?)|[Pp]ersonnel|"
    r"[Ss]pokesm[ae]n|[Ss]taffs?|POLAD|PAO[’']?s?|USUN|USRO|USNATO|USIS|USOM|USEC|USCAR|MAAG|JUSMAG|SCAP|CINC[A-Z]+|"
    r"COM[A-Z]{4,}|HICOG|HICOMRY|EUSAK|SACEUR|USCINC[A-Z]+|USAID|[Aa]ttach[eé]s?|Arma|ARMA|ALUSNA|[Cc]olleagues?)"
)
_OURS = (
    r"(?:[Tt]he|[Aa]ll|[Aa]ny|[Oo]ur|[Yy]our|[Oo]ther|[Ee]ach|[Aa]ppropriate|[Aa]uthori[sz]ed|[Aa]ction|[Ii]nfo|"
    r"[Ii]nformation|[Aa]ddressee|[Cc]oncerned|[Rr]esponsible|[Ss]enior|[Pp]ublic [Aa]ffairs|US|USG|U\.S\.|United States|"
    r"American|Embassy|Emb|Mission|Legation|Consular|Diplomatic|Department|Country Team)"
)
_NAMED = rf"(?: {_POST}(?:(?:, | and |, and ){_POST})*| [A-Z][a-z]+(?= (?:and|or|should|shld|may|must)\b))?"
_ONE = (
    rf"(?:(?:{_OURS} )*{_OFFICE}{_NAMED}(?: concerned)?|(?:{_POST}(?:(?:, |/| and |, and )(?=[A-Z]))?)+|"
    r"(?:[Yy]ou\b|Ambassador [A-Z][\w’-]+|Amb\.? [A-Z][\w’-]+|General [A-Z]\w+|Consul [A-Z]\w+|Minister(?= should))"
    r"(?: (?:yourself|both))?)"
)
_READER = rf"{_ONE}(?:(?: and|,| or|, and|/) ?(?:{_ONE}|(?:your |their )?[A-Z]\w+(?: [A-Z]\w+)? (?:colleagues?|Ambassador)|[A-Z]{{2,}}(?: [A-Z]{{2,}})?\b))*"
# 'Swiss officials' are not ours; behind 'Foreign Office' nobody is.
_STARTS = r"(?:(?<=^)|(?<=[,;:.)–—/] )|(?<=\b(?:and|but|nor) )|(?<=\bthat )|(?<=\bor ))"
_OF_OURS = rf"(?:(?:US|USG|U\.S\.|American|United States|[Aa]ddressee|[Aa]ction|[Aa]uthori[sz]ed) )(?:{_OURS} )*{_OFFICE}{_NAMED}"
_SAYS = (
    r"(?:inform|advise|tell|say|state|make|use|draw|point|convey|express|discuss|raise|reply|respond|assure|indicate|"
    r"seek|explain|wish|at|in|also|refer|emphasi[sz]e|stress|agree|propose|suggest|mention|consult|approach|show|give|"
    r"deliver|add|note|remind|reiterate|inquire|ask|communicate|do so|proceed|release|confirm|accept|sign|offer|let)"
)
_COMMAND = (
    rf"(?=,?(?: (?:[a-z]+ly|also|therefore|however|then|thus|now|again|at|same time))*,? ?(?:should|shld|shd|must|"
    rf"may,? (?:(?:[a-z]+ly|as appropriate) )?{_SAYS}\b|(?:(?:is|are) )?(?:(?:hereby|also|therefore|accordingly|now) )?"
    r"(?:requested|authori[sz]ed|auth[’']?d|instructed|directed|asked to)\b(?! (?:by|that|from|in)\b)|please)\b)"
)
_TOLD = re.compile(rf"(?:{_STARTS}(?!You\b|you\b)(?:{_READER})|\b(?<![\w’'] of )(?:{_OF_OURS})){_COMMAND}")

_HOME = (
    r"(?:(?:[Dd]ep(?:artmen)?t|[Tt]he [Dd]epartment|[Ww]e|I|USG|US|[Tt]he (?:President|Secretary|Ministry)|President|"
    r"Secretary|Defense|State|White House|Ministry) )?"
)
_FREELY = r"(?:(?:also|therefore|accordingly|however|further|strongly|particularly|most|would|wld|should|shld|will|shall|still|now|greatly|certainly|very much|hereby) )*"
_GOOD = (
    r"(?:(?:most|highly|very|particularly|especially|both|therefore|also) )?(?:important|desirable|advisable|essential|"
    r"imperative|vital|useful|helpful|preferable|appropriate|wise|best|well|better|necessary|urgent|timely)"
)
_ASKS = (
    rf"(?:requests?|suggests?|desires?|prefers?|wish(?:es)?|hopes?|recommends?|proposes?|urges?|asks?|wants?|directs?|"
    rf"instructs?|authori[sz]es?|expects?|likes?|appreciate(?: it)?(?: if)?|leaves? it to|"
    rf"be (?:glad|grateful|pleased|obliged|appreciated|helpful|useful|best|well|better|preferable)(?: if)?|"
    rf"(?:believes?|considers?|deems?|feels?|thinks?|finds?|regards?)(?: it)?(?: would be| as)? {_GOOD}|"
    rf"(?:[Ii]t )?(?:is|would be|wld be|may be|might be|will be|seems|appears) (?:requested|suggested|desired|recommended|proposed|hoped|{_GOOD})|"
    rf"{_GOOD})"
)
_AMID = r"(?: ?, (?:in|at|on|if|as|when|for|unless|before|after|upon|with)\b[^,;.:]{2,90},)?"
_VIEWS = (
    r"(?:comments?|views|evaluations?|estimates?|recommendations?|assessments?|judgments?|opinions?|reactions?|advice|"
    r"reports?|information|suggestions?|thinking|answers?|thoughts|ideas|appraisals?|analys[ei]s)\b"
)
# What one asks to have done: 'request substance be passed by Embassy', 'the President has asked that a plan be drawn up'.
_ASKED_DONE = re.compile(
    rf"{_STARTS}(?P<ask>(?i:{_HOME}(?:has |have )(?:asked|directed|requested|instructed|decided)|(?!you\b){_HOME}(?:[Ii]t )?{_FREELY}{_ASKS})"
    rf"(?: therefore| accordingly| strongly)?(?:,? that)?) (?P<what>(?!you\b|to\b|if\b|will\b)[^;:.]{{2,140}}?) "
    r"(?P<be>(?:not )?be)(?= (?:[a-z]+ly |also |first |again |so )?[a-z]+(?:ed|en|de|ne|wn|ld|ut|nt|ken|id|ght)\b)"
)
_ASKED = re.compile(
    rf"{_STARTS}(?P<ask>(?i:(?!you\b){_HOME}(?:[Ii]t )?{_FREELY}{_ASKS})(?: therefore| accordingly| strongly)?"
    rf"(?:,? (?:that|for|to have)| if)?{_AMID}) ?(?P<who>{_READER})(?! (?:(?:and|or|early|urgent|further|[A-Z]\w+) )*{_VIEWS})"
    r"(?=(?: (?:should|shld|would|wld|to|not|also|[a-z]+ly|at|in|on|seek|now|both))* ?(?:[a-z]+|, )\b(?<!s )(?<!ed ))"
)
_BARE_VERBS = (
    r"(?:inform|advise|tell|request(?= (?:[A-Z]|him|them|that))|convey|communicate|express|state(?! (?:that )?is)|discuss|"
    r"seek|suggest|point out|emphasi[sz]e|stress|urge|raise|approach|take|make|hand|reply|consult|coordinate|"
    r"ascertain|explore|obtain|assure|reassure|explain|indicate|ask|press(?= for)|propose|bring|give|furnish|keep|see|"
    r"show|try|endeavou?r|submit|reiterate|remind|thank|arrange|use|leave|present(?= [a-z]+ing\b| the| to)|report(?= "
    r"(?:soonest|urgently|by|whether|on |any|reactions?|results?|developments))|confirm|continue|notify|draw|call|avoid|"
    r"refrain|do not|also|please|note(?= to)|support|oppose|await|withhold|postpone|proceed|work|impress|invite|offer)"
)
_BARE = re.compile(
    rf"(?:^|(?<=[;.:] ))(?:\(?\w{{1,2}}[.)] )?(?:(?:[Ii]f|[Ww]hen|[Uu]nless)\b[^,;.]{{4,90}}, )?"
    rf"(?P<who>(?:(?:{_OURS} )*(?:Embassy|Emb|Legation|USUN|USRO|Mission|Consulate|ConGen|CINC[A-Z]+){_NAMED}|"
    rf"{_POST}(?:(?:, |/| and |, and ){_POST})*)) (?:(?:also|therefore|immediately) )*(?={_BARE_VERBS}\b)"
)
# 'Will you keep us informed?'; 'Do you see any basis?'
_ASKS_TO = re.compile(
    r"(?i)(?:\W*|.*[,;] )(?P<ask>(?:will|would|could|wld|cld) you(?: (?:also|therefore|kindly|please|not))*"
    r"(?: be (?:so |very )?(?:kind|good)(?: enough)?(?: as)? to)?)\b(?! (?:have any|say|agree|think|like|mind|recall|prefer|know)\b)"
)
_WILL_YOU = re.compile(r"\W*(?:\w{1,2}[.)] )?(?:Will|Would|Could) you\b")
_ASKS_WHETHER = re.compile(
    r"(?i)\W*(?:\w{1,2}[.)] )?(?P<ask>(?:do|does|would|did) (?:you|embassy|emb|mission|ambassador)(?: \w+ly| also)? "
    r"(?:see|think|believe|consider|know|have any|feel|perceive|anticipate|agree|expect|foresee|estimate|recommend|concur))\b"
)
# 'Recommendation: That you sign the attached'
_THAT_YOU = re.compile(r"(?:\W*(?:\w{1,2}[.)] ?)?)(?P<ask>That) (?P<who>you)(?= [a-z]+\b)")
# 'Hope avoid publicity': the reader left out
_WISHED = re.compile(
    r"(?P<ask>(?:[Hh]ope|[Pp]refer|[Bb]elieve (?:it )?(?:best|desirable|advisable|preferable)|[Ww]ish|[Dd]esire)"
    r"(?: [a-z]+ly| also| very much)*) (?=(?:avoid|prevent|keep|obtain|have you|refrain|discourage|defer|delay|hold)\b)"
)
# 'Inform him, pointing out that'; 'we should appreciate your emphasizing'
_DOING = {
    "CLEAR": "pointing out|stressing|emphasi[sz]ing|reminding|making (?:it |this |that )?(?:\\w+ )?clear|adding|explaining|"
    "indicating|expressing|stating|informing|telling|underlining|reiterating|warning|conveying|drawing (?:his|their|the) "
    "attention|calling (?:his|their) attention|leaving no doubt|advising|saying|replying|impressing",
    "SEEK": "urging|asking|requesting|seeking|trying|attempting|endeavou?ring|pressing|inquiring|encouraging|obtaining|"
    "persuading|exploring|ascertaining",
    "PROPOSE": "suggesting|proposing|offering",
    "ASSURE": "(?:re)?assuring",
    "RAISE": "raising|mentioning|taking up|bringing up",
    "INTRODUCE": "handing|delivering|submitting|presenting|giving (?:him|them|her)|leaving (?:a |an |the )?(?:copy|note|aide)",
    "FORESTALL": "avoiding|refraining from|opposing|discouraging|preventing",
    "CONSULT": "consulting|discussing|coordinating|approaching",
    "REPORT": "reporting|keeping (?:us|dept|department) (?:informed|advised)|furnishing us|giving us|sending us",
    "DEFER": "deferring|postponing|withholding|delaying|awaiting",
    "ACCEPT": "accepting|supporting|agreeing",
}
_PARTICIPLE = re.compile(
    "|".join(rf"(?P<{act}>{verbs})" for act, verbs in _DOING.items()).join((r"(?:, |, and | and |, while |your |(?<=[a-z]) (?=pointing out|stressing (?:that|point|our)|emphasi[sz]ing (?:that|our)))(?:", r")\b"))
)
_YOUR_DOING = re.compile(
    rf"{_STARTS}(?P<ask>(?i:(?!you\b){_HOME}(?:[Ii]t )?{_FREELY}(?:appreciate|prefer|suggest|recommend|welcome|approve|"
    r"favor|favour|urge|like|be grateful for|important|desirable|concur in|agree to|object to|see no objection to|"
    r"has no objection to|have no objection to|perceive no objection to)(?: of)?) your) [a-z]+ing\b"
)
# 'I hope your dispatch may avoid reference'
_YOUR_WORDS = re.compile(
    r"(?<=[Yy]our )(?P<who>(?:\w+ )?(?:dispatch|despatch|letter|message|telegram|reply|response|approach|presentation|"
    r"statement|remarks|representations|note|talk|conversation|posture|attitude|position|comments)(?: to [A-Z]\w+)?)"
    r"(?= (?:may|can|could|will|should|shld|must|avoid|stress|make|emphasi[sz]e|be (?:guided|confined|limited|based))\b)"
)
_COMMANDS = re.compile(r"(?i)\byour\b|should|shld|shd|must|may|authori|authd|request|instruct|direct|please|asked")
_ASKING = re.compile(
    r"(?i)request|suggest|desir|prefer|wish|hope|recommend|propos|urge|ask|want|direct|instruct|authori|expect|like|"
    r"appreciat|grateful|glad|pleased|obliged|helpful|useful|best|better|well|important|advisable|essential|imperative|"
    r"vital|appropriate|wise|necessary|urgent|timely|leave"
)


# A clause of its own: what is asked for is not what follows.
_FINITE = re.compile(r"(?i)\b(?:should|shld|would|wld|will|can|cannot|could|may|might|must|is|are|was|were|has|have|had|which|who|to)\b")


class Named(NamedTuple):
    """Words of a sentence that are to be read as a kind of their own."""

    kind: str
    start: int
    end: int


def named(words: str) -> Iterator[Named]:
    """Who is told, asked, or stands before a bare verb in a sentence, and the word that asks."""
    yield from _asked_outright(words)
    if _ASKING.search(words):
        for match in _ASKED.finditer(words):
            yield Named("REQUEST", *match.span("ask"))
            yield Named("WHO", *match.span("who"))
        done = _ASKED_DONE.search(words)
        if done and not _FINITE.search(done["what"]):
            yield Named("REQUEST", *done.span("ask"))
            yield Named("SHALL", *done.span("be"))
    if _COMMANDS.search(words):
        yield from (Named("WHO", *match.span()) for match in _TOLD.finditer(words))
        yield from (Named("WHO", *match.span("who")) for match in _YOUR_WORDS.finditer(words))
    bare = _BARE.match(words)
    if bare:
        yield Named("POST", *bare.span("who"))


def _asked_outright(words: str) -> Iterator[Named]:
    """What a question or a recommendation asks of the reader."""
    if words.rstrip(" ”\"").endswith("?") or _WILL_YOU.match(words):
        for expression, kind in ((_ASKS_TO, "PLEASE"), (_ASKS_WHETHER, "REPORT")):
            asks = expression.match(words)
            if asks:
                yield Named(kind, *asks.span("ask"))
    doing = _YOUR_DOING.search(words)
    if doing:
        yield Named("REQUEST", *doing.span("ask"))
    if "ing " in words:
        for match in _PARTICIPLE.finditer(words):
            yield Named(match.lastgroup or "", *match.span(match.lastgroup or 0))
    recommended = _THAT_YOU.match(words)
    if recommended:
        yield Named("REQUEST", *recommended.span("ask"))
    wished = _WISHED.match(words)
    if wished:
        yield Named("REQUEST", *wished.span("ask"))
