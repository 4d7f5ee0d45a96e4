"""How a passage stands to a change: whether it orders it, puts it forward, accepts it, leaves it open or turns it down.

Read from the words around the order, those it quotes left out, by the tables below; the first row that fits decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from travaux.amend.operations import Status

_REFUSAL = re.compile(
    r"(?i)\b(?:not (?:accept\w*|agree\w*|acceptable|possible|be accepted|delete|insert|replace|wish|want|favou?r)|"
    r"cannot|can ?not|"
    r"could not|unable|unwilling|never|none|nothing|nobody|neither|nor|[a-z]+n[’']t|avoid\w*|resist\w*|refrain\w*|"
    r"prevent\w*|"
    r"forestall\w*|declin(?:e|es|ed|ing)|oppos(?:e|es|ed|ing|ition)|object(?:s|ed|ions?)? to|objected|refus(?:e|es|"
    r"ed|al)|"
    r"reject(?:s|ed|ing|ion)?|unacceptable|against|do not|did not|should not|shall not|will not|must not|"
    r"withdr[ae]w\w*|"
    r"defeated|mistake|under no circumstances|drop(?:ped)? (?:our|the|their|its) (?:proposal|demand|request))\b"
)
_CONDITION = re.compile(
    r"(?i)\b(?:if|unless|except that|provided|until|when|whether|might|may(?! \d)|could|perhaps|possibly|"
    r"tentative(?:ly)?|along (?:the )?following lines|some such|to the effect|ad referendum|"
    r"alternatively|alternative|fall-?back|failing|last resort|subject to|pending|leave (?:it|this|that) to|"
    r"discretion|"
    r"personally|would be willing|willing to|seek to|press for|try to|attempt|information only|in (?:his|her|my|"
    r"our) (?:view|opinion))\b|\?"
)
_ASSENT = re.compile(
    r"(?i)\b(?:no objections?|not object|agree[sd]?(?! (?:text|minute))|accept(?:s|ed)?|approve[sd]?|adopted|"
    r"concur(?:s|red)?|acceptable|approval|"
    r"decided|settled|resolved by)\b"
)
_PROPOSAL = re.compile(
    r"(?i)\b(?:propos(?:e|es|ed|al|als|ing)|suggest(?:s|ed|ion|ions|ing)?|wish(?:es|ed)?|would like|prefer(?:s|"
    r"red)?|recommend(?:s|ed)?|"
    r"ask(?:s|ed)?|request(?:s|ed)?|want(?:s|ed)?|amendment (?:of|by)|demand(?:s|ed)?|insist(?:s|ed)?|urge[sd]?|"
    r"reintroduced|tabled)\b"
)
_NO_REFUSAL = re.compile(
    r"(?i)\bno objections?\b|\bnot object\b|\bnot (?:already|yet)\b|\bnot later than\b|\bnot only\b"
)
# 'has been substituted', 'Elimination of': what somebody has done.
_REPORTED = re.compile(
    r"(?i)\b(?:has|have|had|was|were)\b(?: been| also| now)* (?!agreed|accepted|decided|approved)"
    r"(?:\w+ed|struck|put|added)\b|^\W*(?:\w[.)]\W*)?(?:elimination|insertion|substitution|addition|deletion) of\b|"
    r"\baccordingly becomes?\b"
)
# Words with a capital that are no party: numerals, and those that tell somebody what to do.
_NO_PARTY = r"(?![IVXLC]+\b|(?:We|You|It|Please|Also|Dept|Department|Defense|Article|Paragraph|Word|Words|Proposal)\b)"
_SAYING = (
    r"(?:propos(?!als?\b)|suggest(?!ions?\b)|wish|ask|request|want|prefer|recommend|like|insist|said|say|told|"
    r"stat(?:e|ed)\b|thought|think|felt|"
    r"believ|argu(?:e|ing)|repl(?:y|ie)|explain|hop(?:e|ing)|consider|demand|claim|tabl|contend|objected|"
    r"intervened)\w*"
)
_THIRD_PARTY = re.compile(
    rf"(?:\b(?:[Hh]e|[Tt]hey|[Ss]he)|\b{_NO_PARTY}[A-Z][\w’]+)(?: (?:also|now|then|would|again|will|"
    rf"therefore))* {_SAYING}|"
    r"\b(?:[Hh]e|[Tt]hey|[Ss]he)(?: (?:also|now))? (?:will|would|may|might)\b"
)
_PARTYS_LIST = re.compile(
    rf"(?<!Inform )(?<!inform )(?<!tell )\b{_NO_PARTY}[A-Z][\w’]+(?: [a-z]+){{0,3}} (?:propos|suggest|request|tabl|"
    rf"submit|demand|want|wish|ask)\w*"
)
_REFUSED_LIST = re.compile(
    r"(?i)\b(?:reject|refus|oppos|not\b|cannot|unacceptable|declin|withdr|disregard|defeat|rescind)"
)
_CONDITIONAL_LIST = re.compile(
    r"(?i)\b(?:if|unless|fall-?back|may (?:offer|propose|accept)|subject to (?!the following)|pending|last resort|"
    r"information only|"
    r"failing|tentative|alternativ)\b"
)
_PROPOSED_LIST = re.compile(r"(?i)\b(?:propos|suggest|amendments? (?:of|by))")


# 'hopes that we will now agree': no assent yet.
_HOPED = re.compile(
    r"(?i)\b(?:hop(?:e|es|ed|ing)|ask(?:s|ed)?|urg(?:e|es|ed|ing)|press(?:es|ed)?|insist(?:s|ed)?)\b[^.;:]{0,40}?"
    r"\b(?:we|us|you|they|he|US|GOJ|\w+ (?:will|would|could|can|should))\b[^.;:]{0,30}?\b(?:agree|accept|approve|"
    r"concur)\b"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a change, and whether the passage only reports it of another side."""

    status: Status
    reported: bool = False


def standing(said: str, *, lead_in: str = "", after: str = "") -> Standing:
    """How words with their quotations emptied stand to the change they speak of. What introduces a list holds for it;
    `after` is the sentence that follows, where it says what became of the change."""
    reported = is_reported(said) or bool(_PARTYS_LIST.search(lead_in))
    plain = _NO_REFUSAL.sub(" no-objection ", said)
    if _REFUSAL.search(plain) or _REFUSED_LIST.search(lead_in) or _was_rejected(after):
        return Standing(Status.REJECTED, reported)
    if _CONDITION.search(said) or _CONDITIONAL_LIST.search(lead_in):
        return Standing(Status.TENTATIVE, reported)
    if _ASSENT.search(_HOPED.sub(" ", said)):
        return Standing(Status.AGREED, reported)
    if _PROPOSAL.search(said) or reported or _PROPOSED_LIST.search(lead_in):
        return Standing(Status.PROPOSED, reported)
    return Standing(Status.INSTRUCTED, reported)


def is_reported(said: str) -> bool:
    """Whether words tell what another side changed or wishes, rather than order it."""
    return bool(_REPORTED.search(said) or _THIRD_PARTY.search(said))


def _was_rejected(after: str) -> bool:
    return bool(
        re.match(
            r"(?i)\W*(?:this|the|that)(?: \w+){0,2} (?:proposal|amendment|suggestion|addition|"
            r"change) was (?:rejected|not)",
            after,
        )
    )
