//! The scanner on any text: no panic, leaves in order on character boundaries, and ends of figures in order.
//! `cargo +nightly fuzz run scan -- -dict=fuzz/figures.dict -max_total_time=600`

#![no_main]

use crosscheck::article::Article;
use crosscheck::lexicon::Lexicon;
use crosscheck::mention::{read_quantity, scan};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let article = Article::plain("fuzz", text, None);
    let mentions = scan(&article, Lexicon::embedded());
    let mut end = 0;
    for leaf in &mentions.leaves {
        assert!(end <= leaf.span.start(), "leaves overlap: {text:?}");
        assert!(!article.text()[leaf.span.start()..leaf.span.end()].is_empty());
        end = leaf.span.end();
        if let Some(quantity) = mentions.quantity(leaf).map(|mention| &mention.quantity) {
            let (amount_low, amount_high) = quantity.amount.ends();
            assert!(quantity.low.zip(quantity.high).is_none_or(|(low, high)| low <= high), "ends cross: {text:?}");
            assert!(amount_low <= amount_high);
        }
    }
    let _ = read_quantity(text);
});
