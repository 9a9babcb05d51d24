//! The files that a result is written to besides standard output: `--output FILE`, the form told by the ending or named before it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::format::Format;
use super::whole_file::{self, WholeFile};
use crate::article::would_read;

/// A file and the form of what it will hold.
#[derive(Debug)]
pub(super) struct Target<F> {
    format: F,
    path: PathBuf,
}

impl<F: Format> Target<F> {
    /// In which form it is written.
    pub(super) fn format(&self) -> F {
        self.format
    }
}

/// The targets that the arguments name, once it is sure that each can be written and spoils none of the files that are read.
pub(super) fn targets<F: Format>(named: &[PathBuf], read: &[&[PathBuf]]) -> Result<Vec<Target<F>>> {
    let targets: Vec<Target<F>> = named.iter().map(|named| target(named)).collect::<Result<_>>()?;
    for (at, target) in targets.iter().enumerate() {
        let place = whole_file::place(&target.path);
        if let Some(twin) = targets[..at].iter().find(|other| whole_file::place(&other.path) == place) {
            let forms = [twin.format.name(), target.format.name()].join(" and ");
            bail!("--output names `{}` twice ({forms}); one file holds one form", target.path.display());
        }
        if read.iter().copied().flatten().any(|read| read.is_file() && whole_file::place(read) == place) {
            bail!("`{}` is an article that is read; write the result to another file", target.path.display());
        }
        whole_file::can_be_written(&target.path)?;
        if let Some(folder) = read.iter().copied().flatten().find(|read| is_among(&place, read)) {
            let (path, folder) = (target.path.display(), folder.display());
            bail!(
                "`{path}` would lie among the articles of `{folder}` and be read as one by the next run; write it elsewhere"
            );
        }
    }
    Ok(targets)
}

/// Whether a file at `place` would be read with the articles of a folder. Of JSON that holds no text a run only says that it
/// skips it.
fn is_among(place: &Path, read: &Path) -> bool {
    let prose = !place.extension().is_some_and(|ending| ["json", "jsonl", "ndjson"].iter().any(|json| ending == *json));
    prose && read.is_dir() && would_read(&whole_file::place(read), place)
}

/// Writes all of them or, where one fails, none.
pub(super) fn write<F: Format>(
    targets: &[Target<F>],
    write: impl Fn(F, &mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    let one = |target: &Target<F>| WholeFile::write(&target.path, |out| write(target.format, out));
    let written: Vec<WholeFile> = targets.iter().map(one).collect::<Result<_>>()?;
    written.into_iter().try_for_each(WholeFile::keep)
}

/// What `FILE`, `FORM:FILE` or `FORM=FILE` names.
fn target<F: Format>(named: &Path) -> Result<Target<F>> {
    if let Some((form, path)) = named.to_str().and_then(parted) {
        if let Ok(format) = F::from_str(form, true) {
            let path = PathBuf::from(path);
            return if is_name(&path) { Ok(Target { format, path }) } else { bail!("`{}` {NO_NAME}", named.display()) };
        }
        if is_word(form) {
            let (path, forms) = (named.display(), names::<F>());
            bail!("there is no form `{form}`; take one of {forms}, or ./{path} for a file of that name");
        }
    }
    let Some(format) = told_by_ending(named) else { bail!("{}", unknown::<F>(named)) };
    Ok(Target { format, path: named.to_owned() })
}

const NO_NAME: &str = "names no file; --output takes FILE or FORM:FILE, and --format says what goes to standard output";

/// Whether a path can be that of a file.
fn is_name(path: &Path) -> bool {
    path.file_name().is_some() && path != Path::new("-")
}

/// What stands before the first colon or equals sign, and what after it.
fn parted(named: &str) -> Option<(&str, &str)> {
    named.split_once([':', '='])
}

/// Whether it may be meant as the name of a form: a drive's letter, or a path, is not.
fn is_word(form: &str) -> bool {
    form.len() > 1 && form.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
}

/// The form with the longest ending that the file's name has.
fn told_by_ending<F: Format>(path: &Path) -> Option<F> {
    let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
    let has = |ending: &&str| name.strip_suffix(ending).is_some_and(|stem| stem.ends_with('.'));
    let longest = |format: &F| format.endings().iter().filter(|ending| has(ending)).map(|ending| ending.len()).max();
    F::value_variants().iter().filter(|format| longest(format).is_some()).max_by_key(|format| longest(format)).copied()
}

fn unknown<F: Format>(path: &Path) -> String {
    if !is_name(path) {
        return format!("`{}` {NO_NAME}", path.display());
    }
    let endings = F::value_variants().iter().flat_map(|format| format.endings());
    let endings: Vec<String> = endings.map(|ending| format!(".{ending}")).collect();
    let (path, endings) = (path.display(), endings.join(" "));
    format!(
        "the name `{path}` does not tell its form; take one of the endings {endings}, or name the form: FORM:{path}"
    )
}

fn names<F: Format>() -> String {
    F::value_variants().iter().map(|format| format.name()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::format::CheckFormat;
    use super::*;

    fn read(named: &str) -> Result<(CheckFormat, String), String> {
        let target = target::<CheckFormat>(Path::new(named)).map_err(|error| error.to_string())?;
        Ok((target.format, target.path.display().to_string()))
    }

    #[test]
    fn the_ending_or_a_name_tells_the_form() {
        let told = |named: &str| read(named).ok();
        assert_eq!(told("out/run.JSON"), Some((CheckFormat::Json, "out/run.JSON".into())));
        assert_eq!(told("run.ndjson"), Some((CheckFormat::Jsonl, "run.ndjson".into())));
        assert_eq!(told("csv:run"), Some((CheckFormat::Csv, "run".into())));
        assert_eq!(told("md=a:b.csv"), Some((CheckFormat::Markdown, "a:b.csv".into())));
        assert_eq!(told("./csv:run.json"), Some((CheckFormat::Json, "./csv:run.json".into())));
        assert_eq!(told("c:\\run.csv"), Some((CheckFormat::Csv, "c:\\run.csv".into())));
        assert_eq!(told("2031-05-06 12:30.csv"), Some((CheckFormat::Csv, "2031-05-06 12:30.csv".into())));
    }

    #[test]
    fn what_names_no_form_or_no_file_is_an_error() {
        let error = |named: &str| read(named).err().unwrap_or_default();
        assert!(error("run.doc").contains("does not tell its form"), "{}", error("run.doc"));
        assert!(error("run").contains("FORM:run"), "{}", error("run"));
        assert!(error("jsn:run.json").contains("there is no form `jsn`"), "{}", error("jsn:run.json"));
        for named in ["-", "json:-", "json:", "..", "csv:out/.."] {
            assert!(error(named).contains("names no file"), "{named}: {}", error(named));
        }
    }
}
