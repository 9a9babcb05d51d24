//! Writing a decision into its file: what stands there stays, with its comments and in its order.

use jiff::civil::Date;
use toml_edit::{Array, ArrayOfTables, Datetime, DocumentMut, InlineTable, Item, Table, Value, value};

use super::Decision;
use crate::matter::{Matter, Told};

/// The file with the decision in it: in place of the one at `instead`, else at the end. What is wrong is said for people.
pub fn record(text: &str, decision: &Decision, subject: &str, instead: Option<usize>) -> Result<String, String> {
    let mut file: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
    let list = file.entry("decision").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(list) = list.as_array_of_tables_mut() else {
        return Err("its decisions stand in a list of one line; write each as [[decision]]".to_owned());
    };
    if let Some(table) = instead.and_then(|at| list.get_mut(at)) {
        fill(table, decision, subject);
    } else {
        let mut table = Table::new();
        fill(&mut table, decision, subject);
        list.push(table);
    }
    Ok(file.to_string())
}

fn fill(table: &mut Table, decision: &Decision, subject: &str) {
    set(table, "finding", decision.finding.as_str());
    set(table, "as", decision.word.name());
    set(table, "by", decision.by.as_str());
    set(table, "why", decision.why.as_str());
    for (key, day) in [("on", decision.on), ("until", decision.until)] {
        match day {
            Some(day) => set(table, key, written(day)),
            None => drop(table.remove(key)),
        }
    }
    set(table, "verdict", decision.verdict.as_deref().unwrap_or_default());
    set(table, "subject", subject);
    if let Some(matter) = &decision.matter {
        table.insert("matter", Item::Table(of_matter(matter)));
    }
}

/// Sets a value; the comments around a value that stood there stay.
fn set(table: &mut Table, key: &str, new: impl Into<Value>) {
    let mut new: Value = new.into();
    if let Some(old) = table.get(key).and_then(Item::as_value) {
        *new.decor_mut() = old.decor().clone();
    }
    table.insert(key, value(new));
}

fn written(day: Date) -> Datetime {
    let [year, month, day] = [i32::from(day.year()), i32::from(day.month()), i32::from(day.day())];
    // Days of jiff lie in the years that TOML has, so this is never anything else.
    format!("{year:04}-{month:02}-{day:02}").parse().unwrap_or(Datetime { date: None, time: None, offset: None })
}

fn of_matter(matter: &Matter) -> Table {
    let mut table = Table::new();
    table.insert("rule", value(matter.rule.as_str()));
    let lists = [
        ("slot", &matter.slot),
        ("participants", &matter.participants),
        ("places", &matter.places),
        ("days", &matter.days),
        ("published", &matter.published),
    ];
    for (key, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        table.insert(key, value(list.iter().map(String::as_str).collect::<Array>()));
    }
    let mut figures: Array = matter.figures.iter().map(figure).collect();
    figures.iter_mut().for_each(|figure| figure.decor_mut().set_prefix("\n  "));
    figures.set_trailing("\n");
    figures.set_trailing_comma(true);
    table.insert("figures", value(figures));
    table
}

fn figure(told: &Told) -> InlineTable {
    let mut figure = InlineTable::new();
    figure.insert("says", told.says.as_str().into());
    figure.insert("words", told.words.as_str().into());
    figure.insert("by", Value::Array(told.by.iter().map(String::as_str).collect()));
    figure
}
