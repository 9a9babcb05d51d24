//! A file that is there whole or not at all: written under a passing name beside its own, and renamed at the end.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// A file that is written and not yet under its name. Dropped before it is kept, it leaves nothing.
#[derive(Debug)]
pub(super) struct WholeFile {
    path: PathBuf,
    /// `None` of what is no plain file (a device, a pipe), which is written where it stands; and once it is kept.
    passing: Option<PathBuf>,
}

impl WholeFile {
    /// Lets `write` write the file.
    pub(super) fn write(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<Self> {
        let (whole, file) = Self::begin(path)?;
        let mut out = BufWriter::new(file);
        write(&mut out).and_then(|()| out.flush()).with_context(|| refused(path))?;
        Ok(whole)
    }

    /// Gives it its name.
    pub(super) fn keep(mut self) -> Result<()> {
        let Some(passing) = self.passing.take() else { return Ok(()) };
        let renamed = fs::rename(&passing, &self.path);
        if renamed.is_err() {
            // What could not be named is of no use.
            let _ = fs::remove_file(&passing);
        }
        renamed.with_context(|| refused(&self.path))
    }

    fn begin(path: &Path) -> Result<(Self, File)> {
        if path.is_dir() {
            bail!("cannot write `{}`: it is a folder; add the name of a file", path.display());
        }
        // A link goes on leading where it leads.
        let place = place(path);
        let special = fs::metadata(&place).is_ok_and(|data| !data.is_file());
        let passing = (!special).then(|| beside(&place));
        let file = match &passing {
            Some(passing) => File::create(passing),
            None => File::options().write(true).open(&place),
        };
        let file = file.with_context(|| refused(path))?;
        Ok((Self { path: place, passing }, file))
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if let Some(passing) = self.passing.take() {
            // It was made by this run and nobody waits for it.
            let _ = fs::remove_file(passing);
        }
    }
}

/// An error, before any work is done, where the file could not be written at its end.
pub(super) fn can_be_written(path: &Path) -> Result<()> {
    if fs::metadata(path).is_ok_and(|data| !data.is_file() && !data.is_dir()) {
        return Ok(()); // to open a pipe may already be to use it
    }
    WholeFile::begin(path).map(drop)
}

/// Where a file stands or will stand, whatever links lead there: two names of one file are one place.
pub(super) fn place(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let named = || Some(fs::canonicalize(folder).ok()?.join(path.file_name()?));
    fs::canonicalize(path).ok().or_else(named).unwrap_or_else(|| path.to_owned())
}

/// The passing name; the process's number keeps two runs apart.
fn beside(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

fn refused(path: &Path) -> String {
    format!("cannot write `{}`; check that its folder exists and may be written to", path.display())
}
