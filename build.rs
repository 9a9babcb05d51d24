//! Prepares what the program carries with it: rule files, the lexicon and the synonyms.

#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/rules.rs"]
mod rules;
#[path = "build/synonyms.rs"]
mod synonyms;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    rules::embed()?;
    lexicon::embed()?;
    synonyms::embed()
}
