"""The words by which `directives_parts` tells where a part of an order begins and ends."""

from __future__ import annotations

import re

#: Verbs that take the person told before what he is told.
DATIVE = re.compile(
    r"(?i)(?:inform|tell|advise|alert|acquaint|brief|disabuse|enlighten|familiari[sz]e|circulari[sz]e|"
    r"(?:re)?assure|remind|"
    r"notify|warn|ask|urge|persuade|induce|press|encourage|convince|let|"
    r"request|impress|apprise|thank|congratulate|invite|caution|prevail upon|influence|hand|give\b(?! \w* ?assur|"
    r"\w* ?guarant))\b"
)
PRONOUN = re.compile(r"(?i)(?:(?:them|him|her|it(?= that)|us)\b|\[[^\]]{2,30}\]) ?")
#: A name or office as telegrams print it: 'Chinese Foreign Office', 'Chancellor and Von Brentano'.
NAME = re.compile(
    r"(?:(?:[Tt]he |your |his |their )?(?:(?:appropriate|other|local|highest|top|key|British|French|senior|"
    r"acting|deputy|vice|prime) )*"
    r"(?!(?:I|US|U\.S|USG|United States|We|Our|Department|Dept|Secretary’s|President’s|Clark|American)\b)"
    r"(?:[A-Z][\w.’'-]*(?<![’']s)(?![\w’'])|(?:government|minister|ministry|ambassador|colleagues?|officials?|"
    r"authorities|delegation|"
    r"delegations|representatives?|governments|members|majority|leaders|opposition|office|others|both sides|"
    r"parties|sides|allies)\b)"
    r"(?:(?: (?:of|and|&|the|or|de|von|van|for)){0,2} (?!(?:I|US|U\.S|USG|We|Our|Department|Dept)\b)"
    r"(?:[A-Z][\w.’'-]*(?<![’']s)(?![\w’'])|government|minister|ministry|ambassador|colleagues?|officials?|authorities|"
    r"delegations?|representatives?|governments|leaders|office|others|public|people|press|parliament)\b)*) ?"
)
#: What is wanted, where one stretch says that and what.
WANTED = re.compile(
    r"(?i)(?P<what>(?!is\b|are\b|would\b|wld\b|will\b)[^.;,]+?)"
    r"(?: (?:urgently|soonest|also|is|are|would be|wld be|will be|greatly|therefore))* "
    r"(?:requested|desired|appreciated|invited|solicited|wanted|needed|welcome)$"
)
# 'No action should be taken by any addressee'
NONE = re.compile(
    r"(?i)(?:no (?P<what>[^.;,]+?) (?:should|shld|shd|must|is to|are to) |"
    r"there (?:should|shld|must) be no (?P<none>.+))"
)
DRAWN_ON = re.compile(r"(?i)(?:draw|use|follow|make use)\b")
THAT_IS = re.compile(r"i\.?e\b")
NEW_SENTENCE = re.compile(r"[A-Z][a-z]{3,}(?:s|ions?)\b")
CAPITAL = re.compile(r"[A-Z]")
# 'Present it in the group'
ON_IT = frozenset("INTRODUCE RAISE CLEAR ACCEPT".split())
IT_IN = re.compile(r"(?i)(?:it|this|these|them|same)(?= (?:in|with|at|by|for|on|as) )")
# 'Fourteen on June 29 of'
WHEN_TOLD = re.compile(r" (?:(?:on|at|by) (?:[A-Z][a-z]+\.? \d|\d).*|(?:of|that|re|on|with|in|at))$")
# 'Inform Japanese Government substance of reactions'
SUBSTANCE = re.compile(r"[A-Z][^,;:.]{2,50}? (?=(?:substance|contents|gist|text) of\b)")
# 'Approach Foreign Ministry on informal basis to request explanation'
CONSULTED_TO = re.compile(
    r" (?:on (?:an? )?[a-z]+ basis|"
    r"to (?:request|ask|express|urge|inquire|ascertain|obtain|explain|inform|determine|seek))\b"
)
HOME = re.compile(r"(?i)(?:the )?(?:department|dept|ministry|washington)\b ?")
DATIVE_ENDS = re.compile(r" (?:that|of|re|regarding)\b ?")
ASKS = re.compile(r"(?i)ask|urge|persuade|induce|press|encourage|convince|request|invite|influence|prevail")
ASKED_TO = re.compile(r" (?:that|of|re|regarding|to)\b ?")
MADE = re.compile(
    r"(?i)(?:mak(?:e|ing) (?!no\b|it|clear|plain|available|this clear|that clear|known)|go ahead with (?=\w)|"
    r"do (?=(?:the )?(?P<same>same|likewise)\b))"
)
# 'Take this matter up at once'
TAKEN_UP = re.compile(r"(?i)(?:take|bring) (?P<what>.+?) up$")
# 'In appropriate terms need for secrecy', 'in general terms the possibility'
IN_TERMS = re.compile(
    r"(?:(?:in|on) (?:[a-z]+ (?:and [a-z]+ )?)?)?(?:terms|manner|fashion|way|basis) (?=[a-z])(?!which|that|as)"
)
# 'Inform the Foreign Office, pointing out that'
POINTING_OUT = re.compile(
    r"[ ,]*(?:pointing out|(?:stat|explain|indicat|emphasiz|stress|add|not|tell|say)ing) ?"
    r"(?:him |them |her )?(?:that )?"
)
# How, where and in what manner a thing is to be done is no part of it.
MANNER_BEHIND = re.compile(
    r",? (?:home(?= (?:in|with|to)\b)|without (?:yourself |at present )?[a-z]+ing\b|in such a (?:way|manner)\b|"
    r"(?:by|through|with) the following (?:steps|means|measures|points)\b|"
    r"(?:along )?(?:the )?(?:above|foregoing) lines\b|at (?:the )?highest level\b|"
    r"(?:as|where|when) (?:appropriate|necessary)$|"
    r"(?<!for use )in (?:frank |any |further |private |your )*(?:discussions?|conversations?|talks?) with\b|"
    r"as (?:authorized|instructed|directed|requested) (?:in |by )?(?:[a-z]|[A-Z][a-z]*tel)|"
    r"but (?:I|we|Dept|Department) (?:suggest|would|wld|recommend|believe|think|consider)\b)"
)
# 'Draft statement' of 'separate message contains draft statement which'
CONTAINS = re.compile(r".*\b(?:contains?|includes?|transmits?|encloses?|attached is|following is|is|are) ")
# Things that may say what follows them: 'evidence indicating that'
SAYS = re.compile(r"(?i)\b(?:evidence|statements?|letters?|reports?|information|info|notes?|data|communications?)\b")
# 'Inform Li Ambassador Stanton has': who is told ends before who has.
ANOTHER = re.compile(
    r" (?=(?:Ambassador|Secretary|President|General|Minister|Department|Dept|Embassy|Government|Congress)\b)"
)
FINITE = re.compile(r"(?:has|have|had|is|are|was|were|will|would|wld|does|did)\b")
# 'Agreement which in view of': what breaks off behind these is no end.
OPEN_RELATIVE = re.compile(r"(?:which|who)$")
# 'Give them to your writers'
HANDED_ON = re.compile(r"(?i)(?:give|hand) (?:it|them|these|this) to ")
# 'Draw his attention to the provisions': what it is drawn to
DRAWN_TO = re.compile(r"(?:his|their|her|(?:[\w.]+ ){0,3}[\w.]+[’'](?:s )?) ?(?:\w+ )?(?:attention|attn) to ")
# 'The text by which', 'the points which'
RELATIVE = re.compile(r",? (?:(?:by|on|in|with|to|from|upon|for) )?(?:which|that)$")
# 'Yeh, acting Foreign Minister, '
APPOSED = re.compile(r", (?:the |acting |new |his |[A-Z])[^,;:.]{2,40}, ?(?=[A-Z]|that )")

