//! From bytes to text: byte order marks, encodings, and what is no text at all.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a file the encoding is guessed from.
const SAMPLE: usize = 4 << 20;

/// A decoded text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// What a reader should know of how it was decoded.
    pub(super) note: Option<String>,
}

/// Decodes the bytes of a file, or says why they are no text.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Decoded, String> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return decode_marked(bytes, encoding, mark);
    }
    if let Some(encoding) = unmarked_utf16(&bytes) {
        return decode_marked(bytes, encoding, 0);
    }
    if is_binary(&bytes) {
        return Err("binary, not text; convert it to text first".to_owned());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text, note: None }),
        Err(error) => Ok(decode_unmarked(error.as_bytes(), error.utf8_error().valid_up_to())),
    }
}

/// A text whose first bytes name its encoding.
fn decode_marked(mut bytes: Vec<u8>, encoding: &'static Encoding, mark: usize) -> Result<Decoded, String> {
    if encoding == UTF_8 {
        bytes.drain(..mark);
        return decode(bytes);
    }
    debug_assert!(encoding == UTF_16LE || encoding == UTF_16BE);
    let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
    let note = broken.then(|| format!("parts of it are no valid {}; they were replaced", encoding.name()));
    Ok(Decoded { text: text.into_owned(), note })
}

/// A text that is not valid UTF-8: UTF-8 with a few broken bytes, or an older encoding that is guessed.
fn decode_unmarked(bytes: &[u8], broken_at: usize) -> Decoded {
    let (wide, broken) = count_utf8(bytes);
    if wide > 4 * broken {
        let note = format!("{broken} bytes are no valid UTF-8; they were replaced");
        return Decoded { text: String::from_utf8_lossy(bytes).into_owned(), note: Some(note) };
    }
    let from = if broken_at < SAMPLE { 0 } else { broken_at };
    let sample = &bytes[from..bytes.len().min(from + SAMPLE)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let (encoding, how) = match declared(bytes) {
        Some(named) if oddities(named, sample) <= oddities(guess, sample) => (named, ", as it says"),
        Some(_) => (guess, "; what it says itself does not fit"),
        None => (guess, ""),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let note = format!("not valid UTF-8, decoded as {}{how}", encoding.name());
    Decoded { text: text.into_owned(), note: Some(note) }
}

/// The encoding that a web page or an XML file names at its beginning. One that ASCII cannot be read in is never true here.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const HEAD: usize = 4 << 10;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let labels =
        ["charset", "encoding"].into_iter().flat_map(|key| head.match_indices(key).map(move |(at, _)| at + key.len()));
    let label = |at: usize| {
        let value = head[at..].trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let end = value
            .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.'))
            .unwrap_or(value.len());
        Encoding::for_label(&value.as_bytes()[..end])
    };
    let found = head.contains('<').then(|| labels.into_iter().find_map(label)).flatten();
    found.filter(|encoding| encoding.is_ascii_compatible() && *encoding != UTF_8)
}

/// How badly an encoding fits: bytes that it cannot read, control characters, and words that mix two scripts ("cafй").
fn oddities(encoding: &'static Encoding, sample: &[u8]) -> usize {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let lost = text.chars().filter(|c| matches!(c, '\u{fffd}' | '\u{80}'..='\u{9f}')).count();
    let foreign = |c: char| ('\u{370}'..='\u{52f}').contains(&c);
    let mixes = |word: &&str| word.chars().any(foreign) && !word.chars().all(foreign);
    let marks =
        |word: &&str| word.chars().filter(|c| ('\u{a0}'..='\u{bf}').contains(c) || matches!(c, '×' | '÷')).count() > 1;
    let strange = |word: &&str| word.chars().filter(|c| ('\u{c0}'..='\u{ff}').contains(c)).count() > 3;
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii());
    let odd = words().filter(|word| mixes(word) || strange(word)).count();
    lost + odd + text.split_whitespace().filter(|word| !word.is_ascii()).filter(marks).count()
}

/// UTF-16 that no mark names: ASCII in it has a NUL for every other byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1 << 10) / 2 * 2];
    let nuls = |side: usize| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len() / 2;
    let (first, second) = (nuls(0), nuls(1));
    let text = |many: usize, few: usize| half >= 8 && many * 10 >= half * 9 && few == 0;
    match () {
        () if text(second, first) => Some(UTF_16LE),
        () if text(first, second) => Some(UTF_16BE),
        () => None,
    }
}

/// How many characters beyond ASCII are valid, and how many bytes are not.
fn count_utf8(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(wide, broken), chunk| {
        let valid = chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        (wide + valid, broken + chunk.invalid().len())
    })
}

/// Whether bytes without a byte order mark are no text: a NUL, or more than one control character in fifty.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let controls = sample.iter().filter(|byte| matches!(byte, 1..=8 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f)).count();
    bytes.starts_with(b"%PDF-") || memchr::memchr(0, bytes).is_some() || controls * 50 > sample.len()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn byte_order_marks_name_the_encoding() {
        assert_eq!(decode(b"\xef\xbb\xbfAbc".to_vec()).unwrap().text, "Abc");
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("Zwölf".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(wide).unwrap(), Decoded { text: "Zwölf".to_owned(), note: None });
    }

    #[test]
    fn an_older_encoding_is_guessed_and_named() {
        let decoded = decode(b"The caf\xe9 in Orl\xe9ans was closed, he said \x96 for good.".to_vec()).unwrap();
        assert_eq!(decoded.text, "The café in Orléans was closed, he said – for good.");
        assert!(decoded.note.unwrap().contains("windows-1252"));
    }

    #[test]
    fn a_few_broken_bytes_do_not_change_the_encoding() {
        let mut bytes = "“One”, “two” and “three” – she said.".as_bytes().to_vec();
        bytes.push(0xe2);
        assert!(decode(bytes).unwrap().note.unwrap().starts_with("1 bytes are no valid UTF-8"));
    }

    #[test]
    fn what_a_page_says_of_its_encoding_holds_where_it_fits() {
        let page = |charset: &str, body: &[u8]| {
            let head = format!("<html><meta charset=\"{charset}\"><p>");
            decode([head.as_bytes(), body].concat()).unwrap()
        };
        let (cyrillic, western) =
            (b"The daily \xc8\xe7\xe2\xe5\xf1\xf2\xe8\xff said so.", b"The caf\xe9 in Orl\xe9ans was shut.");
        for (charset, body, words) in [
            ("windows-1251", &cyrillic[..], "Известия"),
            ("iso-8859-1", &cyrillic[..], "Известия"),
            ("iso-8859-1", &western[..], "café"),
            ("windows-1251", &western[..], "café"),
            ("utf-8", &western[..], "café"),
        ] {
            let decoded = page(charset, body);
            assert!(decoded.text.contains(words), "{charset}: {decoded:?}");
        }
        assert!(page("windows-1251", cyrillic).note.unwrap().ends_with("windows-1251, as it says"));
        assert!(page("windows-1251", "The café was shut.".as_bytes()).text.contains("café"));
    }

    #[test]
    fn utf16_needs_no_mark() {
        let little: Vec<u8> = "<p>Two men met.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "<p>Two men met.".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(little).unwrap().text, "<p>Two men met.");
        assert_eq!(decode(big).unwrap().text, "<p>Two men met.");
    }

    #[test]
    fn binary_is_named() {
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()).is_err());
        assert!(decode(vec![7; 100]).is_err());
    }
}
