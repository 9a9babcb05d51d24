//! Single characters: line ends, spaces of every width, invisible characters, ligatures, and UTF-8 that was once read as
//! windows-1252 ("â€™" for "’").

use encoding_rs::WINDOWS_1252;

use super::super::revision::Edit;

/// Letters that printers join, from U+FB00 on.
const LIGATURES: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

/// Whether a text holds anything that is repaired here: anything beyond ASCII, or a carriage return.
pub(super) fn may_need(text: &str) -> bool {
    !text.is_ascii() || memchr::memchr2(b'\r', 0x0c, text.as_bytes()).is_some()
}

/// The edits of a text.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut done = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii() || matches!(c, '\r' | '\u{c}')) {
        if at >= done
            && let Some(edit) = edit_at(text, at, c)
        {
            done = edit.range.end;
            edits.push(edit);
        }
    }
    edits
}

fn edit_at(text: &str, at: usize, c: char) -> Option<Edit> {
    let here = at..at + c.len_utf8();
    match c {
        '\r' if text[at + 1..].starts_with('\n') => Some(Edit::delete(here)),
        '\r' | '\u{85}' | '\u{2028}' => Some(Edit::replace(here, "\n")),
        '\u{c}' | '\u{2029}' => Some(Edit::replace(here, "\n\n")),
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Some(Edit::replace(here, " "))
        }
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {
            Some(Edit::delete(here))
        }
        '\u{fb00}'..='\u{fb06}' => Some(Edit::replace(here, LIGATURES[c as usize - 0xfb00])),
        'Â' | 'Ã' | 'â' | 'ð' => wrongly_decoded(text, at, c),
        _ => None,
    }
}

/// A character that was encoded as UTF-8 and decoded as windows-1252. The first byte of the sequences that English news
/// holds reads as one of four letters; what follows must complete it, or the letter stands.
fn wrongly_decoded(text: &str, at: usize, first: char) -> Option<Edit> {
    let rest = &text[at..];
    let len = match first {
        'â' => 3,
        'ð' => 4,
        _ => 2,
    };
    let written: String = rest.chars().take(len).collect();
    let end = at + written.len();
    if let Some(meant) = decoded(&written) {
        return Some(Edit::replace(at..end, meant));
    }
    // The last byte of a closing quotation mark has no letter in windows-1252 and is often lost.
    if rest.starts_with("â€") {
        return Some(Edit::replace(at..at + "â€".len(), "”"));
    }
    let alone = first == 'Â' && !rest[first.len_utf8()..].starts_with(char::is_alphabetic);
    alone.then(|| Edit::delete(at..at + first.len_utf8()))
}

fn decoded(written: &str) -> Option<String> {
    let (bytes, _, lost) = WINDOWS_1252.encode(written);
    let meant = std::str::from_utf8(&bytes).ok().filter(|_| !lost)?;
    let mut chars = meant.chars();
    let one = chars.next().filter(|c| !c.is_ascii() && !c.is_control())?;
    chars.next().is_none().then(|| match one {
        '\u{a0}' | '\u{2009}' | '\u{202f}' => " ".to_owned(),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => String::new(),
        _ => meant.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::Field;
    use super::super::super::revision::Revision;
    use super::super::repair_characters;

    fn repaired(text: &str) -> String {
        let mut revision = Revision::new(Field::Text, text.to_owned());
        repair_characters(&mut revision);
        revision.text().to_owned()
    }

    #[test]
    fn spaces_and_line_ends_are_plain() {
        assert_eq!(repaired("94\u{a0}000\u{2009}men\u{200b}\r\nnext\u{ad}ly"), "94 000 men\nnextly");
        assert_eq!(repaired("ﬁve ofﬁces, eﬄuent"), "five offices, effluent");
        assert_eq!(repaired("Plain – “text” at 5 °C"), "Plain – “text” at 5 °C");
    }

    #[test]
    fn wrongly_decoded_characters_are_restored() {
        assert_eq!(
            repaired("itâ€™s Â£5 at the cafÃ©.Â\nâ€œYesâ€\u{9d} â€œnoâ€ said"),
            "it’s £5 at the café.\n“Yes” “no” said"
        );
        assert_eq!(repaired("5Â\u{a0}km"), "5 km");
    }

    #[test]
    fn letters_with_accents_stand() {
        for text in ["Âge tendre", "Châtelet", "CAFÉ” said", "São Paulo", "Ãhm", "Guðrún"] {
            assert_eq!(repaired(text), text);
        }
    }
}
