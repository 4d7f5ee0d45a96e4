"""The words by which documents cite telegrams, despatches and letters, as tables: what they name, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from travaux.record.document import Kind


class Whose(StrEnum):
    """Whose a cited document is, as seen from the one that cites it."""

    UNSAID = ""
    HERE = "here"  # mine, ours
    THERE = "there"  # yours
    POST = "post"  # the embassy's
    HOME = "home"  # the Department's


@dataclass(frozen=True, slots=True)
class Head:
    """A word before a number: 'telegram', 'Embtel', 'your'. `series` goes with the number: 'Polto 12'."""

    kind: Kind
    whose: Whose = Whose.UNSAID
    series: bool = False
    bare: bool = False  # 'your 688' names no kind: it wants more care
    long: bool = False  # a message has a number of five digits or its hour; 'JCS 1776' is a paper


#: The beginnings of joined words ('Embtel', 'reurtel'), and their ends.
_OWNERS = {
    Whose.POST: "emb embassy em con congen leg mis",
    Whose.HOME: "dep dept department min ministry",
    Whose.THERE: "ur your",
    Whose.HERE: "my our",
}
_ENDS = {
    Kind.TELEGRAM: "tel tels telegram telegrams cable cables circtel circular cirtel",
    Kind.DESPATCH: "des desp desps des. desp. despatch despatches",
    Kind.AIRGRAM: "airgram airgrams",
}
_WORDS = {
    Kind.TELEGRAM: "telegram telegrams tel tels tel. tels. cable cables telegraphic cirtel circtel "
    "depcirtel depcircular depcirctel",
    Kind.AIRGRAM: "airgram airgrams",
    Kind.DESPATCH: "despatch despatches dispatch dispatches desp desps desp. desps. des",
    Kind.INSTRUCTION: "instruction",
}
#: Series of a conference, a travelling secretary or a mission, which number their own telegrams.
_SERIES = (
    "polto topol secto tosec dulte tedul delga gadel secun cedul ecato toeca repto torep musto usfoto excon luxco "
    "colux ecbus busec telmar martel cantel telcan icato conto ecoto delto tedel acto tosup suptto actel telac usgg "
    "toleg legto sito tosit noforn hakto tohak cherto tocher voto tovip vipto secgo todel unmis tomun kosec"
).split()
#: Military commands, whose messages go by their names: 'CINCPAC 102345Z', 'DEF 950561'.
_COMMANDS = (
    "cincpac cincfe cincunc cinclant cinceur cincuseur usciceur comusmacv chmaag secdef def da jcs cap cx dtg cinc cno"
).split()
_OWNER_WORDS = {
    Whose.POST: "embassy emb embassy’s embassy's emb’s emb's legation legation’s consulate consulate’s congen’s",
    Whose.HOME: "department dept department’s department's dept’s dept's ministry ministry’s ministry's",
    Whose.THERE: "your ur yr",
    Whose.HERE: "my our",
}

#: A word before a number, in lower case.
HEADS: dict[str, Head] = {
    **{word: Head(kind) for kind, words in _WORDS.items() for word in words.split()},
    **{name: Head(Kind.TELEGRAM, series=True) for name in _SERIES},
    **{name: Head(Kind.TELEGRAM, series=True, long=True) for name in _COMMANDS},
    **{
        re + owner + end: Head(kind, whose)
        for (whose, owners), (kind, ends) in product(_OWNERS.items(), _ENDS.items())
        for re, owner, end in product(("", "re", "ref"), owners.split(), ends.split())
    },
    **{
        re + word: Head(Kind.TELEGRAM, whose, bare=True)
        for re in ("", "re")
        for whose in (Whose.THERE, Whose.HERE)
        for word in _OWNER_WORDS[whose].split()
    },
}
#: A word before the head: 'Embassy’s despatch 210'.
OWNERS: dict[str, Whose] = {word: whose for whose, words in _OWNER_WORDS.items() for word in words.split()}
#: What is cited by its day: 'letter of September 18'.
DATED: dict[str, Kind] = {
    "letter": Kind.LETTER,
    "letters": Kind.LETTER,
    "memorandum": Kind.MEMORANDUM,
    "memo": Kind.MEMORANDUM,
    "message": Kind.MESSAGE,
    "note": Kind.NOTE,
    "telegram": Kind.TELEGRAM,
    "airgram": Kind.AIRGRAM,
    "despatch": Kind.DESPATCH,
}
