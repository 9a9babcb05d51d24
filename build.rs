//! Prepares what the program carries with it: rule files.

#[path = "build/rules.rs"]
mod rules;

fn main() -> std::io::Result<()> {
    rules::embed()
}
