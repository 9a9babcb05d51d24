//! `crosscheck` reads a pile of articles, finds every checkable figure in them, works out which figures speak of
//! the same fact, and says where the articles agree and where they conflict, and why.
//!
//! The rooms, in the order in which the data passes through them:
//!
//! | room | what it does |
//! |---|---|
//! | [`article`] | reads files and records into articles; the only room that reads |
//! | [`lexicon`] | names, places, offices and words that the scanner and the rules look up |
//! | [`value`] | exact figures, units, bounds, dates |
//! | [`mention`] | finds the typed spans of an article: leaves and layers, one pass |
//! | [`rule`] | loads, checks and compiles rule files; matches them against mentions |
//! | [`claim`] | turns matches into claims with scope and attribution, and gathers them into article-events |
//! | [`utterance`] | sets the words of two quotations side by side |
//! | [`copy`] | groups articles that repeat one another |
//! | [`align`] | links article-events across articles; groups the claims of an event |
//! | [`verdict`] | judges a group: agree, differ, conflict, unresolved, single |
//! | [`matter`] | what a finding is about, so that another run knows it again |
//! | [`decision`] | an editor's word on a finding, and whether it still holds |
//! | [`history`] | what an earlier run found, and what has changed since |
//! | [`trace`] | says what the rules made of a sentence, and why not more |
//! | [`trial`] | runs a rule's own texts through the stages |
//! | [`propose`] | begins a rule from one sentence |
//! | [`source`] | what an editor declares of outlets |
//! | [`report`] | renders a report; the only room that writes |
//! | [`cli`] | the command line; the only room that knows arguments |

pub mod align;
pub mod article;
pub mod claim;
pub mod cli;
pub mod copy;
pub mod decision;
pub mod history;
pub mod lexicon;
pub mod matter;
pub mod mention;
pub mod pipeline;
pub mod propose;
pub mod report;
pub mod rule;
pub mod source;
pub mod trace;
pub mod trial;
pub mod utterance;
pub mod value;
pub mod verdict;
