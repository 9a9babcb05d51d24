//! "Pounds" are money or mass; scale, hyphen and the words around them decide.

use super::numeral::Numeral;
use super::unit::UnitRead;
use crate::mention::{Reader, TokenKind, Words, words};
use crate::value::{Catalogue, Dimension, Number, Unit};

/// Words that speak of money, within a few tokens of the figure.
const MONEY: &Words = words![
    "cost",
    "costs",
    "costing",
    "paid",
    "pay",
    "pays",
    "paying",
    "fine",
    "fined",
    "fines",
    "price",
    "prices",
    "priced",
    "worth",
    "salary",
    "wages",
    "wage",
    "rent",
    "spend",
    "spent",
    "spending",
    "budget",
    "profit",
    "profits",
    "loss",
    "losses",
    "debt",
    "debts",
    "raised",
    "raise",
    "charge",
    "charged",
    "fee",
    "fees",
    "bill",
    "bills",
    "tax",
    "taxes",
    "loan",
    "loans",
    "grant",
    "donated",
    "donation",
    "bonus",
    "compensation",
    "earn",
    "earned",
    "earns",
    "earning",
    "sterling",
    "£",
    "sales",
    "revenue",
    "income",
    "investment",
    "invested",
    "fund",
    "funding",
    "funds",
    "value",
    "valued",
    "sold",
    "buy",
    "bought",
    "bank",
    "cash",
    "money",
    "ticket",
    "tickets",
    "benefit",
    "benefits",
    "pension",
    "savings",
    "saved",
    "approved",
    "contract",
    "deal",
    "euros",
    "dollars",
    "pence",
];
/// Words that speak of mass.
const MASS: &Words = words![
    "weigh",
    "weighs",
    "weighed",
    "weighing",
    "weight",
    "heavier",
    "lighter",
    "bomb",
    "lost",
    "lose",
    "gained",
    "explosives",
    "baby",
    "fish",
    "bale",
];
/// What money is "of".
const SUMS: &Words = words![
    "aid",
    "funding",
    "investment",
    "debt",
    "damage",
    "taxpayers",
    "public",
    "savings",
    "government",
    "money",
    "taxpayer",
    "new",
    "extra",
    "additional",
];
/// Tokens to each side that are looked at.
const REACH: usize = 8;

/// Makes a pound a pound sterling where it is money.
pub(super) fn settle(reader: &Reader<'_>, numeral: &Numeral, unit: UnitRead) -> UnitRead {
    if unit.unit.name() != "pound" || !is_money(reader, numeral, &unit) {
        return unit;
    }
    UnitRead { unit: Unit::named("GBP"), dimension: Dimension::Money, index: Catalogue::shared().index("GBP"), ..unit }
}

fn is_money(reader: &Reader<'_>, numeral: &Numeral, unit: &UnitRead) -> bool {
    let of = reader.is(unit.next, "of");
    let of_sum = of && reader.is_any(unit.next + 1, SUMS);
    if reader.is(unit.next - 1, "lb") || reader.is(unit.next - 1, "lbs") || of && !of_sum {
        return false;
    }
    let large = numeral.value.abs() >= Number::whole(1_000_000);
    of_sum || large || !unit.hyphened && !near(reader, unit.next, MASS) && near(reader, unit.next, MONEY)
}

/// Whether one of the words stands in the sentence near the unit.
fn near(reader: &Reader<'_>, at: usize, words: &Words) -> bool {
    let inside = |i: &usize| reader.kind(*i) != Some(TokenKind::Break) && !matches!(reader.word(*i), "." | ";");
    let before = (at.saturating_sub(REACH + 2)..at).rev().take_while(inside);
    let after = (at..at + REACH).take_while(inside);
    before.chain(after).any(|i| reader.is_any(i, words))
}
