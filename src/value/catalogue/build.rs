//! Builds the catalogue from its tables: prefixes, squares and cubes, plurals.

use compact_str::{CompactString, format_compact};
use rustc_hash::FxHashMap;

use super::currencies::{CURRENCIES, Currency, FAMILIES, Family, MINORS, Minor};
use super::measures::{ALSO, MEASURES, Measure, PREFIXED, Prefixed, TIMES, Time};
use super::{Catalogue, Definition, Spelling, UnitIndex};
use crate::value::{Dimension, Number};

/// A prefix of the SI: name, symbol, power of ten.
const PREFIXES: &[(&str, &str, i32)] = &[
    ("pico", "p", -12),
    ("nano", "n", -9),
    ("micro", "µ", -6),
    ("milli", "m", -3),
    ("centi", "c", -2),
    ("deci", "d", -1),
    ("hecto", "h", 2),
    ("kilo", "k", 3),
    ("mega", "M", 6),
    ("giga", "G", 9),
    ("tera", "T", 12),
    ("peta", "P", 15),
    ("exa", "E", 18),
    ("femto", "f", -15),
    ("atto", "a", -18),
];

/// Prefixes of powers of two, for data.
const BINARY: &[(&str, &str, u32)] = &[("kibi", "Ki", 10), ("mebi", "Mi", 20), ("gibi", "Gi", 30), ("tebi", "Ti", 40)];

/// The whole catalogue.
pub(super) fn catalogue() -> Catalogue {
    let mut builder = Builder::default();
    for time in TIMES {
        builder.time(time);
    }
    for measure in MEASURES {
        builder.measure(measure);
    }
    for unit in PREFIXED {
        builder.prefixed(unit);
    }
    for (unit, names, symbols) in ALSO {
        builder.also(unit, names, symbols);
    }
    for family in FAMILIES {
        builder.family(family);
    }
    for currency in CURRENCIES {
        builder.currency(currency);
    }
    for minor in MINORS {
        builder.minor(minor);
    }
    Catalogue { definitions: builder.definitions, by_name: builder.by_name, spellings: builder.spellings }
}

#[derive(Default)]
struct Builder {
    definitions: Vec<Definition>,
    by_name: FxHashMap<CompactString, UnitIndex>,
    spellings: Vec<(CompactString, Spelling, UnitIndex)>,
}

/// The plural that English gives a unit's last word; words that are their own plural are listed as a spelling.
fn plural(word: &str) -> CompactString {
    match word {
        _ if word.ends_with("foot") => format_compact!("{}feet", &word[..word.len() - 4]),
        _ if word.ends_with("inch") => format_compact!("{word}es"),
        _ if word.ends_with("century") => CompactString::from("centuries"),
        _ if word.ends_with("penny") => CompactString::from("pennies"),
        _ if word.ends_with('s') || word.ends_with("hertz") || word.ends_with("lux") => CompactString::from(word),
        _ => format_compact!("{word}s"),
    }
}

/// The parts of a list parted by `|`; none where it is empty.
fn parts(list: &str) -> impl Iterator<Item = &str> {
    list.split('|').filter(|part| !part.is_empty())
}

impl Builder {
    fn define(&mut self, definition: Definition) -> UnitIndex {
        let index = UnitIndex::try_from(self.definitions.len()).unwrap_or(UnitIndex::MAX);
        // A code in capitals is matched as it stands: CUP is no cup.
        let code = definition.name.bytes().all(|byte| byte.is_ascii_uppercase());
        let kind = if code { Spelling::Symbol } else { Spelling::Name };
        self.spell(&definition.name.clone(), kind, index);
        self.by_name.insert(definition.name.clone(), index);
        self.definitions.push(definition);
        index
    }

    fn spell(&mut self, text: &str, kind: Spelling, index: UnitIndex) {
        self.spellings.push((CompactString::from(text), kind, index));
    }

    /// Singular and plural of every name in a list.
    fn names(&mut self, list: &str, index: UnitIndex) {
        for name in parts(list) {
            for form in [CompactString::from(name), plural(name)] {
                self.spell(&form, Spelling::Name, index);
                if form.contains(' ') && !form.contains('.') {
                    self.spell(&form.replace(' ', "-"), Spelling::Name, index);
                }
            }
        }
    }

    /// Symbols; a trailing `?` marks one that needs context.
    fn symbols(&mut self, list: &str, index: UnitIndex) {
        for symbol in parts(list) {
            match symbol.strip_suffix('?') {
                Some(doubtful) => self.spell(doubtful, Spelling::Doubtful, index),
                None => self.spell(symbol, Spelling::Symbol, index),
            }
        }
    }

    /// More spellings of a unit that stands in the catalogue already.
    fn also(&mut self, unit: &str, names: &str, symbols: &str) {
        let Some(&index) = self.by_name.get(unit) else { return };
        self.names(names, index);
        self.symbols(symbols, index);
    }

    fn time(&mut self, time: &Time) {
        let index = self.define(Definition {
            dimension: Dimension::Duration,
            months: time.months,
            ..plain(time.name, "second", Number::ratio(time.seconds.0, time.seconds.1).unwrap_or(Number::ONE))
        });
        self.names(time.names, index);
        self.symbols(time.symbols, index);
    }

