//! A finding in plain lines, for forms that take no more than text: its head, who says what, and why.

use super::index::Index;
use super::rows::{Voice, said_by};
use super::{Options, asserted, marks, names, text};
use crate::claim::Claim;
use crate::verdict::{Finding, Verdict};

/// The most lines that tell who says what; more are counted.
const MOST: usize = 20;

/// Whether something is to be looked at: what conflicts, differs or could not be settled; all with `all`, but for words that
/// one source alone carries.
pub(super) fn is_told<'a>(finding: &'a Finding, index: &Index<'a>, options: &Options) -> bool {
    match finding.verdict {
        Verdict::Conflict | Verdict::Differ | Verdict::Unresolved => true,
        Verdict::Agree => options.all,
        Verdict::Single => options.all && !index.is_lone_quotation(finding),
    }
}

/// "conflict D1"
pub(super) fn label(finding: &Finding) -> String {
    format!("{} {}", names::verdict(finding.verdict), names::class(finding.class))
}

/// The first reason: what makes it what it is.
pub(super) fn reason(finding: &Finding) -> String {
    finding.reasons.first().map(|reason| text::clean(&reason.text)).unwrap_or_default()
}

/// Who says what, a line a claim, then the reasons and what is known from before.
pub(super) fn lines(finding: &Finding, index: &Index<'_>) -> Vec<String> {
    let said: Vec<String> =
        finding.claims.iter().filter_map(|id| index.claim(id)).map(|claim| said(claim, index)).collect();
    let more = said.len().checked_sub(MOST).filter(|&more| more > 0).map(|more| format!("and {more} more"));
    let reasons =
        finding.reasons.iter().map(|reason| format!("{}: {}", names::class(reason.code), text::clean(&reason.text)));
    said.into_iter().take(MOST).chain(more).chain(reasons).chain(marks::lines(&index.mark(finding))).collect()
}

/// "Harbour Post (2031-05-07, according to the ministry): two and a half hours [stories/post.md:3]"
fn said(claim: &Claim, index: &Index<'_>) -> String {
    let place = Voice { claim, article: index.article(claim) }.place();
    format!("{} [{place}]", voice(claim, index))
}

/// "Harbour Post (2031-05-07, according to the ministry): two and a half hours"
pub(super) fn voice(claim: &Claim, index: &Index<'_>) -> String {
    let voice = Voice { claim, article: index.article(claim) };
    let beside: Vec<String> = voice.day().into_iter().chain(said_by(claim)).filter(|words| !words.is_empty()).collect();
    let beside = if beside.is_empty() { String::new() } else { format!(" ({})", beside.join(", ")) };
    let (words, figure) = (text::clip(&text::clean(&claim.text), 120), asserted::asserted(claim));
    let figure =
        if figure == words || words.is_empty() { String::new() } else { format!(" = {}", text::clip(&figure, 80)) };
    format!("{}{beside}: {words}{figure}", voice.outlet())
}
