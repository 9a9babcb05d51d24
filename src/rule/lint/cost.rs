//! What an expression costs, told from its form alone, so that the same file gets the same answer on every machine.
//!
//! The measure is the length of the program that the regex engine makes of it: one instruction a byte, class, look or branch,
//! bounded repetitions written out as often as they may come. It bounds what matters: the time to compile it, which is about linear
//! in the length; the memory of its automaton; and the work for each byte of a sentence, which is at worst one step an instruction. A gap of
//! N words is N copies of a word, so wide gaps before long word lists are what makes programs long.

use regex_syntax::hir::{Hir, HirKind};

use super::Subject;
use crate::rule::kind::ProblemKind;
use crate::rule::spec::Text;
use crate::rule::template::expand;
use crate::rule::trigger::Triggers;

/// The longest program that is no warning.
const BUDGET: u64 = 20_000;

/// Checks what the patterns of a file and what stops them cost.
pub(super) fn check(subject: &mut Subject) {
    let patterns = subject.spec.patterns.iter().map(|pattern| pattern.get_ref().expression.clone());
    let unless = subject.spec.unless.iter().map(|unless| unless.get_ref().expression.clone());
    let (patterns, unless): (Vec<Text>, Vec<Text>) = (patterns.collect(), unless.collect());
    untriggered(subject, &patterns);
    patterns.iter().chain(&unless).for_each(|text| slow(subject, text));
}

fn untriggered(subject: &mut Subject, patterns: &[Text]) {
    let mut triggers = Triggers::new(&subject.lists);
    for text in patterns {
        if text.get_ref() != "{value}" && triggers.of(text.get_ref()).is_empty() {
            let message = "this pattern holds no word for certain, so it is tried on every sentence with a figure";
            let advice = "make a word of it obligatory, or split it into patterns that each hold one";
            subject.problems.add(ProblemKind::UntriggeredPattern, text.span(), message, advice);
        }
    }
}

fn slow(subject: &mut Subject, text: &Text) {
    let length = program(&expand(text.get_ref(), 0, &subject.lists).text);
    if length > BUDGET {
        let message = format!("this makes a program of {length} steps, more than the budget of {BUDGET}");
        let advice = "make its gaps narrower, or set shorter word lists beside them";
        subject.problems.add(ProblemKind::SlowPattern, text.span(), message, advice);
    }
}

/// The length of the program of an expanded expression.
fn program(expanded: &str) -> u64 {
    let mut parser = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build();
    parser.parse(expanded).map_or(0, |hir| length(&hir))
}

fn length(hir: &Hir) -> u64 {
    match hir.kind() {
        HirKind::Empty => 0,
        HirKind::Literal(literal) => literal.0.len() as u64,
        HirKind::Class(_) | HirKind::Look(_) => 1,
        HirKind::Capture(capture) => length(&capture.sub),
        HirKind::Repetition(repetition) => {
            let copies = u64::from(repetition.max.unwrap_or(repetition.min.max(1)));
            length(&repetition.sub).saturating_add(1).saturating_mul(copies)
        }
        HirKind::Concat(parts) => parts.iter().map(length).fold(0, u64::saturating_add),
        HirKind::Alternation(parts) => parts.iter().map(|part| length(part) + 1).fold(0, u64::saturating_add),
    }
}

#[cfg(test)]
mod tests {
    use super::program;

    #[test]
    fn repetitions_are_written_out() {
        assert_eq!(program("ab[c-e]"), 3);
        assert_eq!(program("(?:ab){1,4}"), 12);
        assert_eq!(program("abc|x"), 6);
    }
}
