//! The options in force, a line each: its value and where that is from.

use std::io::{self, Write};

use super::text;

/// One option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name.
    pub option: String,
    /// Its value; empty where it has none.
    pub value: String,
    /// Where the value is from.
    pub from: String,
}

/// Writes the configuration that was found, and the options in columns.
pub fn write(file: Option<&str>, settings: &[Setting], out: &mut dyn Write) -> io::Result<()> {
    match file {
        Some(file) => writeln!(out, "configuration: {}\n", text::clean(file))?,
        None => writeln!(out, "configuration: none found\n")?,
    }
    let value = |setting: &Setting| if setting.value.is_empty() { "-".to_owned() } else { text::clean(&setting.value) };
    let widest = |width: fn(&Setting) -> usize| settings.iter().map(width).max().unwrap_or(0);
    let names = widest(|setting| setting.option.len());
    let values = settings.iter().map(|setting| text::width(&value(setting))).max().unwrap_or(0);
    for setting in settings {
        let shown = value(setting);
        let (gap, rest) = (names - setting.option.len() + 2, values - text::width(&shown) + 2);
        writeln!(
            out,
            "{}{}{shown}{}{}",
            setting.option,
            " ".repeat(gap),
            " ".repeat(rest),
            text::clean(&setting.from)
        )?;
    }
    Ok(())
}
