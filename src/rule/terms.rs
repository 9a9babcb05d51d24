//! The terms that rule files and claims share: kinds of value, where a part of the scope is found, polarity.

/// The kinds of value, as rule files and the JSON form name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ValueKind {
    /// How many.
    Count,
    /// A sum.
    Money,
    /// A length of time.
    Duration,
    /// Percent or percentage points.
    Percent,
    /// A physical measure.
    Measure,
    /// A date.
    Date,
    /// A place.
    Place,
    /// A person.
    Person,
    /// An office.
    Role,
    /// Words somebody said.
    Quote,
    /// A vote: for, against, abstained.
    Vote,
}

impl ValueKind {
    /// Whether its values are layers over the leaves, not leaves: an office, a quotation.
    pub const fn is_layer(self) -> bool {
        matches!(self, Self::Role | Self::Quote)
    }

    /// Whether its values belong to a person, whatever the day or the event: an office, the spelling of a name.
    pub const fn is_personal(self) -> bool {
        matches!(self, Self::Role | Self::Person)
    }
}

/// Where a part of the scope was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Found {
    /// The pattern's own group or fixed key.
    Rule,
    /// The claim's sentence.
    Sentence,
    /// Its paragraph.
    Paragraph,
    /// The headline.
    Title,
    /// The first paragraph.
    Lead,
    /// Elsewhere in the article.
    Article,
}

/// Whether the claim is asserted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Polarity {
    /// Said to be so.
    #[default]
    Asserted,
    /// Said not to be so ("no casualties", "denied that").
    Denied,
    /// Conditional, feared or imagined.
    Hypothetical,
}
