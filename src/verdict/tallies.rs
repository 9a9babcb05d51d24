//! The sentence for two votes or scores: which of their figures differ.

use super::finding::Class;
use crate::value::Tally;

/// The sentence for two tallies, each with its outlet, and the class that they show.
pub(super) fn pair(code: Class, (mine, a): (&Tally, &str), (theirs, b): (&Tally, &str)) -> String {
    match code {
        Class::B1 => format!("{a} and {b} both give {mine}"),
        Class::B2 => format!("{mine} ({a}) and {theirs} ({b}) are the same figures, told from the other side"),
        Class::B4 => {
            let (shorter, longer) = if mine.figures().len() < theirs.figures().len() { (a, b) } else { (b, a) };
            format!("{mine} ({a}) and {theirs} ({b}) agree; {shorter} leaves out who abstained, whom {longer} counts")
        }
        _ => format!("{mine} ({a}) and {theirs} ({b}) cannot both be right: {}", differing(mine, theirs)),
    }
}

/// "289 against 288"; of sets, that they differ in number.
fn differing(mine: &Tally, theirs: &Tally) -> String {
    if mine.in_sets() && mine.figures().len() != theirs.figures().len() {
        return format!("{} sets against {}", mine.figures().len() / 2, theirs.figures().len() / 2);
    }
    let pairs = mine.differing(theirs).into_iter().map(|(x, y)| format!("{x} against {y}"));
    pairs.collect::<Vec<_>>().join(", ")
}
