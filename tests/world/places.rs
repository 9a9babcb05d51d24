//! Where stories happen: cities and their countries, from the project's own word lists.

use std::sync::LazyLock;

use fastrand::Rng;
use toml::Table;

/// A city and its country.
#[derive(Clone, Debug)]
pub struct Place {
    pub city: String,
    pub country: String,
}

/// Some city.
pub fn somewhere(chance: &mut Rng) -> &'static Place {
    &PLACES[chance.usize(..PLACES.len())]
}

/// Countries that give and receive, with the name of their people.
pub fn country(chance: &mut Rng) -> (&'static str, &'static str) {
    let (name, people) = &COUNTRIES[chance.usize(..COUNTRIES.len())];
    (name, people)
}

static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let countries = table(include_str!("../../rules/lexicon/countries.toml"), "country");
    let cities = table(include_str!("../../rules/lexicon/cities.toml"), "city");
    // What a reader could take for another place, or for a person, is left out: the truth must be certain.
    let certain = cities.values().filter(|city| city.get("contested").is_none() && city.get("aliases").is_none());
    certain.filter_map(|city| place(city, &countries)).collect()
});

fn place(city: &toml::Value, countries: &Table) -> Option<Place> {
    let key = city.get("in")?.as_str()?.strip_prefix("country:")?;
    let country = countries.get(key)?.get("name")?.as_str()?.to_owned();
    Some(Place { city: city.get("name")?.as_str()?.to_owned(), country })
}

fn table(text: &str, name: &str) -> Table {
    let mut all: Table = toml::from_str(text).expect("a list of the project");
    match all.remove(name) {
        Some(toml::Value::Table(table)) => table,
        _ => panic!("no [{name}]"),
    }
}

static COUNTRIES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let countries = table(include_str!("../../rules/lexicon/countries.toml"), "country");
    let known = |country: &toml::Value| {
        let people = country.get("demonyms")?.get(0)?.as_str()?.to_owned();
        Some((country.get("name")?.as_str()?.to_owned(), people))
    };
    countries.values().filter_map(known).filter(|(_, people)| people.ends_with('n') || people.ends_with('h')).collect()
});
