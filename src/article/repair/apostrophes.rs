//! Apostrophes with a stray space beside them: "doesn’ t", "he’ s", "Berlin ’s". What follows is one of the seven English
//! contractions, which are no words of their own.

use super::super::revision::Edit;

const ENDINGS: [&str; 7] = ["s", "t", "m", "d", "re", "ve", "ll"];

/// The edits of a text.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    text.match_indices(['\'', '’']).filter_map(|(at, mark)| edit(text, at, mark.len())).collect()
}

fn edit(text: &str, at: usize, len: usize) -> Option<Edit> {
    let (before, after) = (&text[..at], &text[at + len..]);
    if before.ends_with(char::is_alphabetic) {
        let ending = contraction(after.strip_prefix(' ')?)?;
        let fits = ending != "t" || before.ends_with(['n', 'N']);
        return fits.then(|| Edit::delete(at + len..at + len + 1));
    }
    let word = before.strip_suffix(' ')?;
    let ending = contraction(after)?;
    let fits = word.ends_with(char::is_alphabetic) && (ending != "t" || word.ends_with('n'));
    fits.then(|| Edit::delete(at - 1..at))
}

/// The contraction that a text begins with, as a whole word.
fn contraction(text: &str) -> Option<&'static str> {
    let word = &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())];
    ENDINGS.into_iter().find(|ending| *ending == word)
}

#[cfg(test)]
mod tests {
    use super::super::tests::repaired;

    #[test]
    fn stray_spaces_are_closed() {
        assert_eq!(
            repaired("He doesn’ t, she' s, I’ m, they’ ll, Berlin ’s"),
            "He doesn’t, she's, I’m, they’ll, Berlin’s"
        );
    }

    #[test]
    fn possessives_and_quotations_stand() {
        for text in ["the workers’ union", "he said ‘no’ to it", "the boys’ tent", "a ’t was", "'s gone' he", "‘it’ t"]
        {
            assert_eq!(repaired(text), text);
        }
    }
}
