//! Mentions: typed spans found in one pass before any rule runs. Leaves never overlap; layers lie over them and may nest.

mod class;
mod date;
mod name;
mod name_match;
mod name_resolve;
mod name_run;
mod name_words;
mod names;
mod nonfigure;
mod passed_over;
mod quantity;
mod quotation;
mod reader;
mod reported;
mod role;
mod scan;
mod sentence;
mod tally;
mod token;
mod vocabulary;

use crate::article::Span;
use crate::lexicon::EntryId;
use crate::value::{DateSpan, Quantity, Tally};

pub use passed_over::{PassedOver, passed_over};
pub use quantity::read_quantity;
pub use scan::{scan, scan_while, scan_with};
pub use token::{Token, TokenKind, tokenize};

pub(crate) use quantity::singular;
pub(crate) use reader::{Read, Reader};
pub(crate) use vocabulary::{Keyed, Vocabulary, Words, words};

/// The kind of a leaf; the payload stands in the vector of [`Mentions`] that its comment names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LeafKind {
    /// A bare or counting number (`quantities`).
    Number,
    /// A sum of money (`quantities`).
    Money,
    /// A length of time (`quantities`).
    Duration,
    /// Percent or percentage points (`quantities`).
    Percent,
    /// A figure with a physical unit (`quantities`).
    Measure,
    /// A date (`dates`).
    Date,
    /// A person (`names`).
    Person,
    /// A place, or a demonym that stands for one (`names`).
    Place,
    /// An organisation (`names`).
    Organisation,
    /// A capitalised name of unknown kind (`names`).
    Name,
}

/// A leaf: a typed span that overlaps no other leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Where it stands. For figures: bound words, number and unit ("more than two hours"), not the noun that is counted.
    pub span: Span,
    /// What it is.
    pub kind: LeafKind,
    /// Index of its payload.
    pub index: u32,
}

/// The payload of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuantityMention {
    /// The value.
    pub quantity: Quantity,
    /// The figure and its unit without bound words.
    pub figure: Span,
    /// The head noun of what is counted ("troops" of "94,000 Russian troops"), where there is one.
    pub noun: Option<Span>,
}

/// How a date phrase is anchored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateAnchor {
    /// Complete in itself: "24 February 2022", "in 2014".
    Absolute,
    /// Resolved against the day of publication: "on Tuesday", "on February 24", "yesterday", "last month".
    Published,
    /// Relative, and the article has no date: unresolved.
    Missing,
    /// Hangs on a day told elsewhere ("three weeks later"), or too vague to be reckoned ("the coming days"): unresolved.
    Elsewhere,
}

/// The payload of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The days it covers; `None` where it is relative and cannot be resolved.
    pub date: Option<DateSpan>,
    /// How it is anchored.
    pub anchor: DateAnchor,
    /// Lower-cased phrase without "on", "in", "since": "tuesday", "february 24", so that undated articles can still be
    /// told apart by what they say.
    pub phrase: String,
}

/// The payload of a person, place, organisation or unknown name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// The lexicon's entry, where it is known.
    pub entry: Option<EntryId>,
    /// Comparison key: the entry's key, else the fullest form of the name that the article uses, lower-cased.
    pub key: String,
    /// An adjective or noun of nationality ("Russian", "Ukrainians"), not the place itself.
    pub demonym: bool,
}

/// A person's or body's name together with its office: "German Chancellor Olaf Scholz", "the chancellor".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The whole span.
    pub span: Span,
    /// The office as written, lower-cased, without the country: "chancellor", "secretary of state".
    pub office: String,
    /// Its words in the text.
    pub at: Span,
    /// Its entry.
    pub entry: EntryId,
    /// The stage at which the person is of it, where words say so: `former`, `acting`, `incoming`, `deputy`.
    pub stage: Option<&'static str>,
    /// Words that are no name and say whose office it is: "Senate" of "Senate president".
    pub qualified: Option<Span>,
    /// The leaf of the person, where named.
    pub person: Option<usize>,
    /// The leaf of the country or body whose office it is, where named.
    pub of: Option<usize>,
}

/// How words of somebody are shown to be such.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum QuotationKind {
    /// By quotation marks.
    Marked,
    /// By the construction alone: "said that …", "his remarks that …".
    Reported,
}

