//! What the templates see: plain words and positions, apart from the engine's types.

use serde::Serialize;

/// The whole page.
#[derive(Debug, Serialize)]
pub(super) struct Page {
    /// "2 conflicts in 4 articles".
    pub(super) title: String,
    /// The closing count, a line each.
    pub(super) summary: Vec<String>,
    pub(super) groups: Vec<Group>,
    pub(super) articles: Vec<ArticleView>,
    /// Articles whose text was left out because the page would grow too large.
    pub(super) without_text: usize,
    pub(super) left_out: LeftOut,
    /// Claim types and outlets of the findings, for the filters.
    pub(super) rules: Vec<String>,
    pub(super) outlets: Vec<String>,
    pub(super) program: &'static str,
}

/// The findings of one verdict.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    /// `conflict`.
    pub(super) verdict: &'static str,
    /// "Conflicts".
    pub(super) heading: &'static str,
    /// "conflicts", or "conflict" where there is one.
    pub(super) counted: &'static str,
    /// What the verdict means, in a sentence.
    pub(super) meaning: &'static str,
    pub(super) findings: Vec<FindingView>,
}

/// One finding.
#[derive(Debug, Serialize)]
pub(super) struct FindingView {
    pub(super) id: String,
    pub(super) short: String,
    pub(super) verdict: &'static str,
    pub(super) class: &'static str,
    pub(super) meaning: &'static str,
    /// What else is to be said of it at a glance: an editor's word, what is new.
    pub(super) marks: Vec<Badge>,
    /// "meeting duration".
    pub(super) fact: String,
    /// "Anna Berg, Omar Haddad · 2031-05-06".
    pub(super) about: String,
    pub(super) range: Option<String>,
    pub(super) taken: Option<String>,
    pub(super) sources: String,
    pub(super) rule: String,
    pub(super) outlets: Vec<String>,
    /// Whether its sentences are shown unasked.
    pub(super) open: bool,
    pub(super) reasons: Vec<ReasonView>,
    pub(super) lines: Vec<NumberLine>,
    pub(super) timeline: Option<Timeline>,
    pub(super) cards: Vec<Card>,
    /// Cards beyond those that are shown at first.
    pub(super) more_cards: Vec<Card>,
    pub(super) chosen: Option<ChosenView>,
    pub(super) linked: Linked,
    pub(super) apart: Vec<ApartView>,
    /// Pairs that were not compared, shown or not.
    pub(super) pairs_apart: usize,
    /// Pairs that were not compared, beyond those.
    pub(super) more_apart: usize,
}

/// How its articles were linked.
#[derive(Debug, Serialize)]
pub(super) struct Linked {
    /// The event that the claims hang on, in words.
    pub(super) event: String,
    pub(super) pairs: Vec<PairView>,
    /// Pairs beyond those that are shown.
    pub(super) more: usize,
    /// The finding that shows the same comparisons already.
    pub(super) shown_in: Option<String>,
    /// The tellings that were linked.
    #[serde(skip)]
    pub(super) tellings: Vec<(usize, usize)>,
}

/// A word beside the verdict.
#[derive(Debug, Serialize)]
pub(super) struct Badge {
    pub(super) word: String,
    pub(super) text: String,
}

/// The reasons of one class.
#[derive(Debug, Serialize)]
pub(super) struct ReasonView {
    pub(super) code: &'static str,
    /// The verdict that it alone would make.
    pub(super) verdict: &'static str,
    pub(super) meaning: &'static str,
    pub(super) text: String,
    /// Each in full, where the first sentence stands for several.
    pub(super) each: Vec<String>,
    pub(super) more: usize,
}

/// Figures of comparable units on one line.
#[derive(Debug, Serialize)]
pub(super) struct NumberLine {
    pub(super) lanes: Vec<Lane>,
    pub(super) ticks: Vec<Tick>,
    /// What the figures are in; and how they are spaced, where not evenly.
    pub(super) caption: String,
    /// Rows beyond those that are drawn.
    pub(super) more: usize,
    /// From the lowest to the highest of the finding.
    pub(super) span: Option<Stretch>,
    /// The figure that stands for the finding.
    pub(super) best: Option<String>,
}

/// One figure on the line. Positions are percentages.
// How it is drawn, each independent of the others.
#[allow(clippy::struct_excessive_bools)]
#[derive(Debug, Serialize)]
pub(super) struct Lane {
    pub(super) figure: String,
    pub(super) who: String,
    pub(super) chosen: bool,
    /// From where to where, unless it is one figure.
    pub(super) bar: Option<Stretch>,
    /// Where the figure itself stands, unless it is a range.
    pub(super) point: Option<String>,
    /// "about", or its end does not belong to it: drawn hollow.
    pub(super) hollow: bool,
    pub(super) vague: bool,
    pub(super) open_low: bool,
    pub(super) open_high: bool,
}

/// From where to where, in percent.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Stretch {
    pub(super) start: String,
    pub(super) end: String,
    pub(super) width: String,
}

/// A mark of an axis.
#[derive(Debug, Serialize)]
pub(super) struct Tick {
    pub(super) at: String,
    pub(super) label: String,
    /// Left out where there is little room.
    pub(super) minor: bool,
}

/// How a figure went from day to day.
#[derive(Debug, Serialize)]
pub(super) struct Timeline {
    pub(super) days: Vec<DayView>,
    pub(super) points: Vec<Point>,
    pub(super) steps: Vec<StepLine>,
    pub(super) ticks: Vec<Tick>,
}

