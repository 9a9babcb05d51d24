//! Exact figures, units, bounds and dates: what a claim's value is made of. No text is read here.

mod catalogue;
mod date;
mod number;
mod plain;
mod quantity;
mod tally;
mod unit;
mod vague;

pub use catalogue::{Catalogue, Definition, Spelling, UnitIndex};
pub use date::{DateSpan, NotADate, Precision, days_between};
pub(crate) use date::{plus_days, plus_months};
pub use number::{NotANumber, Number};
pub use quantity::{Bound, Figure, Quantity, Trend};
pub use tally::{Tally, TallyLikeness};
pub use unit::{Conversion, Dimension, Likeness, Unit, comparable};
pub use vague::{VaguePreset, VagueWord};
