//! Mechanical repairs: the fixes of a file's problems, each taken only where the file still reads as it did, or better.

use std::sync::Arc;

use toml::Table;

use crate::rule::check::{Checks, compile};
use crate::rule::kind::{Level, ProblemKind};
use crate::rule::problem::{Fix, Problem, Problems, RuleFile};
use crate::rule::read::read_rule;

/// Applies the fixes of a file's problems that are safe; the new text and what each did, with its line. `None` where
/// there is none.
pub fn repair(file: &RuleFile, problems: &[Problem]) -> Option<(String, Vec<(usize, String)>)> {
    let own = problems.iter().filter(|problem| problem.file.path == file.path);
    let mut fixes: Vec<(&Problem, &Fix)> = own.filter_map(|problem| Some((problem, problem.fix.as_ref()?))).collect();
    // From the end of the file, so that the places of the others hold.
    fixes.sort_by_key(|(_, fix)| std::cmp::Reverse(start(fix)));
    let (mut text, mut done, mut untouched) = (file.text.to_string(), Vec::new(), usize::MAX);
    for (problem, fix) in fixes {
        let end = fix.edits.iter().map(|(at, _)| at.end).max().unwrap_or(0);
        if end > untouched {
            continue;
        }
        let Some(changed) = applied(&text, fix).filter(|changed| is_safe(file, &text, changed, problem.kind)) else {
            continue;
        };
        (text, untouched) = (changed, start(fix));
        done.push((problem.lines().0.0, fix.what.clone()));
    }
    done.reverse();
    (!done.is_empty()).then_some((text, done))
}

fn start(fix: &Fix) -> usize {
    fix.edits.iter().map(|(at, _)| at.start).min().unwrap_or(0)
}

fn applied(text: &str, fix: &Fix) -> Option<String> {
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|(at, _)| std::cmp::Reverse(at.start));
    let mut changed = text.to_owned();
    for (at, new) in edits {
        changed.get(at.clone())?;
        changed.replace_range(at.clone(), new);
    }
    Some(changed)
}

/// Whether a change leaves a file that can be read, has no more errors than before and, where only the layout was to change,
/// says the same.
fn is_safe(file: &RuleFile, before: &str, after: &str, kind: ProblemKind) -> bool {
    let (Ok(old), Ok(new)) = (before.parse::<Table>(), after.parse::<Table>()) else { return false };
    let layout = matches!(kind, ProblemKind::TrailingBlank | ProblemKind::SectionOrder);
    let same = !layout || old == new;
    same && errors(file, after) <= errors(file, before)
}

/// How many errors a text would have as this file; word lists of other files count as unknown before and after.
fn errors(file: &RuleFile, text: &str) -> usize {
    let mut problems = Problems::new(RuleFile { text: text.into(), ..file.clone() });
    let spec = read_rule(&mut problems);
    compile(spec, &Arc::default(), Checks::Expressions, &mut problems);
    problems.found.iter().filter(|problem| problem.level() == Level::Error).count()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::path::Path;

    use super::*;
    use crate::lexicon::Lexicon;
    use crate::rule::lint;

    const HEAD: &str = "summary = 'How many.'\nexplain = 'More.'\n[value.count]\n";

    /// A file with an addition after its fixes, over and over until there are none.
    fn repaired(addition: &str) -> String {
        let mut text = format!("{HEAD}{addition}");
        for _ in 0..5 {
            let file = RuleFile { path: Path::new("mine/a.toml").into(), text: text.as_str().into() };
            match repair(&file, &lint(&[], std::slice::from_ref(&file), Lexicon::embedded()).problems) {
                Some((new, _)) => text = new,
                None => break,
            }
        }
        text.strip_prefix(HEAD).unwrap_or(&text).to_owned()
    }

    #[test]
    fn what_has_one_meaning_is_put_right_and_comments_stay() {
        let broken = "[[patern]]  # one\nmatch = '{value}  men were killed'\nboundd = 'atleast'  \n";
        let sound = "[[pattern]]  # one\nmatch = '{value} men were killed'\nbound = 'at-least'\n";
        assert_eq!(repaired(broken), sound);
        assert_eq!(
            repaired("[words]\na = ['x', 'y', 'x', 'z']\n[[pattern]]\nmatch = \"{value} {a} \\\\- \\\\\\\"dead\"\n"),
            "[words]\na = ['x', 'y', 'z']\n[[pattern]]\nmatch = \"{value} {a} - \\\"dead\"\n"
        );
    }

    #[test]
    fn sections_move_with_their_comments() {
        let broken = "\n# never\n[[unless]]\nmatch = 'dead end'\n\n# one\n[[pattern]]\nmatch = '{value} dead'\n";
        let sound = "\n# one\n[[pattern]]\nmatch = '{value} dead'\n\n# never\n[[unless]]\nmatch = 'dead end'\n";
        assert_eq!(repaired(broken), sound);
    }

    #[test]
    fn what_would_break_the_file_is_left_alone() {
        let twice = "[[pattern]]\nmatch = '{value} dead'\nmatchh = 'x'\n";
        assert_eq!(repaired(twice), twice);
        let open = "[[pattern]]\nmatch = '{value} dead  \n";
        assert_eq!(repaired(open), open);
    }

    #[test]
    fn an_unused_allow_goes_with_its_keys_alone() {
        let text = "[[pattern]]\nmatch = '{value} dead'\n\n[[allow]]\nlint = 'slow-pattern'\nwhy = 'just in case'\n\n# next\n[compare]\nrounding = true\n";
        let fixed = repaired(text);
        assert!(!fixed.contains("allow") && fixed.contains("# next\n[compare]\nrounding = true\n"), "{fixed}");
    }
}
