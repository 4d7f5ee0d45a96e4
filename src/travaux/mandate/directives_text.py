"""What our side wants of a text, or can accept of it, told as its view: "Article III is acceptable", "we prefer the
wording of Tab A", "Department would like to see paragraph 2 deleted"; and what it would oppose or support. Of anything
but a text what it wants, welcomes or favors orders nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from travaux.mandate.directives_said import Act

_TEXTS = (
    r"(?:Articles?|Arts?\b\.?|[Pp]ara(?:graph)?s?|[Ss]ub-?para(?:graph)?s?|[Ss]ections?|[Cc]lauses?|[Ss]entences?|"
    r"[Pp]hrases?|[Ww]ords?|[Ww]ording|[Ll]anguage|[Tt]exts?|[Dd]rafts?|[Rr]edrafts?|[Ff]ormulas?|[Ff]ormulations?|"
    r"[Pp]rovisions?|[Pp]reamble|[Pp]rotocols?|[Aa]nnex(?:es)?|[Rr]esolutions?|[Aa]mendments?|[Rr]evisions?|"
    r"[Vv]ersions?|[Pp]roposals?|[Rr]eservations?|[Mm]inutes?|[Cc]ommuniqu[eé]|[Tt]itle|[Cc]hanges?|[Dd]eletions?|"
    r"[Oo]missions?|[Ii]nclusions?|[Ii]nsertions?|[Rr]eferences?)\b"
)
#: The whole, of which it is told what should stand in it.
_WHOLES = rf"(?:{_TEXTS}|(?:[Tt]reaty|[Aa]greement|[Cc]onvention|[Ee]xchange of notes|[Aa]rrangement)\b)"
_FINITE = (
    r"is|are|was|were|would|wld|should|shld|must|may|might|will|shall|has|have|had|can|cannot|could|not|no|if|that|which|"
    r"who|whose|we|I|you|he|they|it|merely"
)
_WORD = rf"(?!(?:{_FINITE})\b)[\w’'.-]+ "
_TAIL = rf"(?: (?!(?:{_FINITE})\b)[^ ,;:.]+){{0,10}}?"
#: A text, as it is named: 'the last sentence of Article III', 'your redraft', 'Japanese proposal'.
_NAMED = rf"(?:{_WORD}){{0,4}}?{_TEXTS}{_TAIL}"
_NAMED_WHOLE = rf"(?:{_WORD}){{0,4}}?{_WHOLES}{_TAIL}"
_THE_TEXT = rf"(?P<object>{_NAMED})"
_ON_TEXT = rf"(?P<object>{_NAMED}[^;.]*)"
_THING = r"(?P<object>(?!that you\b|you\b|your\b|(?:to )?see\b)[^;.]{3,})"

_DEPARTMENT = r"(?:[Dd]ep(?:artmen)?t|[Tt]he [Dd]epartment|[Ww]e|I|USG?|U\.S\.|[Tt]he Ministry|Ministry)"
_ALSO = (
    r"(?: (?:also|therefore|still|however|strongly|much|very much|generally|certainly|continues? to|of course|would|"
    r"wld))*"
)
_US = _DEPARTMENT + _ALSO
_WE_WOULD = rf"{_DEPARTMENT} (?:would|wld)(?: of course| also| therefore| strongly| in (?:that|this) (?:case|event))?"
_OWN = r"(?:[Oo]ur|[Yy]our|(?:The |the )?(?:[Dd]elegation|United States|US|U\.S\.|[Ee]mbassy|[Mm]ission)(?:[’']s)?)"
_POSITION = (
    r"(?:position|offer|figure|objective|aim|preference)(?: (?:on|in|with respect to|regarding) [^,;.]{2,60}?)?,? "
    r"(?:is|should be|shall be|shld be|will be|remains|would be)(?: that\b)?"
)
#: What has an amount.
_COUNTED = (
    r"(?:[Tt]erm|[Pp]eriod|[Ll]imit|[Dd]uration|[Nn]umber|[Aa]mount|[Rr]ate|[Pp]ayment|[Pp]rice|[Cc]eiling|[Ss]um|"
    r"[Tt]otal)\b"
)
_FIGURE = (
    r"[^.;]*\b(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|"
    r"hundred|thousand|million)"
)
_NO_PRONOUN = r"(?!(?:It|This|That|They|These|What|Which|There|Such|He|She)\b)"
#: No statement is made behind these: a question is put, or a case.
_ASKS = r"\b(?:which|what|whether|if|how|who|whom|when)\b"
_CASE = r"(?:[A-Z]|(?<=, )[a-z])"
#: What whoever reads would do, as he put it before.
_PLANNED = (
    r"(?:[Yy]our|[Tt]he|[Ee]mbassy[’']s|[Mm]ission[’']s)?(?: ?\b(?:proposed|suggested|recommended|contemplated))* ?"
    r"(?:courses? of action|procedures?|(?<=d )approach|plans?|suggestions?|recommendations?|tactics)(?: (?:set forth |"
    r"contained )?(?:in )?(?:[Yy]our |[Uu]r|ref)?[\w.]*tel[\w. ]*)?"
)
_HELD = r"(?P<object>(?!to be\b|being\b|under\b|still\b|not\b)[^;.]+)"

_OPENING = (
    r"(?:\W*\w{1,3}[.)] )?(?:(?:[Hh]owever|[Tt]herefore|[Aa]ccordingly|[Aa]lso|[Oo]therwise|[Ff]urthermore|"
    r"[Mm]oreover|[Ii]n [^,;.]{2,60}|[Aa]s (?:to|for|regards) [^,;.]{2,60}|[Rr]e [^,;.]{2,60}),? )?"
)
#: What leads up to it: 'If he agrees, ', 'At this stage '.
_LEAD = r"(?:(?:If|In|At|As|For|On|Since|While|Unless|Until|Should) [^;:.]{3,120}?,? (?=(?:[Dd]ep|the |we |US)))?"

_CHANGED = (
    r"(?:deleted|omitted|left out|dropped|eliminated|removed|included|retained|kept|inserted|added|changed|amended|"
    r"revised|modified|reworded|redrafted|strengthened|replaced|substituted|clarified|restored|transferred|moved)\b"
)
_YIELDED = (
    r"(?:accepted|agreed(?: to| upon)?|withdrawn|dropped|given up|conceded|deleted|omitted|left out|changed|modified|"
    r"amended|replaced|included|added|inserted|signed|initial+ed)\b"
)
_OFFERED = r"(?:offered|proposed|suggested|tabled|introduced|submitted|traded|yielded|relinquished)\b"
_HAS = (
    r"(?:contain|include|provide|refer|state|specify|cover|mention|read|enter|remain|have|make|define|exclude|apply|be "
    r"(?:confined|limited|subject|based|for|of|drafted|worded|phrased|so|made|valid|in|accompanied|concluded|open))\b"
)
_SHOULD = r"(?:should|shld|must)(?: also| therefore| of course)?"
_ENDS = r"(?= ?(?:$|[.;,:]|to us\b|if\b|provided\b|except\b|subject\b|on condition\b|as\b|but\b|and\b|since\b))"

_ACCEPTED = (
    rf"{_THE_TEXT} (?P<ask>(?:is|are|would be|wld be|seems?|appears?)(?: quite| entirely| generally| fully| now)? "
    r"(?:acceptable|agreeable|satisfactory|unobjectionable|approved)(?: to (?:us|[Dd]ept|(?:the )?Department|USG?))?)"
    rf"(?! to\b){_ENDS}",
    rf"(?P<ask>(?:{_US} )?(?:(?:has|have|sees?|perceives?|[Ss]ee|[Pp]erceive) )?[Nn]o objections?(?: to)?) {_ON_TEXT}",
    rf"(?P<ask>{_US} (?:(?:can|could|will)(?: if necessary)? )?(?:live with|go along with|"
    rf"be (?:satisfied|content) with|(?:do |does |will |should )?not (?:object to|oppose))) {_ON_TEXT}",
    r"(?!.*\b(?:[Yy]our \d|reftel|urtel|comments|views)\b)"
    rf"(?P<ask>{_US} (?:concurs?(?: in| with)?|approves?|accepts?|endorses?)) {_ON_TEXT}",
    rf"{_THE_TEXT} (?P<ask>(?:may|can|could|might)(?: if necessary|, if necessary,| also)? be {_YIELDED})",
    rf"{_LEAD}(?P<ask>{_WE_WOULD} (?:(?:wish|be (?:willing|prepared|disposed|ready|inclined)) to )?"
    rf"(?:support|vote for)) {_THING}",
    rf"{_LEAD}(?P<ask>(?:{_WE_WOULD} not (?:object to|oppose)|(?:{_DEPARTMENT}(?: would| wld)? ha(?:ve|s)|There "
    rf"(?:is|would be)) no objections?"
    rf"(?: in principle)? to)) {_THING}",
    rf"(?P<ask>(?!I\b){_US} (?:concurs?(?: in| with)?|approves?|agrees? (?:to|with)|endorses?)) "
    rf"(?P<object>{_PLANNED}\b[^;.]*)",
    rf"{_LEAD}(?P<object>{_NO_PRONOUN}{_CASE}(?:(?!{_ASKS})[^,;.:]){{2,80}}?) "
    r"(?P<ask>(?:is|are|would be|wld be)(?: quite| entirely)? acceptable(?: to (?:us|[Dd]ept|(?:the )?Department|USG?)"
    rf")?){_ENDS}",
    rf"(?P<object>{_NO_PRONOUN}[A-Z][^,;.:]{{2,80}}?) (?P<ask>(?:may|can|could|might)(?: if necessary| also)? be "
    r"(?:conceded|traded|yielded|relinquished|given up))\b",
    rf"(?P<ask>(?:[Tt]he|[Oo]ur) (?P<last>minimum|maximum|least|most|lowest|highest) (?:\w+ ){{0,3}}?(?:(?:we|the "
    rf"delegation|you) (?:can|may|could) \w+ )?(?:is|would be|should be)) (?={_FIGURE}){_HELD}",
    rf"(?P<object>Only [^,;.:]{{2,80}}?) (?P<ask>(?:may|can|could|should) be (?:{_YIELDED}|{_OFFERED}))",
    rf"(?P<object>{_PLANNED}) (?P<ask>(?:is|are)(?: hereby)? (?:approved|agreed to|acceptable|agreeable)){_ENDS}",
    rf"(?P<ask>(?:{_US} )?(?:(?:has|have|sees?|perceives?|[Ss]ee|[Pp]erceive) )?[Nn]o objections?(?: to)?) "
    r"(?P<object>(?:your |the |our )?[a-z]+ing\b[^;.]*)",
    rf"{_LEAD}(?P<ask>{_WE_WOULD} have no (?:\w+ )?(?:difficulty|difficulties|problems?|trouble)"
    rf"(?: with| in accepting| accepting)) {_THING}",
    rf"(?P<ask>{_OWN} (?P<last>fallback|fall-back|minimum|final|reserve|ultimate|bottom-line) {_POSITION}) {_HELD}",
)
_SOUGHT = (
    rf"(?P<ask>{_US} prefers?(?: to see| to have)?) (?P<object>(?:that )?{_NAMED}[^;.]*)",
    rf"(?:(?:{_US} )?(?:[Cc]onsiders?|[Bb]elieves?|[Ff]eels?|[Ff]inds?|[Tt]hinks?) )?{_THE_TEXT} "
    r"(?P<ask>(?:(?:is|are|seems|appears|would be) )?(?:much |clearly )?prefer(?:able|red))(?= ?(?:$|[.;,]|to\b|and\b|"
    r"since\b|as\b))",
    rf"(?P<ask>{_US} (?:wants?|wish(?:es)?|desires?|like(?: to (?:see|have))?|should (?:like|want)|hopes? to "
    rf"(?:see|have))) (?P<object>{_NAMED}[^;.]{{0,120}}? (?:to be |be )?{_CHANGED}[^;.]*)",
    rf"(?P<ask>{_US} (?:wants?|wish(?:es)? to have|desires?|requires?|needs?|must have|insists? on|like to "
    rf"(?:see|have))) (?P<object>(?:an?|the|some) {_NAMED}[^;.]*)",
    rf"{_THE_TEXT} (?P<ask>(?:is|are)(?: considered| absolutely)? (?:essential|indispensable|vital)){_ENDS}",
    r"(?P<ask>(?:[Ii]t is )?(?:[Ee]ssential|[Ii]mportant|[Ii]mperative|[Nn]ecessary|[Vv]ital) that) "
    rf"(?P<object>{_NAMED_WHOLE} (?:be {_CHANGED}|{_HAS})[^;.]*)",
    rf"(?P<object>(?P<ask>(?:[Tt]he |[Aa]ny )?(?:{_WORD}){{0,3}}?{_COUNTED}{_TAIL}) {_SHOULD} (?:not )?"
    rf"(?:be|exceed|run|last)\b(?={_FIGURE})[^;]*)",
    rf"(?P<object>(?P<ask>(?!No\b){_NAMED_WHOLE}) {_SHOULD} (?:{_HAS}|be {_CHANGED}|(?:come out|go out|go|disappear)"
    r"(?= ?(?:$|[.;,])))[^;]*)",
    rf"(?P<ask>{_US} (?:regards?|considers?)) (?P<object>{_NAMED} as (?:essential|indispensable|vital|most important|"
    r"of the (?:first|highest|utmost) importance)\b[^;.]*)",
    rf"(?P<ask>{_OWN} (?:opening|initial|preferred|maximum|first|primary|basic) {_POSITION}) {_HELD}",
)
#: Said of leave that was given.
ENDED = (
    r"(?:is|are|has been|have been|should be (?:considered|regarded as)) (?:hereby |now |therefore )?"
    r"(?:withdrawn|revoked|rescinded|suspended|cancel+ed)\b"
)
_OPPOSED = (
    rf"{_LEAD}(?P<object>{_NO_PRONOUN}{_CASE}(?:(?!{_ASKS})[^,;.:]){{2,80}}?) (?P<ask>(?:(?:is|are)(?: not(?: yet| at "
    rf"all)?| no longer| hardly| scarcely| by no means| never)|(?:would|wld|could) (?:not|hardly|never) be) acceptable"
    rf"(?: to (?:us|[Dd]ept|(?:the )?Department|USG?))?){_ENDS}",
    rf"(?P<object>{_NO_PRONOUN}[A-Z][^,;.:]{{2,80}}?) (?P<ask>(?:may|can|could|must|should) (?:no longer|never|on no "
    rf"account|under no circumstances|in no case) be (?:{_YIELDED}|{_OFFERED}))",
    rf"(?P<ask>(?:Under|In|On|At|By) no (?:\w+ ){{1,2}}(?:should|may|must|shall|can|could|will|is|are)) "
    rf"(?P<object>[^,;.:]{{2,80}}?) (?:to )?be (?:{_YIELDED}|{_OFFERED})",
    r"(?P<ask>(?:[Yy]our |[Tt]he |Embassy[’']s )?(?i:authority|authori[sz]ation|permission|instructions?|discretion) "
    r"(?:(?:given|granted|conveyed|contained|sent) [^,;:]{2,60}? )?to (?:accept|agree to|sign|offer|propose|concede|"
    rf"seek|negotiate|introduce|table|support|discuss)) (?P<object>[^,;.:]{{2,80}}?) {ENDED}",
    rf"{_LEAD}(?P<ask>{_WE_WOULD} (?:not (?:wish|want|desire|favou?r|care|propose)(?: to)?|be (?:unwilling|reluctant|"
    rf"disinclined|opposed)(?: to)?|oppose|resist|object to)) {_THING}",
    rf"(?P<ask>{_US} (?:has|have|sees?|finds?)(?: (?!no\b)\w+){{0,2}} (?:difficult(?:y|ies)|reservations|misgivings|"
    rf"objections)(?: (?:with|about|on|to|in accepting|accepting|regarding|as to))) {_ON_TEXT}",
    rf"(?P<ask>{_WE_WOULD} have (?:\w+ )?(?:difficulty|difficulties)(?: (?:with|in accepting|accepting))) {_ON_TEXT}",
    rf"(?P<ask>{_US} sees? no (?:need|reason|necessity) for) {_ON_TEXT}",
    rf"(?P<object>(?P<ask>{_NAMED_WHOLE}) {_SHOULD} not (?:{_HAS}|be "
    rf"{_CHANGED}(?! (?:lightly|hastily|easily)\b))[^;]*)",
)
_PROPOSED = (
    rf"(?P<ask>{_US} (?:suggests?|proposes?|recommends?)(?: that)?) (?P<object>{_NAMED} "
    rf"(?:read\b|be (?:made to read|{_CHANGED}))[^;]*)",
    rf"(?P<object>{_NO_PRONOUN}[A-Z][^,;.:]{{2,80}}?) (?P<ask>(?:may|can|could|might)(?: if necessary| also)? be "
    r"(?:offered|proposed|suggested))\b",
    rf"(?P<ask>{_US} (?:suggests?|proposes?|recommends?)) (?P<object>(?:the )?fol(?:lowing)? (?:\w+ )?"
    r"(?:language|wording|text|formula|redraft|draft|amendment|revision)s?\b[^;]*)",
)
_KEPT = (
    rf"{_THE_TEXT} (?P<ask>(?:is|are) not negotiable)(?= ?(?:$|[.;,]))",
    rf"{_THE_TEXT} (?P<ask>{_SHOULD} (?:stand|remain)(?: unchanged| as (?:it is|they are|is|drafted|worded))?){_ENDS}",
    r"(?P<ask>[Nn]o (?:changes?|alterations?|amendments?|modifications?) (?:should|shld|must|is to|are to) be made "
    rf"(?:in|to|of)) {_THE_TEXT}(?= ?(?:$|[.;,]))",
)
_LEFT = (
    rf"(?P<ask>{_US} (?:has|have) no (?:strong |particular |firm )*(?:views?|preferences?|feelings?)(?: on| as to|"
    rf" about| regarding| concerning| as between)) (?P<object>(?:\w+ ){{0,4}}?{_TEXTS}[^;.]*)",
)
_WAYS = tuple(
    (act, re.compile(_OPENING + way))
    for act, ways in (
        (Act.ACCEPT, _ACCEPTED), (Act.FORESTALL, _OPPOSED), (Act.UNAFFECTED, _KEPT), (Act.SEEK, _SOUGHT),
        (Act.PROPOSE, _PROPOSED), (Act.DISCRETION, _LEFT),
    )
    for way in ways
)  # fmt: skip
_CONDITION = re.compile(r"(?i),? (?P<when>(?:if|provided|unless|subject to|on condition|except|as long as)\b.+)$")


class OnText(NamedTuple):
    """A view as an act; where in the sentence it stands, its step among fallbacks, its object, and its condition if it
    has one."""

    act: Act
    at: tuple[int, int]
    fallback: int
    object: tuple[int, int]
    condition: tuple[int, int] | None


def on_text(words: str) -> OnText | None:
    """What a sentence wants of a text or accepts of it; None where it does not say so outright.

    >>> found = on_text("Article III is acceptable if the last sentence is left out.")
    >>> found.act.value, found.object, found.condition
    ('accept', (0, 11), (26, 58))
    """
    for act, way in _WAYS:
        found = way.match(words)
        if found is None:
            continue
        first, last = found.span("object")
        start, end = min(first, found.start("ask")), max(last, found.end("ask"))
        step = int(found.groupdict().get("last") is not None)
        condition = _CONDITION.search(words.rstrip(" .:"), found.end("ask") if last < end else first)
        if condition is None:
            return OnText(act, (start, end), step, (first, last), None)
        last = min(last, condition.start())
        return OnText(act, (start, condition.end()), step, (first, last), condition.span("when"))
    return None
