//! Front matter of any kind above a text: no panic, and the text below it is read or the article is refused with a reason.
//! `cargo +nightly fuzz run front -- -dict=fuzz/front.dict -max_total_time=600`

#![no_main]

use crosscheck::article::{ReadError, Sources, read_as};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|fields: &str| {
    let sources = Sources::new(Vec::new(), date(2026, 1, 1));
    let fence = if fields.len() % 2 == 0 { "---" } else { "+++" };
    let file = format!("{fence}\n{fields}\n{fence}\nTwo men met on Friday, the ministry said.\n");
    match read_as("a.md", file.as_bytes(), &sources) {
        Ok(corpus) => assert!(corpus.articles[0].text().contains("Two men") || !corpus.articles[0].text().is_empty()),
        Err(ReadError::Nothing { skipped, .. }) => assert!(!skipped.is_empty() && !skipped[0].reason.is_empty()),
        Err(error) => panic!("{error}"),
    }
});