    fn measure(&mut self, measure: &Measure) {
        let factor = Number::ratio(measure.factor.0, measure.factor.1).unwrap_or(Number::ONE);
        let offset = Number::ratio(measure.offset.0, measure.offset.1).unwrap_or(Number::ZERO);
        let length = measure.canonical == "metre";
        let dimension = if measure.canonical.starts_with("percent") { Dimension::Percent } else { Dimension::Measure };
        let unit =
            Definition { dimension, offset, is_length: length, ..plain(measure.name, measure.canonical, factor) };
        let index = self.define(unit);
        self.names(measure.names, index);
        self.symbols(measure.symbols, index);
        if length {
            self.powers(measure.name, measure.names, measure.symbols, factor);
        }
    }

    /// The unit itself and its multiples: metre, kilometre, …
    fn prefixed(&mut self, unit: &Prefixed) {
        let factor = Number::ratio(unit.factor.0, unit.factor.1).unwrap_or(Number::ONE);
        self.multiple(unit, "", "", factor);
        for (name, symbol, power) in PREFIXES.iter().filter(|(_, symbol, _)| unit.prefixes.contains(symbol)) {
            if let Some(scaled) = Number::power_of_ten(*power).and_then(|ten| ten.mul(factor)) {
                self.multiple(unit, name, symbol, scaled);
            }
        }
        for (name, symbol, power) in BINARY.iter().filter(|_| unit.prefixes.contains('2')) {
            self.multiple(unit, name, symbol, Number::whole(1_i64 << power).mul(factor).unwrap_or(factor));
        }
    }

    fn multiple(&mut self, unit: &Prefixed, prefix: &str, symbol: &str, factor: Number) {
        let name = format_compact!("{prefix}{}", unit.name);
        let length = unit.canonical == "metre";
        let dimension = if unit.canonical == "second" { Dimension::Duration } else { Dimension::Measure };
        let index = self.define(Definition { dimension, is_length: length, ..plain(&name, unit.canonical, factor) });
        let names: Vec<String> = parts(unit.names).map(|name| format!("{prefix}{name}")).collect();
        self.names(&names.join("|"), index);
        for sign in parts(unit.symbols) {
            let sign = if prefix.is_empty() { sign } else { sign.trim_end_matches('?') };
            self.symbols(&format!("{symbol}{sign}"), index);
            if symbol == "µ" {
                self.symbols(&format!("μ{sign}"), index);
            }
        }
        if length {
            let symbols: Vec<String> = parts(unit.symbols).map(|sign| format!("{symbol}{sign}")).collect();
            self.powers(&name, &names.join("|"), &symbols.join("|"), factor);
        }
    }

    /// Square and cube of a length.
    fn powers(&mut self, name: &str, names: &str, symbols: &str, factor: Number) {
        let Some(square) = factor.mul(factor) else { return };
        let area = self.define(plain(&format!("square-{name}"), "square-metre", square));
        for name in parts(names) {
            self.names(&format!("square {name}|sq {name}|sq . {name}"), area);
        }
        for symbol in parts(symbols).filter(|symbol| !symbol.ends_with('?')) {
            self.symbols(&format!("sq {symbol}|sq . {symbol}|square {symbol}"), area);
        }
        let Some(cube) = square.mul(factor).and_then(|cube| cube.mul(Number::whole(1000))) else { return };
        let volume = self.define(plain(&format!("cubic-{name}"), "litre", cube));
        for name in parts(names) {
            self.names(&format!("cubic {name}|cu {name}"), volume);
        }
    }

    fn family(&mut self, family: &Family) {
        let index =
            self.define(Definition { dimension: Dimension::Money, ..plain(family.name, family.name, Number::ONE) });
        self.names(family.words, index);
        for prefix in parts(family.prefixes) {
            self.spell(prefix, Spelling::Prefix, index);
        }
    }

    fn currency(&mut self, currency: &Currency) {
        let code = currency.code;
        let index = match self.by_name.get(code) {
            Some(&index) => index,
            None => self.define(Definition { dimension: Dimension::Money, ..plain(code, code, Number::ONE) }),
        };
        self.spell(&code.to_lowercase(), Spelling::Prefix, index);
        self.names(currency.names, index);
        for prefix in parts(currency.prefixes) {
            self.spell(prefix, Spelling::Prefix, index);
        }
    }

    fn minor(&mut self, minor: &Minor) {
        let factor = Number::ratio(1, minor.parts).unwrap_or(Number::ONE);
        let unit = Definition { dimension: Dimension::Money, ..plain(minor.name, minor.of, factor) };
        let index = self.define(unit);
        self.names(minor.names, index);
        self.symbols(minor.symbols, index);
    }
}

fn plain(name: &str, canonical: &str, factor: Number) -> Definition {
    Definition {
        name: name.into(),
        dimension: Dimension::Measure,
        canonical: canonical.into(),
        factor,
        offset: Number::ZERO,
        months: None,
        is_length: false,
    }
}
