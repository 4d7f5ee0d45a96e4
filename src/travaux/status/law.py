"""The rules of the law of treaties that are applied where the clauses are silent.

The Vienna Convention on the Law of Treaties (VCLT, 1969) is cited for what it codified also where an instrument is
older.
"""

from travaux.status.state import Rule

SIGNED = Rule("VCLT art. 18: a signatory is obliged not to defeat the object and purpose.")
INITIALLED = Rule("VCLT art. 10: initialling establishes the text and does not bind.")
CONTRACTING = Rule("VCLT arts. 2(1)(f), 14-16: it has consented to be bound; the treaty is not in force for it.")
ALL_CONSENTED = Rule("VCLT art. 24(2): in force as soon as all negotiating States have consented to be bound.")
BY_SIGNATURE = Rule("VCLT art. 12: signature expresses consent where the treaty asks for nothing more.")
CONSENT_LATER = Rule("VCLT art. 24(3): for one that consents later, in force on the day of its consent.")
PROVISIONAL = Rule("VCLT art. 25: applied provisionally pending its entry into force.")
EXPIRED = Rule("VCLT art. 54(a): it ends in conformity with its provisions.")
BY_CONSENT = Rule("VCLT art. 54(b): ended by consent of the parties, as recorded.")
REPLACED = Rule("VCLT art. 59: ended by the conclusion of a later treaty.")
SUSPENDED = Rule("VCLT arts. 57, 72: its operation is suspended; it stays in force.")
BELOW_THRESHOLD = Rule(
    "VCLT art. 55: it does not end because its parties fall below the number for its entry into force."
)
NO_CLAUSE = (
    "It has no clause on notice, and VCLT art. 56 says when notice is still possible: that is for a person to judge."
)
RECORDED = "The record tells the day."
