//! Prepares what the program carries with it: rule files and the lexicon.

#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/rules.rs"]
mod rules;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    rules::embed()?;
    lexicon::embed()
}
