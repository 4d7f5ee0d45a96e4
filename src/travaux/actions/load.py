"""Reads in what reading takes long to make: grammars and their tables. Processes that are copies of this one then have
them too, where each would make its own.

A page about nothing is read for it, with a sentence for each grammar: what a reader keeps is its own affair.
"""

from __future__ import annotations

from travaux.actions.prepare import Share, prepare

_LISTS = """
<div type="section" xml:id="terms"><head>Abbreviations</head><list type="terms"><item><hi rend="strong">
<term xml:id="t_G1">GOC</term></hi>, Government of Corvany</item></list></div>
<div type="section" xml:id="persons"><head>Persons</head><list type="names"><item><hi rend="strong">
<persName xml:id="p_RA1">Rook, Ann</persName>,</hi> Ambassador to Corvany until June 1957 and after March 1958; Consul
</item></list></div>"""
_HEAD = """1. Telegram From the Embassy in Corvany to the Department of State
<note type="source" n="1" xml:id="d1fn1">Source: Files, Lot 60 D 1. Secret; Priority. Drafted by Pell on March 3,
cleared by Rook (in draft) and Aster, and approved by Lind. Repeated to Halvern and Port Sorn for the Ambassador and
the Consul.</note>"""
_DATELINE = (
    """<placeName>Dunmarch</placeName>, <date>between early March and the 9th of April, 1962, 4–5:30 p.m.</date>"""
)
_BODY = """<p>Article 4. Replace word “areas” with “waters.” GOC agrees; see telegram 312 from Halvern, March 9.</p>
<p>In paragraph 2 of Article 5 the words “any ferry” shall be replaced by the words “a ferry”.</p>
<p>Re draft treaty. Delete second sentence Article II; insert after “strait” “and harbor.”</p>"""
_VOLUME = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><front>{_LISTS}</front>
<body><div type="document" xml:id="d1" n="1"><head>{_HEAD}</head><dateline>{_DATELINE}</dateline>{_BODY}</div></body>
</text></TEI>"""


def load(*, examines: bool = True) -> None:
    """Read in all that `prepare` needs; what seeks drafts and instructions where it `examines`."""
    prepare(Share("nothing.xml", content=_VOLUME.encode(), examines=examines))
