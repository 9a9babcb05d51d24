//! Web pages of any bytes: no panic, bounded time, and every place of the text leads back into the file.
//! `cargo +nightly fuzz run page -- -dict=fuzz/page.dict -max_total_time=600`

#![no_main]

use crosscheck::article::{Sources, Span, read_as, text_fragment};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let sources = Sources::new(Vec::new(), date(2026, 1, 1));
    let page = [b"<html>", bytes].concat();
    let Ok(corpus) = read_as("page.html", &page[..], &sources) else { return };
    for article in &corpus.articles {
        let text = article.text();
        let lines = page.len() + 1;
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()).take(200) {
            let span = Span::of(at, at + c.len_utf8());
            let found = article.locate(span);
            assert!(found.start <= found.end && (1..=lines).contains(&found.line) && found.column > 0);
        }
        let _ = text_fragment(article, Span::of(0, text.len()));
        let _ = text_fragment(article, article.headline());
    }
});
