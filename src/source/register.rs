//! The register of sources: a TOML file with a table for each outlet.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use thiserror::Error;
use toml::Spanned;

use super::Grade;

/// What is declared of one outlet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// Its name, as articles give it.
    pub name: String,
    /// How far it is trusted.
    pub grade: Option<Grade>,
    /// Outlets of one group are one independent source: a house, an agency and its clients.
    pub group: Option<String>,
    /// The side it speaks for: a country by its name, or any word.
    pub party: Option<String>,
}

/// Why a register could not be read.
#[derive(Debug, Error)]
pub enum RegisterError {
    /// The file itself.
    #[error("cannot read {path}: {cause}")]
    Unreadable {
        /// As given.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// What stands in it.
    #[error("{path}: {problem}")]
    Wrong {
        /// The path, with the line where that is known.
        path: String,
        /// What is wrong and what to do.
        problem: String,
    },
}

/// Declared sources by name, in any case of letters. An empty register knows nobody.
#[derive(Clone, Debug, Default)]
pub struct Register {
    sources: Vec<Declared>,
    by_name: BTreeMap<String, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSpec {
    #[serde(default)]
    source: Vec<SourceSpec>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceSpec {
    name: Spanned<String>,
    #[serde(default)]
    also: Vec<Spanned<String>>,
    grade: Option<Spanned<String>>,
    group: Option<String>,
    party: Option<String>,
}

impl Register {
    /// Reads a register from its file.
    pub fn read(path: &Path) -> Result<Self, RegisterError> {
        let shown = path.display().to_string();
        let text =
            std::fs::read_to_string(path).map_err(|cause| RegisterError::Unreadable { path: shown.clone(), cause })?;
        Self::parse(&text, &shown)
    }

    /// Reads a register from its text; `path` is only named in errors.
    pub fn parse(text: &str, path: &str) -> Result<Self, RegisterError> {
        let wrong = |problem: String| RegisterError::Wrong { path: path.to_owned(), problem };
        let spec: FileSpec = toml::from_str(text).map_err(|error| wrong(error.to_string().trim_end().to_owned()))?;
        let mut register = Self::default();
        for source in spec.source {
            register.add(source).map_err(|(at, problem)| RegisterError::Wrong {
                path: format!("{path}:{}", line_of(text, at)),
                problem,
            })?;
        }
        Ok(register)
    }

    /// Adds a source; where it is at fault, the byte and the problem.
    fn add(&mut self, spec: SourceSpec) -> Result<(), (usize, String)> {
        let grade = spec.grade.map(|grade| grade.get_ref().parse().map_err(|problem| (grade.span().start, problem)));
        for name in std::iter::once(&spec.name).chain(&spec.also) {
            let at = name.span().start;
            if name.get_ref().trim().is_empty() {
                return Err((at, "a source without a name; write it as the articles do".to_owned()));
            }
            if self.by_name.insert(key(name.get_ref()), self.sources.len()).is_some() {
                return Err((at, format!("`{}` is declared twice; keep one of them", name.get_ref())));
            }
        }
        let (name, grade) = (spec.name.into_inner().trim().to_owned(), grade.transpose()?);
        self.sources.push(Declared { name, grade, group: spec.group, party: spec.party });
        Ok(())
    }

    /// What is declared of an outlet.
    pub fn of(&self, outlet: &str) -> Option<&Declared> {
        self.sources.get(*self.by_name.get(&key(outlet))?)
    }

    /// Who counts as one source with an outlet: its group, else itself.
    pub fn independent<'a>(&'a self, outlet: &'a str) -> &'a str {
        self.of(outlet).and_then(|declared| declared.group.as_deref()).unwrap_or(outlet)
    }

    /// Whether nobody is declared.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// The declared names that are none of `outlets`, in the order of the file.
    pub fn unused<'a>(&'a self, outlets: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
        let seen: Vec<usize> =
            outlets.into_iter().filter_map(|outlet| self.by_name.get(&key(outlet)).copied()).collect();
        let unseen = |(at, _): &(usize, &Declared)| !seen.contains(at);
        self.sources.iter().enumerate().filter(unseen).map(|(_, declared)| declared.name.as_str()).collect()
    }
}

fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const FILE: &str = r#"
[[source]]
name  = "Harbour Post"
also  = ["harbourpost.example"]
grade = "b2"
group = "Harbour Media"

[[source]]
name  = "Ministry Bulletin"
grade = "D"
party = "Ukraine"
"#;

    #[test]
    fn outlets_are_found_by_any_of_their_names() {
        let register = Register::parse(FILE, "sources.toml").unwrap();
        let grade =
            |outlet: &str| register.of(outlet).and_then(|declared| declared.grade).map(|grade| grade.to_string());
        assert_eq!(grade("harbour post").as_deref(), Some("B2"));
        assert_eq!(grade("HarbourPost.example ").as_deref(), Some("B2"));
        assert_eq!(grade("Ministry Bulletin").as_deref(), Some("D3"));
        assert_eq!(grade("Other"), None);
        assert_eq!(register.independent("Harbour Post"), "Harbour Media");
        assert_eq!(register.independent("Other"), "Other");
        assert_eq!(register.unused(["harbour post"]), ["Ministry Bulletin"]);
    }

    #[test]
    fn grades_are_ordered_by_trust() {
        let grade = |text: &str| text.parse::<Grade>().unwrap();
        assert!(grade("A1") < grade("A2") && grade("A6") < grade("B1") && grade("E5").is_doubtful());
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, told) in [
            ("[[source]]\nname = 'a'\ngrade = 'Z9'\n", "s.toml:3: `Z9` is no grade"),
            ("[[source]]\nname = 'a'\n[[source]]\nname = 'A'\n", "s.toml:4: `A` is declared twice"),
            ("[[source]]\nname = ' '\n", "s.toml:2: a source without a name"),
            ("[[source]]\nnam = 'a'\n", "unknown field `nam`"),
        ] {
            let error = Register::parse(text, "s.toml").unwrap_err().to_string();
            assert!(error.contains(told), "{error}");
        }
    }
}