/// What was said on one day.
#[derive(Debug, Serialize)]
pub(super) struct DayView {
    pub(super) day: String,
    pub(super) told: Vec<Told>,
}

/// A figure of a day and who gives it.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    pub(super) figure: String,
    pub(super) who: String,
}

/// A point of the timeline, in percent.
#[derive(Debug, Serialize)]
pub(super) struct Point {
    pub(super) x: String,
    pub(super) y: String,
    /// The figure, where there is room for it.
    pub(super) label: String,
}

/// A line between two points, in percent.
#[derive(Debug, Serialize)]
pub(super) struct StepLine {
    pub(super) from: Point,
    pub(super) to: Point,
}

/// A piece of a sentence: its words and what they are (`figure`, `differs`, `scope`, `speaker`, or nothing).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) kind: &'static str,
    /// What of the scope it is.
    pub(super) note: String,
}

/// One source's sentence.
#[derive(Debug, Serialize)]
pub(super) struct Card {
    pub(super) figure: String,
    pub(super) voice: VoiceView,
    pub(super) runs: Vec<Run>,
    pub(super) language: Option<String>,
    /// What the figure was read as being about, in words.
    pub(super) scope: String,
    /// Copies of this source, and its repeats.
    pub(super) folded: Vec<VoiceView>,
    /// "2 copies", "2 copies, and again".
    pub(super) folded_title: String,
}

/// Who says it, and where.
#[derive(Debug, Serialize)]
pub(super) struct VoiceView {
    pub(super) outlet: String,
    pub(super) day: Option<String>,
    pub(super) speaker: Option<String>,
    pub(super) place: String,
    /// Where the words stand in the articles below.
    pub(super) anchor: String,
    pub(super) url: Option<String>,
    /// "the draft", "repeats The Examiner".
    pub(super) note: Option<String>,
}

/// A name and what it stands for.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) note: String,
}

/// What a policy took, and what it dropped.
#[derive(Debug, Serialize)]
pub(super) struct ChosenView {
    pub(super) policy: &'static str,
    pub(super) taken: Option<String>,
    pub(super) dropped: Vec<Part>,
}

/// The comparison of two tellings, as a waterfall.
#[derive(Debug, Serialize)]
pub(super) struct PairView {
    pub(super) a: String,
    pub(super) b: String,
    pub(super) steps: Vec<StepView>,
    pub(super) sum: String,
    pub(super) outcome: String,
    /// What is needed, in percent, and the sum from nothing on.
    pub(super) needed: String,
    pub(super) total: Stretch,
}

/// One comparison of a waterfall.
#[derive(Debug, Serialize)]
pub(super) struct StepView {
    pub(super) name: &'static str,
    pub(super) found: String,
    pub(super) weight: String,
    pub(super) bar: Option<Stretch>,
    pub(super) against: bool,
    pub(super) forbids: bool,
}

/// Pairs of claims that were not compared for one reason.
#[derive(Debug, Serialize)]
pub(super) struct ApartView {
    pub(super) class: &'static str,
    pub(super) meaning: &'static str,
    pub(super) text: String,
    pub(super) pairs: Vec<Vec<Words>>,
}

/// A claim's words and where they stand.
#[derive(Debug, Serialize)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) place: String,
    pub(super) anchor: String,
}

/// An article with its claims.
#[derive(Debug, Serialize)]
pub(super) struct ArticleView {
    pub(super) anchor: String,
    pub(super) name: String,
    pub(super) outlet: String,
    pub(super) title: Vec<Piece>,
    pub(super) facts: Vec<Part>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    pub(super) claims: usize,
    pub(super) unclaimed: usize,
    pub(super) has_text: bool,
    pub(super) paragraphs: Vec<Vec<Piece>>,
    /// Ids of claims whose words could not be found in the text, so that links to them lead here.
    pub(super) lost: Vec<String>,
}

/// A piece of an article: plain words, a claim (`claim`), or a figure that none was made of (`unclaimed`, `refused`).
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) kind: &'static str,
    pub(super) verdict: &'static str,
    pub(super) finding: Option<String>,
    pub(super) note: String,
    /// Ids of the claims that begin here.
    pub(super) ids: Vec<String>,
}

/// What was not checked.
#[derive(Debug, Serialize)]
pub(super) struct LeftOut {
    pub(super) unclaimed: Vec<FiguresOf>,
    pub(super) unclaimed_count: usize,
    pub(super) refused: Vec<FiguresOf>,
    pub(super) refused_count: usize,
    pub(super) near: Vec<NearView>,
    pub(super) quotes: Vec<QuoteView>,
    pub(super) skipped: Vec<Part>,
    pub(super) passed_over: Vec<Part>,
    /// Findings in which no draft speaks.
    pub(super) beside: usize,
}

/// Figures of one article.
#[derive(Debug, Serialize)]
pub(super) struct FiguresOf {
    pub(super) anchor: String,
    pub(super) name: String,
    pub(super) figures: Vec<FigureView>,
}

/// A figure that no claim was made of.
#[derive(Debug, Serialize)]
pub(super) struct FigureView {
    pub(super) text: String,
    pub(super) line: usize,
    pub(super) rule: Option<String>,
    pub(super) reason: String,
}

/// A pair that was nearly compared.
#[derive(Debug, Serialize)]
pub(super) struct NearView {
    pub(super) claims: Vec<Words>,
    pub(super) text: String,
    pub(super) pair: Option<PairView>,
}

/// Words that one source alone carries.
#[derive(Debug, Serialize)]
pub(super) struct QuoteView {
    pub(super) words: Words,
    pub(super) speaker: Option<String>,
}
