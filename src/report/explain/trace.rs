//! A sentence laid open: what was read in it, what became of each figure, and how near the rules came that did not take it.

use super::claim::{layers, leaf_kind, scope, value};
use super::page::{Page, short};
use super::underline::{Mark, underlined};
use super::{Case, Scanned};
use crate::article::Span;
use crate::claim::Claim;
use crate::mention::{Leaf, LeafKind, Mentions};
use crate::report::{names, text};
use crate::rule::{Change, Match, Near, Rule, Side, Wanted};
use crate::trace::{Outcome, Sentence, Traced, is_value, takes};

/// How many patterns are shown of a figure that no rule took.
const NEAREST: usize = 3;
/// Letters of a pattern's own words from which on it is worth showing unasked.
const TELLING: usize = 4;

/// Changes up to which a pattern is near.
const MOST_CHANGES: usize = 2;

/// How much is told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Breadth {
    /// Every rule that takes a figure of the kind, however far it is.
    pub all: bool,
    /// The rules were chosen by name: how near they came is told even where another took the figure.
    pub asked: bool,
    /// The text stands in no article, so that nobody can ask for its claims.
    pub loose: bool,
}

/// Tells of the sentences of an article.
pub fn trace(sentences: &[Sentence<'_>], scanned: Scanned<'_>, case: &Case<'_>, breadth: Breadth) -> String {
    let mut page = Page::new(case, None);
    for sentence in sentences {
        Told { scanned, case, breadth }.sentence(&mut page, sentence);
    }
    page.finish()
}

/// What is told, and from what.
#[derive(Clone, Copy)]
struct Told<'a> {
    scanned: Scanned<'a>,
    case: &'a Case<'a>,
    breadth: Breadth,
}

impl Told<'_> {
    fn sentence(self, page: &mut Page, sentence: &Sentence<'_>) {
        page.heading("The sentence, as it was read");
        let marks = marks(self, sentence.span);
        page.drawn(&underlined(self.text(), sentence.span, &marks, self.case.width.saturating_sub(4).max(20)));
        layers(page, self.scanned, sentence.span);
        for passed in &sentence.passed_over {
            page.field("no figure", &format!("{}: {}", self.quoted(passed.span), passed.reason));
        }
        for value in sentence.values.iter().filter(|value| self.is_asked(value)) {
            self.value(page, value);
        }
        for near in &sentence.without {
            let rule = self.rule(near.rule);
            page.heading(&format!("Rule {}, which wants a {}", rule.id(), names::kind(rule.kind())));
            self.near(page, near);
        }
        if sentence.values.is_empty() && sentence.without.is_empty() {
            page.line("no figure and no date was read in it, and no rule found its words");
        }
    }

    /// Whether a value is worth telling of: where rules were chosen, those that one of them takes.
    fn is_asked(self, value: &Traced<'_>) -> bool {
        let taken = |leaf: &Leaf| self.case.rules.rules().iter().any(|rule| takes(rule, leaf.kind));
        !self.breadth.asked || !value.outcomes.is_empty() || value.leaf.is_none_or(taken)
    }

    fn value(self, page: &mut Page, value: &Traced<'_>) {
        let kind = value.leaf.map_or("words", |leaf| leaf_kind(leaf.kind));
        let column = self.scanned.article.locate(value.span).column;
        page.heading(&format!("{} ({kind}, column {column})", self.quoted(value.span)));
        for outcome in &value.outcomes {
            self.outcome(page, outcome);
        }
        let claimed = value.outcomes.iter().any(|outcome| matches!(outcome, Outcome::Claimed(..)));
        if !claimed || self.breadth.asked || self.breadth.all {
            self.nearest(page, value);
        }
    }

    fn outcome(self, page: &mut Page, outcome: &Outcome<'_>) {
        match outcome {
            Outcome::Claimed(found, claim) => self.claimed(page, found, *claim),
            Outcome::Lost(loser, winner) => {
                let (loser, winner) = (self.rule(*loser).id(), self.rule(winner.rule).id());
                page.field("lost", &format!("{loser} matched too; {winner} matched more of its own words"));
            }
            Outcome::Stopped(stopped, by) => {
                let rule = self.rule(stopped.matched.rule);
                let unless = &rule.unless()[stopped.unless];
                let by = by.map_or_else(String::new, |by| format!(" by {}", self.quoted(by)));
                page.field("stopped", &format!("{}{by}: {}", rule.id(), self.pattern_of(&stopped.matched)));
                page.field("its unless", &format!("line {}: {}", unless.line(), unless.source()));
            }
            Outcome::Refused(found, reason) => {
                page.field("refused", &format!("{}: {}", self.rule(found.rule).id(), text::clean(reason)));
                page.field("", &self.pattern_of(found));
            }
        }
    }

    fn claimed(self, page: &mut Page, found: &Match, claim: Option<&Claim>) {
        let rule = self.rule(found.rule);
        page.field("claimed by", &format!("{}: {}", rule.id(), self.pattern_of(found)));
        page.field("pattern", rule.patterns()[found.pattern].source());
        page.field("matched", &self.quoted(found.span));
        for (field, span) in &found.groups {
            page.field("", &format!("the pattern sets {field} from {}", self.quoted(*span)));
        }
        if let Some(claim) = claim {
            value(page, claim);
            scope(page, claim);
            let more = format!(" (explain --claim {} says more)", short(&claim.id));
            page.field("claim", &format!("{}{}", claim.id, if self.breadth.loose { "" } else { &more }));
        }
    }

    /// "pattern at rules/talks/meeting-duration.toml:52"
    fn pattern_of(self, found: &Match) -> String {
        let rule = self.rule(found.rule);
        format!("pattern at {}:{}", rule.path().display(), rule.patterns()[found.pattern].line())
    }

    /// The nearest patterns that did not match.
    fn nearest(self, page: &mut Page, value: &Traced<'_>) {
        let Breadth { all, asked, .. } = self.breadth;
        let telling = |near: &&Near| all || asked || near.own >= TELLING && near.changes.len() <= MOST_CHANGES;
        let shown: Vec<&Near> =
            value.near.iter().filter(telling).take(if all { usize::MAX } else { NEAREST }).collect();
        for near in &shown {
            self.near(page, near);
        }
        if !shown.is_empty() || !value.outcomes.is_empty() {
            return;
        }
        page.field("claimed by", "nothing");
        if let Some(leaf) = value.leaf {
            let taking = self.case.rules.rules().iter().filter(|rule| takes(rule, leaf.kind)).count();
            let kind = leaf_kind(leaf.kind);
            page.field(
                "why",
                &format!("none of the {taking} rules that take a {kind} is near (--all tells how far each is)"),
            );
        }
    }

    fn near(self, page: &mut Page, near: &Near) {
        let rule = self.rule(near.rule);
        let pattern = &rule.patterns()[near.pattern];
        page.field("nearest", &format!("{} ({}:{})", rule.id(), rule.path().display(), pattern.line()));
        page.field("pattern", pattern.source());
        if let Some(matched) = near.matched {
            page.field("matched", &self.quoted(matched));
        }
        for change in &near.changes {
            page.field("stopped", &self.change(change, rule));
        }
    }

    /// What stands in the way: "before “lasted”: wanted {talks} (call, meeting …), found “war”".
    fn change(self, change: &Change, rule: &Rule) -> String {
        let place = match change.beside {
            Some((Side::Before, span)) => format!("before {}: ", self.quoted(span)),
            Some((Side::After, span)) => format!("after {}: ", self.quoted(span)),
            None => String::new(),
        };
        let found = if change.found.is_empty() { "nothing".to_owned() } else { self.quoted(change.found) };
        match &change.wanted {
            Wanted::Words { source, samples } => {
                let samples = if samples.is_empty() { String::new() } else { format!(" ({} …)", samples.join(", ")) };
                format!("{place}wanted {source}{samples}, found {found}")
            }
            Wanted::Value => format!("{place}wanted {{value}}, a {}, found {found}", names::kind(rule.kind())),
            Wanted::Blank => format!("{place}wanted a blank, found {found}"),
            Wanted::Fewer { most, words, barrier } => format!("{place}{}", fewer(&found, *most, *words, *barrier)),
        }
    }

    fn rule(&self, rule: usize) -> &Rule {
        &self.case.rules.rules()[rule]
    }

    fn text(&self) -> &str {
        self.scanned.article.text()
    }

    fn quoted(self, span: Span) -> String {
        format!("“{}”", text::clip(&text::clean(span.text(self.text())), 200))
    }
}