/// Words of somebody inside one sentence. What runs over several sentences is one piece in each of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub span: Span,
    /// Without them.
    pub inner: Span,
    /// How they are shown to be somebody's words.
    pub kind: QuotationKind,
    /// The pieces between one pair of marks have one number.
    pub utterance: u32,
}

/// Figures that belong together: a vote ("52 votes to 48", "141-5-35") or a score ("3-1", "6-4, 7-6"). The figures in it may be
/// leaves as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyMention {
    /// Where it stands.
    pub span: Span,
    /// Its figures.
    pub tally: Tally,
}

/// Everything found in one article. All vectors are sorted by start; spans are of [`crate::article::Article::text`].
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    /// Leaves, in order, never overlapping.
    pub leaves: Vec<Leaf>,
    /// Payloads of figures.
    pub quantities: Vec<QuantityMention>,
    /// Payloads of dates.
    pub dates: Vec<DateMention>,
    /// Payloads of names.
    pub names: Vec<NameMention>,
    /// Sentences, without surrounding space; they cover every leaf, and no leaf straddles two.
    pub sentences: Vec<Span>,
    /// Paragraphs.
    pub paragraphs: Vec<Span>,
    /// Quotations and reported words, sentence by sentence.
    pub quotations: Vec<Quotation>,
    /// Parentheses, with their brackets.
    pub parentheses: Vec<Span>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Votes and scores; only rules of kind `vote` read them.
    pub tallies: Vec<TallyMention>,
    /// Lengths of time inside dates: "three years" of "in the past three years". Only rules that ask for them read them.
    pub lengths: Vec<Leaf>,
    /// The tokens that all of it was read from.
    pub(crate) tokens: Vec<Token>,
}

impl Mentions {
    /// The figure behind a leaf, where it is one.
    pub fn quantity(&self, leaf: &Leaf) -> Option<&QuantityMention> {
        use LeafKind::{Duration, Measure, Money, Number, Percent};
        matches!(leaf.kind, Number | Money | Duration | Percent | Measure)
            .then(|| &self.quantities[leaf.index as usize])
    }

    /// The date behind a leaf, where it is one.
    pub fn date(&self, leaf: &Leaf) -> Option<&DateMention> {
        (leaf.kind == LeafKind::Date).then(|| &self.dates[leaf.index as usize])
    }

    /// The name behind a leaf, where it is one.
    pub fn name(&self, leaf: &Leaf) -> Option<&NameMention> {
        use LeafKind::{Name, Organisation, Person, Place};
        matches!(leaf.kind, Person | Place | Organisation | Name).then(|| &self.names[leaf.index as usize])
    }

    /// The indices of the leaves inside `span`.
    pub fn leaves_in(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.leaves.partition_point(|leaf| leaf.span.start() < span.start());
        let last = self.leaves.partition_point(|leaf| leaf.span.end() <= span.end());
        first..last.max(first)
    }

    /// The words inside `span`.
    pub(crate) fn words_in(&self, span: Span) -> impl Iterator<Item = &Token> + Clone {
        let first = self.tokens.partition_point(|token| token.span.start() < span.start());
        let inside = self.tokens[first..].iter().take_while(move |token| token.span.end() <= span.end());
        inside.filter(|token| token.kind == TokenKind::Word)
    }

    /// The index of the sentence that holds byte `at`, where one does.
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        let next = self.sentences.partition_point(|sentence| sentence.start() <= at);
        (next > 0 && at < self.sentences[next - 1].end()).then(|| next - 1)
    }

    /// The role around `span`, where one is. Roles do not overlap.
    pub fn role_around(&self, span: Span) -> Option<&Role> {
        let next = self.roles.partition_point(|role| role.span.start() <= span.start());
        self.roles[..next].last().filter(|role| role.span.contains(span))
    }

    /// The paragraph around `span`, else `span` itself.
    pub fn paragraph_of(&self, span: Span) -> Span {
        let next = self.paragraphs.partition_point(|paragraph| paragraph.start() <= span.start());
        self.paragraphs[..next].last().copied().filter(|p| p.contains(span)).unwrap_or(span)
    }
}
