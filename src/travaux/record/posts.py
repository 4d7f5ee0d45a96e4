"""Names of posts: 'the Embassy in Japan', 'Tokyo' and 'Tokyo’s' are one, and the Department is home.

An embassy goes by its country, any other post by its city. It knows the names by a table; a place that is not in it
goes by its own name.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: Where instructions come from and reports go to: the department or ministry itself.
HOME = "home"
#: A country, and the cities in which an embassy or legation to it sat.
_SEATS = """
Afghanistan: Kabul; Albania: Tirana; Algeria: Algiers; Argentina: Buenos Aires; Australia: Canberra;
Austria: Vienna; Belgium: Brussels; Bolivia: La Paz; Brazil: Rio de Janeiro,Brasilia,Rio; Bulgaria: Sofia;
Burma: Rangoon; Cambodia: Phnom Penh,Pnom Penh,Pnompenh; Cameroon: Yaounde,Yaoundé; Canada: Ottawa;
Ceylon: Colombo; Chad: Fort Lamy; Chile: Santiago; China: Taipei,Nanking,Peking,Beijing,Chungking;
Colombia: Bogota,Bogotá; Congo: Leopoldville,Kinshasa; Costa Rica: San José,San Jose; Cuba: Havana,Habana;
Cyprus: Nicosia; Czechoslovakia: Prague,Praha; Dahomey: Cotonou; Denmark: Copenhagen;
Dominican Republic: Ciudad Trujillo,Santo Domingo; Ecuador: Quito; Egypt: Cairo; El Salvador: San Salvador;
Ethiopia: Addis Ababa; Finland: Helsinki; France: Paris; Gabon: Libreville; Germany: Bonn; Ghana: Accra;
Greece: Athens; Guatemala: Guatemala City; Guinea: Conakry; Haiti: Port-au-Prince; Honduras: Tegucigalpa;
Hungary: Budapest; Iceland: Reykjavik,Reykjavík; India: New Delhi,Delhi; Indonesia: Djakarta,Jakarta,Batavia;
Iran: Tehran,Teheran; Iraq: Baghdad,Bagdad; Ireland: Dublin; Israel: Tel Aviv; Italy: Rome; Ivory Coast: Abidjan;
Jamaica: Kingston; Japan: Tokyo; Jordan: Amman; Kenya: Nairobi; Korea: Seoul,Pusan; Kuwait: Kuwait City;
Laos: Vientiane; Lebanon: Beirut; Liberia: Monrovia; Libya: Tripoli,Benghazi; Luxembourg: Luxembourg City;
Malaya: Kuala Lumpur; Malaysia: Kuala Lumpur; Mali: Bamako; Mexico: Mexico City; Morocco: Rabat;
Nepal: Kathmandu,Katmandu; Netherlands: The Hague,Hague; New Zealand: Wellington; Nicaragua: Managua;
Niger: Niamey; Nigeria: Lagos; Norway: Oslo; Pakistan: Karachi,Islamabad,Rawalpindi; Panama: Panama City;
Paraguay: Asunción,Asuncion; Peru: Lima; Philippines: Manila; Poland: Warsaw; Portugal: Lisbon; Romania: Bucharest;
Saudi Arabia: Jidda,Jedda; Senegal: Dakar; Somalia: Mogadiscio,Mogadishu;
South Africa: Pretoria,Capetown,Cape Town; Soviet Union: Moscow; Spain: Madrid; Sudan: Khartoum; Sweden: Stockholm;
Switzerland: Bern,Berne; Syria: Damascus; Tanganyika: Dar es Salaam; Thailand: Bangkok; Togo: Lome,Lomé;
Tunisia: Tunis; Turkey: Ankara; Uganda: Kampala; United Kingdom: London; United Nations: USUN,New York;
Upper Volta: Ouagadougou; Uruguay: Montevideo; Venezuela: Caracas; Vietnam: Saigon; Yemen: Taiz,Sanaa;
Yugoslavia: Belgrade; Zambia: Lusaka
"""
#: Other names of a country in headings.
_ALSO = {
    "United Arab Republic": "Egypt", "Siam": "Thailand", "Persia": "Iran", "Republic of China": "China",
    "Republic of Korea": "Korea", "Federal Republic of Germany": "Germany", "Great Britain": "United Kingdom",
    "USSR": "Soviet Union", "U.S.S.R.": "Soviet Union", "Union of South Africa": "South Africa",
    "Viet-Nam": "Vietnam", "Viet Nam": "Vietnam", "the Hague": "Netherlands",
}  # fmt: skip
#: Posts that are no embassies, as telegrams name them.
_OTHERS = (
    "Hong Kong", "Singapore", "Berlin", "Geneva", "Calcutta", "Bombay", "Madras", "Lahore", "Dacca", "Peshawar",
    "Shanghai", "Tientsin", "Mukden", "Canton", "Peiping", "Hanoi", "Hue", "Naha", "Kobe", "Osaka", "Surabaya",
    "Medan", "Jerusalem", "Aleppo", "Basra", "Tabriz", "Isfahan", "Meshed", "Khorramshahr", "Dhahran", "Aden",
    "Alexandria", "Port Said", "Asmara", "Salisbury", "Johannesburg", "Durban", "Leningrad", "Munich", "Frankfort",
    "Frankfurt", "Hamburg", "Trieste", "Milan", "Naples", "Genoa", "Zagreb", "Istanbul", "Izmir", "Salonika",
    "Thessaloniki", "Tangier", "Casablanca", "Elisabethville", "Chiang Mai", "Chiengmai", "Udorn", "Luang Prabang",
    "Honolulu",
)  # fmt: skip


def _table() -> dict[str, str]:
    names = {name: name for name in _OTHERS} | dict.fromkeys(
        ("Department", "Dept", "Ministry", "State", "Washington"), HOME
    )
    for entry in _SEATS.split(";"):
        country, _, cities = " ".join(entry.split()).partition(": ")
        names[country] = country
        names |= dict.fromkeys(cities.split(","), country)
    return names | _ALSO


_NAMES = _table()
#: The cities that posts are named by, as an expression; no country is among them.
CITIES = "|".join(
    sorted({name for name in _NAMES if _NAMES[name] not in (HOME, name)} - _ALSO.keys() | set(_OTHERS), key=len)[::-1]
)
NAMES = "|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True))
_NAMED = re.compile(rf"(?<!\w)(?:{NAMES})(?!\w)")
_HOME = re.compile(
    r"\bDepartment of State\b|\bSecretar(?:y|ies) of State\b|"
    r"^(?:Ministry of (?:External|Foreign) Affairs|Foreign (?:Office|Ministry))$"
)
_AWAY = re.compile(r"\b(?:in|at|to|near|for) (?:the )?(?P<name>[A-Z][\w’-]*(?: [A-Z][\w’-]*)*)")
_AT_WORK = re.compile(
    r"\b(?:Embass|Legation|Consul|Ambassador|Chargé|Minister|Mission|High Commission|Delegation|Offic)"
)


@lru_cache(maxsize=4096)
def post(words: str) -> str:
    """The post that `words` name: a side of a heading, the place of a dateline, 'Tokyo'. "" where they name none.

    >>> post("the Embassy in Japan"), post("Tokyo"), post("the Secretary of State"), post("General MacArthur")
    ('Japan', 'Japan', 'home', '')
    """
    words = words.strip(" ,.[]").removeprefix("the ").removesuffix("’s").removesuffix("'s")
    if words in _NAMES:
        return _NAMES[words]
    away = _AWAY.search(words) if _AT_WORK.search(words) else None
    if away:
        named = _NAMED.search(words, away.start("name"))
        return _NAMES[named.group()] if named else away["name"]
    return HOME if _HOME.search(words) else ""


def is_known(post: str) -> bool:
    """Whether a post is one of the table, so that another name of the table is another post."""
    return post in _KNOWN


_KNOWN = frozenset(_NAMES.values())
