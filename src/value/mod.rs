//! Exact figures, units, bounds and dates: what a claim's value is made of. No text is read here.

mod date;
mod number;
mod plain;
mod quantity;
mod unit;

pub use date::{DateSpan, Precision, days_between};
pub use number::{NotANumber, Number};
pub use quantity::{Bound, Figure, Quantity, Trend};
pub use unit::{Dimension, Likeness, Unit, comparable};
