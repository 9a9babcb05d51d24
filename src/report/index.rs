//! Look-ups that every renderer needs: claims, events and copies by id.

use rustc_hash::FxHashMap;

use super::Report;
use crate::align::Event;
use crate::claim::{ArticleRecord, Claim, Extract, ValueKind};
use crate::decision::{Ruling, Standing};
use crate::history::{Change, Entry};
use crate::matter::Matter;
use crate::verdict::{Finding, Verdict};

/// What is known of a finding beyond its verdict.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mark<'a> {
    /// What it is about.
    pub matter: Option<&'a Matter>,
    /// What an editor decided of it.
    pub ruling: Option<&'a Ruling>,
    /// What became of it since the baseline.
    pub change: Option<&'a Change>,
}

impl Mark<'_> {
    /// Whether an editor decided on it, and the decision holds.
    pub fn is_decided(&self) -> bool {
        self.ruling.is_some_and(|ruling| ruling.standing == Standing::InForce)
    }

    /// Whether it tells what the baseline did not; without a baseline everything does.
    pub fn is_news(&self) -> bool {
        self.change.is_none_or(Change::is_news)
    }
}

/// The parts of a report by their ids. Only looked up, never walked.
#[derive(Debug)]
pub struct Index<'a> {
    claims: FxHashMap<&'a str, (usize, &'a Claim)>,
    events: FxHashMap<(usize, usize), &'a Event>,
    copies: FxHashMap<&'a str, &'a str>,
    compared: FxHashMap<&'a str, &'a Finding>,
    places: FxHashMap<&'a str, usize>,
    report: &'a Report,
    /// Length of the folder that all articles share.
    folder: usize,
}

impl<'a> Index<'a> {
    /// The index of a report.
    pub fn new(report: &'a Report) -> Self {
        let of_claims = |(at, extract): (usize, &'a Extract)| {
            extract.claims.iter().map(move |claim| (claim.id.as_ref(), (at, claim)))
        };
        let of_events = |event: &'a Event| event.members.iter().map(move |&member| (member, event));
        let id = |&at: &usize| report.extracts[at].article.id.as_ref();
        let of_copies = |members: &'a Vec<usize>| members.iter().map(move |at| (id(at), id(&members[0])));
        let of_findings = |finding: &'a Finding| finding.claims.iter().map(move |id| (id.as_ref(), finding));
        Self {
            claims: report.extracts.iter().enumerate().flat_map(of_claims).collect(),
            events: report.events.iter().flat_map(of_events).collect(),
            copies: report.copies.iter().flat_map(of_copies).collect(),
            compared: report.findings.iter().filter(|f| f.verdict != Verdict::Single).flat_map(of_findings).collect(),
            places: report.findings.iter().enumerate().map(|(at, finding)| (finding.id.as_ref(), at)).collect(),
            report,
            folder: shared_folder(report.extracts.iter().map(|extract| &*extract.article.id)),
        }
    }

    /// A claim by its id.
    pub fn claim(&self, id: &str) -> Option<&'a Claim> {
        self.claims.get(id).map(|&(_, claim)| claim)
    }

    /// The article of a claim.
    pub fn article(&self, claim: &Claim) -> Option<&'a ArticleRecord> {
        let &(at, _) = self.claims.get(claim.id.as_ref())?;
        Some(&self.report.extracts[at].article)
    }

    /// An article's id without the folder that all articles share: what tells it apart from the others.
    pub fn short_name<'i>(&self, article: &'i str) -> &'i str {
        article.get(self.folder..).unwrap_or(article)
    }

    /// The claims of a finding, in its order.
    pub fn claims_of(&self, finding: &'a Finding) -> impl Iterator<Item = &'a Claim> {
        finding.claims.iter().filter_map(|id| self.claim(id))
    }

    /// Whether a claim stands in an article that was checked against the others.
    pub(super) fn is_draft(&self, claim: &Claim) -> bool {
        self.report.drafts.contains(&*claim.article)
    }

    /// Whether a finding is words that one source alone carries: every article is full of them, and there is nothing to set them
    /// against, so they are counted apart and listed only among what was not checked.
    pub(super) fn is_lone_quotation(&self, finding: &'a Finding) -> bool {
        finding.verdict == Verdict::Single
            && self.claims_of(finding).next().is_some_and(|claim| claim.kind == ValueKind::Quote)
    }

    /// The linked event that a claim hangs on.
    pub fn event(&self, claim: &Claim) -> Option<&'a Event> {
        let &(at, _) = self.claims.get(claim.id.as_ref())?;
        self.events.get(&(at, claim.event)).copied()
    }

    /// The copy group of an article: the id of the group's first article.
    pub fn copy_group(&self, article: &str) -> Option<&'a str> {
        self.copies.get(article).copied()
    }

    /// What is known of a finding beyond its verdict.
    pub fn mark(&self, finding: &Finding) -> Mark<'a> {
        let Some(&at) = self.places.get(finding.id.as_ref()) else { return Mark::default() };
        let change = self.report.changes.as_ref().and_then(|changes| changes.of.get(at));
        Mark { matter: self.report.matters.get(at), ruling: self.report.decided.of(at), change }
    }

    /// A finding of the baseline, by its place there.
    pub(super) fn before(&self, at: usize) -> Option<&'a Entry> {
        self.report.changes.as_ref()?.before.findings.get(at)
    }

    /// The finding in which a claim was set against another.
    pub fn compared(&self, claim: &Claim) -> Option<&'a Finding> {
        self.compared.get(claim.id.as_ref()).copied()
    }
}

/// The length of the folders, with their last slash, that all ids begin with.
fn shared_folder<'i>(mut ids: impl Iterator<Item = &'i str>) -> usize {
    let end = |folder: &str| folder.rfind('/').map_or(0, |slash| slash + 1);
    let Some(first) = ids.next() else { return 0 };
    let common = |shared: usize, id: &str| {
        let same = first[..shared].bytes().zip(id.bytes()).take_while(|(a, b)| a == b).count();
        // A slash is a byte of its own, so the cut never lies inside a character.
        end(&first[..first.floor_char_boundary(same)])
    };
    ids.fold(end(first), common)
}

#[cfg(test)]
mod tests {
    use super::shared_folder;

    #[test]
    fn the_folder_that_all_share_is_left_out() {
        let length = |ids: &[&str]| shared_folder(ids.iter().copied());
        assert_eq!(length(&["a/b/one.md", "a/b/two.md"]), 4);
        assert_eq!(length(&["a/b/one.md", "a/c/two.md"]), 2);
        assert_eq!(length(&["one.md", "a/two.md"]), 0);
        assert_eq!(length(&["a/é.md", "a/è.md"]), 2);
        assert_eq!(length(&[]), 0);
    }
}
