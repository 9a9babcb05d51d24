//! Singular of English nouns.

use std::sync::LazyLock;

use super::stops::lower_case;
use crate::mention::Vocabulary;

/// Plurals that follow no rule, and words that only look like plurals.
const IRREGULAR: &[(&str, &str)] = &[
    ("people", "person"),
    ("persons", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("geese", "goose"),
    ("mice", "mouse"),
    ("oxen", "ox"),
    ("lives", "life"),
    ("wives", "wife"),
    ("knives", "knife"),
    ("wolves", "wolf"),
    ("halves", "half"),
    ("thieves", "thief"),
    ("shelves", "shelf"),
    ("calves", "calf"),
    ("loaves", "loaf"),
    ("leaves", "leaf"),
    ("crises", "crisis"),
    ("analyses", "analysis"),
    ("theses", "thesis"),
    ("bases", "base"),
    ("criteria", "criterion"),
    ("phenomena", "phenomenon"),
    ("movies", "movie"),
    ("cookies", "cookie"),
    ("zombies", "zombie"),
    ("rookies", "rookie"),
    ("calories", "calorie"),
    ("prairies", "prairie"),
    ("ties", "tie"),
    ("lies", "lie"),
    ("pies", "pie"),
    ("buses", "bus"),
    ("gases", "gas"),
    ("shoes", "shoe"),
    ("canoes", "canoe"),
    ("toes", "toe"),
    ("axes", "axe"),
    ("headaches", "headache"),
    ("gas", "gas"),
    ("news", "news"),
    ("series", "series"),
    ("species", "species"),
    ("means", "means"),
    ("barracks", "barracks"),
    ("headquarters", "headquarters"),
    ("crossroads", "crossroads"),
    ("chassis", "chassis"),
    ("corps", "corps"),
    ("gallows", "gallows"),
    ("premises", "premise"),
    ("menus", "menu"),
    ("gurus", "guru"),
    ("emus", "emu"),
    ("men-at-arms", "man-at-arms"),
];

static IRREGULARS: LazyLock<Vocabulary<&str>> = LazyLock::new(|| Vocabulary::new(IRREGULAR.iter().copied()));

/// Lower-case singular of a noun; a word that is no plural stays as it is.
pub(crate) fn singular(word: &str) -> String {
    let word = lower_case(word);
    if let Some(one) = IRREGULARS.get_word(&word) {
        return (*one).to_owned();
    }
    for compound in ["men", "people", "children"] {
        if let Some(stem) = word.strip_suffix(compound).filter(|stem| stem.len() > 2) {
            return format!(
                "{stem}{}",
                match compound {
                    "men" => "man",
                    "people" => "person",
                    _ => "child",
                }
            );
        }
    }
    by_ending(&word)
}

fn by_ending(word: &str) -> String {
    let cut = |n: usize| word[..word.len() - n].to_owned();
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    match word {
        _ if word.len() < 3 || !word.ends_with('s') || ends(&["ss", "us", "is"]) => word.to_owned(),
        _ if word.ends_with("ies") && word.len() > 4 => cut(3) + "y",
        _ if ends(&["sses", "shes", "ches", "xes", "zzes", "oes"]) => cut(2),
        _ if ends(&["ruses", "puses", "nuses", "suses", "luses", "tuses", "muses"]) => cut(2),
        _ => cut(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_lose_their_ending() {
        for (many, one) in [
            ("troops", "troop"),
            ("People", "person"),
            ("policemen", "policeman"),
            ("grandchildren", "grandchild"),
            ("houses", "house"),
            ("buses", "bus"),
            ("viruses", "virus"),
            ("countries", "country"),
            ("deaths", "death"),
            ("classes", "class"),
            ("boxes", "box"),
            ("aircraft", "aircraft"),
            ("crises", "crisis"),
            ("torpedoes", "torpedo"),
            ("status", "status"),
            ("cases", "case"),
        ] {
            assert_eq!(singular(many), one);
        }
    }
}
