"""The words by which the parts of an instrument are told where its line ends were lost: tables to extend."""

from __future__ import annotations

import re

from travaux.text.lines import STATED

#: What stands in capitals in a text that was otherwise set in small letters.
HEAD_IN_SMALL = re.compile(r"\b(?:ARTICLE|ANNEX|APPENDIX|SCHEDULE|PROTOCOL|CHAPTER|SECTION|PART|TAB)\b")
#: An article's name; its number follows, glued or not to the words after it.
ARTICLE = re.compile(r"\b(?P<name>ARTICLE|Article|article|Art\.|Art[ií]culo|Artigo|Стаття|Статья|СТАТТЯ|СТАТЬЯ) (?=\w)")
#: The same in capitals with what stands for its number, which is no word.
ARTICLE_NUMBERED = re.compile(r"\bARTICLE \w+")
#: What follows the number of an article that is only spoken of.
REFERENCE = re.compile(
    r"\s+(?:paras?|paragraphs?)\b|\s*(?:[a-z]?,|(?:of|and|or|to) (?:the|this|that|article|annex)\b|\(\d+\)\s?(?:of|,)|"
    r"(?:is|are|was) (?:amended|deleted|replaced)|(?:цього|цієї|настоящего))"
)
#: An annex; one that is only spoken of follows a colon or the label of an item, or 'of' and 'to' follow it.
ANNEX = re.compile(
    r"(?<!:)(?<!: )(?<!\b\w )\b(?:ANNEX|APPENDIX|SCHEDULE)\b(?! es\b)(?! \w{1,3} (?:to|of) (?:the|this)\b)"
    r"(?:\s(?P<number>\d{1,2}|[ivx]+\b))?"
)
PROTOCOL = re.compile(r"(?<=[.\d])\s?(?:additional|final|special|optional) protocol (?:to|of|concerning)")
SOURCE = re.compile(r"\s?(?:source|src)\s?:\s?")
#: How the parties or the body that adopts are named where the preamble opens.
PARTIES = re.compile(
    r"(?:preamble\s?)?(?:(?<=source: )the (?:[a-z]+ ){1,3}(?:council|conference|commission|committee|assembly|board)\b|"
    r"the (?:contracting |signatory |high contracting |member )?"
    r"(?:governments?|parties|states?(?: parties)?|member states|president|republic|federated|conference|commission|"
    r"council|committee|marine environment protection committee|general (?:conference|assembly)|maritime safety "
    r"committee|undersigned)|his majesty|her majesty|les (?:gouvernements|repr[eé]sentants|[eé]tats|parties)|"
    r"The (?:Governments?|Parties|States|Contracting|Member States|Republic|Kingdom)\b|Уряд|Правительств\w+)"
)
AGREED = re.compile(
    r"\b(?:(?:do )?(?:hereby )?(?:have |having )?(?:hereby )?(?:agreed?|resolved|decided)"
    r"(?:,? (?:as follows|on the following|to the following|upon the following|to conclude|that)|:)|"
    r"(?:sont convenus|ont d[eé]cid[eé]|погодились|домовились|согласились|договорились|approves|"
    r"(?<=[,;])\s?1\. ?(?:adopts|decides|approves)))"
)
_HOW = "(?:deeply|fully|firmly|strongly|gravely|equally|seriously|also|further)"
_OPENER = (
    rf"(?:and |also |further )?(?:{_HOW} )?(?:[a-z]+ing(?: also| further)?\b|whereas\b|mindful\b|convinced\b|aware\b|"
    r"determined\b|anxious\b|desirous\b|resolved\b|cons?cious\b|cogni[sz]ant\b|animated\b|inspired\b|concerned\b|"
    r"prompted\b|moved\b|guided\b|given that\b|committed\b|impelled\b|alarmed\b|encouraged\b|persuaded\b|faithful\b|"
    r"eager\b|pursuant to\b|in (?:view|pursuance) of\b|with a view\b|paying\b|consid[eé]rant\b|d[eé]sireux\b|"
    r"(?:керуючись|[а-яіїєґ]{4,}(?:аючи|уючи|юючи|вши|чаючи|ючи|ясь|ая|уя))\b|исходя\b)"
)
#: A recital: an opener after a stop, or right after the name of the parties.
RECITAL = re.compile(rf"(?P<mark>[,;:.]|\d\)?,?|convention(?=having))\s*(?:and\s*)?(?P<words>{_OPENER})")
#: The same in a text with capitals: one begins with a capital.
RECITAL_WITH_CAPITAL = re.compile(rf"(?P<mark>[,;:.])\s*(?:and\s*)?(?P<words>(?=[A-ZА-ЯІЇЄ])(?i:{_OPENER})|{STATED})")
#: What stands by itself over a preamble.
PREAMBLE = re.compile(r"(?<![“\"])\b(?:PREAMBLE|PREÁMBULO|PREAMBULO|PREÂMBULO)\b")
#: Participles that open no recital.
NO_RECITAL = re.compile(
    r"(?i:including|concerning|relating|regarding|following|according|during|excluding|notwithstanding)\b"
)
ITEM = re.compile(
    r"(?P<label>(?:(?<![\d(])(?<!\d\.)(?P<number>\d{1,2})\s?[.)]\s?(?=[a-zA-Z(“\"'А-я])|"
    r"(?<!\w)\((?P<in>\d{1,2})\)\s?(?=[a-z])|"
    r"(?:(?<![a-z(])|(?<=;or)|(?<=;and)|(?<= or)|(?<= and))\(?(?P<letter>[a-z])\)\s?))"
)
TESTIMONIUM = re.compile(
    r"(?:(?<=[.;:)\d])\s?|(?<=\w) )(?P<words>in (?:witness|faith|testimony) (?:whereof|of which)|"
    r"(?<=\.)\s?done (?:at|in) |en foi de quoi)"
)
#: With what words the text of an article begins after its heading.
HEADING_END = re.compile(
    r"\s?(?:the (?:contracting |member )?(?:parties|states|members?|director|depositary|following|working languages|"
    r"english|provisions|purposes?|cent(?:re|er)|annexes|commission|council|government|secretariat)\b|"
    r"this (?:convention|agreement|treaty|protocol)\b|for the purposes? of\b|each (?:party|contracting|member|state)|"
    r"any (?:party|member|state|dispute|contracting)|nothing in\b|in accordance with\b|subject to\b|should \w+ or|"
    r"without prejudice\b|there (?:shall|is)\b|no (?:party|reservation)|to this end\b|in (?:this|order)\b|"
    r"as (?:soon|used)\b|a party\b|\d ?(?=[a-z]))"
)
#: The same in a text with capitals, where a capital begins the sentence.
HEADING_END_WITH_CAPITAL = re.compile(
    r"(?<=[a-z)]) (?=(?:The|Each|Any|No|This|These|All|In|For|If|Where|When|Whenever|Nothing|Either|Neither|Without|"
    r"Every|Subject|Except|Notwithstanding|As|On|Upon|Such|There|Unless|Both|It|To)\s[a-zA-Z])"
)
#: How the text of an article begins that amends another instrument.
NO_HEADING = re.compile(r"\s*(?i:(?:in |after )?(?:articles?|annex(?:es)?|paragraphs?)\b|the heading\b|an? new\b)")
NO_HEADING_END = re.compile(r"\b(?:of|the|to|in|by|with|on|for|and|or|from|under|between|that|which)$")
#: With what words a reference to another provision is led up to.
POINTING = re.compile(r"\b(?:of|in|to|under|by|with|and|or|from|see|per|than|both|des|de|aux|dans|del|en|con)$")
