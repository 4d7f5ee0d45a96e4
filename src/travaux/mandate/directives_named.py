"""Who is told in a document by a name that alone tells nothing: surnames, agencies, and the country of a delegation."""

from __future__ import annotations

import re

from travaux.mandate.directives_pieces import AGENCIES, COUNTRY
from travaux.mandate.instructs import FOR_DELEGATION, FOR_PRESIDENT
from travaux.record.document import Document

_NOBODY = (
    r"(?:Department|Defense|Government|President|Secretary|They|These|Those|This|That|What|Which|There|Japan|"
    r"Israel|Congress|"
    r"Emphasis|Conversations|Chinese|Japanese|French|British|Germans?|Germany|France|Turkey|Greece|Korea|China|"
    r"Burma|Burmese|"
    r"Jordan|Lebanon|Treaty|Agreement|Foregoing|Above|Following|Nothing|Everything|Each|Both|Some|Such|Article|"
    r"Paragraph|"
    r"[A-Z]\w+(?:s|ions?|ment|ness|ity|ance|ence|ese|ian|ing)\b)"
)
_TOLD = (
    r" (?:(?:should|shld|shd)(?! be\b)|"
    r"may (?:also )?(?:wish|inform|tell|say|state|discuss|point out|make|raise|convey|explain|assure)\b|"
    r"(?:is )?(?:requested|authori[sz]ed|instructed))\b"
)
_SURNAME_TOLD = re.compile(
    rf"(?m)(?:^(?:\W*(?:\d{{1,2}}|[a-z])[.)] )?|[.;,] |However,? |Accordingly,? )"
    rf"(?P<who>(?!{_NOBODY})[A-Z][a-z]\w{{2,}}){_TOLD}"
)
# Whom one speaks to or of is none of those who are told: 'tell Holm', 'Holm said'.
_IS_OTHER = (
    r"\b(?:with|to|tell|inform|see|from|by|ask|assure|urge|approach|President|Minister|Premier|King|Chancellor|"
    r"General|Mr\.?|that|and|of) {who}\b"
)
_SPEAKS = (
    r"\b{who}(?:[’']s?\b|,? (?:said|stated|told|replied|asked|has|had|was|is|thinks|believes|"
    r"feels|felt|agreed|would|will|might|did|does|could))\b"
)
# 'Holm should see the minister': who is to speak for us is ours, though others see him too.
_SENT_TO_TELL = re.compile(
    rf"(?m)(?:^|[.,;] )(?P<who>(?!{_NOBODY})[A-Z][a-z]\w{{2,}}) (?:(?:should|shld)(?: also| of course| therefore)? "
    r"(?:see|inform|tell|approach|convey|point out|express|explain|emphasi[sz]e|stress|raise with|discuss with|seek)|"
    r"may(?: also)? (?:inform|tell|wish (?:to )?(?:ask|inform|tell)|point out|convey|say))\b(?! us\b)"
)
# 'For Holmes and principal officers only', 'Deliver to Cargo opening of business'.
_SENT_TO = re.compile(
    r"(?m)(?:^|[.:;] )(?:Eyes only )?(?:[Ff]or|(?:Deliver|Pass|Personal) (?:to|for)) (?P<who>[A-Z][a-z]\w+)\b"
)
#: A message says in so many characters whom it is for.
_OPENING = 200
_OFFICES = frozenset("Department Defense Secretary President Action Information Info Background The Your".split())
# Who speaks for the country is told what it should do: 'US should vote against'.
_TO_DELEGATION = re.compile(
    r"(?i)\bto (?:the |certain )?(?:[\w ]*delegation|mission (?:to|at) the|"
    r"(?:united states |acting |deputy |permanent )*representatives? (?:at|to|on)|"
    r"[\w ]*at the united nations|consulate general at geneva)"
)


def told_by_name(document: Document) -> frozenset[str]:
    """Surnames that a message is for, or that are told what to do and nowhere do or hear anything else."""
    text = document.text
    named = {match["who"] for match in _SURNAME_TOLD.finditer(text)}
    to_tell = {match["who"] for match in _SENT_TO_TELL.finditer(text)}
    sent_to = {match["who"] for match in _SENT_TO.finditer(text[:_OPENING])}
    speaks = _TO_DELEGATION.search(document.title) or FOR_DELEGATION.search(document.title)
    country = COUNTRY if speaks else frozenset()
    country |= AGENCIES if FOR_PRESIDENT.search(document.title) else frozenset()
    return (
        frozenset(sent_to - _OFFICES)
        | country
        | frozenset(
            who
            for who in named | to_tell
            if not re.search(_SPEAKS.format(who=who), text)
            and (who in to_tell or not re.search(_IS_OTHER.format(who=who), text))
        )
    )