fn fewer(found: &str, most: usize, words: usize, barrier: Option<&str>) -> String {
    match barrier {
        Some(barrier) if words <= most => format!("{found} holds {barrier}, which no gap crosses"),
        Some(barrier) => {
            format!("{found} are {words} words, where the gap allows {most}, and hold {barrier}, which no gap crosses")
        }
        _ if most == 0 => format!("{found} stands between, where the pattern allows nothing"),
        _ => format!("{found} are {words} words, and the gap allows {most}"),
    }
}

/// The leaves of a sentence by their slots; an office with its holder is one.
fn marks(told: Told<'_>, sentence: Span) -> Vec<Mark> {
    let mentions = told.scanned.mentions;
    let is_person = |leaf: usize| mentions.leaves[leaf].kind == LeafKind::Person;
    let roles = mentions.roles.iter().filter(|role| sentence.contains(role.span) && role.person.is_none_or(is_person));
    let mut marks: Vec<Mark> = roles.map(|role| Mark { span: role.span, label: "{person}".to_owned() }).collect();
    for leaf in &mentions.leaves[mentions.leaves_in(sentence)] {
        if !marks.iter().any(|mark| mark.span.overlaps(leaf.span)) {
            marks.push(Mark { span: leaf.span, label: slot(told, mentions, leaf) });
        }
    }
    marks.sort_by_key(|mark| mark.span.start());
    marks
}

/// The slot of a leaf: `{value}` where a rule may take it.
fn slot(told: Told<'_>, mentions: &Mentions, leaf: &Leaf) -> String {
    let kind = leaf_kind(leaf.kind);
    let wanted = told.case.rules.rules().iter().any(|rule| takes(rule, leaf.kind));
    match leaf.kind {
        _ if is_value(leaf.kind) && wanted => format!("{{value}} {kind}"),
        LeafKind::Place if mentions.name(leaf).is_some_and(|name| name.demonym) => "{nationality}".to_owned(),
        LeafKind::Organisation => "{org}".to_owned(),
        _ => format!("{{{kind}}}"),
    }
}
