"""Tells sentences that may end leave that was given, or lift a ban, though no order is read in them."""

from __future__ import annotations

import re

_OURS = (
    r"\b(?:we|I|our|us|USG|the (?:president|secretary|cabinet|department|ministry|government|minister|senate|"
    r"congress|"
    r"treasury|council)|congress|department|dept|ministry|cabinet|treasury|washington)\b"
)
_LEAVE = (
    r"\b(?:authority|authori[sz]ation|instructions?|leave|approval|permission|discretion|consent|offer|acceptance|"
    r"objections?|opposition|ban|prohibition|veto)\b"
)
#: What ends leave, and what lifts a ban.
_TURNS = re.compile(
    rf"(?i){_LEAVE}[^.;]{{0,120}}\b(?:withdrawn|revoked|rescinded|cancell?ed|superseded|lapse[sd]?|suspended|"
    r"no longer|conditional|contingent|subject to|dependent|withheld|lifted|need not|not cover(?:ed)?|not extend)\b|"
    r"\bnot (?:covered|included|authori[sz]ed) (?:by|in|under) (?:this|the|these|our)\b|"
    rf"{_OURS}[^.;]{{0,60}}?\b(?:no longer|now (?:oppose|reject|object)s?|(?:have |has )?(?:reconsidered|reversed)|"
    r"chang(?:e[ds]?|ing) (?:our|its|his|my) (?:mind|position|view)|(?:decided|decision|advis\w+) (?:against|not)|"
    r"cannot|(?:is|are|am) (?:now )?(?:opposed|against|not (?:prepared|willing|ready))|oppose[sd]?|rejects?|"
    r"(?:would|will|could|may|can) (?:not|now|never) (?:accept|agree|approve|pay|offer|go)|second thoughts|"
    r"(?:has|have) "
    r"(?:now )?(?:approved|agreed)|concurs?|withdr[ae]w\w*|objections?|objects?|retracts?|reservations?)\b|"
    r"\b(?:do not|don[’']t|not to|need no longer|no longer need to) (?:\w+ )?(?:proceed|go ahead|continue|pursue|"
    r"oppose|resist|object|insist|press)\b|"
    r"\b(?:is|are) (?:no longer|not|now) (?:acceptable|agreeable|possible|feasible|wanted|desired|needed|approved|"
    r"required|limited|excluded|the (?:maximum|minimum|most|least))\b|"
    r"\b(?:out of the question|unconstitutional|too (?:long|short|high|low|many|few|much|little|great|large|small)|"
    r"would (?:now |then )?be (?:dangerous|unwise|premature|disastrous)|for [“\"'‘]?[\w$£.,-]+[”\"'’]? read|"
    r"substitute)\b|"
    r"\b(?:must|should|shld|may|can|could|is to|are to) (?:only |now )?be (?:\w+ly )?(?:retained|kept|deleted|"
    r"struck|left|"
    r"omitted|dropped|limited|confined|restricted|reduced|raised|increased|doubled|halved|extended|shortened|"
    r"postponed|"
    r"deferred|accepted|conceded|granted|disregarded|made conditional|[A-Z]\w+(?:n|sh|ese))\b|"
    r"\b(?:increase|raise|reduce|double|halve|postpone|extend|shorten|disregard)\b|\b(?:ceiling|maximum|limit) is\b"
)
_MESSAGE = (
    r"(?:(?:our|the|my|all|any|this|that|department[’']s|ministry[’']s) )?(?:(?:last|latest|previous|earlier|"
    r"preceding|"
    r"yesterday[’']s|recent|foregoing|prior|given|granted|past|existing|present) )*(?:telegrams?|messages?|"
    r"instructions?|cables?|"
    r"letters?|authority|authori[sz]ations?|permissions?|leave|concessions?)"
)
_OF_BEFORE = (
    r"\b(?:last|latest|previous(?:ly)?|earlier|preceding|yesterday(?:[’']s)?|prior|given you|granted|all|existing|"
    r"(?:of|dated) (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December))\b"
)
#: A paragraph of a message may have a number.
_START = r"^(?:\W*\d+\.\s+)?"
#: What ends all that a message before it gave, or all negotiation, and names none of it.
_ENDS_ALL = re.compile(
    rf"(?i){_START}(?=[^.;]*{_OF_BEFORE})[^.;]*\b(?:your )?{_MESSAGE}\b[^.;]*\b(?:cancell?ed|rescinded|superseded|"
    rf"withdrawn|revoked|"
    r"lapsed?|expire[sd]?|frozen|suspended|void|in error|misunderstanding|disregarded|"
    r"not (?:to )?(?:be )?(?:used|acted))\b|"
    rf"{_START}(?=[^.;]*{_OF_BEFORE})[^.;]*\b(?:disregard|ignore|cancel|rescind|supersedes?|hold up|take no action|"
    rf"suspend action|"
    rf"do not act|not (?:now )?(?:make )?use|regard|correct(?:ion|ed)?|insert)\b[^.;]*\b{_MESSAGE}\b|"
    r"\b(?:break off|suspend|adjourn|interrupt|discontinue) (?:the |all |your )?(?:negotiation|talk|"
    r"conversation|discussion)s?\b|"
    r"\bawait (?:new|further|fresh) instructions\b|\bno (?:commitments?|concessions?|agreements?|"
    r"engagements?) (?:of any kind|"
    r"whatever|whatsoever|at all)\b|\b(?:no|any) further (?:commitments?|concessions?)\b|"
    r"\b(?:purely|strictly) (?:exploratory|tentative)\b"
)


def turns(words: str) -> bool:
    """Whether a sentence speaks as one does that ends leave or lifts a ban of our side.

    >>> turns("The authority to accept a joint commission is withdrawn."), turns("They oppose a joint commission.")
    (True, False)
    """
    return _TURNS.search(words) is not None


def ends_all(words: str) -> bool:
    """Whether words end what an earlier message gave, or the negotiation, without naming what.

    >>> ends_all("Please disregard our telegram of yesterday."), ends_all("Please answer our telegram of yesterday.")
    (True, False)
    >>> ends_all("16. The instruction of July 10 is cancelled.")
    True
    """
    return _ENDS_ALL.search(words) is not None
