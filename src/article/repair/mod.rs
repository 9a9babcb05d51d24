//! Repair: what the web did to a text is undone in the scanned copy, each repair conservative, with the way back kept.
//! One look over the bytes says which repairs a text can need at all; a clean one is not touched.

mod apostrophes;
mod chars;
mod joined;
mod lines;
mod quotes;
mod runs;
mod survey;
mod wrap;

use super::revision::{Edit, Revision};
use survey::Survey;

/// Repairs single characters: line ends, spaces, invisible characters, wrongly decoded ones. Runs before lines are looked at.
pub(super) fn repair_characters(revision: &mut Revision) {
    if chars::may_need(revision.text()) {
        let edits = chars::edits(revision.text());
        revision.apply(edits);
    }
}

/// One repair, and the signs without which it has nothing to do.
type Pass = (Survey, fn(&str) -> Vec<Edit>);

/// Repairs words and lines: runs of symbols, broken lines, lost spaces. Runs once the lines stand. The order matters: a run
/// may hide a line break that is to be closed, and only whole lines show where words were joined. Lines that cannot be broken
/// ones, as those of a web page, are left as they are.
pub(super) fn repair_words(revision: &mut Revision, broken: bool) {
    let passes: [Pass; 7] = [
        (Survey::RUN, runs::edits),
        (Survey::LINE, lines::edits),
        (Survey::WRAP, wrap::edits),
        (Survey::QUOTE, quotes::edits),
        (Survey::APOSTROPHE, apostrophes::edits),
        (Survey::STOP, joined::stops),
        (Survey::JOINED, joined::edits),
    ];
    let mut survey = Survey::of(revision.text());
    for (needs, pass) in passes {
        let of_lines = needs == Survey::LINE || needs == Survey::WRAP;
        if survey.has(needs) && (broken || !of_lines) {
            let edits = pass(revision.text());
            if !edits.is_empty() {
                revision.apply(edits);
                survey = Survey::of(revision.text());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Field;
    use super::*;

    /// A text after all repairs.
    pub(super) fn repaired(text: &str) -> String {
        let mut revision = Revision::new(Field::Text, text.to_owned());
        repair_characters(&mut revision);
        repair_words(&mut revision, true);
        revision.text().to_owned()
    }
}
