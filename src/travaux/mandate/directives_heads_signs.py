"""The words by which `directives_heads` tells an order from what only looks like one."""

from __future__ import annotations

import re

from travaux.mandate.directives_pieces import ACTS

DONE = frozenset(f"{act}_DONE" for act in (*ACTS, "TOLD"))
ENDING = ACTS | DONE | {"DISCRETION", "UNACCEPTABLE", "WANTED"}
OPENING = frozenset(
    "LIMIT WANTED UNACCEPTABLE OURS WHO POST SHALL REQUEST IMPERSONAL PLEASE MODAL ORDERED NOT DISCRETION".split()
)
#: No order takes more words than this to come to its verb.
FARTHEST = 26
CONTENT = frozenset("CLEAR ASSURE PROPOSE SEEK REPORT CLEAR_DONE TOLD_DONE".split())
NAMED = frozenset("OF WORD IN".split())
FREE = frozenset("TRY OCCASION ADVERB DEADLINE".split())
BREAKS = frozenset("SEMICOLON COLON DASH".split())
JOINS = frozenset("AND COMMA".split())
# What a verb that is also a noun is not followed by: 'report of', 'support for', 'request was'.
NOUN_GOES_ON = re.compile(
    r"(?i)\W*(?:of|from|for|by|in|at|is|was|are|were|has|have|had|will|would|could|may|might|to|should|which|and|on|"
    r"between|made|dated|transmitted|contained|no\.?|number|\d|$)\b|\s*[:.,;)]|$"
)
# The writer does these himself when nobody is named: 'Concur your suggestion', 'Propose following text'.
OWN = frozenset("ACCEPT PROPOSE".split())
OWN_WORDS = frozenset(
    "regret welcome query effect deplore quote clear cite brief defend limit visit mark signal alert favor favour "
    "condemn call grant promote achieve "
    "request note repeat confirm acknowledge recall comment register issue review refer await delay appreciate answer "
    "observe reserve argue wait talk hope determine influence "
    "assert begin launch retain reply attempt maintain protect".split()
)
# 'efforts should be made to' tells nobody to say anything.
IS_SAID = re.compile(
    r"(?i)\b(?:points?|arguments?|considerations|views|line|approach(?:es)?|representations?|statements?|"
    r"d[eé]marches?|presentations?|observations?|repl(?:y|ies)|responses?|remarks|posture|attitude|your \w+)"
    r"\W*$"
)
# 'Ref: State Circular 131558' refers, and orders nothing.
HEADS = re.compile(r"(?i)(?:.* )?(?:ref|refs|reference|references|subject|subj|subs|re)$")
#: What a reader does of himself: 'you will recall'.
MINDED = {
    "will": frozenset("agree recall note observe remember understand appreciate".split()),
    "may": frozenset("recall remember note".split()),
    "assumed": frozenset("agree recall note observe remember confirm add refer".split()),
}
# 'Present following text' orders, 'present view is' does not.
SHOWN = re.compile(
    r"(?i) (?:the|this|these|following|to|it|them|him|your|our|an?|draft|aide|note|text|letter|memorandum|copy)\b"
)
#: The modal verbs that oblige, as cables spell them too.
BOUND = frozenset(
    ("should", "ought to", "shld", "shd", "must", "shall", "is to", "are to", "is not to", "are not to", "not")
)
#: Forestalled by not doing it, where other verbs of their kind forestall by doing.
DISCLOSED = re.compile(
    r"(?i)(?:revealed|disclosed|divulged|publici[sz]ed|released|overstressed|over-?emphasi[sz]ed|overdone|exaggerated|"
    r"overplayed)\b"
)
#: 'Initially propose', 'then agree': the reader's steps, and not what the writer does.
STEP = re.compile(r"(?i)(?:initially|first|firstly|then|next|thereafter|finally|lastly|subsequently)$")
#: 'Maintain our position' orders, where 'maintain' alone tells what is done.
HOLDS = re.compile(
    r"(?i)(?:maintain|reserve|retain|uphold) (?:(?:the|this|our|your|us|u\.s\.|present|existing|original|full) )+"
    r"(?:positions?|rights?|line|stand|language|text|draft|wording|freedom|reservations?)\b"
)
#: 'In Article IV delete', 'At the end of paragraph 2 add': where in a text.
IN_TEXT = re.compile(
    r"(?i)\W*(?:in|at|after|before|to) (?:[\w’'.-]+ ){0,6}?(?:articles?|arts?\.?|para(?:graph)?s?|section|clause|"
    r"sentence|line|annex|preamble|protocol|title)\b(?: [\w().-]+){0,6}\W*$"
)
#: 'Pending further instructions say nothing': what is awaited.
PENDING = re.compile(
    r"(?i)\W*pending (?:[\w’'-]+ ){0,5}(?:instructions?|advice|guidance|reply|decision|notice|word|review|"
    r"consultations?|developments)\W*$"
)
#: Orders by what stands behind a verb that elsewhere tells what the writer does, or is a noun: 'reply orally', 'go
#: ahead'.
BY_WHAT_FOLLOWS = re.compile(
    r"(?i)(?:(?:reply|answer|respond)(?: (?:orally|formally|informally|verbally|in writing),?)? (?:that|along|as "
    r"follows|in (?:the )?(?:sense|affirmative|negative)|to (?:him|them|her|his|their|the)\b)|"
    r"(?:reply|report) (?:orally|by (?:telegraph|cable|telegram|pouch|airgram|despatch|dispatch|letter))\b|"
    r"yield (?:on|to|if|only)\b|give (?:way|ground)\b|settle for\b|fall back (?:on|to)\b|go along with\b|"
    r"proceed (?:as|with|on|along|in)\b|go ahead\b|(?:float|throw out|put forward|advance) (?:the|an?|as|this|our)\b|"
    r"offer (?:our|your|him|them|his) |register (?:our|your|us|strong|with)\b|"
    r"brief (?:him|them|her|[A-Z]\w+|the [A-Z]\w+)\b|recall to (?:him|them|her|[A-Z])|delay (?:your|his|any)\b|"
    r"set forth (?:our|the|your|in)\b|refer (?:in passing|briefly|only) to\b|press the point\b|"
    r"make it (?:clear|plain)\b)"
)
#: Whom one sees to tell them something: 'see the Minister to inform him'.
MET = re.compile(r"(?i)(?:see|call on|call upon|approach|get in touch|meet|contact)\b")
#: Said to be civil: 'accept my regards', 'call on us', 'let us know if we can be of assistance'.
COURTESY = re.compile(
    r"(?i)(?:accept(?:,? (?:sir|excellency),?|,[^,]{2,30},|,$)? ?(?:the )?"
    r"(?:renewed|my|our|expressions?|assurances?|best|warm)\b|accept(?= ?, ?(?:Mr|Mrs|Dr|Sir|Excellency|my|our|the)\b)|"
    r"call (?:up)?on (?:me|us)\b|(?:give|convey|extend|express|send) (?:him |her |them )?my\b|"
    r"let (?:me|us) know (?:if|whether|when|should) (?:we|i|there)\b)"
)
#: How a message is to be handed on: 'Deliver Mr. Cargo by 9 AM', 'Deliver during working hours'.
HANDLED = re.compile(
    r"(?i)deliver (?:during|immediately|at opening|by \d|(?:to )?(?-i:(?:Mr|Mrs|Dr|Ambassador|Secretary|Minister|"
    r"General|Admiral|Under|Assistant|Governor)\b))"
)
MEETING = re.compile(r"(?i)\b(?:appointment|interview|meeting|audience|opportunity|occasion)\b[^,;]*$")
UNENDED = (
    "inform dept",
    "inform department",
    "advise ",
    "notify ",
    "please",
    "make ",
    "do not",
    "avoid",
    "refrain",
    "defer",
)
OURS = re.compile(r"(?i)\b(?:we|us|dept|department|they|you)$")
#: What is wanted of a post: 'a preliminary report is desired'.
REPORTED = re.compile(
    r"(?i)^(?:\W*(?:an?|the|your|any|all|ur|such|urgent|early|full|own|frank|detailed|preliminary|"
    r"emb(?:assy)?(?:[’']s)?|further|country team(?:[’']s)?|mission(?:[’']s)?|addressees?[’']?|joint|same|similar|"
    r"additional) )*"
    r"(?:reports?|comments?|views|recommendations?|information|estimates?|evaluation|assessments?|reactions?|"
    r"advice|info|"
    r"judgment|opinion|suggestions?|thinking|thoughts|answer|reply)\b"
)
# 'The information requested', 'in response to comments invited'.
OF_OTHERS = re.compile(r"(?i)\b(?:the|this|that|these|those|his|their|its|an?|to|for|of|with|no)$")
TELLS = re.compile(r"(?i)\b(?:is|was|are|were|has|have|had|received|indicat\w+|states|shows?|follows)\b")
# What is given and is no message: 'consideration should be given'.
NOT_SAID = re.compile(
    r"(?i)\b(?:consideration|attention|recognition|thought|priority|preference|regard|weight|study|effect|there|which|"
    r"who|what|help|assistance|aid|support)\W*$"
)
KNOWN = re.compile(r"(?i)as (?:you|embassy|embs?|we|the \w+) ")
# 'See Makarios' orders, 'see paragraph 2' does not.
SEEN = re.compile(
    r" (?!(?:the )?(?:[A-Z][\w’'./-]*,? ){1,3}(?:\d|No\b|[Aa]rt))"
    r"(?:(?:[A-Z](?!mb|ep|oc|SC)|him\b|them\b|her\b|the [A-Z])|"
    r"(?:both|also|appropriate|highest|senior|local|top|other) )"
)
#: What stands behind these where they are verbs.
TAKES = {"press": re.compile(r" (?:for|them|him|[A-Z])"), "see": SEEN, "present": SHOWN}
TO_HOME = re.compile(r"(?i) to (?:the )?(?:dept|department|us|washington)\b")
# 'We must be assured', 'I should be informed'.
OURSELVES = re.compile(r"(?i)\b(?:we|i)(?: (?:however|therefore|also))?\W*$")
# 'Present text should be', 'report emphasizes': a noun that opens a clause.
IS_SUBJECT = re.compile(
    r"(?i) (?:(?:emphasi[sz]|stat|indicat|not|describ|conclud|suggest|show|say|contain|seem|appear)e?s|"
    r"(?:draft|text|note) (?!this|less)[a-z]+s)\b"
)
# What others hold should be done.
OTHERS_SAY = re.compile(
    r"(?i)\b(?:agreed|said|indicated|made clear|stated|insisted|felt|thought|argued|added|emphasi[sz]ed|"
    r"suggested|explained)\b"
)
# 'The Foreign Minister said you should see the King'.
WAS_SAID = re.compile(
    r"(?i)\b(?:said|thought|felt|remarked|added|replied|observed|stated|told (?:me|us|him))(?: that)?$"
)
# What the department holds should be done is its order.
HOME_HOLDS = re.compile(
    r"(?i)\W*(?:\d+ ?\. )?(?:(?:accordingly|therefore|however|moreover|meanwhile|furthermore|further|in general|"
    r"for this reason|for these reasons|in (?:the )?(?:circumstances|meantime)|"
    r"under (?:the )?circumstances),? )?(?:it is (?:the )?(?:opinion|view|feeling|belief) (?:of )?(?:the )?"
    r"(?:dept|department)\b[^,;]*|(?:we|dept|department)(?: \w+ly| also| therefore)? (?:believe|feel|"
    r"consider|suggest|recommend|request|desire)s?) that [^,;]*$"
)
# 'Any assumption that we have decided should be avoided'.
NONE_OF_IT = re.compile(
    r"(?i)(?:^|, |; )(?:any|every|all) (?:\w+ )?(?:assumption|impression|implication|suggestion|indication|inference|"
    r"hint|intimation|statement|appearance|speculation) that [^;]*$"
)
# 'Data should be provided', not 'funds should be provided'.
IS_HANDED = re.compile(
    r"(?i)\b(?:data|information|info|cop(?:y|ies)|texts?|drafts?|lists?|details|reports?|replies|reply|figures|"
    r"papers?|contents|substance)\b[^,;]{0,60}$"
)
# 'In explanation point out': the opening, verbs that are no nouns, and who may have done it
OPENS_WITH = frozenset("IN OF WORD LEFT RIGHT STOP OCCASION DASH".split())
PLAIN_VERB = re.compile(
    r"(?:please|request|inform|point out|emphasi[sz]e|assure|urge|explain|convey|tell|ask|seek|avoid|"
    r"make (?:it )?clear|suggest|"
    r"reiterate|remind|ascertain|express|indicate|discuss|advise|endeavou?r|consult|refrain|oppose|notify|impress)\b"
)
# 'In making these suggestions', 'in your talks': no subject of what follows
IN_DOING = re.compile(r"In (?:so )?[a-z]+ing\b")
WHILE = re.compile(r"(?:While|Without|After|Before|By|In) (?=[a-z]+ing\b)|(?:While|Without|After|Before|By)(?: |$)")
# What goes on with an order to tell somebody; other participles say what he is told.
POINTS_OUT = re.compile(r"(?:pointing out|requesting|stressing|emphasi[sz]ing)\b")
# The writer does these himself but where they open a sentence: 'Vote for', 'Sign the protocol'
DONE_ALONE = re.compile(
    r"(?:vote (?:in favor|against|affirm)|sign|initial|cast|associate|acquiesce|press for|maintain (?:\w+ )?contact)\b"
)
# 'In event of refusal raise matter': no nouns behind a condition that no comma ends
OPENS_PLAINLY = re.compile(r"(?i)(?:in (?:the )?(?:event|case|absence)|on|upon|failing|pending|subject|depending)\b")
TELLS_PLAINLY = re.compile(
    r"(?:raise|take up|telegraph|deliver|say|state(?! department)|hand|propose|agree|seek|urge|express|convey|inform|"
    r"tell|ask|"
    r"make (?:it )?clear|stress|emphasi[sz]e|point out|avoid|oppose|consult|discuss|refrain|withhold|defer)\b"
)
# 'Request their representatives proceed': asked of them
ASKED_OF = re.compile(
    r" (?:that )?(?:GU[A-Z]\b|RKG\b|HKJ\b|FonOff\b|FonMin\b|Foreign (?:Office|Minister|Ministry)\b|(?:he|they|she|it|"
    r"him|them) |(?:their|his|its) \w+|GO[A-Z]\b|HMG\b)"
)
HAS_VERB = re.compile(r" (?:is|are|was|were|has|have|does|do|agrees?|fails?|refuses?)\b ")
ASKER = re.compile(r"(?i)(?:we|i|dept|department) (?:would|wld|should|shld) like\b")
# 'Results of your approach should be reported'
DONE_TO = re.compile(
    r"(?i)(?:approach(?:es)?|presentations?|repl(?:y|ies)|representations?|d[eé]marches?|discussions?|conversations?|"
    r"talks?|notes?|statements?|messages?|letters?|reports?|comments)$"
)
# 'Delay presentation', 'await further instructions'
PUTS_OFF = re.compile(
    r"(?:delay|await|wait) (?:presentation|delivery|action|approach|issuance|release|signature|submission|further|"
    r"instructions|word|outcome|for\b|until\b)"
)
THEY = re.compile(r" (?:that )?(?:he|they|him|them|she|it)\b")
OWN_SUBJECT = re.compile(
    r"(?i)\b(?:we|i|you|they|he|to|not|will|would|wld|should|shld|could|cld|can|may|might|must|dept|department|and|or|"
    r"which|who|that|did|do|does|has|have|had|me|us|order|effort|attempt|able|unable|best|better|anxious|ready|"
    r"prepared|wish|desire|hope|let|"
    r"believe|[a-z]+[^s’']s)$"
)
#: What one is able to do is no order by itself.
ABLE = frozenset(("be able", "be in position", "be in a position"))
# 'Your presentation should be along following lines'
RUNS = re.compile(r"(?i)(?:along|in terms|as follows|based|confined|limited|restricted|to (?:the )?effect)\b")
# 'It can be stated', 'fact that Japan is third might be used'
IT_CAN = re.compile(r"(?i)\bit$")
STATED = re.compile(r"(?:stated|pointed out|noted|explained|indicated|made clear|stressed|emphasi[sz]ed)")
FACTS = re.compile(r"(?i)^\W*(?:the )?(?:facts?|points?|arguments?|following|fol|foregoing|above|information|this)\b")
# 'Substance may also be passed to Navy officials'
SHOWN_TO = re.compile(r"(?i)(?:passed|shown|given|handed|delivered|furnished|communicated|left with)\b")
AMID_PASSIVE = frozenset("ADVERB NOT AND COMMA DEADLINE OCCASION TRY".split())
#: Told to ask, or the department itself is told.
ASKED = re.compile(r"(?i)(?:urged|encouraged|persuaded|pressed|requested|invited|asked)\b")
ASSURED = re.compile(r"(?i)(?:re)?assured\b")
HOME = re.compile(r"(?i)\b(?:dept|department|us|washington)\W*$")
# 'Nothing should be said', 'no part of it is to be shown'; 'must not be discussed'
NOTHING = re.compile(
    r"(?i)(?:^|[,;:] )\W*(?:nothing|no [^,;]*|none of [^,;]*|in no (?:event|case|circumstances)|"
    r"under no circumstances)$"
)
NEGATED = re.compile(r"(?i)\bnot\b(?! only)")
DOING = re.compile(r"(?!bring\b)[a-z]+ing\b")
# 'That attention of the Foreign Office be invited to'
INVITED = re.compile(r"(?i)(?:invited|called|drawn)\b")
ATTENTION = re.compile(r"(?i)\b(?:attention|attn)\b")
DRAWN_UP = re.compile(r"(?:prepared|developed|drafted|drawn up|done)$")
# Words of a draft that are to be otherwise: 'Delete paragraph 2', 'you should rephrase'.
REDRAFTS = frozenset(
    "rephrase reword redraft delete insert substitute replace renumber omit amend revise strike change add".split()
)
# Orders where somebody is told them, and words like any other at the head of a sentence.
ONLY_TOLD = frozenset(
    "accomplish implement develop establish restore strengthen improve reduce increase complete build create pave "
    "stimulate enable help assist conform insure".split()
)
# 'Suggest Chinese Government use this channel': to be suggested to it
SUGGESTED = re.compile(
    r" (?:that )?(?:[A-Z][\w.]+ ){0,2}?(?:Government|Govts?|GO[A-Z]|GUB|FonOff|FonMin|"
    r"Foreign (?:Office|Minister)|authorities|HMG|HKJ)\b(?! (?:position|views?|proposal))"
)
WOULD = re.compile(
    r"(?i)would (?:of course )?(?:wish|be (?:very |most )?(?:helpful|useful)) to (?:be|know|have|learn)\b|"
    r"(?:we|i|it|dept|department|agencies|washington) (?:also |therefore |urgently )*"
    r"(?:would|wld|should|shld|will|requests?|desires?|appreciates?|solicits?)\b"
)
SINGLE_LABEL = re.compile(r"\(?(?:\d{1,6}|[A-Za-z]|[ivxIVX]{1,4})$")
