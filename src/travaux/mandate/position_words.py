"""Words by which a clause on a position is told: what no name is, what a clause follows, what may be a government."""

from __future__ import annotations

import re

#: Words that are printed with a capital and name nobody who holds anything.
NOT_NAMES = frozenset(
    "If Whether Unless Should Would Could Can May Might Must Will Do Does Did Is Are Was Were Be Has Have Had "
    "This That These Those There You Your Who Which What When Where Why It He She They We I "
    "How And But Or Nor For As At By In On Of To From With Not No Yes Also Article Articles Paragraph Para "
    "Section Comment Since Because Although While However Moreover Therefore Accordingly Nevertheless All Some "
    "Any Each Both Either Neither Such Same Dear Sincerely Believe Understand Hence Expressed Thus Then Now Here "
    "Assume Feel Think Recommend Consider See Said Stated Noted Added Replied Asked Re Begin End Secret "
    "Confidential Following Despite Given Upon After Before During Under Until Regarding Concerning Through Throughout "
    "Apart Aside Except Besides Between Among Within Without Whatever Specifically Cable Telegram Memorandum Paper "
    "Report Draft Treaty Agreement Text Letter Note Statement Tab Document Resolution Charter Bill Only Even Just "
    "Please One Two Three Several Many Most Another Other Others Later Earlier Today Yesterday Tomorrow "
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul "
    "Aug Sep Sept Oct Nov Dec Once So Still Yet Again Perhaps Next Last First Second Third Finally".split()
)
#: Of them, those that are the subject of a clause.
PERSONS = frozenset("I We He She They It".split())
#: Words after which a clause of its own may begin.
LEADS = frozenset(
    "that and but or because since although though while whereas so hence therefore however then yet thus said says "
    "say told state states stated stressed indicated thinks think thought feel feels felt believe believes believed "
    "understand understands understood assume assumes suggest suggests suggested reported reports added replied "
    "repeated emphasized noted explained fear fears feared doubts know knows knew him me us them course now "
    "case also probable clear regret regrets regretted insisted agreed concluded appears appeared seems reiterated "
    "where informed advised confirmed declared commented remarked observed recognize recognized aware agree out "
    "yesterday today tonight recently frankly".split()
)
#: Nouns for several people who may hold something together.
GROUPS = (
    "leaders|ministers|officials|group|delegation|delegates|representatives|negotiators|services|chiefs|parties|states|"
    "countries|powers|governments|committee|cabinet|authorities|companies|firms|allies|members|all present"
)
#: A name with what follows the name of somebody who does something.
NAMED = re.compile(
    r"\b(?:(?:[A-Z][a-z][\w-]*|[A-Z]{2,})(?:(?: and)? (?:of (?:the )?)?(?:[A-Z][a-z][\w-]*|[A-Z]{2,}))*)(?![\w’])"
    r"(?=(?: \([^)]*\))? (?:who |also |then |again |further |later )?[a-z]|, | \()"
)
#: What 'they' and 'it' may stand for, and 'he' not: governments, their offices, peoples.
SIDE = re.compile(
    r"(?:GO[A-Z]{1,3}|US|UK|[A-Z]{3,}|.*(?:ese|ish|ench|utch|ans|iets|eeks|Turks)|Arabs?|German|American|"
    r".*(?:Government|Govt|Department|Dept|Embassy|Congress|Committee|Council|Board|Commission|Bureau|Agency|House|Senate|Diet|Assembly|Admiralty|Union|States|Kingdom|Cabinet|Ministry))"
)
