//! Folding: what each character of a text, or of a template, is in the shadow.

use unicode_normalization::char::decompose_canonical;

/// Folds one character into the bytes of the shadow.
pub(super) fn fold(c: char, mut push: impl FnMut(u8)) {
    match c {
        '`' | '‘' | '’' | '‚' | '‛' | '′' | '´' => push(b'\''),
        ' '..='~' => push((c as u8).to_ascii_lowercase()),
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => push(b'"'),
        '‐' | '‑' | '‒' | '–' | '−' => push(b'-'),
        '—' | '―' => b" - ".iter().for_each(|&byte| push(byte)),
        '…' => push(b'.'),
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{300}'..='\u{36f}' => {}
        _ if c.is_alphabetic() => push(base_letter(c)),
        _ if c.is_whitespace() || c.is_control() => push(b' '),
        _ => push(b'.'),
    }
}

/// The ASCII letter under a letter's marks, else a neutral one.
fn base_letter(c: char) -> u8 {
    let mut base = None;
    decompose_canonical(c, |part| base = base.or(Some(part)));
    match base {
        Some(letter) if letter.is_ascii_alphabetic() => (letter as u8).to_ascii_lowercase(),
        _ => match c {
            'ł' | 'Ł' => b'l',
            'ø' | 'Ø' | 'œ' | 'Œ' => b'o',
            'đ' | 'Đ' => b'd',
            'ı' => b'i',
            'ß' => b's',
            'æ' | 'Æ' => b'a',
            _ => b'x',
        },
    }
}
