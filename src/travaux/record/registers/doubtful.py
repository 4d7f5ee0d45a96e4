"""Names that are also words or places, and which words count as a title beside a name."""

from __future__ import annotations

import re
from enum import StrEnum

from travaux.record.register import Register
from travaux.record.registers.person_name import TITLES

#: Titles of offices that stand right before a name: 'Foreign Minister Vasarel', 'Messrs. Astley and Kerrow'.
OFFICE_TITLES = frozenset(
    """president premier minister secretary chancellor ambassador senator representative congressman congresswoman
    governor chairman chairwoman director chief counselor counsellor consul attaché commissioner administrator adviser
    advisor delegate deputy assistant speaker chargé mayor pope archbishop messrs. messrs drs. generals admirals
    secretaries senators ambassadors ministers fonmin primin amb amb. ambs depsecdef secdef secstate pres pres. sec
    sec. secy min min. fm pm undersecretary comrade herr señor signor monsieur general-secretary secretary-general
    marshal king queen prince princess emperor shah imam sheikh shaikh sultan emir""".split()
)
#: Words before a name that tell it is one; an article does not.
BESIDE = (TITLES | OFFICE_TITLES) - {"the"}
#: English words, months, places and parts of names of things that are surnames too.
_WORDS = frozenset(
    """april august may march june july sunday monday friday spring summer fall winter day week north south east west
    black white brown green gray grey gold silver rose field forest wood woods hill hills lake rivers stone rock pool
    park parks garden church temple hall house home castle bridge street lane wall gates page read book books price
    bond bonds bell ball case cases law laws long short small little good best better sharp strong young old new rich
    wise king kings prince duke earl baron pope bishop abbot priest marshal major justice judge sheriff page knight
    constable chancellor parliament senate state states cross love hope faith grace joy peace war battle force power
    powers rice bean berry lamb bull wolf fox bird hawk crane swan drake finch fish salmon pike hunter fisher farmer
    miller baker cook taylor smith mason carpenter potter shepherd butler porter carter turner walker ryder rider
    driver sailor merchant banks bank cash penny pound mark marks means ways root branch branches bush reed moss hay
    barley corn wheat grant hand hands foot head heart speed swift noble moody savage gay bright blunt frank earnest
    ernest jordan israel washington london paris berlin york lincoln madison jackson houston austin dallas wells
    england holland france ireland scotland wales britain germany poland sweden turkey lebanon china india japan chile
    malta cyprus nile rhine sudan kuwait victoria georgia virginia florence chester warren marshall moscow
    boston cleveland denver jersey hood dean ace post posts point points press wire cable gore blood bone drew saw
    mann lay laid hare ham bacon close open cotton silk wool linen steel irons church ward wards guard hill mills
    well rush storm snow frost rain flood waters brook marsh pond shore sands beach may might will can must do
    in an so to no he we us huh you my song sun son sing lie lee li han ho hu kim liberty union world general ray
    moon star starr comet rocket dull minor true english french german welsh scott norman dutch turk""".split()
)
#: Of these, what prose writes with a capital too: 'the West', 'the White House', 'the State'.
_CAPITALS = frozenset(
    """april august may march june july sunday monday friday day week north south east west black white red church
    temple hall house home castle court park street page book books law state senate parliament union world general
    justice cross king kings prince duke pope field major chancellor minor liberty battle english french german welsh
    dutch turk star post press book point power powers steel bank
    banks grant marks we in to no he us you""".split()
)
#: Of these, the places: a document about them names them on every page, whoever else is called so.
_PLACES = frozenset(
    """jordan israel washington london paris berlin england holland france ireland scotland wales britain germany
    poland sweden turkey lebanon china india japan chile malta cyprus sudan kuwait georgia virginia moscow boston york
    houston dallas austin denver jersey victoria florence""".split()
)
_OF_A_PLACE = re.compile(
    r"\b(?:in|(?:Ambassador|Minister|Representative|Embassy|Consul|General|Mission|Affaires) (?:to|at)) "
    r"(?P<place>[A-ZÀ-Þ][\w’'-]+)"
)


class Doubt(StrEnum):
    """What else a surname is: a word, which begins with a capital where a sentence begins; one that prose writes with
    a capital anywhere; or a place, which no other part of a document excludes."""

    WORD = "word"
    CAPITAL = "capital"
    PLACE = "place"


def doubtful_names(register: Register) -> dict[str, Doubt]:
    """The surnames of the register that need support.

    'Ambassador to Jordan' in a list says that Jordan is a place there, whoever else is called so.
    """
    surnames = {name for person in register.persons for name in (person.surname, person.surname.partition(" ")[0])}
    found = {name: Doubt.WORD for name in surnames if name.lower() in _WORDS or len(name) < 3}
    found |= {name: Doubt.CAPITAL for name in found if name.lower() in _CAPITALS or len(name) < 3}
    found |= {name: Doubt.PLACE for name in found if name.lower() in _PLACES}
    said = [office.title for person in register.persons for office in person.offices]
    said += [abbreviation.meaning for abbreviation in register.abbreviations]
    for words in said:
        for match in _OF_A_PLACE.finditer(words):
            if match["place"] in surnames:
                found[match["place"]] = Doubt.PLACE
    return found
