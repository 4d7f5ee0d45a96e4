"""What is asked, wherever it stands: of whom ("Dept prefers that Embassy await"), or that a thing be done ("request
substance be passed"), in a question ("Will you keep us informed?"), and what an order goes on with ("pointing out").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from travaux.mandate.directives_told import READER, SOMEBODY, Named, at, clauses
from travaux.text.openings import in_any_case

# 'The President has particularly asked Ambassador Holm to reiterate'
_AGENCY = (
    r"(?:[Tt]he )?(?:Departments? of (?:State|Defense|the (?:Treasury|Army|Navy|Air Force|Interior)|Commerce|"
    r"Agriculture|"
    r"Justice|Labor)(?: and (?:State|Defense|the Treasury))?|(?:Deputy |Under |Assistant )?Secretar(?:y|"
    r"ies) of (?:State|"
    r"Defense|the Treasury|Commerce|Agriculture)(?: and (?:State|Defense|the Treasury))?|"
    r"Director of [A-Z]\w+(?: [A-Z]\w+)?|"
    r"Joint Chiefs of Staff|JCS|CIA|ACDA|AID|USIA|Under Secretaries Committee|[A-Z]\w+ Group|NSC [A-Z]\w+)"
)
_HAS_ASKED = (
    r"(?:[Tt]he (?:President|Secretary|Ministry)|President|Secretary) "
    r"(?:has|have) (?:\w+ )?(?:asked|directed|instructed|requested|authori[sz]ed|decided)"
)
_HOME = (
    r"(?:(?:[Dd]ep(?:artmen)?t|[Tt]he [Dd]epartment|[Ww]e|I|USG|US|[Tt]he (?:President|Secretary|Ministry)|President|"
    r"Secretary|Defense|State|White House|Ministry) )?"
)
_FREELY = (
    r"(?:(?:also|therefore|accordingly|however|further|strongly|particularly|most|would|wld|should|shld|will|shall|"
    r"still|now|greatly|certainly|very much|hereby) )*"
)
_GOOD = (
    r"(?:(?:most|highly|very|particularly|especially|both|therefore|also) )?(?:important|desirable|advisable|essential|"
    r"imperative|vital|useful|helpful|preferable|appropriate|wise|best|well|better|necessary|urgent|timely)"
)
_ASKS = (
    rf"(?:requests?|suggests?|desires?|prefers?|wish(?:es)?|hopes?|recommends?|proposes?|urges?|asks?|wants?|directs?|"
    rf"instructs?|authori[sz]es?|expects?|likes?|appreciate(?: it)?(?: if)?|leaves? it (?:up )?to|looks? to|"
    rf"(?:counts?|rel(?:y|ies)|depends?) (?:up)?on|trusts?|(?:must|have to|may I) (?:ask|request)|"
    rf"be (?:glad|grateful|pleased|obliged|appreciated|helpful|useful|best|well|better|preferable)(?: if)?|"
    rf"(?:believes?|considers?|deems?|feels?|thinks?|finds?|regards?)(?: it)?(?: would be| as)? {_GOOD}|"
    r"(?:[Ii]t )?(?:is|would be|wld be|may be|might be|will be|seems|appears) "
    rf"(?:requested|suggested|desired|recommended|proposed|hoped|{_GOOD})|{_GOOD})"
)
# 'Suggest on basis of foregoing explanation Embassies coordinate'
_AMID = (
    r"(?: ?,? (?:insofar|in|at|on|if|as|when|for|unless|before|after|upon|with)\b[^,;.:]{2,90}?,?"
    r"(?<! of)(?<! the)(?= [A-Zy]))?"
)
_VIEWS = (
    r"(?:comments?|views|evaluations?|estimates?|recommendations?|assessments?|judgments?|opinions?|reactions?|advice|"
    r"report(?! (?:any|all|on|whether|by|soonest|promptly|urgently|fully|immediately|reactions)\b)s?|"
    r"information|suggestions?|thinking|answers?|thoughts|ideas|appraisals?|analys[ei]s)\b"
)
# 'Request substance be passed by Embassy', 'the President has asked that a plan be drawn up'
_ASKED_DONE = re.compile(
    rf"(?P<ask>(?i:{_HOME}(?:has |have )(?:asked|directed|requested|instructed|decided)|"
    rf"(?!you\b){_HOME}(?:[Ii]t )?{_FREELY}{_ASKS})(?: therefore| accordingly| strongly)?"
    r"(?:, (?:if|as|in|when)\b[^,;.]{3,60},)?(?:,? that)?) "
    r"(?P<what>(?!you\b|to\b|if\b|will\b)[^;:.]{2,140}?) "
    r"(?P<be>(?:(?:would|wld|will|should|shld) )?(?:not )?be)(?! present\b)(?= (?:[a-z]+ly |also |first |again |so )?"
    r"[a-z]+(?:ed|en|de|ne|wn|ld|ut|nt|pt|ft|lt|ken|id|ght)\b)"
)
# What 'would be' done is hoped or suggested, not requested.
_HOPES = re.compile(r"(?i)\b(?:hopes?|suggests?|prefers?|trusts?|recommends?|desires?)\b")
# A clause of its own: what is asked for is not what follows.
_FINITE = re.compile(
    r"(?i)\b(?:should|shld|would|wld|will|can|cannot|could|may|might|must|is|are|was|were|has|have|had|which|who|to)\b"
)
_ASKED = re.compile(
    rf"(?P<ask>(?:{_HAS_ASKED}|(?i:(?!you\b){_HOME}(?:[Ii]t )?{_FREELY}{_ASKS}))(?: therefore| accordingly| strongly|"
    rf" also| however| of course)?"
    rf"(?:,? (?:that|for|to have)| if)?{_AMID}) ?"
    rf"(?P<who>{READER}|{_AGENCY})\b(?! (?:(?:and|or|early|urgent|further|[A-Z]\w+) )*{_VIEWS})"
    r"(?=(?: (?:should|shld|would|wld|to|not|also|[a-z]+ly|at|in|on|seek|now|both))* ?(?:[a-z]+|, )\b(?<!s )(?<!ed ))"
)
_ASKS_TO = re.compile(
    r"(?i)(?:\W*|.*[,;] )(?P<ask>(?:will|would|could|can|wld|cld) you(?: (?:also|therefore|kindly|please|not))*"
    r"(?: be (?:so |very )?(?:kind|good)(?: enough)?(?: as)? to)?)\b"
    r"(?! (?:have any|say|agree|think|like|mind|recall|prefer|know)\b)"
)
_WILL_YOU = re.compile(r"\W*(?:\w{1,2}[.)] )?(?:Will|Would|Could) you\b")
# 'Do you see any basis?'
_ASKS_WHETHER = re.compile(
    r"(?i)\W*(?:\w{1,2}[.)] )?(?:if so,? |if not,? |also |in general,? |query:? |[^.;?]{4,60}, )?(?:(?:how|what|when|"
    r"where|which|who|why)(?: \w+){0,3} )?"
    r"(?P<ask>(?:do|does|would|did|can|could|is) (?:you|embassy|emb|mission|ambassador)(?: \w+ly| also|"
    r" in a position to)? "
    r"(?:see|think|believe|consider|know|have any|feel|throw|propose|intend|plan|wish|perceive|anticipate|agree|"
    r"expect|foresee|estimate|recommend|"
    r"concur|confirm|give|tell|advise|say|ascertain|provide|suggest|shed|report))\b"
)
_WOULD = re.compile(r" (would|wld|could|were to)(?= )")
# 'Recommendation: That you sign the attached'
_THAT_YOU = re.compile(
    r"(?:\W*(?:\w{1,2}[.)] ?)?)(?P<ask>That(?:,? (?:if|in|at|on|before|after)\b[^,;.]{3,80},?)?) "
    r"(?P<who>you)(?= [a-z]+\b)"
)
# 'Hope avoid publicity', 'Dept believes it preferable delay informing them': the reader left out
# 'However, ', '2. ', 'In light of this, '
_OPENING = re.compile(
    r"(?:\W*\w{1,2}[.)] )?(?:(?:[Mm]eanwhile|[Hh]owever|[Tt]herefore|[Aa]ccordingly|[Cc]onsequently|[Aa]lso|"
    r"[Nn]evertheless|[Mm]oreover|"
    r"[Ff]urthermore|[Ii]n \w[^,;.]{2,60}|[Ff]or [^,;.]{2,60}|[Ss]ince [^,;.]{2,90}|[Aa]s [^,;.]{2,60}|"
    r"[Tt]o this end),? )?"
)
# 'Request find occasion', 'suggest take up with FonOff'
_BARELY = re.compile(
    r"(?:\W*(?:\w{1,2}[.)] )?|[^;:]*, )(?P<ask>(?:Dept |Department |We |we |I )?(?:also |therefore |strongly )?"
    r"(?:[Rr]equests?|[Ss]uggests?|[Rr]ecommends?|[Uu]rges?)) (?=(?:also |not |promptly |urgently |"
    r"orally )?(?:find|take|inform|raise|press|"
    r"discuss with|make|keep|obtain|refrain|convey|point out|emphasi[sz]e|stress|tell|ask|seek|see|urge|avoid|defer|"
    r"explore|explain|"
    r"consult|give|hand|deliver|advise|say|use|proceed|continue|consider|try|endeavou?r|ascertain|bring|postpone|"
    r"hold)\b"
    r"(?! (?:of|was|were|is|are|that)\b))"
)
# What `_GOOD` lists
_MATTERS = re.compile(
    r"(?i)\b(?:important|desirable|advisable|essential|imperative|vital|useful|helpful|preferable|appropriate|wise|"
    r"best|well|"
    r"better|necessary|urgent|timely)\b"
)
# 'We believe it important that we give them no reason', 'believe important Secy inform him'
_IMPORTANT = re.compile(
    rf"(?P<ask>(?i:{_HOME}{_FREELY}(?:(?:believe|consider|feel|think|deem)s? (?:it )?(?:would be |is )?|it (?:is|"
    rf"would be|wld be) ){_GOOD})"
    rf"(?:,[^,;.]{{3,70}},)?(?: that)?(?: in this [^,;.]{{3,40}}?)?) (?P<who>US|USG|[Ww]e|(?:[Tt]he )?Sec(?:retar)?y|"
    rf"[Tt]he Department|Dept)"
    r"(?= (?:not |also )?(?!is\b|are\b|was\b|were\b|have\b|has\b|had\b|can\b|could\b|do\b|did\b)[a-z]+\b(?<!ed)(?<!s))"
)
# 'Believe it important Turk Government not learn of this'
_NOT_THEM = re.compile(
    rf"(?P<ask>(?i:{_HOME}{_FREELY}(?:(?:believe|consider|feel|think|deem)s? (?:it )?(?:would be |is )?|it (?:is|"
    rf"would be|wld be) ){_GOOD})"
    rf"(?: that)?) (?P<what>(?!you\b)[^,;.]{{2,50}}?)(?<! do)(?<! does)(?<! did)(?<! will)(?<! would)(?<! should) "
    rf"(?P<no>not (?:be |[a-z]+\b)|there be no)"
)
_WISHED = re.compile(
    rf"(?P<ask>{_HOME}{_FREELY}(?:[Hh]opes?|[Pp]refers?|[Ww]ish|[Dd]esire|"
    rf"(?:[Cc]ontinues? (?:to )?)?(?:[Bb]elieve|[Cc]onsider|[Ff]eel|[Dd]eem|[Tt]hink)s?(?: however| therefore|"
    rf" also)? (?:it )?(?:would be |is )?"
    rf"(?:therefore |also |however )?{_GOOD}|[Nn]ecessary(?: of course)?)"
    r"(?: [a-z]+ly| also| very much)*"
    r"(?<!hope)(?<!wish)(?<!desire)) "
    r"(?=(?:to |not (?:to )?)?(?:avoid|avert|prevent|forestall|minimi[sz]e|inform|raise|press|take up|discuss|"
    r"make|show|"
    r"keep|obtain|refrain|discourage|defer|delay|await|emphasi[sz]e|stress|"
    r"postpone|maintain|hold (?:up|off))\b)|"
    rf"(?P<alone>{_HOME}(?:of course |also |therefore |naturally |strongly |particularly )*(?:[Hh]opes?|"
    rf"[Ww]ish(?:es)?|[Dd]esires?|[Pp]refers?|"
    r"(?:(?:am|is|are) )?[Aa]nxious|(?:would|wld) (?:like|prefer|wish))(?: [a-z]+ly| very much)?) "
    r"(?=(?:to )?(?:avoid|forestall|prevent|discourage|minimi[sz]e|preclude|head off|have you)\b|"
    r"not (?:to )?(?:tie|raise|give|make|press|discuss|inform|become|commit|take|have|include|accept|agree|"
    r"propose|use|see|be)\b)"
)
# 'Inform him, pointing out that'; 'we should appreciate your emphasizing'
_DOING = {
    "CLEAR": r"pointing out|stressing|emphasi[sz]ing|reminding|making (?:it |this |that )?(?:\w+ )?clear|adding|"
    r"explaining|indicating|expressing|stating|informing|telling|underlining|reiterating|warning|conveying|drawing "
    r"(?:his|their|the) attention|intimating|hinting|underscoring|repeating|setting (?:forth|out)|bringing out|"
    r"making known|protesting|voicing|announcing|clarifying|reaffirming|outlining|describing|cautioning|"
    r"thanking|congratulating|communicating|calling (?:his|their) attention|leaving no doubt|advising|"
    r"making (?:\w+ ){0,2}(?:announcements?|statements?|points?|representations)|saying|replying|impressing",
    "SEEK": "urging|asking|requesting|seeking|trying|attempting|endeavou?ring|pressing|inquiring|encouraging|obtaining|"
    "persuading|exploring|ascertaining|securing|inducing|inviting|insisting|soliciting|eliciting|bringing about|"
    "ensuring|"
    "learning|determining",
    "PROPOSE": "suggesting|proposing|offering|putting forward|recommending",
    "ASSURE": "(?:re)?assuring",
    "RAISE": "raising|mentioning|taking up|bringing up|broaching",
    "INTRODUCE": "handing|transmitting|tabling|delivering|submitting|presenting|giving (?:him|them|her)|"
    "leaving (?:a |an |the )?(?:copy|note|aide)",
    "FORESTALL": "avoiding|refraining from|opposing|discouraging|preventing|resisting|rejecting|refusing|declining|"
    "minimi[sz]ing|guarding against|dissuading|countering",
    "CONSULT": r"talking (?:to|with)|speaking (?:to|with)|consulting|sounding out|meeting with|conferring|discussing|"
    r"coordinating|approaching|"
    r"holding (?:\w+ ){0,2}(?:discussions|talks|conversations)|"
    "seeing|calling on",
    "REPORT": "reporting|keeping (?:us|dept|department) (?:informed|advised)|furnishing us|giving us|sending us",
    "DEFER": "deferring|postponing|withholding|delaying|awaiting",
    "ACCEPT": "accepting|supporting|agreeing",
}
_PARTICIPLE = re.compile(
    r"(?:(?:, |, and | and |, while |^While |your |[a-z][’']s |"
    r"\b(?:begin|open|start|lead off|commence|conclude)(?: (?:the|your) \w+)? by )(?:[a-z]+ly )?|"
    r"(?<=[a-z]) (?=pointing out|requesting (?:his|their|its|her|any|views|comments|early|prompt|that)\b|"
    r"stressing (?:that|point|our)|emphasi[sz]ing (?:that|our)|(?:expressing|urging|asking|reiterating|conveying|"
    r"indicating|"
    r"explaining|informing|inquiring|stating) (?:that|our|the|hope|US|their|his|whether|[A-Z]|appreciation|concern|"
    r"regret)))"
    rf"(?:{'|'.join(f'(?P<{act}>{verbs})' for act, verbs in _DOING.items())})\b"
)
_YOUR_DOING = re.compile(
    rf"(?P<ask>(?i:(?!you\b){_HOME}(?:[Ii]t )?{_FREELY}(?:appreciate|prefer|suggest|recommend|welcome|approve|"
    r"favor|favour|urge|like|concurred in|concurs in|agreed to|be grateful for|important|desirable|concur in|agree to|"
    r"(?:(?:has|have|sees?|perceives?) )?no objections?(?: to)?|attach(?:es)? (?:\w+ )?importance to|"
    r"there (?:is|are|would be|wld be|can be|could be|seems) (?:no (?:harm|objections?|danger)(?: \w+)? (?:in|"
    r"to)|nothing to prevent))(?: of)?) "
    r"(?:your|(?:the )?(?:[Ee]mb(?:assy)?|[Aa]mb(?:assador)?|[Mm]ission|USDel|"
    r"Delegation)[’']s)) (?:[a-z]+ly )?[a-z]+ing\b"
)
# 'Suggest assigning top priority', 'Department would favor deferring action'
_ASKS_DOING = re.compile(
    rf"(?P<ask>(?i:(?!you\b){_HOME}(?:[Ii]t )?{_FREELY}(?:suggests?|recommends?|favou?rs?|prefers?|advises?|"
    rf"urges?|advocates?|(?:has|have|sees?|perceives?) no objections? to))|"
    rf"[Yy]ou (?:need|should|shld|must) (?:have|feel) no hesitation (?:in|about))"
    rf" (?=(?:{'|'.join(_DOING.values())})\b)"
)
# 'We are opposed to any mention of bases', 'desire no publicity'
_AVERSE = re.compile(
    rf"(?:\W*(?:\w{{1,2}}[.)] )?)(?P<ask>(?i:{_HOME}(?:also |therefore |however |strongly |still |seriously )*"
    r"(?:(?:(?:is|are|am|would be|wld be|remains?) )?(?:strongly |firmly |also )?opposed(?: to)?|"
    r"(?:desires?|wants?|wish(?:es)?|prefers?) no(?= (?:\w+ ){0,2}(?:publicity|mention|discussion|reference|"
    r"announcement|statement|commitment|change|delay|action|disclosure|approach|initiative|debate)s?\b)))) (?=\w)"
)
_DONE_NEXT = re.compile(rf"(?:{'|'.join(f'(?P<{act}>{verbs})' for act, verbs in _DOING.items())})\b")
# 'Dept concurs your proposal approach Foreign Minister'
_CONCURS = re.compile(
    rf"(?P<ask>(?i:(?!you\b){_HOME}{_FREELY}(?:concurs?|approves?|agrees?|has no objection|see no objection)"
    r"(?: in| with| to)? your (?:proposal|suggestion|intention|plan|recommendation|desire|proposed)s?(?: that you)?)) "
    r"(?=(?:to )?(?!(?:re|in|of|on|and|for|as|that|para|paragraph)\b)[a-z]+\b(?<!ed))"
)
_AGENCIES = re.compile(r"Department|Secretar|Director|Joint Chiefs|JCS|CIA|ACDA|AID|USIA|Group|NSC")
_ASKING = in_any_case(
    "look|count|rel|depend|trust|must|harm|request|suggest|desir|prefer|wish|hope|recommend|propos|urge|ask|want|"
    "direct|instruct|authori|expect|like|"
    "objection|welcom|approv|favo|appreciat|grateful|glad|pleased|obliged|helpful|useful|best|better|well|"
    "importan|advisable|essential|imperative|"
    "vital|appropriate|wise|necessary|urgent|timely|leave|concur|agree"
)


#: A word that asks stands no further from where its clause begins.
_NEAR = 70


def asked(words: str) -> Iterator[Named]:
    """What asks in a sentence, and who is asked."""
    yield from _outright(words)
    asking = [match.start() for match in _ASKING.finditer(words)]
    if not asking:
        return
    places = [place for place in clauses(words) if any(0 <= one - place < _NEAR for one in asking)]
    if SOMEBODY.search(words) or _AGENCIES.search(words):
        for match in at(_ASKED, words, places):
            yield Named("REQUEST", *match.span("ask"))
            yield Named("WHO", *match.span("who"))
            if would := _WOULD.match(words, match.end("who")):
                yield Named("MODAL", *would.span(1))
    matters = _MATTERS.search(words) is not None
    for match in at(_IMPORTANT, words, places) if matters else ():
        yield Named("REQUEST", *match.span("ask"))
        yield Named("WHO", *match.span("who"))
    if matters and (" not " in words or " be no " in words):
        for match in at(_NOT_THEM, words, places):
            yield Named("FORESTALL", match.start("ask"), match.end("ask"))
    if " be " in words:
        yield from _asked_done(words, places)
    if "ing " in words or "your " in words:
        yield from _asked_doing(words, places)


def _wished(words: str) -> re.Match[str] | None:
    """What the writer wishes, at the head of a sentence or behind an opening: 'Meanwhile, we think it best to'."""
    found = _WISHED.match(words)
    behind = _OPENING.match(words) if found is None and _MATTERS.search(words) else None
    later = None if found or behind is None else _WISHED.match(words, behind.end())
    return later if later and later.lastgroup != "alone" else found


def _asked_done(words: str, places: Sequence[int]) -> Iterator[Named]:
    """What is asked to be done, nobody said by whom: 'request substance be passed'."""
    done = next(at(_ASKED_DONE, words, places), None)
    if done is None or _FINITE.search(done["what"]):
        return
    if done["be"].startswith(("be", "not")) or _HOPES.search(done["ask"]):
        yield Named("REQUEST", *done.span("ask"))
        if not done["what"].startswith("no "):
            yield Named("SHALL", *done.span("be"))


def _asked_doing(words: str, places: Sequence[int]) -> Iterator[Named]:
    """What is asked with a participle, or by approving what the reader proposed."""
    for match in at(_ASKS_DOING, words, places):
        yield Named("REQUEST", *match.span("ask"))
        doing = _DONE_NEXT.match(words, match.end())
        if doing:
            yield Named(doing.lastgroup or "", *doing.span())
    if "your " in words or "’s " in words or "'s " in words:
        for expression in (_CONCURS, _YOUR_DOING):
            asks = next(at(expression, words, places), None)
            if asks:
                yield Named("REQUEST", *asks.span("ask"))


def _outright(words: str) -> Iterator[Named]:
    """What a question, a recommendation, a wish or a participle asks of the reader."""
    if words.rstrip(' ”"').endswith("?") or _WILL_YOU.match(words):
        for expression, kind in ((_ASKS_TO, "PLEASE"), (_ASKS_WHETHER, "REPORT")):
            asks = expression.match(words)
            if asks:
                yield Named(kind, *asks.span("ask"))
    if "ing " in words:
        for match in _PARTICIPLE.finditer(words):
            yield Named(match.lastgroup or "", *match.span(match.lastgroup or 0))
    barely = _BARELY.match(words)
    if barely:
        yield Named("REQUEST", *barely.span("ask"))
    averse = _AVERSE.match(words)
    if averse:
        yield Named("FORESTALL", *averse.span("ask"))
    for opening in (_THAT_YOU.match(words), _wished(words)):
        if opening:
            yield Named("REQUEST", *opening.span(opening.lastgroup if opening.lastgroup == "alone" else "ask"))