LINE = re.compile(
    r"(?i)(?:take|follow|adopt|pursue) (?=(?:the |this |that |a )?(?:following |same |above )?(?:line|position|stand))"
)
LEFT = re.compile(r"(?i)leave (?P<what>.+?) (?:open|pending)$")
BEHIND_REPORT = re.compile(
    r"(?i)(?: (?:fully|promptly|in full|urgently|by \w+))*(?: (?:to|for) (?:the )?(?:department|dept|washington)\b.*)?$"
)
WITH_REPORT = re.compile(r"(?i) with (?:your|copies|information|info)\b")
ATTENTION = re.compile(
    r"(?i) (?:up(?: with)?|(?:(?:urgently|immediately|promptly|specially) )?(?:to )?"
    r"(?:the |his |their |her |[A-Z][\w. ]{1,25}[’']s )?"
    r"(?:(?:urgent|immediate|prompt) )?(?:attention|attn|notice))\b"
)
ASIDE = re.compile(r",? (?:however|therefore|of course|accordingly|also|then|moreover),?$")
JOINS = re.compile(r",? (?:and|but)$")
# 'It is for information only and its contents should': the subject is of the last clause.
CLAUSE = re.compile(r".*\b(?:is|are|was|were|has|have)\b.*?,? (?:and|but) (?=(?:its|it|this|these|the|any|no|all)\b)")
OPENS_SUBJECT = re.compile(
    r"(?i)(?:and|but|although|while|however|therefore|accordingly|that|also|in addition)\b,? |"
    r"(?:insofar|so far|as far) as [^,]{2,30}, |"
    r"(?:re\w*|reurtel|reference) [^,]{1,40}?(?=\b(?:dept|we)\b)|"
    r"(?:in (?:our|dept[’']?s?|department[’']?s?) (?:view|opinion|judgment),?|"
    r"it is (?:the )?(?:opinion|view) of [^,]{2,30}? that|"
    r"(?:we|dept|department|usg)(?: also| therefore| strongly)* (?:believes?|feels?|considers?|thinks?|agrees?|"
    r"suggests?|recommends?|requests?|desires?)(?: that)?) |"
    r"(?:believe|feel|think|agree|consider|concur)(?: that)? |"
    r"(?:to (?:this|that) end|in (?:this|that) (?:connection|regard)|for (?:this|that) purpose),? |"
    r"(?:despite|because of|in view of|with|as|since|while|although|in light of) [^,]{2,120}, "
)
PHRASE = re.compile(
    r"[ ,(]*(?:in|at|on|under|by|with|for|when|as|if|orally|along) [^.;:]{2,70}?[,) ]+"
    r"(?=that (?!connection|this|these|you\b))|"
    r"[ ,(]*(?:again|also|further|once more|[a-z]+ly) (?=that )|"
    r"[ ,(]*(?:on|at) (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+) (?=of )"
)
# 'leave entirely to your discretion the next contact'
ALL_LEFT = re.compile(
    r" (?:(?:it )?(?:entirely|wholly|largely|solely) )?(?:to|in|at) your (?:own )?(?:discretion|judgment) (?=[a-z])"
)
FREELY = re.compile(
    r",? (?:(?:at|in) (?:your|ur|their|its|his)(?: own)? (?:discretion|judgment)|as (?:you|they) see fit|"
    r"ur discretion)\b(?=[^,]{0,40}$| to\b)"
)
SUBJECT = re.compile(
    r"(?!(?:along|in|on|at|re|about|and|or|as|for|with|when|before|after|soonest|concerning|regarding)\b)[a-z]{3,} "
)
BY_SAYING = re.compile(r" by (?:\w+ly )?[a-z]+ing\b")
DRAWS = re.compile(r"(?i)(?:draw|call|bring|invite)$")
KNOW = re.compile(r"(?i)\bknown?\b ?")
TRANSFER = frozenset({"INTRODUCE", "RAISE"})
CONVEYS = re.compile(r"(?i)(?:convey|extend|express|communicate|repeat|reiterate|explain|read|make)")
# 'Message addressed to Nuri' is one thing.
BELONGS = re.compile(r"(?:address|sent|given|transmit\w*|relat|refer|accord\w*|due)(?:ed)?$")
TO_NAME = re.compile(r" (?:to|with) (?=(?:the )?(?:[A-Z]|foreign |prime |government|appropriate )|him\b|them\b|her\b)")
LEADING = re.compile(
    r"(?i)(?:(?!at (?:least|most)\b|as (?:far|high|low|many|few) as\b)"
    r"(?:to|of|with|re|regarding|about|on|for|in|at|upon|from|is|as|would|should|that)\b[ ,]*)+"
)
PARTICIPLE = re.compile(
    r"(?:(?:re)?stat|point|stress|emphasiz|indicat|referr|not|hand|seek|impress|urg|comment|add|explain|mak|ask|"
    r"request|"
    r"inform|respond|tell|draw|us|bear|tak)ing\b"
)
NAMES_ALONE = re.compile(r"(?:(?:[A-Z][\w.’'-]*|and|the|both|of|or|,)\s*)+$")
MANNER = re.compile(
    r"(?i)(?:[a-z]+ly|in (?:strict )?confidence)(?: (?:and|but) [a-z]+ly)* (?=that\b|the\b|of\b|our\b|your\b)"
)
# 'We cannot accept'.
REFUSES = re.compile(
    r"(?i)\b(?:cannot|can not|could not|will not|would not|"
    r"(?:not|no longer) (?:prepared|willing|ready|able|in (?:a )?position|authori[sz]ed|auth[’']?d)|"
    r"unable|unwilling|reluctant|hardly|scarcely|find it (?:\w+ )?(?:difficult|hard|impossible))\b"
)
THAT_ONE = re.compile(r"that \w+\W*$")  # 'emphasize that fact'
THAT = re.compile(r"(?i)that[ ,]+")
AGAIN = re.compile(r" (?:again|also|separately|personally)$")
DISCUSSED = re.compile(r" with (?=(?:the )?[A-Z]|him\b|them\b)")
LINES = re.compile(r"(?i)\balong (?:the )?(?P<what>(?:following|above|same|these|foregoing|fol|preceding) lines)\b")
TALKS = re.compile(
    r"(?i)(?:discuss|talk|speak|consult|confer|inform|brief|advise|tell|reply|respond|answer|comment|circulari[sz]e)"
)
PARTNER_THAT = re.compile(r"(?:your|the|his|their|[A-Z])[^,;:]{2,50}? (?:that|whether) (?!of\b)")
# 'the government to which you are accredited that'
ACCREDITED = re.compile(r"(?:to|with|at|from) (?:which|whom) [^,;.]{3,60}? (?=that\b)")
# 'Leave level to Embassy', 'leave timing to your discretion'
LEFT_TO = re.compile(
    r"(?i) (?:(?:to|in|at) (?:your|(?:the )?(?:embassy|ambassador)[’']s)|to (?:you|(?:the )?(?:embassy|mission|"
    r"ambassador))\b)"
)
# 'It can be stated the country looks to them'
STATED = re.compile(r"(?:stated|impressed|pointed out|explained|indicated)")
# 'It should be noted that', 'approach should be in terms of'
RUNS = re.compile(r"placed on|noted|in terms|to (?:the )?effect|based|as follows")
# 'These controls are known to few and should not be mentioned'.
SUBJECT_OF_BOTH = re.compile(r"(?P<what>(?:[A-Z]|[a-z])[^,;:.]{2,80}?) (?:is|are|was|were|has|have|will|should) ")
# 'Leave the door open to resumption'
OPEN_TO = re.compile(r" (?:to|for) ")
SHORT = re.compile(r"\b(?:U\.S|U\.K|U\.N|Mr|Dr|Gen|Amb|Govt|No|St|Dept|Emb)$")
IS_THING = re.compile(
    r"(?:this|these|that|the|our|following) (?:point|view|matter|question|position|course|same|case)s?\b|"
    r"(?:(?:the|his|their|early|formal|prior) )*(?:agreement|consent|approval|concurrence|acceptance|release|"
    r"withdrawal|return|permission|support|assistance) (?:of|for|to)\b"
)
LISTED = re.compile(r"(?i)\b(?:following|fol|these)\b")
ENDS_OBJECT = frozenset("IF FALLBACK LIMIT SEMICOLON".split())
TIMES = frozenset("OCCASION DEADLINE".split())
SKIPPED = frozenset("ADVERB DEADLINE OCCASION FALLBACK DASH TRY".split())
#: A part of a text, and nobody to be told.
TEXT = re.compile(
    r"(?:the )?(?:Articles?|Arts?\.?|[Pp]ara(?:graph)?s?|[Ss]ections?|[Cc]hapters?|Annex(?:es)?|Protocols?|Parts?) "
    r"[\dIVXLA-Z]"
)
DISCLOSED = re.compile(
    r"(?i)(?:revealed|disclosed|divulged|publici[sz]ed|released|over\w+|exaggerated|be drawn|get (?:drawn|involved)|"
    r"exceed|deviate from|depart from)\b"
)
NO_LEAVE = re.compile(r"(?i) (?:not|no) |^lack ")
#: 'Not more than six ships' is what is accepted.
AMOUNTS = re.compile(r"(?i)(?:not|no) more than\b|not (?:to exceed|beyond)\b")
ONLY_WHEN = re.compile(r"(?i)(?:without|until|before|pending|unless)\b")
#: 'First sentence', and not first of all.
WHICH_TEXT = re.compile(
    r"(?i)(?:first|last|second) (?:(?:and|or) \w+ )?(?:sentence|para\w*|clause|part|half|phrase|article|section|"
    r"version|draft|alternative|formula)"
)
#: More than 'and' or a mark.
SAID = re.compile(r"(?i)\b(?!(?:and|or|but)\b)\w")
#: Done to things, and to nobody by name.
OF_THINGS = frozenset("ACCEPT FORESTALL DEFER UNAFFECTED".split())
